/** Intents about cases and the agenda → workflow → what the person is told. */

import type { Note } from '../../../cards/card.ts';
import { doneNote } from '../../../cards/done-note.ts';
import {
  agendaCard,
  agendaJustSentCard,
  agendaLateCard,
  agendaSentCard,
  waitingNotes,
} from '../../../cards/meetings/agenda-card.ts';
import { orderForm, sendAgendaForm } from '../../../cards/meetings/agenda-forms.ts';
import { type CaseDeed, caseCard } from '../../../cards/meetings/case-card.ts';
import { caseForm } from '../../../cards/meetings/case-forms.ts';
import { acceptCase } from '../../features/meetings/accept-case.ts';
import { casesSuggested } from '../../features/meetings/agenda-lines.ts';
import { changeable, mayNow } from '../../features/meetings/agenda-meeting.ts';
import { agendaMessage } from '../../features/meetings/agenda-messages.ts';
import type { Case, CaseId } from '../../features/meetings/case.ts';
import { type AgendaKept, readAgenda } from '../../features/meetings/case-store.ts';
import { editCase } from '../../features/meetings/edit-case.ts';
import { aboutMeeting } from '../../features/meetings/meeting-store.ts';
import { noticeDays } from '../../features/meetings/notice.ts';
import { orderAgenda } from '../../features/meetings/order-agenda.ts';
import { sendAgenda } from '../../features/meetings/send-agenda.ts';
import { type CaseIn, suggestCase } from '../../features/meetings/suggest-case.ts';
import { timedCases } from '../../features/meetings/timed-cases.ts';
import { withdrawCase } from '../../features/meetings/withdraw-case.ts';
import { allowed } from '../../features/networks/identify-member.ts';
import type { Outcome } from '../../outcome.ts';
import type { Refusal } from '../../texts/refusal.ts';
import { type Answer, type Asking, type Handlers, openForm, refuse } from '../asking.ts';
import { showMade } from '../deliveries/delivery-sendings.ts';
import { type AtMeeting, caseMeant, nearest, withMeeting } from './agenda-asking.ts';
import { shownAgenda, shownCase } from './agenda-shown.ts';

type Rows =
  | `agenda.${'show' | 'order-form' | 'order' | 'send-form' | 'send'}`
  | `case.${'form' | 'suggest' | 'show' | 'edit-form' | 'edit' | 'accept' | 'withdraw'}`;

export const caseHandlers: Pick<Handlers, Rows> = {
  'agenda.show': (asking, { meeting }) =>
    withMeeting(asking, meeting, nearest.agenda, at => showAgenda(asking, at, at.kept)),

  'agenda.order-form': (asking, { meeting }) =>
    withMeeting(asking, meeting, nearest.agenda, async at => {
      const right = allowed(at.actor, 'agenda.order');
      if (!right.ok) return refuse(right.refusal, at.speech);
      const state = mayNow(at.meeting, 'orderAgenda');
      if (!state.ok) return refuse(state.refusal, at.speech);
      const cases = timedCases(at.kept).map(each => each.case);
      if (cases.length === 0) return refuse({ code: 'no-cases', number: at.meeting.number }, at.speech);
      const form = orderForm(at.meeting, cases, at.kept.agenda?.value.revision ?? 0, at.speech);
      return openForm(asking, form, { type: 'agenda.order-form', meeting: at.meeting.id }, at.speech);
    }),

  'agenda.order': (asking, { meeting, order, seen }) =>
    withMeeting(asking, meeting, nearest.agenda, async at => {
      const ordered = await orderAgenda(asking.tools, at.actor, at.meeting.id, order, seen);
      if (ordered.ok) return showAgendaNow(asking, at, doneNote(at.speech.say.agenda.agenda.ordered));
      const { refusal } = ordered;
      if (refusal.code !== 'agenda-changed') return refuse(refusal, at.speech);
      const now = await showAgendaNow(asking, at, { kind: 'note', sign: 'warning', text: at.speech.refusal(refusal) });
      return { ...now, refusal };
    }),

  'agenda.send-form': (asking, { meeting }) =>
    withMeeting(asking, meeting, nearest.agenda, async at => {
      const right = allowed(at.actor, 'agenda.order');
      if (!right.ok) return refuse(right.refusal, at.speech);
      const state = mayNow(at.meeting, 'sendAgenda');
      if (!state.ok) return refuse(state.refusal, at.speech);
      return openSendForm(asking, at);
    }),

  'agenda.send': (asking, { meeting, reason }) =>
    withMeeting(asking, meeting, nearest.agenda, at => send(asking, at, reason)),

  'case.form': (asking, { meeting, title }) =>
    withMeeting(asking, meeting, nearest.agenda, async at => {
      const right = allowed(at.actor, 'case.suggest');
      if (!right.ok) return refuse(right.refusal, at.speech);
      const state = mayNow(at.meeting, 'suggestCase');
      if (!state.ok) return refuse(state.refusal, at.speech);
      const form = caseForm(at.meeting, at.speech, { values: { title }, errors: {} });
      return openForm(asking, form, { type: 'case.form', meeting: at.meeting.id, title }, at.speech);
    }),

  'case.suggest': (asking, { meeting, ...words }) =>
    withMeeting(asking, meeting, nearest.agenda, async at =>
      tellCase(asking, at, await suggestCase(asking.tools, at.actor, at.meeting.id, words), 'suggested'),
    ),

  'case.show': (asking, intent) =>
    withCase(asking, intent, async (at, each) => ({
      whisper: caseCard(await shownCase(asking.tools, at.actor, at.kept, each), at.speech),
    })),

  'case.edit-form': (asking, intent) =>
    withCase(asking, intent, async (at, each) => {
      const may = await changeable(asking.tools, at.actor, at.kept, each, 'edit');
      if (!may.ok) return refuse(may.refusal, at.speech);
      const form = caseForm(at.meeting, at.speech, undefined, each);
      const opensIt = { type: 'case.edit-form', meeting: at.meeting.id, case: each.id } as const;
      return openForm(asking, form, opensIt, at.speech);
    }),

  'case.edit': (asking, { meeting, case: named, seen, ...words }) =>
    withCase(asking, { meeting, case: named }, async (at, { id }) =>
      tellCase(asking, at, await editCase(asking.tools, at.actor, at.meeting.id, { id, seen }, words), 'edited'),
    ),

  'case.accept': (asking, intent) =>
    withCase(asking, intent, async (at, { id }) =>
      tellCase(asking, at, await acceptCase(asking.tools, at.actor, at.meeting.id, id), 'accepted'),
    ),

  'case.withdraw': (asking, intent) =>
    withCase(asking, intent, async (at, { id }) =>
      tellCase(asking, at, await withdrawCase(asking.tools, at.actor, at.meeting.id, id), 'withdrawn'),
    ),
};

