/** Intents about minutes → workflow → what the person is told. */

import type { Part } from '../../../cards/card.ts';
import { doneNote } from '../../../cards/done-note.ts';
import { concludedParts } from '../../../cards/meetings/agenda-lead-card.ts';
import { correctForm } from '../../../cards/meetings/agenda-lead-forms.ts';
import { minutesCard, minutesCaseCard } from '../../../cards/meetings/minutes-card.ts';
import {
  approveMinutesForm,
  commentedCard,
  minutesCommentForm,
  minutesSentCard,
  minutesUnheardCard,
} from '../../../cards/meetings/minutes-whispers.ts';
import { approveMinutes, mayApprove, unheardOf } from '../../features/meetings/approve-minutes.ts';
import { latestConclusions } from '../../features/meetings/case-conclusion.ts';
import { conclusions } from '../../features/meetings/case-store.ts';
import { commentOnMinutes } from '../../features/meetings/comment-on-minutes.ts';
import { concludeCase } from '../../features/meetings/conclude-case.ts';
import { mayCorrect } from '../../features/meetings/correct-minutes.ts';
import type { MeetingId } from '../../features/meetings/meeting.ts';
import { aboutMeeting } from '../../features/meetings/meeting-store.ts';
import { type Minutes, stateOfMinutes, type Unheard } from '../../features/meetings/minutes.ts';
import { minutesOf } from '../../features/meetings/minutes-store.ts';
import { rewordMinutes } from '../../features/meetings/reword-minutes.ts';
import { sendMinutes } from '../../features/meetings/send-minutes.ts';
import { allowed } from '../../features/networks/identify-member.ts';
import { may } from '../../features/networks/who-may.ts';
import type { Kept } from '../../store/collection.ts';
import { type Answer, type Asking, type Handlers, openForm, refuse } from '../asking.ts';
import { showSending } from '../deliveries/delivery-sendings.ts';
import { type AtMeeting, caseMeant, nearest, withMeeting } from './agenda-asking.ts';
import { shownMinutes } from './agenda-shown.ts';

type Rows = `minutes.${
  | 'show'
  | 'form'
  | 'correct'
  | 'reword'
  | 'send'
  | 'comment-form'
  | 'comment'
  | 'approve-form'
  | 'approve'}`;

