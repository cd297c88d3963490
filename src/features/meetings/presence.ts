/** Who was there, by seat: whom it can be said of, and what the minutes say of it. Pure. */
import { done, type Outcome, refused } from '../../outcome.ts';
import { idFrom } from '../../world.ts';
import type { Member, MemberId, Seat, SeatId } from '../networks/network.ts';
import type { Attendance } from './meeting.ts';
import type { Presence } from './minutes.ts';

/** One who may be ticked off as present in a seat: its holder, a deputy of it, or whoever is to come for it. */
export type PresenceChoice = {
  /** Seat and person, for a form. */
  readonly key: string;
  readonly seat: Seat;
  readonly memberId: MemberId;
  readonly isDeputy: boolean;
  /** Ticked when the form opens: as recorded, before that as said. */
  readonly isExpected: boolean;
};

export type PresenceRefusal =
  | { readonly code: 'presence-unknown'; readonly field: 'present' }
  /** Somebody else recorded it since the form was opened; sent once more, it counts. */
  | { readonly code: 'presence-changed'; readonly field: 'present' }
  /** Two people in one seat. */
  | { readonly code: 'presence-twice'; readonly field: 'present'; readonly seat: number };

/** What has been recorded of a page, so that whoever records over somebody else is told. @param observers none but on the first */
export function presenceSeen(
  seats: readonly Seat[],
  attendances: readonly Attendance[],
  observers: readonly MemberId[],
): string {
  const recorded = attendances
    .filter(({ seatId, isPresent }) => isPresent !== undefined && seats.some(({ id }) => id === seatId))
    .map(({ seatId, isPresent, attendeeId }) => [seatId, isPresent ? attendeeId : ''].join('|'));
  return idFrom(...recorded.toSorted(), ...observers.toSorted());
}

/** A form holds a hundred choices; networks with more seats and deputies are recorded page by page. */
const mostChoices = 100;
/** With a batch's other writes. */
const mostSeats = 90;

export type PresencePage = {
  readonly seats: readonly Seat[];
  readonly choices: readonly PresenceChoice[];
  /** Where the next page begins. */
  readonly next?: number;
};

/** @param from the place of the page's first seat, 0 for the first page */
export function presencePage(seats: readonly Seat[], attendances: readonly Attendance[], from: number): PresencePage {
  const given = new Map(attendances.map(attendance => [attendance.seatId, attendance]));
  const rest = seats
    .slice(from, from + mostSeats)
    .map(seat => ({ seat, choices: choicesFor(seat, given.get(seat.id)) }));
  let room = mostChoices;
  const full = rest.findIndex(({ choices }, at) => {
    room -= choices.length;
    return at > 0 && room < 0;
  });
  const page = full < 0 ? rest : rest.slice(0, full);
  return {
    seats: page.map(({ seat }) => seat),
    choices: page.flatMap(({ choices }) => choices).slice(0, mostChoices),
    ...(from + page.length < seats.length && { next: from + page.length }),
  };
}

function choicesFor(seat: Seat, attendance: Attendance | undefined): readonly PresenceChoice[] {
  const { holderId, deputyIds } = seat;
  const people = [...new Set([holderId, ...deputyIds, attendance?.attendeeId])].filter(id => id !== undefined);
  const isComing = attendance?.isPresent ?? attendance?.answer === 'coming';
  const expected = isComing ? (attendance?.attendeeId ?? holderId) : undefined;
  return people.map(memberId => ({
    key: `${seat.id}|${memberId}`,
    seat,
    memberId,
    isDeputy: memberId !== holderId,
    isExpected: memberId === expected,
  }));
}

/** In: the keys ticked. Out: who sat in which seat; refused when one is no choice here, or two sat in one seat. */
export function readPresence(
  choices: readonly PresenceChoice[],
  keys: readonly string[],
): Outcome<ReadonlyMap<SeatId, MemberId>, PresenceRefusal> {
  const chosen = choices.filter(choice => keys.includes(choice.key));
  if (chosen.length < new Set(keys).size) return refused({ code: 'presence-unknown', field: 'present' });
  const sat = new Map(chosen.map(({ seat, memberId }) => [seat.id, memberId]));
  const twice = chosen.find(({ seat, memberId }) => sat.get(seat.id) !== memberId);
  return twice ? refused({ code: 'presence-twice', field: 'present', seat: twice.seat.number }) : done(sat);
}

/** The parties among these that are recorded as having nobody there, in any of their seats. */
export function absentParties(
  seats: readonly Seat[],
  attendances: readonly Attendance[],
): ReadonlySet<Seat['partyId']> {
  const isAbsent = ({ id }: Seat) => attendances.find(({ seatId }) => seatId === id)?.isPresent === false;
  const heard = new Set(seats.filter(seat => !isAbsent(seat)).map(({ partyId }) => partyId));
  return new Set(seats.map(({ partyId }) => partyId).filter(id => !heard.has(id)));
}

/** Who may be there without a seat: they lead the network or observe, and hold no seat at the meeting. */
const rolesWithoutSeat = ['chair', 'coordinator', 'observer'] as const;
export type RoleWithoutSeat = (typeof rolesWithoutSeat)[number];

/** The role by which somebody may be there without a seat; undefined for everyone else. */
export function roleWithoutSeat({ id, roles }: Member, seats: readonly Seat[]): RoleWithoutSeat | undefined {
  return seats.some(({ holderId }) => holderId === id)
    ? undefined
    : rolesWithoutSeat.find(role => roles.includes(role));
}

type Names = { readonly party: (seat: Seat) => string; readonly member: (id: MemberId) => string };

/** How the minutes tell of one seat; undefined when nobody sat in it. */
export function presenceInMinutes(seat: Seat, attendance: Attendance | undefined, names: Names): Presence | undefined {
  const sat = attendance?.attendeeId ?? seat.holderId;
  if (!attendance?.isPresent || sat === undefined) return undefined;
  const who = { party: names.party(seat), name: names.member(sat) };
  if (sat === seat.holderId) return { ...who, standing: 'holder' };
  if (seat.holderId === undefined) return { ...who, standing: 'deputy' };
  const standing = seat.deputyIds.includes(sat) ? 'deputy' : 'onBehalf';
  return { ...who, standing, of: names.member(seat.holderId) };
}
