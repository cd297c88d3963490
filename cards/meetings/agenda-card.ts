/** The agenda of a meeting: as everyone sees it where the meeting stands, and as it is worked on and sent. */
import type { AgendaChange, CaseOnAgenda } from '../../src/features/meetings/agenda-lines.ts';
import { plannedMinutes } from '../../src/features/meetings/agenda-lines.ts';
import type { Case } from '../../src/features/meetings/case.ts';
import { type Meeting, meetingCan, stateOfMeeting } from '../../src/features/meetings/meeting.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant, PlainDate } from '../../src/world.ts';
import type { Button, Card, List, Note, Part } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { longList } from '../long-list.ts';
import { networkText } from '../networks/network-text.ts';
import { shortened } from '../shortened.ts';
import { caseDetails, caseLabel, meetingWords, numberedTitle, sentTitle, titleOf } from './agenda-words.ts';
import { paperParts } from './case-papers.ts';
import { type FollowUpShown, followUpItems } from './follow-up-items.ts';

/** Leaves room for what else stands in a posting, in two languages. */
const postingRoom = 6_000;
const ownRoom = 10_000;

/** The cases, for a card that shows the meeting; nothing while it has none. Shared state only. */
export function agendaParts(cases: readonly CaseOnAgenda[], speech: Speech, room = postingRoom): readonly Part[] {
  if (cases.length === 0) return [];
  return [
    { kind: 'text', text: speech.say.agenda.agenda.title, weight: 'strong' },
    ...longList(
      cases.map((each, at) => caseItem(each, at + 1, speech)),
      speech,
      room,
    ),
  ];
}

function caseItem(each: CaseOnAgenda, place: number, speech: Speech): List['items'][number] {
  return { label: numberedTitle(each.case, place, speech), value: caseDetails(each, speech) };
}

export type AgendaShown = {
  readonly meeting: Meeting;
  readonly cases: readonly CaseOnAgenda[];
  /** What comes first on it, the next time something is put on it or it is sent. */
  readonly owed: readonly Case[];
  readonly suggested: readonly Case[];
  readonly followUps: readonly FollowUpShown[];
  readonly maySuggest: boolean;
  /** Whether this person orders and sends it. */
  readonly mayOrder: boolean;
  readonly papers: {
    readonly sentAt?: Instant | undefined;
    /** The last day on which they are sent in time. */
    readonly by?: PlainDate | undefined;
    readonly areLate: boolean;
  };
};

/** As it is worked on. @param note what has just been done to it */
export function agendaCard(shown: AgendaShown, speech: Speech, note?: Note): Card {
  const { meeting, cases, followUps } = shown;
  const { agenda: texts } = speech.say.agenda;
  return {
    language: speech.language,
    title: texts.titleOf(meeting.number),
    parts: [
      ...(note ? [note] : []),
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' },
      ...whenParts(meeting, speech),
      ...cancelledParts(meeting, speech),
      ...(isEmpty(shown) ? [{ kind: 'text', text: texts.empty } as const] : agendaParts(cases, speech, ownRoom)),
      ...owedParts(shown.owed, speech),
      ...tooLong(meeting, cases, speech),
      ...suggestedParts(shown, speech),
      ...followUpParts(followUps, speech),
      ...(shown.mayOrder ? papersNote(shown, speech) : []),
      ...buttons(shown, speech),
    ],
  };
}

function isEmpty({ cases, owed }: Pick<AgendaShown, 'cases' | 'owed'>): boolean {
  return cases.length + owed.length === 0;
}

function owedParts(owed: readonly Case[], speech: Speech): readonly Part[] {
  return owed.map(each => ({ kind: 'text', text: speech.say.agenda.agenda.comesFirst(titleOf(each, speech)) }));
}

function whenParts({ settled, place }: Meeting, { span }: Speech): readonly Part[] {
  return [
    ...(settled ? [{ kind: 'text', text: span(settled.startsAt, settled.endsAt) } as const] : []),
    ...(place ? [{ kind: 'text', text: shortened(place, cardLimits.rowLabel), weight: 'subtle' } as const] : []),
  ];
}

function tooLong({ settled }: Meeting, cases: readonly CaseOnAgenda[], { say }: Speech): readonly Part[] {
  const planned = plannedMinutes(cases.map(each => each.case));
  const available = settled ? minutesBetween(settled.startsAt, settled.endsAt) : undefined;
  return available !== undefined && planned > available
    ? [{ kind: 'note', sign: 'warning', text: say.agenda.agenda.tooLong(planned, available) }]
    : [];
}