export type CaseNamed = {
  readonly meeting?: Parameters<typeof withMeeting>[1];
  readonly case?: CaseId | number | undefined;
};

/** Does work on one case of a meeting. */
export function withCase(
  asking: Asking,
  { meeting, case: named }: CaseNamed,
  work: (at: AtMeeting, each: Case) => Promise<Answer>,
): Promise<Answer> {
  return withMeeting(asking, meeting, nearest.agenda, async at => {
    const each = named === undefined ? undefined : caseMeant(at.kept, named);
    return each ? work(at, each) : refuse({ code: 'no-case' }, at.speech);
  });
}

async function showAgenda(asking: Asking, at: AtMeeting, kept: AgendaKept, note?: Note): Promise<Answer> {
  const shown = await shownAgenda(asking.tools, at.actor, kept);
  const card = agendaCard(shown, at.speech, note);
  return shown.mayOrder || asking.from.place.kind === 'personal' ? { whisper: card } : { answer: card };
}

/** As it stands after what was just done. */
async function showAgendaNow(asking: Asking, at: AtMeeting, note: Note): Promise<Answer> {
  const kept = await readAgenda(asking.tools, at.meeting.id);
  return showAgenda(asking, at, kept ?? at.kept, note);
}

async function tellCase(
  asking: Asking,
  at: AtMeeting,
  outcome: Outcome<CaseIn, Refusal>,
  deed: CaseDeed,
): Promise<Answer> {
  if (!outcome.ok) return refuse(outcome.refusal, at.speech);
  const kept = (await readAgenda(asking.tools, at.meeting.id)) ?? at.kept;
  const shown = await shownCase(asking.tools, at.actor, kept, outcome.value.case);
  return { whisper: caseCard(shown, at.speech, deed) };
}

/** To more than a few it is shown before it goes; late papers are asked about first. */
async function send(asking: Asking, at: AtMeeting, reason: string | undefined): Promise<Answer> {
  const sent = await sendAgenda(asking.tools, at.actor, at.meeting.id, reason);
  if (!sent.ok) {
    const { refusal } = sent;
    const text = at.speech.refusal(refusal);
    if (refusal.code === 'agenda-just-sent') return { whisper: agendaJustSentCard(text, at.speech), refusal };
    if (refusal.code !== 'papers-late') return refuse(refusal, at.speech);
    return { whisper: agendaLateCard(at.meeting, text, at.speech), refusal };
  }
  const { meeting, cases, people, sending } = sent.value;
  const about = aboutMeeting(meeting).thing;
  const waiting = casesSuggested(at.kept.cases.map(({ value }) => value)).length;
  const notes = waitingNotes(waiting, at.speech);
  const made = await showMade(asking, at.actor, { about, words: agendaMessage(sending), notes }, at.speech);
  return made ?? { whisper: agendaSentCard(meeting, { cases, people: people.length, waiting }, at.speech) };
}

async function openSendForm(asking: Asking, { actor, meeting, speech }: AtMeeting): Promise<Answer> {
  const { network } = actor;
  const now = asking.tools.world.clock.now();
  const days = meeting.settled ? noticeDays(meeting.settled.startsAt, network, now) : 0;
  const form = sendAgendaForm(meeting, { days, rule: network.rules.papersDays }, speech);
  return openForm(asking, form, { type: 'agenda.send-form', meeting: meeting.id }, speech);
}
