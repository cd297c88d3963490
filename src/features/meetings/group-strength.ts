/** Whether a group of seats is heard: how many of it come, and how many must. Pure. */
import type { NetworkRules, Seat, SeatGroup } from '../networks/network.ts';

/**
 * How many of a group must come for its voice to be heard: one unless the network has said otherwise, and never more
 * than it has seats. That every target group is heard is asked of the forum's meetings (mandat for samarbeidsforum).
 */
export function fewestOf(
  group: SeatGroup,
  seats: readonly unknown[],
  rules: Pick<NetworkRules, 'fewestOfGroup'>,
): number {
  return Math.min(rules.fewestOfGroup[group] ?? 1, seats.length);
}

/** In the order in which the groups first have a seat. */
export function inGroups(seats: readonly Seat[]): readonly (readonly [SeatGroup, readonly Seat[]])[] {
  return [...Map.groupBy(seats, ({ group }) => group)];
}
