/** A meeting as it stands in the channels, from its proposed times to its end: shared state only, the same for everyone. */
import type { CaseOnAgenda } from '../../src/features/meetings/agenda-lines.ts';
import {
  type Meeting,
  mayAttend,
  meetingCan,
  stateOfMeeting,
  type TimeId,
} from '../../src/features/meetings/meeting.ts';
import type { AttendingCounts } from '../../src/features/meetings/meeting-standing.ts';
import type { Minutes } from '../../src/features/meetings/minutes.ts';
import type { GroupAtTime, RankedTime } from '../../src/features/meetings/rank-times.ts';
import type { GroupPresence } from '../../src/features/meetings/representation.ts';
import type { DayReason } from '../../src/features/year/work-days.ts';
import { sentenceCase } from '../../src/texts/sentence-case.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Button, Card, Part, TallyBars } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { leadingMark } from '../marks.ts';
import { shortened } from '../shortened.ts';
import { agendaButton, agendaParts } from './agenda-card.ts';
import {
  attendingText,
  groupNames,
  meetingFacts,
  movedText,
  placeText,
  reasonsText,
  reasonText,
  someOf,
  spanText,
  titleText,
} from './meeting-words.ts';
import { minutesParts } from './minutes-card.ts';

export type MeetingShown = {
  readonly meeting: Meeting;
  readonly now: Instant;
  readonly seats: {
    readonly asked: number;
    /** Those that have answered any of the times, and of them those that have answered only some. */
    readonly answered: number;
    readonly partly: number;
    /** The parties that have answered nothing, or not said whether they come; each once. */
    readonly silent: readonly string[];
    /** The parties that cannot come, and whose deputies are asked; each once. */
    readonly deputyAsked: readonly string[];
  };
  /** The best first, while it is proposed. */
  readonly times: readonly RankedTime[];
  /** What is to be known of the days, by time. */
  readonly notes: ReadonlyMap<TimeId, readonly DayReason[]>;
  /** Once it is settled. */
  readonly attendance?: AttendanceShown | undefined;
  readonly cases: readonly CaseOnAgenda[];
  readonly minutes?: Minutes | undefined;
};

export type AttendanceShown = AttendingCounts & {
  /** Seats with somebody in them, as recorded in the meeting; none before anybody has. */
  readonly met?: number | undefined;
  /** Seats that answered when the times were proposed, and have not said since whether they come. */
  readonly wished: number;
  /** Seats that come, and said so of an earlier time. */
  readonly saidBefore: number;
  readonly groups: readonly GroupPresence[];
};

export function meetingCard(shown: MeetingShown, speech: Speech): Card {
  const { meeting, now } = shown;
  const texts = speech.say.meeting;
  const state = stateOfMeeting(meeting);
  return {
    language: speech.language,
    title: texts.title(meeting.number, texts.states[state]),
    parts: [
      { kind: 'text', text: titleText(meeting), weight: 'strong' },
      ...(state === 'proposed' ? proposedParts(shown, speech) : settledParts(shown, speech)),
      ...agendaParts(shown.cases, speech),
      ...minutesParts(meeting, shown.minutes, speech),
      ...buttonParts(meeting, now, speech),
    ],
  };
}

function proposedParts(shown: MeetingShown, speech: Speech): readonly Part[] {
  const { meeting, seats, times } = shown;
  const texts = speech.say.meeting;
  return [
    ...(meeting.place ? [{ kind: 'text', text: `${texts.place}: ${placeText(meeting.place)}` } as const] : []),
    { kind: 'text', text: texts.ask },
    { kind: 'tally', rows: times.map((time, place) => timeRow(shown, time, place === 0, speech)) },
    ...(times.length > 1 && seats.answered > 0
      ? [{ kind: 'text', text: rankingText(times, speech), weight: 'subtle' } as const]
      : []),
    { kind: 'text', text: answeredText(seats, speech) },
    ...(meeting.answersBy ? [{ kind: 'text', text: texts.answersBy(speech.when(meeting.answersBy)) } as const] : []),
    ...namedParts(seats.silent, texts.silent, speech),
  ];
}