function minutesBetween(from: Instant, to: Instant): number {
  return Temporal.Instant.from(from).until(to).total('minutes');
}

function suggestedParts(shown: AgendaShown, speech: Speech): readonly Part[] {
  const { suggested, cases } = shown;
  if (suggested.length === 0) return [];
  const { suggested: heading, suggestedToYou } = speech.say.agenda.agenda;
  const items = suggested.map((each, at) => caseItem({ case: each }, cases.length + at + 1, speech));
  return [
    { kind: 'text', text: decides(shown) ? suggestedToYou : heading, weight: 'strong' },
    ...longList(items, speech, postingRoom),
  ];
}

/** Whether it is this person who puts what is suggested on it. */
function decides({ mayOrder, meeting }: AgendaShown): boolean {
  return mayOrder && meetingCan(meeting, 'orderAgenda');
}

/** What earlier meetings agreed to do, and nobody has done yet. */
function followUpParts(followUps: readonly FollowUpShown[], speech: Speech): readonly Part[] {
  if (followUps.length === 0) return [];
  return [
    { kind: 'text', text: speech.say.agenda.followUps.heading, weight: 'strong' },
    ...longList(followUpItems(followUps, speech), speech, followUpRoom),
  ];
}

const followUpRoom = 3_000;

function cancelledParts(meeting: Meeting, { say }: Speech): readonly Part[] {
  const isCancelled = stateOfMeeting(meeting) === 'cancelled';
  return isCancelled ? [{ kind: 'note', sign: 'information', text: say.agenda.agenda.cancelled }] : [];
}

/** When it was sent; or by when it is to be, as long as it can. */
function papersNote({ meeting, papers: { sentAt, by, areLate } }: AgendaShown, speech: Speech): readonly Part[] {
  const { say, when, weekday } = speech;
  const texts = say.agenda.agenda;
  if (sentAt) return [{ kind: 'text', text: texts.sent(when(sentAt)), weight: 'subtle' }];
  if (!by || !meetingCan(meeting, 'sendAgenda')) return [];
  if (areLate) return [{ kind: 'note', sign: 'warning', text: `${texts.notSent} ${texts.papersLate(weekday(by))}` }];
  return [{ kind: 'text', text: `${texts.notSent} ${texts.papersBy(weekday(by))}`, weight: 'subtle' }];
}

/** As many as stand readably under each other; every case can be named in words. */
const mostCaseButtons = 8;

function buttons(shown: AgendaShown, { say }: Speech): readonly Part[] {
  const { meeting, cases, suggested, mayOrder, maySuggest, papers } = shown;
  const texts = say.agenda.buttons;
  const waiting = suggested.slice(0, mostCaseButtons).map(
    (each, at): Button => ({
      label: texts.acceptOne(String(cases.length + at + 1)),
      intent: { type: 'case.accept', meeting: meeting.id, case: each.id },
    }),
  );
  const single = [...cases.map(each => each.case), ...suggested].slice(0, mostCaseButtons).map(
    (each, at): Button => ({
      label: texts.showCase(caseLabel(each, at + 1)),
      intent: { type: 'case.show', meeting: meeting.id, case: each.id },
    }),
  );
  const whole: readonly (Button | false)[] = [
    maySuggest && {
      label: texts.suggest,
      intent: { type: 'case.form', meeting: meeting.id },
      opensForm: true,
    },
    mayOrder &&
      cases.length > 1 &&
      meetingCan(meeting, 'orderAgenda') && {
        label: texts.order,
        intent: { type: 'agenda.order-form', meeting: meeting.id },
        opensForm: true,
      },
    mayOrder && !isEmpty(shown) && meetingCan(meeting, 'sendAgenda') && sendAgendaButton(meeting, papers.areLate, say),
    mayOrder &&
      meetingCan(meeting, 'start') && { label: texts.lead, intent: { type: 'meeting.lead', meeting: meeting.id } },
  ];
  return [
    ...buttonRow(decides(shown) ? waiting : []),
    ...buttonRow(single),
    ...buttonRow(whole.filter(each => each !== false)),
  ];
}

/** Late papers go with a reason, which a form asks for. */
export function sendAgendaButton(meeting: Pick<Meeting, 'id'>, areLate: boolean, say: Speech['say']): Button {
  const label = say.agenda.buttons.sendAgenda;
  return areLate
    ? { label, intent: { type: 'agenda.send-form', meeting: meeting.id }, opensForm: true, weight: 'primary' }
    : { label, intent: { type: 'agenda.send', meeting: meeting.id }, weight: 'primary' };
}

