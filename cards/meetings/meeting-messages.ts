/** What people are told of a meeting, each alone: invitation, new time, cancellation, deputy, reminders. */
import type { Meeting, Span } from '../../src/features/meetings/meeting.ts';
import type { AttendingCounts } from '../../src/features/meetings/meeting-standing.ts';
import type { GroupPresence } from '../../src/features/meetings/representation.ts';
import type { Series } from '../../src/features/meetings/series.ts';
import { sentenceCase } from '../../src/texts/sentence-case.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, Note, Part } from '../card.ts';
import { longList } from '../long-list.ts';
import { networkLength, networkText } from '../networks/network-text.ts';
import { shortened } from '../shortened.ts';
import { answerChoices, attendChoices, groupParts, numberOf } from './meeting-card.ts';
import { type SeatAndParty, seatWords } from './meeting-whispers.ts';
import {
  attendingText,
  cardTitle,
  lateReason,
  meetingFacts,
  movedText,
  placeText,
  reasonText,
  someOf,
  spanText,
  titleText,
} from './meeting-words.ts';

export type ToldShown = {
  readonly meeting: Meeting;
  /** The network's name. */
  readonly network: string;
  /** Those that the one who reads it speaks for. */
  readonly seats: readonly SeatAndParty[];
  /** Whether the time was chosen from answers. */
  readonly isWished?: boolean;
  /** Gives the calendar file. */
  readonly calendarUrl: string;
};

/** To those who read of the proposed times in no channel. */
export function proposalCard(shown: Omit<ToldShown, 'calendarUrl'>, speech: Speech): Card {
  const { meeting, seats } = shown;
  const texts = speech.say.meeting;
  return {
    language: speech.language,
    title: cardTitle(texts.messages.answerReminder(titleText(meeting))),
    parts: [
      ...whichParts(shown, speech),
      { kind: 'text', text: texts.messages.proposal(seatNames(seats, speech)), isOwn: true },
      ...(meeting.place ? [{ kind: 'text', text: `${texts.place}: ${placeText(meeting.place)}` } as const] : []),
      ...timeParts(meeting, speech),
      ...(meeting.answersBy ? [{ kind: 'text', text: texts.answersBy(speech.when(meeting.answersBy)) } as const] : []),
      { kind: 'buttons', buttons: answerChoices(meeting, speech) },
    ],
  };
}

export function invitationCard(shown: ToldShown, speech: Speech): Card {
  const { meeting, calendarUrl } = shown;
  const { messages } = speech.say.meeting;
  return {
    language: speech.language,
    title: cardTitle(messages.invitation(titleText(meeting))),
    parts: [
      ...whichParts(shown, speech),
      ...factParts(meeting, speech),
      ...lateParts(meeting, speech),
      ...calendarParts(calendarUrl, speech),
      ...askParts(shown, speech),
    ],
  };
}

export function movedCard(shown: ToldShown, speech: Speech): Card {
  const { meeting, seats, calendarUrl } = shown;
  const { messages } = speech.say.meeting;
  const moved = movedText(meeting, speech);
  return {
    language: speech.language,
    title: cardTitle(messages.moved(titleText(meeting))),
    parts: [
      ...whichParts(shown, speech),
      ...(moved === undefined ? [] : [{ kind: 'note', sign: 'warning', text: moved } as const]),
      ...factParts(meeting, speech),
      ...lateParts(meeting, speech),
      ...calendarParts(calendarUrl, speech),
      ...(seats.length > 0 ? [{ kind: 'text', text: messages.comeAgain } as const] : []),
      ...askParts({ meeting, seats }, speech),
    ],
  };
}

/** @property calendarUrl takes it out of the calendar; none when it had no time yet */
type CancelledShown = Pick<ToldShown, 'meeting' | 'network'> & { readonly calendarUrl: string | undefined };

export function cancelledCard(shown: CancelledShown, speech: Speech): Card {
  const { messages, cancelledBecause, buttons } = speech.say.meeting;
  const { meeting, calendarUrl } = shown;
  const { settled, cancelled } = meeting;
  return {
    language: speech.language,
    title: cardTitle(messages.cancelled(titleText(meeting))),
    parts: [
      ...whichParts(shown, speech),
      ...(cancelled
        ? [{ kind: 'note', sign: 'warning', text: cancelledBecause(reasonText(cancelled.reason)) } as const]
        : []),
      ...(settled ? [{ kind: 'text', text: messages.cancelledText(spanText(settled, speech)) } as const] : []),
      ...(calendarUrl && settled ? [{ kind: 'link', label: buttons.uncalendar, url: calendarUrl } as const] : []),
    ],
  };
}

export function deputyCard(shown: Omit<ToldShown, 'seats'>, seat: SeatAndParty, speech: Speech): Card {
  const { meeting, calendarUrl } = shown;
  const { messages } = speech.say.meeting;
  return {
    language: speech.language,
    title: cardTitle(messages.deputy(titleText(meeting))),
    parts: [
      ...whichParts(shown, speech),
      { kind: 'text', text: messages.deputyText(seatWords(seat, speech)) },
      ...factParts(meeting, speech),
      ...calendarParts(calendarUrl, speech),
      { kind: 'buttons', buttons: attendChoices(meeting.id, speech, seat.seat.id) },
    ],
  };
}

