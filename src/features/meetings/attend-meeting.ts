import { oweRedraw, oweWords } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import { check } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { dayOf } from '../../world.ts';
import type { Actor } from '../networks/identify-member.ts';
import { isReachable, type MemberId, type Seat, type SeatId } from '../networks/network.ts';
import { members, networkPartition } from '../networks/network-store.ts';
import type { MeetingClosed } from './answer-times.ts';
import { attendSeat } from './attend-seat.ts';
import { findMeeting, isRepeat } from './find-meeting.ts';
import { leadersOf } from './invitees.ts';
import {
  type Attendance,
  type AttendanceAnswer,
  type Meeting,
  type MeetingId,
  mayAttend,
  meetingCan,
} from './meeting.ts';
import { deputyMessage, emptySeatMessage, releasedMessage } from './meeting-messages.ts';
import { aboutMeeting, attendances, meetingRequests, requestId } from './meeting-store.ts';
import { presenceOf } from './representation.ts';
import { type SeatRefusal, seatFor } from './seat-for.ts';

export type AttendRefusal = SeatRefusal | MeetingClosed | { readonly code: 'not-settled'; readonly number: number };

export type Attends = {
  readonly meeting: Meeting;
  readonly seat: Seat;
  readonly answer: AttendanceAnswer;
  readonly attendance: Attendance;
  /** Deputies who are asked now. */
  readonly asked: readonly MemberId[];
  /** Who comes for the seat, so that the one who says so now is not needed. */
  readonly comesAlready?: MemberId | undefined;
};

type Wanted = {
  readonly meetingId: MeetingId;
  readonly answer: AttendanceAnswer;
  readonly seat?: SeatId | undefined;
};

/**
 * Says for a seat whether someone comes, until the meeting begins. When its holder cannot, its deputies are owed the question
 * in the same batch; when nobody is left who can, those who lead are owed word of it. Repeats change nothing and answer
 * the same.
 */
export async function attendMeeting(
  tools: Tools,
  actor: Actor,
  { meetingId, answer, seat: chosen }: Wanted,
): Promise<Outcome<Attends, AttendRefusal>> {
  const { store, world } = tools;
  return retrying(async () => {
    const meeting = await findMeeting(tools, actor, meetingId);
    if (!meeting) return refused({ code: 'no-meeting' });
    const now = world.clock.now();
    const found = seatFor(meeting.value, actor, chosen, 'meeting.attend', dayOf(now, actor.network.zone));
    const before = found.ok ? await attendances.get(store, meeting.partition, attendanceId(found.value.id)) : undefined;
    if (found.ok && before && (await isRepeat(tools, actor, meeting))) {
      return done({ meeting: meeting.value, seat: found.value, answer, attendance: before.value, asked: [] });
    }
    if (!mayAttend(meeting.value, now)) return notNow(meeting.value);
    if (!found.ok) return found;
    const seat = found.value;
    const said = { by: actor.member.id, answer, now };
    const canBeAsked = await withReachableDeputies(tools, actor, seat);
    const { attendance, asked, released, comesAlready } = attendSeat(canBeAsked, before?.value, said);
    const about = aboutMeeting(meeting.value);
    const leaders = await otherLeaders(tools, actor);
    await store.batch(meeting.partition, [
      check(meeting),
      before ? attendances.replace(before, attendance) : attendances.create(attendanceId(seat.id), attendance),
      meetingRequests.create(requestId(actor.requestKey), { at: now }),
      oweRedraw(about, now),
      ...oweWords(about, deputyMessage(seat.id), asked, actor.requestKey, { now }),
      ...oweWords(about, releasedMessage(seat.id), released, actor.requestKey, { now }),
      ...oweWords(
        about,
        emptySeatMessage(seat.id),
        isLeftEmpty(canBeAsked, before?.value, attendance) ? leaders : [],
        actor.requestKey,
        { now },
      ),
    ]);
    return done({ meeting: meeting.value, seat, answer, attendance, asked, comesAlready });
  });
}

export const attendanceId = (seat: SeatId) => `attendance|${seat}`;

function notNow(meeting: Meeting): { readonly ok: false; readonly refusal: AttendRefusal } {
  const { number, cancelled } = meeting;
  if (meetingCan(meeting, 'settle')) return refused({ code: 'not-settled', number });
  return refused({ code: cancelled ? 'meeting-cancelled' : 'meeting-begun', number });
}

function isLeftEmpty(seat: Seat, before: Attendance | undefined, after: Attendance): boolean {
  return presenceOf(seat, before) !== 'absent' && presenceOf(seat, after) === 'absent';
}

/** Whoever does it knows. */
async function otherLeaders(tools: Tools, { network, member }: Actor): Promise<readonly MemberId[]> {
  return (await leadersOf(tools, network, ['coordinator', 'chair'])).filter(id => id !== member.id);
}

/** A deputy who has left the network, or whom no word can reach, is asked nothing. */
async function withReachableDeputies({ store }: Tools, { network }: Actor, seat: Seat): Promise<Seat> {
  const found = await Promise.all(seat.deputyIds.map(id => members.get(store, networkPartition(network.id), id)));
  const reachable = found.flatMap(member => (member && isReachable(member.value) ? [member.value.id] : []));
  return { ...seat, deputyIds: reachable };
}
