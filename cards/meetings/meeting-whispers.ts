/** Words about a meeting for one person alone, in answer to what they did. */
import type { TimesAnswered } from '../../src/features/meetings/answer-times.ts';
import type { Attends } from '../../src/features/meetings/attend-meeting.ts';
import {
  type Attendance,
  type Meeting,
  meetingCan,
  type ProposedTime,
  type TimeAnswer,
} from '../../src/features/meetings/meeting.ts';
import type { GroupPresence } from '../../src/features/meetings/representation.ts';
import type { Party, Seat } from '../../src/features/networks/network.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, Note, Part } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { longList } from '../long-list.ts';
import { shortened } from '../shortened.ts';
import { type RemindersShown, reminderDates } from '../year/reminder-dates.ts';
import { groupParts, nameLength, numberOf } from './meeting-card.ts';
import { meetingFacts, reasonText, someOf, spanText, titleText } from './meeting-words.ts';

export type SeatAndParty = { readonly seat: Seat; readonly party: Party | undefined };

/** A seat in a sentence: «plass 3, Alta kommune». */
export function seatWords({ seat, party }: SeatAndParty, { say }: Speech): string {
  return shortened(say.meeting.messages.seat(seat.number, party?.name ?? ''), cardLimits.buttonLabel * 2);
}

/** The same in brackets: «plass 3, Alta kommune». */
export function seatName(each: SeatAndParty, { say }: Speech): string {
  return say.meeting.whispers.seatName(each.seat.number, partyName(each));
}

export type LeaderShown = {
  readonly meeting: Meeting;
  /** The best first; with which of them are nearer than the network's notice. */
  readonly times: readonly { readonly time: ProposedTime; readonly isShortNotice: boolean }[];
};

/** What was done nearer than the network's rules, and why; of what was done again the last alone. */
export function exceptionParts({ exceptions }: Meeting, { say }: Speech): readonly Part[] {
  const { excused } = say.meeting;
  const last = (['notice', 'papers'] as const).flatMap(kind => exceptions.findLast(each => each.kind === kind) ?? []);
  return last.map(({ kind, days, reason }) => ({
    kind: 'note',
    sign: 'information',
    text: excused[kind](days, reasonText(reason)),
  }));
}

/** What those who lead can do with a meeting now, from the same table as the rules; what cannot be undone stands last. */
export function leaderParts({ meeting, times }: LeaderShown, speech: Speech): readonly Part[] {
  const { buttons } = speech.say.meeting;
  const { id } = meeting;
  const settle = meetingCan(meeting, 'settle') ? times.map(each => settleButton(meeting, each, speech)) : [];
  const others: readonly (Button | false)[] = [
    meetingCan(meeting, 'attend') && { label: buttons.invite, intent: { type: 'meeting.invite', meeting: id } },
    meetingCan(meeting, 'move') && {
      label: buttons.move,
      intent: { type: 'meeting.move-form', meeting: id },
      opensForm: true,
    },
    meetingCan(meeting, 'cancel') && {
      label: buttons.cancel,
      intent: { type: 'meeting.cancel-form', meeting: id },
      weight: 'danger',
      opensForm: true,
    },
  ];
  const rest = others.filter(button => button !== false);
  return [
    ...(settle.length > 0 ? [{ kind: 'buttons', buttons: settle } as const] : []),
    ...(rest.length > 0 ? [{ kind: 'buttons', buttons: rest } as const] : []),
  ];
}

/** One press settles; where a reason is asked for, the press opens the form for it. */
function settleButton({ id }: Meeting, { time, isShortNotice }: LeaderShown['times'][number], speech: Speech): Button {
  const { buttons } = speech.say.meeting;
  const label = shortened(
    buttons.settle(numberOf(time.id), speech.span(time.startsAt, time.endsAt)),
    cardLimits.buttonLabel,
  );
  return isShortNotice
    ? { label, intent: { type: 'meeting.settle-form', meeting: id, time: time.id }, opensForm: true }
    : { label, intent: { type: 'meeting.settle', meeting: id, time: time.id } };
}

export type ProposedShown = LeaderShown & {
  readonly channels: number;
  /** How many in no channel get the question by themselves. */
  readonly apart: number;
  /** Who is asked, and no way leads to: by name, with their seats. */
  readonly unreached: readonly string[];
  readonly canMail: boolean;
  readonly reminders: RemindersShown;
};

