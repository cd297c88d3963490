/** How a meeting stands: who was asked, what each seat has answered, and whether anyone comes for it. */
import type { Tools } from '../../tools.ts';
import { dayOf, type Instant } from '../../world.ts';
import { isInTerm, type Network, type Party, type Seat } from '../networks/network.ts';
import { networkPartition, parties, seats } from '../networks/network-store.ts';
import { calendarOf } from '../year/network-calendar.ts';
import { type DayReason, dayNotes, dayOff } from '../year/work-days.ts';
import type { Attendance, Meeting, TimeAnswer, TimeId } from './meeting.ts';
import { attendances, meetingPartition, timeAnswers } from './meeting-store.ts';
import { type RankedTime, rankTimes } from './rank-times.ts';
import { type GroupPresence, presenceOf, representationOf, type SeatPresence } from './representation.ts';

export type MeetingStanding = {
  /** Those asked who are in their term, in the order of their numbers. */
  readonly seats: readonly Seat[];
  readonly partyOf: (seat: Seat) => Party | undefined;
  readonly answers: readonly TimeAnswer[];
  readonly attendances: readonly Attendance[];
};

export async function readStanding(
  { store, world }: Pick<Tools, 'store' | 'world'>,
  meeting: Meeting,
  network: Network,
): Promise<MeetingStanding> {
  const home = networkPartition(network.id);
  const [keptSeats, keptParties, answered, attended] = await Promise.all([
    seats.all(store, home),
    parties.all(store, home),
    timeAnswers.all(store, meetingPartition(meeting.id)),
    attendances.all(store, meetingPartition(meeting.id)),
  ]);
  const day = dayOf(meeting.settled?.startsAt ?? world.clock.now(), network.zone);
  const partyById = new Map(keptParties.map(({ value }) => [value.id, value]));
  return {
    seats: keptSeats.map(({ value }) => value).filter(seat => meeting.seats.includes(seat.id) && isInTerm(seat, day)),
    partyOf: ({ partyId }) => partyById.get(partyId),
    answers: answered.map(({ value }) => value),
    attendances: attended.map(({ value }) => value),
  };
}

/** The proposed times, the best first. */
export function rankedTimes(meeting: Meeting, standing: MeetingStanding, { rules }: Network): readonly RankedTime[] {
  return rankTimes(meeting.times, standing.seats, standing.answers, rules);
}

/** What is to be known of the days of the times: why the network would leave them out, or not. */
export function timeNotes(
  { times }: Pick<Meeting, 'times'>,
  { zone, rules }: Network,
): ReadonlyMap<TimeId, readonly DayReason[]> {
  const calendar = calendarOf(rules);
  return new Map(
    times.map(({ id, startsAt }) => {
      const day = dayOf(startsAt, zone);
      return [id, [...(dayOff(day, calendar) ?? []), ...dayNotes(day, calendar)]];
    }),
  );
}

/** The seats by how many of the proposed times they have answered. */
export type Answered = Readonly<Record<'all' | 'some' | 'none', readonly Seat[]>>;

export function answeredTimes({ times }: Pick<Meeting, 'times'>, standing: MeetingStanding): Answered {
  const given = new Map(standing.answers.map(({ seatId, answers }) => [seatId, answers]));
  const left = ({ id }: Seat) => times.filter(time => given.get(id)?.[time.id] === undefined).length;
  return {
    all: standing.seats.filter(seat => left(seat) === 0),
    some: standing.seats.filter(seat => left(seat) > 0 && left(seat) < times.length),
    none: standing.seats.filter(seat => left(seat) === times.length),
  };
}

/** Seats that have not answered every time: none of them, or only some. */
export function silentOnTimes(meeting: Pick<Meeting, 'times'>, standing: MeetingStanding): readonly Seat[] {
  const { all } = answeredTimes(meeting, standing);
  return standing.seats.filter(seat => !all.includes(seat));
}

export type Attending = {
  readonly coming: readonly Seat[];
  readonly notComing: readonly Seat[];
  /** Someone may still come for these: those that have said nothing, and those whose deputies are asked. */
  readonly open: readonly Seat[];
  readonly silent: readonly Seat[];
  readonly deputyAsked: readonly Seat[];
  /** Of those that come, those that said so of an earlier time. */
  readonly saidBefore: number;
  readonly groups: readonly GroupPresence[];
};

export function attendingAt(meeting: Meeting, standing: MeetingStanding, { rules, zone }: Network): Attending {
  const given = new Map(standing.attendances.map(attendance => [attendance.seatId, attendance]));
  const seatsThat = (presence: SeatPresence) =>
    standing.seats.filter(seat => presenceOf(seat, given.get(seat.id)) === presence);
  const coming = seatsThat('coming');
  const open = seatsThat('open');
  const cannot = (seat: Seat) => given.get(seat.id)?.answer === 'notComing';
  const movedAt: Instant | undefined = meeting.moves.length > 0 ? meeting.settled?.at : undefined;
  const day = dayOf(meeting.settled?.startsAt ?? meeting.called.at, zone);
  return {
    coming,
    notComing: seatsThat('absent'),
    open,
    silent: open.filter(seat => !cannot(seat)),
    deputyAsked: open.filter(cannot),
    saidBefore: coming.filter(({ id }) => isBefore(given.get(id)?.at, movedAt)).length,
    groups: representationOf(standing.seats, standing.attendances, rules, day),
  };
}

/** How many seats come, and what is known of the others. */
export type AttendingCounts = Readonly<Record<'coming' | 'notComing' | 'deputyAsked' | 'silent', number>>;

export function attendingCounts({ coming, notComing, deputyAsked, silent }: Attending): AttendingCounts {
  return {
    coming: coming.length,
    notComing: notComing.length,
    deputyAsked: deputyAsked.length,
    silent: silent.length,
  };
}

/** Said in the very moment of the move was said of the time before it. */
function isBefore(saidAt: Instant | undefined, movedAt: Instant | undefined): boolean {
  return saidAt !== undefined && movedAt !== undefined && saidAt <= movedAt;
}

/** The representation as the answers to one of the times have it, before anyone has said that they come. */
export function groupsByAnswers(
  timeId: TimeId | undefined,
  standing: MeetingStanding,
  network: Network,
  startsAt: Instant,
): readonly GroupPresence[] {
  if (timeId === undefined || standing.answers.length === 0) return [];
  const attendancesMeant = standing.answers.flatMap(({ seatId, answers }): Attendance[] => {
    const answer = answers[timeId];
    return answer === undefined ? [] : [{ seatId, answer: answer === 'no' ? 'notComing' : 'coming' }];
  });
  return representationOf(standing.seats, attendancesMeant, network.rules, dayOf(startsAt, network.zone));
}
