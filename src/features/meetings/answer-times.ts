import { oweRedraw } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import { check, type Kept } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import { dayOf, type Instant } from '../../world.ts';
import type { Actor } from '../networks/identify-member.ts';
import type { MemberId, Seat, SeatId } from '../networks/network.ts';
import { findMeeting, isRepeat } from './find-meeting.ts';
import { type Availability, type Meeting, type MeetingId, meetingCan, type TimeAnswer } from './meeting.ts';
import { aboutMeeting, meetingRequests, requestId, timeAnswers } from './meeting-store.ts';
import { type SeatRefusal, seatFor } from './seat-for.ts';

export type TimesAnswered = {
  readonly meeting: Meeting;
  readonly seat: Seat;
  readonly answer: TimeAnswer;
  /** The seat's answer before this one. */
  readonly replaced?: TimeAnswer | undefined;
};

export type AnswerRefusal =
  | SeatRefusal
  | MeetingClosed
  /** Nothing was answered, or only of times that are not among those proposed. */
  | { readonly code: 'no-answer' };

/** Who did it before; whether it was the one who is refused, and otherwise the name, are known where it is told. */
export type Doer = { readonly id: MemberId; readonly isSelf?: boolean; readonly name?: string };

/** What can no longer be done, and why: the meeting has a time, or is no more. */
export type MeetingClosed =
  | { readonly code: 'no-meeting' }
  | { readonly code: 'already-settled'; readonly number: number; readonly at: Instant; readonly doer?: Doer }
  | { readonly code: 'meeting-cancelled'; readonly number: number; readonly doer?: Doer }
  | { readonly code: 'meeting-begun'; readonly number: number };

export type Availabilities = Readonly<Record<string, Availability | undefined>>;

type Wanted = {
  readonly meetingId: MeetingId;
  readonly answers: Availabilities;
  readonly seat?: SeatId | undefined;
  /** The seat's answers to the other times stand. */
  readonly isPartial?: boolean;
};

/**
 * Answers the proposed times for a seat; the seat's answer before is replaced. It counts exactly when this answers done:
 * that the meeting still asks is checked in the batch that writes it. Repeats change nothing and answer the same.
 */
export async function answerTimes(
  tools: Tools,
  actor: Actor,
  { meetingId, answers: given, seat: chosen, isPartial = false }: Wanted,
): Promise<Outcome<TimesAnswered, AnswerRefusal>> {
  const { store, world } = tools;
  return retrying(async () => {
    const meeting = await findMeeting(tools, actor, meetingId);
    if (!meeting) return refused({ code: 'no-meeting' });
    const now = world.clock.now();
    const seat = seatFor(meeting.value, actor, chosen, 'meeting.answer', dayOf(now, actor.network.zone));
    const before = seat.ok ? await timeAnswers.get(store, meeting.partition, answerId(seat.value.id)) : undefined;
    if (seat.ok && before && (await isRepeat(tools, actor, meeting))) {
      return done({ meeting: meeting.value, seat: seat.value, answer: before.value });
    }
    if (!meetingCan(meeting.value, 'answerTimes')) return closedTo(meeting.value);
    if (!seat.ok) return seat;
    const told = answersIn(meeting.value, given);
    if (Object.keys(told).length === 0) return refused({ code: 'no-answer' });
    const answers = { ...(isPartial && before?.value.answers), ...told };
    const answer: TimeAnswer = { seatId: seat.value.id, answers, by: actor.member.id, at: now };
    await store.batch(meeting.partition, [
      check(meeting),
      writeAnswer(answer, before),
      meetingRequests.create(requestId(actor.requestKey), { at: now }),
      oweRedraw(aboutMeeting(meeting.value), now),
    ]);
    return done({ meeting: meeting.value, seat: seat.value, answer, replaced: before?.value });
  });
}

/** Only over the answer that was read: the seat's holder and its deputy may answer at once, each some of the times. */
function writeAnswer(answer: TimeAnswer, before: Kept<TimeAnswer> | undefined): Operation {
  return before ? timeAnswers.replace(before, answer) : timeAnswers.create(answerId(answer.seatId), answer);
}

export const answerId = (seat: SeatId) => `answer|${seat}`;

/** Why a meeting that does not ask for answers any more does not. */
export function closedTo(meeting: Meeting): { readonly ok: false; readonly refusal: MeetingClosed } {
  const { number, settled, cancelled, started } = meeting;
  if (cancelled) return refused({ code: 'meeting-cancelled', number, doer: { id: cancelled.by } });
  if (started || !settled) return refused({ code: 'meeting-begun', number });
  return refused({ code: 'already-settled', number, at: settled.startsAt, doer: { id: settled.by } });
}

function answersIn({ times }: Meeting, given: Availabilities): TimeAnswer['answers'] {
  return Object.fromEntries(times.flatMap(({ id }) => (given[id] ? [[id, given[id]]] : [])));
}