/** What was read of the times that were written, so that a misreading is seen at once. */
export function meetingProposedCard(shown: ProposedShown, speech: Speech): Card {
  const { meeting, channels, reminders } = shown;
  const { whispers, ...texts } = speech.say.meeting;
  return {
    language: speech.language,
    title: whispers.proposed(meeting.number),
    parts: [
      { kind: 'note', sign: 'done', text: [whispers.proposedText(channels), ...apartWords(shown, speech)].join(' ') },
      ...unreachedParts(shown, speech),
      { kind: 'text', text: titleText(meeting), weight: 'strong' },
      { kind: 'text', text: whispers.reading },
      {
        kind: 'list',
        items: meeting.times.map(time => ({ label: texts.time(numberOf(time.id), spanText(time, speech)) })),
      },
      ...(meeting.answersBy ? [{ kind: 'text', text: texts.answersBy(speech.when(meeting.answersBy)) } as const] : []),
      reminderDates(reminders, speech),
      { kind: 'text', text: whispers.settleHere, weight: 'subtle' },
      ...leaderParts(shown, speech),
    ],
  };
}

function apartWords({ apart }: Pick<ProposedShown, 'apart'>, { say }: Speech): readonly string[] {
  return apart > 0 ? [say.meeting.whispers.askedApart(apart)] : [];
}

/** Who is asked in vain, and what is to be done about it. */
export function unreachedParts(
  { unreached, canMail }: Pick<ProposedShown, 'unreached' | 'canMail'>,
  speech: Speech,
): readonly Note[] {
  if (unreached.length === 0) return [];
  const names = someOf(
    unreached.map(name => shortened(name, cardLimits.buttonLabel * 2)),
    mostUnfilled,
    speech,
  );
  return [{ kind: 'note', sign: 'warning', text: speech.say.meeting.whispers.unreached(names, canMail) }];
}

export type TimesAnsweredShown = Pick<TimesAnswered, 'meeting' | 'answer'> & {
  readonly seat: SeatAndParty;
  /** Who gave the answer this one takes the place of, when it was another. */
  readonly replaced?: { readonly by: string; readonly at: TimeAnswer['at'] } | undefined;
  /** Further seats this person may answer for, and nobody has yet. */
  readonly others: readonly SeatAndParty[];
};

export function timesAnsweredCard(shown: TimesAnsweredShown, speech: Speech): Card {
  const { meeting, answer, seat, replaced, others } = shown;
  const { whispers, buttons } = speech.say.meeting;
  const given = meeting.times.filter(({ id }) => answer.answers[id] !== undefined).length;
  const rest: Button = { label: buttons.answer, ...answerFor(meeting, seat) };
  return {
    language: speech.language,
    title: whispers.registered(meeting.number),
    parts: [
      { kind: 'list', items: answerItems(meeting, answer.answers, speech) },
      ...(given < meeting.times.length
        ? [
            { kind: 'note', sign: 'information', text: whispers.someTimes(given, meeting.times.length) } as const,
            { kind: 'buttons', buttons: [rest] } as const,
          ]
        : []),
      ...(replaced ? [{ kind: 'text', text: whispers.replaced(replaced.by, speech.when(replaced.at)) } as const] : []),
      { kind: 'text', text: whispers.forSeat(seat.seat.number, partyName(seat)) },
      { kind: 'text', text: whispers.canChange, weight: 'subtle' },
      ...seatParts(others, whispers.alsoSeats, each => answerFor(meeting, each), speech),
    ],
  };
}

function answerItems({ times }: Meeting, answers: TimeAnswer['answers'], speech: Speech) {
  const texts = speech.say.meeting;
  return times.map(time => {
    const given = answers[time.id];
    return {
      label: texts.time(numberOf(time.id), spanText(time, speech)),
      value: given ? texts.availabilities[given] : texts.notAnswered,
    };
  });
}

type Carrying = Pick<Button, 'intent' | 'opensForm'>;

function answerFor({ id: meeting }: Meeting, { seat }: SeatAndParty): Carrying {
  return { intent: { type: 'meeting.answer-form', meeting, seat: seat.id }, opensForm: true };
}

function seatParts(
  seats: readonly SeatAndParty[],
  sentence: string,
  carrying: (seat: SeatAndParty) => Carrying,
  { say }: Speech,
): readonly Part[] {
  if (seats.length === 0) return [];
  const buttons = seats.map(each => ({
    label: shortened(say.meeting.whispers.seatButton(each.seat.number, partyName(each)), cardLimits.buttonLabel),
    ...carrying(each),
  }));
  return [
    { kind: 'text', text: sentence },
    { kind: 'buttons', buttons },
  ];
}

/** Which of several seats: the same press again for the one chosen, or the form for it. */
export function whichMeetingSeatCard(
  meeting: Meeting,
  seats: readonly SeatAndParty[],
  again: (seat: Seat['id']) => Carrying,
  speech: Speech,
): Card {
  const { whispers, ...texts } = speech.say.meeting;
  return {
    language: speech.language,
    title: texts.title(meeting.number, texts.states[meeting.settled ? 'settled' : 'proposed']),
    parts: [
      { kind: 'text', text: titleText(meeting), weight: 'strong' },
      ...seatParts(seats, whispers.whichSeat, ({ seat }) => again(seat.id), speech),
    ],
  };
}

