/** Intents of whoever leads a meeting → workflow → what they are told: how it stands, and what comes next. */

import type { Card, Part } from '../../../cards/card.ts';
import { doneNote } from '../../../cards/done-note.ts';
import { concludedParts, leadCard, presenceButton } from '../../../cards/meetings/agenda-lead-card.ts';
import { concludeForm, endForm, presenceForm, startForm } from '../../../cards/meetings/agenda-lead-forms.ts';
import { caseLabel } from '../../../cards/meetings/agenda-words.ts';
import { mayNow } from '../../features/meetings/agenda-meeting.ts';
import type { Case, CaseId } from '../../features/meetings/case.ts';
import { readAgenda } from '../../features/meetings/case-store.ts';
import { concludeCase } from '../../features/meetings/conclude-case.ts';
import { mayCorrect } from '../../features/meetings/correct-minutes.ts';
import { endMeeting } from '../../features/meetings/end-meeting.ts';
import { type MeetingDeed, meetingCan } from '../../features/meetings/meeting.ts';
import { type MinutesLanguage, minutesLanguages } from '../../features/meetings/minutes.ts';
import { minutesOf } from '../../features/meetings/minutes-store.ts';
import { recordPresence } from '../../features/meetings/record-presence.ts';
import { startMeeting } from '../../features/meetings/start-meeting.ts';
import { allowed } from '../../features/networks/identify-member.ts';
import type { Language } from '../../features/networks/network.ts';
import type { Refusal } from '../../texts/refusal.ts';
import { later } from '../../world.ts';
import { type Answer, type Asking, type Handlers, openForm, refuse } from '../asking.ts';
import { type AtMeeting, caseMeant, nearest, withMeeting } from './agenda-asking.ts';
import { shownLead, shownPresence } from './agenda-shown.ts';
import { memberNames } from './with-meeting.ts';

type Rows =
  | `meeting.${'lead' | 'start-form' | 'start' | 'end-form' | 'end'}`
  | `presence.${'form' | 'record'}`
  | `case.${'conclude-form' | 'conclude'}`;

export const leadHandlers: Pick<Handlers, Rows> = {
  'meeting.lead': (asking, { meeting }) =>
    leading(asking, meeting, undefined, async at => ({ whisper: await lead(asking, at) })),

  'meeting.start-form': (asking, { meeting }) => leading(asking, meeting, 'start', at => openStart(asking, at)),

  'meeting.start': (asking, { meeting, early }) =>
    leading(asking, meeting, undefined, async at => {
      if (!early && isEarly(asking, at)) return openStart(asking, at);
      const started = await startMeeting(asking.tools, at.actor, at.meeting.id);
      return started.ok ? { whisper: await leadNow(asking, at) } : notDone(asking, at, 'start', started.refusal);
    }),

  'presence.form': (asking, { meeting, from }) =>
    leading(asking, meeting, 'writeMinutes', async at => {
      const standing = await minutesOf(asking.tools, at.meeting.id);
      const open = standing && mayCorrect(at.meeting, standing);
      if (open?.ok === false) return refuse(open.refusal, at.speech);
      const shown = await shownPresence(asking.tools, at.actor, at.kept, from);
      const opensIt = { type: 'presence.form', meeting: at.meeting.id, from } as const;
      return openForm(asking, presenceForm(shown, at.speech), opensIt, at.speech);
    }),

  'presence.record': (asking, { meeting, ...ticked }) =>
    leading(asking, meeting, undefined, async at => {
      const recorded = await recordPresence(asking.tools, at.actor, at.meeting.id, ticked);
      if (!recorded.ok) return refuse(recorded.refusal, at.speech);
      const { say } = at.speech;
      const card = await leadNow(asking, at, [doneNote(say.agenda.presenceForm.recorded)]);
      const { next } = recorded.value;
      if (next === undefined) return { whisper: card };
      const more = presenceButton(at.meeting, say.agenda.buttons.presenceNext, next);
      return { whisper: { ...card, parts: [{ kind: 'buttons', buttons: [more] }, ...card.parts] } };
    }),

  'case.conclude-form': (asking, { meeting, case: named }) =>
    leading(asking, meeting, 'concludeCase', async at => {
      const { cases, conclusions } = await shownLead(asking.tools, at.actor, at.kept);
      const each = named === undefined ? firstLeft(cases, conclusions) : caseMeant(at.kept, named);
      if (!each) return refuse({ code: 'no-case' }, at.speech);
      const place = cases.findIndex(({ id }) => id === each.id) + 1;
      const shown = { meeting: at.meeting, case: each, place };
      const opensIt = { type: 'case.conclude-form', meeting: at.meeting.id, case: each.id } as const;
      return openForm(asking, concludeForm(shown, conclusions.get(each.id), at.speech), opensIt, at.speech);
    }),

  'case.conclude': (asking, { meeting, case: named, seen, ...words }) =>
    leading(asking, meeting, undefined, async at => {
      const each = caseMeant(at.kept, named);
      if (!each) return refuse({ code: 'no-case' }, at.speech);
      const concluded = await concludeCase(asking.tools, at.actor, at.meeting.id, { id: each.id, seen }, words);
      if (!concluded.ok) return refuse(concluded.refusal, at.speech);
      const title = at.speech.say.agenda.concludedTitle(caseLabel(each, 0));
      return { whisper: await leadNow(asking, at, concludedParts(title, concluded.value.conclusion, at.speech)) };
    }),

  'meeting.end-form': (asking, { meeting }) =>
    leading(asking, meeting, 'end', async at => {
      const { cases, conclusions, present } = await shownLead(asking.tools, at.actor, at.kept);
      const form = endForm(
        {
          meeting: at.meeting,
          cases,
          unconcluded: cases.filter(({ id }) => !conclusions.has(id)),
          isPresenceRecorded: present !== undefined,
          minutesLanguage: minutesLanguageOf(at),
        },
        at.speech,
      );
      return openForm(asking, form, { type: 'meeting.end-form', meeting: at.meeting.id }, at.speech);
    }),

  'meeting.end': (asking, { meeting, language }) =>
    leading(asking, meeting, undefined, async at => {
      const chosen = language ?? minutesLanguageOf(at);
      const ended = await endMeeting(asking.tools, at.actor, at.meeting.id, chosen);
      return ended.ok ? { whisper: await leadNow(asking, at) } : notDone(asking, at, 'end', ended.refusal);
    }),
};