export function releasedCard(shown: Pick<ToldShown, 'meeting' | 'network'>, seat: SeatAndParty, speech: Speech): Card {
  const { meeting } = shown;
  const { messages } = speech.say.meeting;
  return {
    language: speech.language,
    title: cardTitle(messages.released(titleText(meeting))),
    parts: [
      ...whichParts(shown, speech),
      { kind: 'text', text: messages.releasedText(seatWords(seat, speech)) },
      ...factParts(meeting, speech),
    ],
  };
}

/** @property seats those this person may answer for, and nobody has */
export function answerReminderCard(shown: Omit<ToldShown, 'calendarUrl'>, speech: Speech): Card {
  const { meeting, seats } = shown;
  const { messages } = speech.say.meeting;
  return {
    language: speech.language,
    title: cardTitle(messages.answerReminder(titleText(meeting))),
    parts: [
      ...whichParts(shown, speech),
      {
        kind: 'text',
        text: messages.answerReminderText(
          seatNames(seats, speech),
          speech.when(meeting.answersBy ?? meeting.called.at),
        ),
      },
      ...timeParts(meeting, speech),
      { kind: 'buttons', buttons: answerChoices(meeting, speech).slice(0, 1) },
    ],
  };
}

export function attendReminderCard(shown: Omit<ToldShown, 'calendarUrl'>, speech: Speech): Card {
  const { meeting, seats } = shown;
  const { messages } = speech.say.meeting;
  return {
    language: speech.language,
    title: cardTitle(messages.attendReminder(titleText(meeting))),
    parts: [
      ...whichParts(shown, speech),
      { kind: 'text', text: messages.attendReminderText(seatNames(seats, speech)) },
      ...factParts(meeting, speech),
      { kind: 'buttons', buttons: attendChoices(meeting.id, speech) },
    ],
  };
}

/** At once, to those who lead. @param group the seat's, as it stands without it */
export function emptySeatCard(
  shown: Pick<ToldShown, 'meeting' | 'network'>,
  seat: SeatAndParty,
  group: GroupPresence | undefined,
  speech: Speech,
): Card {
  const { meeting } = shown;
  const { messages, buttons } = speech.say.meeting;
  const show: Button = {
    label: buttons.show(meeting.number),
    intent: { type: 'meeting.show', meeting: meeting.id },
  };
  return {
    language: speech.language,
    title: cardTitle(messages.emptySeat(seatWords(seat, speech))),
    parts: [
      ...whichParts(shown, speech),
      { kind: 'text', text: messages.emptySeatText(titleText(meeting)) },
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
  shown: Pick<ToldShown, 'meeting' | 'network'>,
  counts: AttendingCounts,
  groups: readonly GroupPresence[],
  speech: Speech,
): Card {
  const { meeting } = shown;
  const texts = speech.say.meeting;
  return {
    language: speech.language,
    title: texts.messages.representation(meeting.number),
    parts: [
      ...whichParts(shown, speech),
      { kind: 'text', text: titleText(meeting), weight: 'strong' },
      {
        kind: 'facts',
        facts: [...meetingFacts(meeting, speech), { label: texts.attendance, value: attendingText(counts, speech) }],
      },
      ...groupParts(groups, speech),
    ],
  };
}

export function seriesCard(series: Pick<Series, 'title' | 'place' | 'spans'>, network: string, speech: Speech): Card {
  const texts = speech.say.meeting;
  return {
    language: speech.language,
    title: cardTitle(texts.series.title(titleText(series))),
    parts: [
      networkText(network),
      ...(series.place ? [{ kind: 'text', text: `${texts.place}: ${placeText(series.place)}` } as const] : []),
      ...longList(
        series.spans.map((span: Span) => ({ label: spanText(span, speech) })),
        speech,
      ),
      { kind: 'text', text: texts.series.invitations },
    ],
  };
}

/** Someone may be in several networks, each with meetings of its own numbers. */
function whichParts({ meeting, network }: Pick<ToldShown, 'meeting' | 'network'>, { say }: Speech): readonly Part[] {
  const text = say.meeting.messages.which(meeting.number, shortened(network, networkLength));
  return [{ kind: 'text', text, weight: 'subtle' }];
}

function timeParts({ times }: Meeting, speech: Speech): readonly Part[] {
  return longList(
    times.map(time => ({ label: speech.say.meeting.time(numberOf(time.id), spanText(time, speech)) })),
    speech,
  );
}

/** Why it comes later than the network's rule. */
function lateParts(meeting: Meeting, { say }: Speech): readonly Part[] {
  const late = lateReason(meeting);
  return late === undefined ? [] : [{ kind: 'text', text: say.meeting.lateBecause(reasonText(late)) }];
}

function factParts(meeting: Meeting, speech: Speech): readonly Part[] {
  return [{ kind: 'facts', facts: meetingFacts(meeting, speech) }];
}

function calendarParts(url: string, { say }: Speech): readonly Part[] {
  return [{ kind: 'link', label: say.meeting.buttons.calendar, url }];
}

function askParts(
  { meeting, seats, isWished }: Pick<ToldShown, 'meeting' | 'seats' | 'isWished'>,
  speech: Speech,
): readonly Part[] {
  if (seats.length === 0) return [];
  const { wishes, doYouCome } = speech.say.meeting.messages;
  const asked = doYouCome(seatNames(seats, speech));
  return [
    { kind: 'text', text: isWished ? `${wishes} ${asked}` : asked, isOwn: true },
    { kind: 'buttons', buttons: attendChoices(meeting.id, speech) },
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
