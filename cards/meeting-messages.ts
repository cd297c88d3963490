/** What people are told of a meeting, each alone: invitation, new time, cancellation, deputy, reminders. */
import type { Meeting, Span } from '../src/features/meetings/meeting.ts';
import type { AttendingCounts } from '../src/features/meetings/meeting-standing.ts';
import type { GroupPresence } from '../src/features/meetings/representation.ts';
import type { Series } from '../src/features/meetings/series.ts';
import { sentenceCase } from '../src/texts/sentence-case.ts';
import type { Speech } from '../src/texts/speak.ts';
import type { Button, Card, Note, Part } from './card.ts';
import { longList } from './long-list.ts';
import { attendChoices, groupParts } from './meeting-card.ts';
import { type SeatAndParty, seatWords } from './meeting-whispers.ts';
import {
  attendingText,
  cardTitle,
  meetingFacts,
  movedText,
  placeText,
  reasonText,
  someOf,
  spanText,
  titleText,
} from './meeting-words.ts';

/** @property speaks whether the one who reads it speaks for a seat; @property calendarUrl gives the calendar file */
export type ToldShown = { readonly meeting: Meeting; readonly speaks: boolean; readonly calendarUrl: string };

export function invitationCard({ meeting, speaks, calendarUrl }: ToldShown, speech: Speech): Card {
  const { messages } = speech.say.meeting;
  return {
    language: speech.language,
    title: cardTitle(messages.invitation(titleText(meeting))),
    parts: [...factParts(meeting, speech), ...calendarParts(calendarUrl, speech), ...askParts(meeting, speaks, speech)],
  };
}

export function movedCard({ meeting, speaks, calendarUrl }: ToldShown, speech: Speech): Card {
  const { messages } = speech.say.meeting;
  const moved = movedText(meeting, speech);
  return {
    language: speech.language,
    title: cardTitle(messages.moved(titleText(meeting))),
    parts: [
      ...(moved === undefined ? [] : [{ kind: 'note', sign: 'warning', text: moved } as const]),
      ...factParts(meeting, speech),
      ...calendarParts(calendarUrl, speech),
      ...(speaks ? [{ kind: 'text', text: messages.comeAgain } as const] : []),
      ...askParts(meeting, speaks, speech),
    ],
  };
}

/** @param calendarUrl takes it out of the calendar; none when it had no time yet */
export function cancelledCard(meeting: Meeting, calendarUrl: string | undefined, speech: Speech): Card {
  const { messages, cancelledBecause } = speech.say.meeting;
  const { settled, cancelled } = meeting;
  return {
    language: speech.language,
    title: cardTitle(messages.cancelled(titleText(meeting))),
    parts: [
      ...(cancelled
        ? [{ kind: 'note', sign: 'warning', text: cancelledBecause(reasonText(cancelled.reason)) } as const]
        : []),
      ...(settled ? [{ kind: 'text', text: messages.cancelledText(spanText(settled, speech)) } as const] : []),
      ...(calendarUrl && settled ? calendarParts(calendarUrl, speech) : []),
    ],
  };
}

export function deputyCard({ meeting, calendarUrl }: ToldShown, seat: SeatAndParty, speech: Speech): Card {
  const { messages } = speech.say.meeting;
  return {
    language: speech.language,
    title: cardTitle(messages.deputy(titleText(meeting))),
    parts: [
      { kind: 'text', text: messages.deputyText(seatWords(seat, speech)) },
      ...factParts(meeting, speech),
      ...calendarParts(calendarUrl, speech),
      { kind: 'buttons', buttons: attendChoices(meeting.id, speech, seat.seat.id) },
    ],
  };
}

export function releasedCard(meeting: Meeting, seat: SeatAndParty, speech: Speech): Card {
  const { messages } = speech.say.meeting;
  return {
    language: speech.language,
    title: cardTitle(messages.released(titleText(meeting))),
    parts: [{ kind: 'text', text: messages.releasedText(seatWords(seat, speech)) }, ...factParts(meeting, speech)],
  };
}