/** How the times are ordered, and what the mark on the first of them means. */
function rankingText([first]: MeetingShown['times'], { say }: Speech): string {
  const { ranking, leading } = say.meeting;
  return first && first.yes > 0 ? `${ranking} ${leading(leadingMark)}` : ranking;
}

function answeredText({ answered, partly, asked }: MeetingShown['seats'], { say }: Speech): string {
  const texts = say.meeting;
  return [texts.answered(answered, asked), ...(partly > 0 ? [texts.partly(partly)] : [])].join(' ');
}

/** A time with its counts in words, and whose voices it would leave out. */
function timeRow(
  { notes, seats }: MeetingShown,
  ranked: RankedTime,
  isFirst: boolean,
  speech: Speech,
): TallyBars['rows'][number] {
  const texts = speech.say.meeting;
  const { time, yes, ifNeeded, no } = ranked;
  const hasAnswers = yes + ifNeeded + no > 0;
  const sentences = [
    `${texts.counts(yes, ifNeeded, no)}.`,
    ...(hasAnswers ? groupSentences(ranked.groups, speech) : []),
    ...dayNote(notes.get(time.id) ?? [], speech),
  ];
  return {
    label: texts.time(numberOf(time.id), spanText(time, speech)),
    value: shortened(sentences.join(' '), cardLimits.rowValue),
    share: seats.asked === 0 ? 0 : Math.min(1, yes / seats.asked),
    isLeading: isFirst && yes > 0,
  };
}

function groupSentences(groups: readonly GroupAtTime[], speech: Speech): readonly string[] {
  const texts = speech.say.meeting;
  const missing = groups.filter(({ strength }) => strength === 'missing');
  const ifNeeded = groups.filter(({ strength }) => strength === 'ifNeeded');
  return [
    ...(missing.length > 0 ? [texts.groupsMissing(groupNames(missing, speech))] : []),
    ...(ifNeeded.length > 0 ? [texts.groupsIfNeeded(groupNames(ifNeeded, speech))] : []),
  ];
}

function dayNote(reasons: readonly DayReason[], speech: Speech): readonly string[] {
  return reasons.length > 0 ? [`${sentenceCase(reasonsText(reasons, speech))}.`] : [];
}

/** «2» of `t2`: what people call a time by, whatever its rank. */
export function numberOf(id: TimeId): string {
  return id.slice(1);
}

function settledParts(shown: MeetingShown, speech: Speech): readonly Part[] {
  const { meeting, seats, attendance } = shown;
  const texts = speech.say.meeting;
  const facts = [
    ...meetingFacts(meeting, speech),
    ...(attendance && !meeting.cancelled ? [{ label: texts.attendance, value: attendanceText(attendance) }] : []),
  ];
  return [
    ...(meeting.cancelled
      ? [{ kind: 'note', sign: 'warning', text: texts.cancelledBecause(reasonText(meeting.cancelled.reason)) } as const]
      : []),
    ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
    ...(meetingCan(meeting, 'attend') ? [...movedParts(shown, speech), ...heardParts(shown, speech)] : []),
  ];

  function attendanceText(shownAttendance: AttendanceShown): string {
    const { lead } = speech.say.agenda;
    const { met } = shownAttendance;
    if (stateOfMeeting(meeting) === 'ended') return met === undefined ? lead.noPresence : lead.met(met, seats.asked);
    return met === undefined ? attendingText(shownAttendance, speech) : lead.present(met, seats.asked);
  }
}

function movedParts({ meeting, attendance }: MeetingShown, speech: Speech): readonly Part[] {
  const texts = speech.say.meeting;
  const moved = movedText(meeting, speech);
  if (moved === undefined) return [];
  const again = attendance && attendance.saidBefore > 0 ? [texts.sayAgain(attendance.saidBefore)] : [];
  return [{ kind: 'note', sign: 'information', text: [moved, ...again].join(' ') }];
}