export function buttonRow(all: readonly Button[]): readonly Part[] {
  return all.length > 0 ? [{ kind: 'buttons', buttons: all }] : [];
}

export type AgendaNotice = Pick<AgendaShown, 'meeting' | 'cases' | 'followUps'> & {
  /** The network's name. */
  readonly network: string;
  /** Since it was last sent; none the first time. */
  readonly changes: readonly AgendaChange[];
};

/** What everyone invited is sent: the agenda with its papers, and what is new in it. The same for all of one language. */
export function agendaNoticeCard(notice: AgendaNotice, speech: Speech): Card {
  const { meeting, network, cases, followUps, changes } = notice;
  const { say } = speech;
  return {
    language: speech.language,
    title: say.agenda.agenda.titleOf(meeting.number),
    parts: [
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' },
      networkText(network),
      ...whenParts(meeting, speech),
      ...changeParts(changes, speech),
      ...agendaParts(cases, speech, ownRoom),
      ...papersParts(cases, speech),
      ...followUpParts(followUps, speech),
      { kind: 'buttons', buttons: [agendaButton(meeting, speech)] },
    ],
  };
}

/** To whoever asks for the meeting at hand, or its minutes, when there are none. */
export function noMeetingCard(asked: 'meeting' | 'minutes', { language, say }: Speech): Card {
  const { noMeeting, noMinutes, noMeetingText } = say.agenda.agenda;
  const title = asked === 'meeting' ? noMeeting : noMinutes;
  return { language, title, parts: [{ kind: 'text', text: noMeetingText }] };
}

export function agendaButton({ id }: Pick<Meeting, 'id'>, { say }: Speech): Button {
  return { label: say.agenda.buttons.agenda, intent: { type: 'agenda.show', meeting: id } };
}

function changeParts(changes: readonly AgendaChange[], speech: Speech): readonly Part[] {
  if (changes.length === 0) return [];
  const { changedSince, changes: texts } = speech.say.agenda.agenda;
  const items = changes.map(({ kind, line }) => ({ label: texts[kind](sentTitle(line, speech)) }));
  return [{ kind: 'note', sign: 'information', text: changedSince }, ...longList(items, speech, followUpRoom)];
}

function papersParts(cases: readonly CaseOnAgenda[], speech: Speech): readonly Part[] {
  const { paper, agenda } = speech.say.agenda;
  const all = cases.flatMap(({ case: { links, number } }, at) =>
    links.map(({ title, url }) => ({ label: paper(caseLabel({ number }, at + 1), title), url })),
  );
  if (all.length === 0) return [];
  return [{ kind: 'text', text: agenda.papers, weight: 'strong' }, ...paperParts(all, speech)];
}

/** Where a request cannot be answered with a form: why it is asked for, and the way to it. @param text what was refused */
export function agendaLateCard({ id }: Pick<Meeting, 'id'>, text: string, { language, say }: Speech): Card {
  const button: Button = {
    label: say.buttons.openForm,
    intent: { type: 'agenda.send-form', meeting: id },
    weight: 'primary',
    opensForm: true,
  };
  return {
    language,
    title: say.agenda.sendForm.title,
    parts: [
      { kind: 'note', sign: 'warning', text },
      { kind: 'buttons', buttons: [button] },
    ],
  };
}

/** To whoever presses once more when it has just gone. @param text what was refused */
export function agendaJustSentCard(text: string, { language, say }: Speech): Card {
  return { language, title: say.agenda.agenda.justSent, parts: [{ kind: 'note', sign: 'information', text }] };
}

/** To whoever sent it, when it went to so few that it is on its way. */
export function agendaSentCard(
  { number }: Pick<Meeting, 'number'>,
  { cases, people, waiting }: { readonly cases: number; readonly people: number; readonly waiting: number },
  speech: Speech,
): Card {
  const { sentTitle: title, sentText } = speech.say.agenda.agenda;
  return {
    language: speech.language,
    title: title(number),
    parts: [{ kind: 'note', sign: 'done', text: sentText(cases, people) }, ...waitingNotes(waiting, speech)],
  };
}

/** To whoever sends it: suggestions that nobody has decided on are not in it. */
export function waitingNotes(waiting: number, { say }: Speech): readonly Note[] {
  return waiting > 0 ? [{ kind: 'note', sign: 'warning', text: say.agenda.agenda.undecided(waiting) }] : [];
}