/** @param seats those this person may answer for, and nobody has */
export function answerReminderCard(meeting: Meeting, seats: readonly SeatAndParty[], speech: Speech): Card {
  const { messages, buttons } = speech.say.meeting;
  const answer: Button = {
    label: buttons.answer,
    intent: { type: 'meeting.answer-form', meeting: meeting.id },
    weight: 'primary',
    opensForm: true,
  };
  return {
    language: speech.language,
    title: cardTitle(messages.answerReminder(titleText(meeting))),
    parts: [
      {
        kind: 'text',
        text: messages.answerReminderText(
          seatNames(seats, speech),
          speech.when(meeting.answersBy ?? meeting.called.at),
        ),
      },
      ...longList(
        meeting.times.map(time => ({ label: spanText(time, speech) })),
        speech,
      ),
      { kind: 'buttons', buttons: [answer] },
    ],
  };
}

export function attendReminderCard(meeting: Meeting, seats: readonly SeatAndParty[], speech: Speech): Card {
  const { messages } = speech.say.meeting;
  return {
    language: speech.language,
    title: cardTitle(messages.attendReminder(titleText(meeting))),
    parts: [
      { kind: 'text', text: messages.attendReminderText(seatNames(seats, speech)) },
      ...factParts(meeting, speech),
      { kind: 'buttons', buttons: attendChoices(meeting.id, speech) },
    ],
  };
}

/** At once, to those who lead. @param group the seat's, as it stands without it */
export function emptySeatCard(
  meeting: Meeting,
  seat: SeatAndParty,
  group: GroupPresence | undefined,
  speech: Speech,
): Card {
  const { messages, buttons } = speech.say.meeting;
  const show: Button = {
    label: buttons.show(meeting.number),
    intent: { type: 'meeting.show', meeting: meeting.id },
  };
  return {
    language: speech.language,
    title: cardTitle(messages.emptySeat(seatWords(seat, speech))),
    parts: [
      { kind: 'text', text: messages.emptySeatText(meeting.number, titleText(meeting)) },
      ...factParts(meeting, speech),
      ...(group ? [groupNote(group, speech)] : []),
      { kind: 'text', text: messages.emptySeatDo },
      { kind: 'buttons', buttons: [show] },
    ],
  };
}

const signs = { ok: 'information', weak: 'warning', missing: 'warning' } as const;

function groupNote({ group, strength, coming, fewest }: GroupPresence, { say }: Speech): Note {
  const name = sentenceCase(say.seatGroups[group]);
  return { kind: 'note', sign: signs[strength], text: say.meeting.messages.groupNow[strength](name, coming, fewest) };
}

/** The day before, to those who lead. */
export function representationCard(
  meeting: Meeting,
  counts: AttendingCounts,
  groups: readonly GroupPresence[],
  speech: Speech,
): Card {
  const texts = speech.say.meeting;
  return {
    language: speech.language,
    title: texts.messages.representation(meeting.number),
    parts: [
      { kind: 'text', text: titleText(meeting), weight: 'strong' },
      {
        kind: 'facts',
        facts: [...meetingFacts(meeting, speech), { label: texts.attendance, value: attendingText(counts, speech) }],
      },
      ...groupParts(groups, speech),
    ],
  };
}

export function seriesCard(series: Pick<Series, 'title' | 'place' | 'spans'>, speech: Speech): Card {
  const texts = speech.say.meeting;
  return {
    language: speech.language,
    title: cardTitle(texts.series.title(titleText(series))),
    parts: [
      ...(series.place ? [{ kind: 'text', text: `${texts.place}: ${placeText(series.place)}` } as const] : []),
      ...longList(
        series.spans.map((span: Span) => ({ label: spanText(span, speech) })),
        speech,
      ),
      { kind: 'text', text: texts.series.invitations },
    ],
  };
}

function factParts(meeting: Meeting, speech: Speech): readonly Part[] {
  return [{ kind: 'facts', facts: meetingFacts(meeting, speech) }];
}

function calendarParts(url: string, { say }: Speech): readonly Part[] {
  return [{ kind: 'link', label: say.meeting.buttons.calendar, url }];
}

function askParts({ id }: Meeting, speaks: boolean, speech: Speech): readonly Part[] {
  if (!speaks) return [];
  return [
    { kind: 'text', text: speech.say.meeting.messages.doYouCome },
    { kind: 'buttons', buttons: attendChoices(id, speech) },
  ];
}

function seatNames(seats: readonly SeatAndParty[], speech: Speech): string {
  return someOf(
    seats.map(each => seatWords(each, speech)),
    mostSeats,
    speech,
  );
}

const mostSeats = 5;
