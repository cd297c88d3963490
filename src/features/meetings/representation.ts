/** Whether every group of seats will be heard at a meeting, or is at it: named before it, and again when it begins. Pure. */
import type { PlainDate } from '../../world.ts';
import { isInTerm, type NetworkRules, type Seat, type SeatGroup } from '../networks/network.ts';
import { fewestOf, inGroups } from './group-strength.ts';
import type { Attendance } from './meeting.ts';

/** `ok`: enough come. `weak`: enough do only if those who have not answered come too. `missing`: too few can. */
export type GroupStrength = 'ok' | 'weak' | 'missing';

export type GroupPresence = {
  readonly group: SeatGroup;
  readonly strength: GroupStrength;
  /** How many come, how many must, and how many seats there are. */
  readonly coming: number;
  readonly fewest: number;
  readonly seats: number;
};

/** What a seat will do as far as is known: `open` when someone may still come for it. */
export type SeatPresence = 'coming' | 'open' | 'absent';

/**
 * Domain: «sikre alle målgruppenes stemmer»; each group has a fewest number, by the network's rules.
 * @param seats those invited; one out of its term on the day is passed over
 * @param day the meeting's, in its zone
 */
export function representationOf(
  seats: readonly Seat[],
  attendances: readonly Attendance[],
  rules: Pick<NetworkRules, 'fewestOfGroup'>,
  day: PlainDate,
): readonly GroupPresence[] {
  const given = new Map(attendances.map(attendance => [attendance.seatId, attendance]));
  const presence = (seat: Seat) => presenceOf(seat, given.get(seat.id));
  return inGroups(seats.filter(seat => isInTerm(seat, day))).map(([group, its]) => {
    const fewest = fewestOf(group, its, rules);
    const count = (wanted: SeatPresence) => its.filter(seat => presence(seat) === wanted).length;
    const coming = count('coming');
    const strength = coming >= fewest ? 'ok' : coming + count('open') >= fewest ? 'weak' : 'missing';
    return { group, strength, coming, fewest, seats: its.length };
  });
}

/** Who was there, once it is recorded; before that what was said. */
export function presenceOf({ holderId, deputyIds }: Seat, attendance: Attendance | undefined): SeatPresence {
  if (attendance?.isPresent !== undefined) return attendance.isPresent ? 'coming' : 'absent';
  if (attendance?.answer === 'coming') return 'coming';
  if (attendance?.answer === 'notComing') return (attendance.asked ?? []).length > 0 ? 'open' : 'absent';
  return holderId === undefined && deputyIds.length === 0 ? 'absent' : 'open';
}