export type AttendsShown = Pick<Attends, 'meeting' | 'answer' | 'attendance'> & {
  readonly seat: SeatAndParty;
  /** The names of the deputies who are asked now. */
  readonly asked: readonly string[];
  /** Of those who were asked before and have not answered. */
  readonly waiting: readonly string[];
  /** Of deputies who cannot be asked, since no way leads to them. */
  readonly unreached: readonly string[];
  /** Who comes for the seat already, by name, so that this person need not. */
  readonly comesAlready?: string | undefined;
  /** Who comes for the seat although this person does not. */
  readonly stillComes?: string | undefined;
};

export function attendsCard(shown: AttendsShown, speech: Speech): Card {
  const { meeting, answer, comesAlready } = shown;
  const { whispers } = speech.say.meeting;
  const title = answer === 'coming' ? whispers.youCome(meeting.number) : whispers.youDoNotCome(meeting.number);
  return {
    language: speech.language,
    title: comesAlready ? whispers.registered(meeting.number) : title,
    parts: [
      attendNote(shown, speech),
      { kind: 'facts', facts: meetingFacts(meeting, speech) },
      ...(meeting.settled
        ? [
            {
              kind: 'text',
              text: whispers.canChangeUntil(speech.when(meeting.settled.startsAt)),
              weight: 'subtle',
            } as const,
          ]
        : []),
    ],
  };
}

function attendNote(shown: AttendsShown, speech: Speech): Part {
  const { answer, seat, comesAlready, stillComes } = shown;
  const { whispers } = speech.say.meeting;
  const own = whispers.forSeat(seat.seat.number, partyName(seat));
  if (comesAlready) return { kind: 'note', sign: 'information', text: `${own} ${whispers.comesAlready(comesAlready)}` };
  if (answer === 'coming') return { kind: 'note', sign: 'done', text: own };
  const still = stillComes ? [whispers.stillComes(stillComes)] : [];
  return { kind: 'note', sign: 'done', text: [own, ...deputyWords(shown, speech), ...still].join(' ') };
}

/** Who is asked to come instead; where nobody can be, that. */
function deputyWords({ attendance, asked, waiting, unreached }: AttendsShown, speech: Speech): readonly string[] {
  const { whispers } = speech.say.meeting;
  if (attendance.answer !== 'notComing') return [];
  if (asked.length + waiting.length + unreached.length === 0) return [whispers.noDeputy];
  const named = (names: readonly string[], words: (names: string) => string) =>
    names.length > 0 ? [words(someOf(names, mostDeputies, speech))] : [];
  return [
    ...named(asked, whispers.deputiesAsked),
    ...named(waiting, whispers.deputiesWait),
    ...named(unreached, whispers.deputiesUnreached),
  ];
}

const mostDeputies = 5;

/** In this order; a kind that has no seats is not told of. */
const answerKinds = ['all', 'some', 'none', 'coming', 'notComing', 'deputyAsked', 'silent'] as const;
export type AnswersShown = Readonly<Partial<Record<(typeof answerKinds)[number], readonly SeatAndParty[]>>>;

/** What is registered for each seat this person may speak for, and what every seat has answered. */
export type MyMeetingShown = {
  readonly meeting: Meeting;
  readonly everyone: AnswersShown;
  /** Why they have no answer of their own. */
  readonly noSeat?: string | undefined;
  readonly seats: readonly {
    readonly seat: SeatAndParty;
    readonly answer?: (TimeAnswer & { readonly name: string }) | undefined;
    readonly attendance?: (Attendance & { readonly name: string }) | undefined;
  }[];
};

export function myMeetingCard({ meeting, seats, everyone, noSeat }: MyMeetingShown, speech: Speech): Card {
  const { whispers } = speech.say.meeting;
  return {
    language: speech.language,
    title: whispers.mine(meeting.number),
    parts: [
      { kind: 'text', text: titleText(meeting), weight: 'strong' },
      ...(noSeat === undefined ? [] : [{ kind: 'note', sign: 'information', text: noSeat } as const]),
      ...seats.slice(0, mostSeats).flatMap(each => [
        {
          kind: 'text',
          text: whispers.forSeat(each.seat.seat.number, partyName(each.seat)),
          weight: 'strong',
        } as const,
        ...(meeting.settled ? attendanceParts(each.attendance, speech) : answerParts(meeting, each.answer, speech)),
      ]),
      ...everyoneParts(everyone, speech),
    ],
  };
}

