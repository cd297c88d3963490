import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { MemberId, Seat, SeatId } from '../networks/network.ts';
import { redrawMeeting } from './agenda-change.ts';
import { agendaOf, deedOf, isDoneBefore, markDone, mayNow, type NoMeeting, type WrongState } from './agenda-meeting.ts';
import { attendanceId } from './attend-meeting.ts';
import type { Done } from './case.ts';
import type { AgendaKept } from './case-store.ts';
import { type MinutesApproved, mayCorrect, writeVersion } from './correct-minutes.ts';
import { type Attendance, type Meeting, type MeetingId, seatsAt, stateOfMeeting } from './meeting.ts';
import { attendances, writtenBeside } from './meeting-store.ts';
import { type MeetingFacts, withPresence } from './minutes-draft.ts';
import { readMeetingFacts } from './minutes-facts.ts';
import { minutesOf, observerPresence, readVersion } from './minutes-store.ts';
import { type PresencePage, type PresenceRefusal, presencePage, presenceSeen, readPresence } from './presence.ts';

export type RecordRefusal = NotAllowed | NoMeeting | WrongState | MinutesApproved | PresenceRefusal;

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
  /** What was recorded of the page when the form was opened; unsaid by old forms. */
  readonly seen?: string | undefined;
};

/**
 * Records who is there, seat by seat: every seat of the form's page, present or not, and with its first page the observers.
 * Corrected by recording anew until the minutes are approved; after the meeting they get a new version with it. May be repeated.
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
    const before = await attendances.all(tools.store, meeting.partition);
    const given = before.map(({ value }) => value);
    const { seats, choices, next } = presencePage(seatsAt(meeting.value, actor), given, ticked.from);
    if (await isDoneBefore(tools, kept.value, actor)) {
      return done({ meeting: meeting.value, present: given.filter(({ isPresent }) => isPresent).length, next });
    }
    const observers = await observerPresence.get(tools.store, meeting.partition, 'observers');
    const watching = observers?.value.present ?? [];
    const page = { seats, choices, attendances: given, observers: watching };
    const sat = readTicked(page, ticked);
    if (!sat.ok) return sat;
    const by = deedOf(actor, tools);
    const recorded = seats.map(seat => recordedOf(seat.id, sat.value.get(seat.id), given));
    const now = {
      attendances: [...elsewhere(given, seats), ...recorded],
      observers: isFirst(ticked) ? ticked.observers : watching,
    };
    const record = await recordFor(tools, actor, kept.value, now, by);
    if (!record.ok) return record;
    await tools.store.batch(meeting.partition, [
      ...record.value,
      markDone(by),
      ...recorded.map(each => writeSeat(each, before)),
      ...(isFirst(ticked) ? [writeObservers(observers, now.observers)] : []),
      redrawMeeting(meeting.value, by),
    ]);
    return done({ meeting: meeting.value, present: now.attendances.filter(each => each.isPresent).length, next });
  });
}

const isFirst = ({ from }: Ticked) => from === 0;

type Page = Pick<PresencePage, 'seats' | 'choices'> & Pick<MeetingFacts, 'attendances' | 'observers'>;

function readTicked(
  { seats, choices, attendances: given, observers }: Page,
  ticked: Ticked,
): ReturnType<typeof readPresence> {
  const seen = presenceSeen(seats, given, isFirst(ticked) ? observers : []);
  return ticked.seen === undefined || ticked.seen === seen
    ? readPresence(choices, ticked.present)
    : refused({ code: 'presence-changed', field: 'present' });
}

/** During the meeting it must still go on; after it the minutes get a new version. */
async function recordFor(
  tools: Tools,
  actor: Actor,
  kept: AgendaKept,
  now: Pick<MeetingFacts, 'attendances' | 'observers'>,
  by: Done,
): Promise<Outcome<readonly Operation[], WrongState | MinutesApproved>> {
  const { value } = kept.meeting;
  const standing = stateOfMeeting(value) === 'ended' ? await minutesOf(tools, value.id) : undefined;
  if (!standing) {
    const state = mayNow(value, 'recordPresence');
    return state.ok ? done([writtenBeside(kept.meeting)]) : state;
  }
  const open = mayCorrect(value, standing);
  if (!open.ok) return open;
  if (!value.settled) throw new Error('A meeting that ended was settled');
  const { language, content } = await readVersion(tools, value.id, standing.value.latest);
  const facts = { ...(await readMeetingFacts(tools, actor, kept)), ...now };
  return done(writeVersion(standing, { language, content: withPresence(content, facts) }, by));
}

function elsewhere(given: readonly Attendance[], seats: readonly Seat[]): readonly Attendance[] {
  return given.filter(({ seatId }) => !seats.some(({ id }) => id === seatId));
}

function recordedOf(seatId: SeatId, attendeeId: MemberId | undefined, given: readonly Attendance[]): Attendance {
  return {
    ...(given.find(each => each.seatId === seatId) ?? { seatId }),
    isPresent: attendeeId !== undefined,
    ...(attendeeId !== undefined && { attendeeId }),
  };
}

function writeSeat(attendance: Attendance, before: readonly Kept<Attendance>[]): Operation {
  const kept = before.find(({ value }) => value.seatId === attendance.seatId);
  return kept ? attendances.replace(kept, attendance) : attendances.create(attendanceId(attendance.seatId), attendance);
}

function writeObservers(
  before: Awaited<ReturnType<typeof observerPresence.get>>,
  present: readonly MemberId[],
): Operation {
  const value = { present: [...present] };
  return before ? observerPresence.replace(before, value) : observerPresence.create('observers', value);
}