async function openStart(asking: Asking, at: AtMeeting): Promise<Answer> {
  const { actor, meeting, kept, speech } = at;
  const { cases, groups } = await shownLead(asking.tools, actor, kept);
  const shown = { meeting, cases, groups, starter: actor.member.name, isEarly: isEarly(asking, at) };
  return openForm(asking, startForm(shown, speech), { type: 'meeting.start-form', meeting: meeting.id }, speech);
}

const dayMs = 24 * 3_600_000;

/** A meeting that has begun can neither be moved nor cancelled, so long before its time it is asked once more. */
function isEarly({ tools }: Asking, { meeting }: AtMeeting): boolean {
  if (!meetingCan(meeting, 'start') || !meeting.settled) return false;
  return meeting.settled.startsAt > later(tools.world.clock.now(), dayMs);
}

/** In the Norwegian of whoever leads, else in the first the network uses, else in bokmål. */
function minutesLanguageOf({ actor: { network }, speech: { language } }: AtMeeting): MinutesLanguage {
  return [language, ...network.languages].find(isMinutesLanguage) ?? 'nb';
}

function isMinutesLanguage(language: Language): language is MinutesLanguage {
  return minutesLanguages.some(each => each === language);
}

function firstLeft(cases: readonly Case[], conclusions: ReadonlyMap<CaseId, unknown>): Case | undefined {
  return cases.find(({ id }) => !conclusions.has(id)) ?? cases[0];
}

/** For those who lead alone. @param deed refused here when the meeting is not where it can be done */
function leading(
  asking: Asking,
  meeting: Parameters<typeof withMeeting>[1],
  deed: MeetingDeed | undefined,
  work: (at: AtMeeting) => Promise<Answer>,
): Promise<Answer> {
  return withMeeting(asking, meeting, nearest.lead, async at => {
    const right = allowed(at.actor, 'meeting.lead');
    if (!right.ok) return refuse(right.refusal, at.speech);
    const state = deed && mayNow(at.meeting, deed);
    return deed && state?.ok === false ? notDone(asking, at, deed, state.refusal) : work(at);
  });
}

/** What was started or ended before is shown as it stands, with who did it; anything else is refused. */
async function notDone(asking: Asking, at: AtMeeting, deed: MeetingDeed, refusal: Refusal): Promise<Answer> {
  if (refusal.code !== 'meeting-state' || (deed !== 'start' && deed !== 'end')) return refuse(refusal, at.speech);
  const kept = await readAgenda(asking.tools, at.meeting.id);
  const { started, ended } = kept?.meeting.value ?? at.meeting;
  const before = deed === 'start' ? started : ended;
  if (!before) return refuse(refusal, at.speech);
  const { doneBy, doneByYou } = at.speech.say.agenda.lead;
  const when = at.speech.when(before.at);
  const nameOf = await memberNames(asking.tools, at.actor.network.id);
  const isOwn = before.by === at.actor.member.id;
  const text = isOwn ? doneByYou[deed](when) : doneBy[deed](nameOf(before.by), when);
  return { whisper: await leadNow(asking, at, [{ kind: 'note', sign: 'information', text }]) };
}

async function lead(asking: Asking, { actor, kept, speech }: AtMeeting, first?: readonly Part[]): Promise<Card> {
  return leadCard(await shownLead(asking.tools, actor, kept), speech, first);
}

/** As it stands after what was just done. */
async function leadNow(asking: Asking, at: AtMeeting, first?: readonly Part[]): Promise<Card> {
  const kept = await readAgenda(asking.tools, at.meeting.id);
  return lead(asking, { ...at, kept: kept ?? at.kept }, first);
}
