import { done, type Outcome, retrying } from '../../outcome.ts';
import { check, type Kept } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import { dayOf } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { isInTerm, type MemberId, type Seat, type SeatId } from '../networks/network.ts';
import { redrawMeeting } from './agenda-change.ts';
import { agendaOf, deedOf, isDoneBefore, markDone, mayNow, type NoMeeting, type WrongState } from './agenda-meeting.ts';
import { attendanceId } from './attend-meeting.ts';
import type { Attendance, Meeting, MeetingId } from './meeting.ts';
import { attendances } from './meeting-store.ts';
import { observerPresence } from './minutes-store.ts';
import { type PresenceRefusal, presencePage, readPresence } from './presence.ts';

export type RecordRefusal = NotAllowed | NoMeeting | WrongState | PresenceRefusal;

export type PresenceRecorded = {
  readonly meeting: Meeting;
  /** Seats with somebody in them, in all that has been recorded. */
  readonly present: number;
  /** Where the form's next page begins. */
  readonly next?: number | undefined;
};

export type Ticked = {
  /** Keys of choices. */
  readonly present: readonly string[];
  readonly observers: readonly MemberId[];
  /** Where the form's page began. */
  readonly from: number;
};

/**
 * Records who is there, seat by seat: every seat of the form's page, present or not, and with its first page the observers.
 * Corrected by recording anew as long as the meeting goes on. May be repeated.
 */
export async function recordPresence(
  tools: Tools,
  actor: Actor,
  id: MeetingId,
  ticked: Ticked,
): Promise<Outcome<PresenceRecorded, RecordRefusal>> {
  const right = allowed(actor, 'meeting.lead');
  if (!right.ok) return right;
  return retrying(async () => {
    const kept = await agendaOf(tools, actor, id);
    if (!kept.ok) return kept;
    const { meeting } = kept.value;
    const state = mayNow(meeting.value, 'recordPresence');
    if (!state.ok) return state;
    const before = await attendances.all(tools.store, meeting.partition);
    const given = before.map(({ value }) => value);
    if (await isDoneBefore(tools, kept.value, actor)) {
      return done({ meeting: meeting.value, present: given.filter(({ isPresent }) => isPresent).length });
    }
    const { seats, choices, next } = presencePage(seatsAt(meeting.value, actor), given, ticked.from);
    const sat = readPresence(choices, ticked.present);
    if (!sat.ok) return sat;
    const by = deedOf(actor, tools);
    await tools.store.batch(meeting.partition, [
      check(meeting),
      markDone(by),
      ...seats.map(seat => recordSeat(seat.id, sat.value.get(seat.id), before)),
      ...(ticked.from === 0 ? [observerPresence.upsert('observers', { present: [...ticked.observers] })] : []),
      redrawMeeting(meeting.value, by),
    ]);
    const elsewhere = given.filter(({ isPresent, seatId }) => isPresent && !seats.some(seat => seat.id === seatId));
    return done({ meeting: meeting.value, present: elsewhere.length + sat.value.size, next });
  });
}

/** The invited seats that are in their term on the meeting's day, in the network's order. */
export function seatsAt({ seats: invited, settled, called }: Meeting, { seats, network }: Actor): readonly Seat[] {
  const day = dayOf(settled?.startsAt ?? called.at, network.zone);
  return seats.filter(seat => invited.includes(seat.id) && isInTerm(seat, day));
}

function recordSeat(seatId: SeatId, attendeeId: MemberId | undefined, before: readonly Kept<Attendance>[]): Operation {
  const kept = before.find(({ value }) => value.seatId === seatId);
  const attendance: Attendance = {
    ...(kept?.value ?? { seatId }),
    isPresent: attendeeId !== undefined,
    ...(attendeeId !== undefined && { attendeeId }),
  };
  return kept ? attendances.replace(kept, attendance) : attendances.create(attendanceId(seatId), attendance);
}