export const minutesHandlers: Pick<Handlers, Rows> = {
  'minutes.show': (asking, { meeting }) =>
    withMinutes(asking, meeting, (at, standing) => showMinutes(asking, at, standing.value)),

  'minutes.form': (asking, { meeting, case: named }) =>
    withMinutes(asking, meeting, async (at, standing) => {
      if (named === undefined) return showMinutes(asking, at, standing.value);
      const each = caseMeant(at.kept, named);
      if (!each) return refuse({ code: 'no-case' }, at.speech);
      const { version } = await shownMinutes(asking.tools, asking.settings, at.actor, at.meeting, standing.value);
      const told = version.content.cases.find(({ id }) => id === each.id);
      if (!told) return refuse({ code: 'no-case' }, at.speech);
      if (!may(at.actor.roles, 'minutes.write') || !mayCorrect(at.meeting, standing).ok) {
        return { whisper: minutesCaseCard(at.meeting, told, at.speech) };
      }
      const all = await conclusions.all(asking.tools.store, at.kept.meeting.partition);
      const before = latestConclusions(all.map(({ value }) => value)).get(each.id);
      const form = correctForm({ meeting: at.meeting, case: each }, before, at.speech);
      const opensIt = { type: 'minutes.form', meeting: at.meeting.id, case: each.id } as const;
      return openForm(asking, form, opensIt, at.speech);
    }),

  'minutes.correct': (asking, { meeting, case: named, seen, ...words }) =>
    withMinutes(asking, meeting, async at => {
      const each = caseMeant(at.kept, named);
      if (!each) return refuse({ code: 'no-case' }, at.speech);
      const corrected = await concludeCase(asking.tools, at.actor, at.meeting.id, { id: each.id, seen }, words);
      if (!corrected.ok) return refuse(corrected.refusal, at.speech);
      const said = at.speech.say.agenda.minutesCard.corrected;
      return showNow(asking, at, concludedParts(said, corrected.value.conclusion, at.speech));
    }),

  'minutes.reword': (asking, { meeting, language }) =>
    withMinutes(asking, meeting, async at => {
      const reworded = await rewordMinutes(asking.tools, at.actor, at.meeting.id, language);
      return reworded.ok
        ? showNow(asking, at, [doneNote(at.speech.say.agenda.minutesCard.reworded)])
        : refuse(reworded.refusal, at.speech);
    }),

  'minutes.send': (asking, { meeting }) =>
    withMinutes(asking, meeting, async at => {
      const sent = await sendMinutes(asking.tools, at.actor, at.meeting.id);
      if (!sent.ok) return refuse(sent.refusal, at.speech);
      const { minutes, people } = sent.value;
      const about = aboutMeeting(at.meeting).thing;
      const { waiting } = minutes;
      if (waiting) return showSending(asking, at.actor, { about, sending: waiting.sending }, at.speech);
      const isMine = minutes.sent.at(-1)?.request === at.actor.requestKey;
      return isMine
        ? { whisper: minutesSentCard(at.meeting, people.length, at.speech) }
        : showMinutes(asking, at, minutes);
    }),

  'minutes.comment-form': (asking, { meeting }) =>
    withMinutes(asking, meeting, async at => {
      const right = allowed(at.actor, 'minutes.comment');
      if (!right.ok) return refuse(right.refusal, at.speech);
      const opensIt = { type: 'minutes.comment-form', meeting: at.meeting.id } as const;
      return openForm(asking, minutesCommentForm(at.meeting, at.speech), opensIt, at.speech);
    }),

  'minutes.comment': (asking, { meeting, comment }) =>
    withMinutes(asking, meeting, async at => {
      const given = await commentOnMinutes(asking.tools, at.actor, at.meeting.id, comment);
      return given.ok ? { whisper: commentedCard(at.speech) } : refuse(given.refusal, at.speech);
    }),

  'minutes.approve-form': (asking, { meeting }) =>
    withMinutes(asking, meeting, async (at, standing) => {
      const right = allowed(at.actor, 'minutes.write');
      if (!right.ok) return refuse(right.refusal, at.speech);
      const open = mayCorrect(at.meeting, standing);
      const may = open.ok ? mayApprove(at.meeting.number, standing.value) : open;
      if (!may.ok) return refuse(may.refusal, at.speech);
      const opensIt = { type: 'minutes.approve-form', meeting: at.meeting.id } as const;
      const unheard = await unheardOf(asking.tools, standing);
      const form = approveMinutesForm(at.meeting, unheard && unheardText(at, unheard), at.speech);
      return openForm(asking, form, opensIt, at.speech);
    }),

  'minutes.approve': (asking, { meeting, reason }) =>
    withMinutes(asking, meeting, async at => {
      const approved = await approveMinutes(asking.tools, at.actor, at.meeting.id, reason);
      if (approved.ok) return showNow(asking, at, [doneNote(at.speech.say.agenda.minutesCard.approved)]);
      const { refusal } = approved;
      if (refusal.code !== 'minutes-unheard') return refuse(refusal, at.speech);
      return { whisper: minutesUnheardCard(at.meeting, at.speech.refusal(refusal), at.speech), refusal };
    }),
};

/** What speaks against approving them, in the words of the refusal. */
export function unheardText({ meeting: { number }, speech }: AtMeeting, unheard: Unheard): string {
  return speech.refusal({ code: 'minutes-unheard', field: 'reason', number, ...unheard });
}

/** A draft is the secretariat's own: to others there are no minutes before they are sent. */
function withMinutes(
  asking: Asking,
  meeting: MeetingId | number | undefined,
  work: (at: AtMeeting, standing: Kept<Minutes>) => Promise<Answer>,
): Promise<Answer> {
  return withMeeting(asking, meeting, nearest.minutes, async at => {
    const standing = await minutesOf(asking.tools, at.meeting.id);
    const isSecret = standing && stateOfMinutes(standing.value) === 'draft' && !may(at.actor.roles, 'minutes.write');
    if (standing && !isSecret) return work(at, standing);
    const code = standing ? 'minutes-not-sent' : 'no-minutes';
    return refuse({ code, number: at.meeting.number }, at.speech);
  });
}

async function showMinutes(asking: Asking, at: AtMeeting, minutes: Minutes, first?: readonly Part[]): Promise<Answer> {
  const shown = await shownMinutes(asking.tools, asking.settings, at.actor, at.meeting, minutes);
  // Told to the person alone: the links in it are theirs.
  return { whisper: minutesCard(shown, at.speech, first) };
}

/** As they stand after what was just done. */
async function showNow(asking: Asking, at: AtMeeting, first: readonly Part[]): Promise<Answer> {
  const now = await minutesOf(asking.tools, at.meeting.id);
  if (!now) throw new Error('Minutes that were just written cannot be read');
  return showMinutes(asking, at, now.value, first);
}
