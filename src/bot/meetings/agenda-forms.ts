/** The forms of agendas, meetings under way, minutes and follow-ups, shown again as they were filled in. */

import type { Form } from '../../../cards/card.ts';
import type { Filled } from '../../../cards/filled.ts';
import { orderForm, sendAgendaForm } from '../../../cards/meetings/agenda-forms.ts';
import { concludeForm, correctForm, presenceForm } from '../../../cards/meetings/agenda-lead-forms.ts';
import { caseForm } from '../../../cards/meetings/case-forms.ts';
import { closeFollowUpForm } from '../../../cards/meetings/follow-up-cards.ts';
import { approveMinutesForm, minutesCommentForm } from '../../../cards/meetings/minutes-whispers.ts';
import { unheardOf } from '../../features/meetings/approve-minutes.ts';
import type { Case, CaseId } from '../../features/meetings/case.ts';
import { type Conclusion, type FollowUpId, latestConclusions } from '../../features/meetings/case-conclusion.ts';
import { conclusions } from '../../features/meetings/case-store.ts';
import { followUpOf } from '../../features/meetings/follow-up-store.ts';
import { minutesOf } from '../../features/meetings/minutes-store.ts';
import { noticeDays } from '../../features/meetings/notice.ts';
import { timedCases } from '../../features/meetings/timed-cases.ts';
import { allowed, identifyMember } from '../../features/networks/identify-member.ts';
import type { Deed } from '../../features/networks/who-may.ts';
import type { Asking, FormsAgain, Payload } from '../asking.ts';
import { type AtMeeting, caseMeant, meetingFor } from './agenda-asking.ts';
import { unheardText } from './agenda-minutes.ts';
import { shownPresence } from './agenda-shown.ts';

type Drawn = (asking: Asking, at: AtMeeting, filled: Filled, payload: Payload) => Promise<Form | undefined>;

/** Only to those who may do it: to anyone else nothing of the meeting is told. */
function forThoseWhoMay(deed: Deed, draw: Drawn): FormsAgain[string] {
  return async (asking, payload, filled) => {
    const at = await meetingFor(asking, payload['meeting']);
    return at && allowed(at.actor, deed).ok ? draw(asking, at, filled, payload) : undefined;
  };
}

/** The intents here that have a form to show again. */
export const agendaForms: FormsAgain = {
  'case.suggest': forThoseWhoMay('case.suggest', async (_, { meeting, speech }, filled) =>
    caseForm(meeting, speech, filled),
  ),

  // With the case as it stands now: sent once more, the form replaces what another wrote meanwhile.
  'case.edit': forThoseWhoMay('case.suggest', async (_, at, filled, payload) => {
    const each = caseIn(at, payload);
    return each && caseForm(at.meeting, at.speech, filled, each);
  }),

  'agenda.order': forThoseWhoMay('agenda.order', async (_, { meeting, kept, speech }, filled) => {
    const cases = timedCases(kept).map(each => each.case);
    return orderForm(meeting, cases, kept.agenda?.value.revision ?? 0, speech, filled);
  }),

  'agenda.send': forThoseWhoMay('agenda.order', async ({ tools }, { meeting, actor, speech }, filled) => {
    const { network } = actor;
    const startsAt = meeting.settled?.startsAt;
    const days = startsAt ? noticeDays(startsAt, network, tools.world.clock.now()) : 0;
    return sendAgendaForm(meeting, { days, rule: network.rules.papersDays }, speech, filled);
  }),

  'presence.record': forThoseWhoMay('meeting.lead', async ({ tools }, { actor, kept, speech }, filled, { from }) => {
    const shown = await shownPresence(tools, actor, kept, typeof from === 'number' ? from : 0);
    return presenceForm(shown, speech, filled);
  }),

  'case.conclude': forThoseWhoMay('meeting.lead', async (asking, at, filled, payload) => {
    const each = caseIn(at, payload);
    if (!each) return undefined;
    const place = timedCases(at.kept).findIndex(({ case: { id } }) => id === each.id) + 1;
    const before = await conclusionOf(asking, at, each);
    return concludeForm({ meeting: at.meeting, case: each, place }, before, at.speech, filled);
  }),

  'minutes.correct': forThoseWhoMay('minutes.write', async (asking, at, filled, payload) => {
    const each = caseIn(at, payload);
    if (!each) return undefined;
    const before = await conclusionOf(asking, at, each);
    return correctForm({ meeting: at.meeting, case: each }, before, at.speech, filled);
  }),

  'minutes.comment': forThoseWhoMay('minutes.comment', async (_, { meeting, speech }, filled) =>
    minutesCommentForm(meeting, speech, filled),
  ),

  'minutes.approve': forThoseWhoMay('minutes.write', async ({ tools }, at, filled) => {
    const standing = await minutesOf(tools, at.meeting.id);
    const unheard = standing && (await unheardOf(tools, standing));
    return approveMinutesForm(at.meeting, unheard && unheardText(at, unheard), at.speech, filled);
  }),

  'follow-up.close': async ({ tools, from, speech }, { followUp: id }, filled) => {
    const kept = typeof id === 'string' ? await followUpOf(tools, id as FollowUpId) : undefined;
    const actor = kept && (await identifyMember(tools, from, kept.value.networkId));
    return kept && actor?.ok ? closeFollowUpForm({ followUp: kept.value }, speech, filled) : undefined;
  },
};

function caseIn({ kept }: AtMeeting, { case: named }: Payload): Case | undefined {
  return typeof named === 'string' || typeof named === 'number' ? caseMeant(kept, named as CaseId) : undefined;
}

async function conclusionOf({ tools }: Asking, { kept }: AtMeeting, { id }: Case): Promise<Conclusion | undefined> {
  const all = await conclusions.all(tools.store, kept.meeting.partition);
  return latestConclusions(all.map(({ value }) => value)).get(id);
}