function everyoneParts(everyone: AnswersShown, speech: Speech): readonly Part[] {
  const { whispers } = speech.say.meeting;
  const items = answerKinds.flatMap(kind => {
    const seats = everyone[kind] ?? [];
    const names = seats.map(each => shortened(each.party?.name ?? seatWords(each, speech), nameLength));
    return seats.length > 0
      ? [{ label: whispers.who[kind](seats.length), value: someOf(names, mostNames, speech) }]
      : [];
  });
  if (items.length === 0) return [];
  return [{ kind: 'text', text: whispers.everyone, weight: 'strong' }, ...longList(items, speech)];
}

/** As many as a row holds of names as long as organisations' are. */
const mostNames = 20;

/** Nobody speaks for more of them than a card holds with ten times each. */
const mostSeats = 4;

type MySeat = MyMeetingShown['seats'][number];

function answerParts(meeting: Meeting, answer: MySeat['answer'], speech: Speech): readonly Part[] {
  const { whispers } = speech.say.meeting;
  if (!answer) return [{ kind: 'text', text: whispers.mineNone }];
  return [
    { kind: 'list', items: answerItems(meeting, answer.answers, speech) },
    { kind: 'text', text: whispers.by(answer.name, speech.when(answer.at)), weight: 'subtle' },
  ];
}

function attendanceParts(attendance: MySeat['attendance'], speech: Speech): readonly Part[] {
  const { whispers } = speech.say.meeting;
  if (!attendance?.answer) return [{ kind: 'text', text: whispers.mineNone }];
  return [
    attendanceNote(attendance, speech),
    ...(attendance.at
      ? [{ kind: 'text', text: whispers.by(attendance.name, speech.when(attendance.at)), weight: 'subtle' } as const]
      : []),
  ];
}

function attendanceNote({ answer = 'notComing', asked = [] }: Attendance, { say }: Speech): Part {
  const { whispers, attendances } = say.meeting;
  const isAsked = answer === 'notComing' && asked.length > 0;
  return { kind: 'note', sign: 'done', text: isAsked ? whispers.deputyAsked : `${attendances[answer]}.` };
}

/** What was settled, moved or cancelled, and who is told: to whoever did it. */
export type ChangedShown = LeaderShown & {
  /** `settled` for each deed: who hears of it. */
  readonly told: number;
  readonly unfilled: readonly SeatAndParty[];
  /** By the answers to the time that was chosen. */
  readonly groups: readonly GroupPresence[];
};

export function meetingSettledCard(shown: ChangedShown, speech: Speech): Card {
  const { whispers } = speech.say.meeting;
  return changedCard(whispers.settledTitle(shown.meeting.number), shown, speech);
}

export function meetingInvitedCard(shown: ChangedShown, speech: Speech): Card {
  const { whispers } = speech.say.meeting;
  return changedCard(whispers.invitedTitle(shown.meeting.number), shown, speech);
}

export function meetingMovedCard(shown: ChangedShown, speech: Speech): Card {
  const { whispers } = speech.say.meeting;
  return changedCard(whispers.movedTitle(shown.meeting.number), shown, speech);
}

function changedCard(title: string, shown: ChangedShown, speech: Speech): Card {
  const { meeting, told, groups } = shown;
  const { whispers } = speech.say.meeting;
  return {
    language: speech.language,
    title,
    parts: [
      { kind: 'note', sign: 'done', text: whispers.goesTo(told) },
      { kind: 'text', text: titleText(meeting), weight: 'strong' },
      { kind: 'facts', facts: meetingFacts(meeting, speech) },
      ...unfilledParts(shown, speech),
      ...(groups.length > 0 ? [{ kind: 'text', text: whispers.byAnswers, weight: 'subtle' } as const] : []),
      ...groupParts(groups, speech),
      ...leaderParts(shown, speech),
    ],
  };
}

function unfilledParts({ unfilled }: Pick<ChangedShown, 'unfilled'>, speech: Speech): readonly Part[] {
  return unfilled.length > 0 ? [{ kind: 'note', sign: 'warning', text: unfilledText(unfilled, speech) }] : [];
}

export function unfilledText(unfilled: readonly SeatAndParty[], speech: Speech): string {
  const names = someOf(
    unfilled.map(each => seatWords(each, speech)),
    mostUnfilled,
    speech,
  );
  return speech.say.meeting.whispers.unfilled(names);
}

const mostUnfilled = 8;

export function meetingCancelledCard(meeting: Meeting, told: number, speech: Speech): Card {
  const { whispers } = speech.say.meeting;
  return {
    language: speech.language,
    title: whispers.cancelledTitle(meeting.number),
    parts: [
      { kind: 'note', sign: 'done', text: told > 0 ? whispers.goesTo(told) : whispers.nobodyTold },
      { kind: 'text', text: titleText(meeting), weight: 'strong' },
    ],
  };
}

function partyName({ party }: SeatAndParty): string {
  return party?.name ?? '';
}