/** As long as nobody has said anything, it is not said of every group that it lacks. */
function heardParts({ seats, attendance }: MeetingShown, speech: Speech): readonly Part[] {
  const texts = speech.say.meeting;
  return [
    ...groupParts(attendance && attendance.silent < seats.asked ? attendance.groups : [], speech),
    ...(attendance && attendance.wished > 0 ? [{ kind: 'text', text: texts.wishes } as const] : []),
    ...namedParts(seats.deputyAsked, texts.deputyAsked, speech),
    ...namedParts(seats.silent, texts.notSaid, speech),
  ];
}

/** Who will be heard: in words and with a sign, never by colour. */
export function groupParts(groups: readonly GroupPresence[], speech: Speech): readonly Part[] {
  const texts = speech.say.meeting;
  const missing = groups.filter(({ strength }) => strength === 'missing');
  const weak = groups.filter(({ strength }) => strength === 'weak');
  if (groups.length > 0 && missing.length + weak.length === 0) {
    return [{ kind: 'note', sign: 'done', text: texts.allHeard }];
  }
  return [
    ...(missing.length > 0
      ? [{ kind: 'note', sign: 'warning', text: texts.missing(groupNames(missing, speech)) } as const]
      : []),
    ...(weak.length > 0
      ? [{ kind: 'text', text: texts.weak(groupNames(weak, speech)), weight: 'subtle' } as const]
      : []),
  ];
}

/** A few are named, so that names do not drown what is said; the answers, for whoever asks to see them, name the rest. */
const mostNamed = 5;
export const nameLength = 60;

function namedParts(parties: readonly string[], named: (parties: string) => string, speech: Speech): readonly Part[] {
  if (parties.length === 0) return [];
  const names = parties.map(party => shortened(party, nameLength));
  return [{ kind: 'text', text: named(someOf(names, mostNamed, speech)), weight: 'subtle' }];
}

/** What everyone with a seat can do now, drawn from the same tables as the rules. */
function buttonParts(meeting: Meeting, now: Instant, speech: Speech): readonly Part[] {
  const { buttons } = speech.say.meeting;
  const state = stateOfMeeting(meeting);
  const { id } = meeting;
  const mine: Button = { label: buttons.mine, intent: { type: 'meeting.mine', meeting: id } };
  if (meetingCan(meeting, 'answerTimes')) {
    return [{ kind: 'buttons', buttons: [...answerChoices(meeting, speech), mine] }];
  }
  if (state !== 'settled' && state !== 'underWay') return [];
  const agenda = agendaButton(meeting, speech);
  const all = mayAttend(meeting, now) ? [...attendChoices(id, speech), mine, agenda] : [agenda];
  return [{ kind: 'buttons', buttons: all }];
}

export function answerChoices(meeting: Meeting, { say }: Speech): readonly Button[] {
  const { buttons } = say.meeting;
  const { id } = meeting;
  return [
    {
      label: buttons.answer,
      intent: { type: 'meeting.answer-form', meeting: id },
      weight: 'primary',
      opensForm: true,
    },
    { label: buttons.allSuit, intent: { type: 'meeting.answer', meeting: id, ...allYes(meeting) } },
  ];
}

function allYes({ times }: Meeting): Readonly<Record<TimeId, 'yes'>> {
  return Object.fromEntries(times.map(({ id }) => [id, 'yes']));
}

/** @param seat for which of several; without it the one that speaks for a seat is asked */
export function attendChoices(meeting: Meeting['id'], { say }: Speech, seat?: string): readonly Button[] {
  const { buttons } = say.meeting;
  const of = seat === undefined ? { meeting } : { meeting, seat };
  return [
    { label: buttons.coming, intent: { type: 'meeting.attend', ...of, answer: 'coming' }, weight: 'primary' },
    { label: buttons.notComing, intent: { type: 'meeting.attend', ...of, answer: 'notComing' } },
  ];
}
