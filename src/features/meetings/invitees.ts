import type { Tools } from '../../tools.ts';
import { dayOf, type Instant } from '../../world.ts';
import {
  isInTerm,
  isReachable,
  type Member,
  type MemberId,
  type Network,
  readsInChannels,
  type Seat,
  type StandingRole,
} from '../networks/network.ts';
import { members, networkPartition, seats } from '../networks/network-store.ts';
import type { Meeting } from './meeting.ts';

export type Invitees = {
  /** In the order of the seats, then those who come by their role; each once. */
  readonly people: readonly MemberId[];
  /** Invited seats in their term with nobody to invite: vacant, or held by one who has left the network. */
  readonly unfilled: readonly Seat[];
};

/** A seat or not, these are invited. */
const invitedRoles: readonly StandingRole[] = ['coordinator', 'chair', 'observer'];

/**
 * For each invited seat that is in its term on the day its holder, else its deputies, as long as they are members; and
 * those who lead or observe. Members without a seat or a role are not.
 */
export async function inviteesOf(
  { store }: Pick<Tools, 'store'>,
  { seats: invited }: Pick<Meeting, 'seats'>,
  network: Network,
  startsAt: Instant,
): Promise<Invitees> {
  const partition = networkPartition(network.id);
  const [keptSeats, keptMembers] = await Promise.all([seats.all(store, partition), members.all(store, partition)]);
  const people = keptMembers.map(({ value }) => value);
  const day = dayOf(startsAt, network.zone);
  const asked = keptSeats.map(({ value }) => value).filter(seat => invited.includes(seat.id) && isInTerm(seat, day));
  const bySeat = asked.map(seat => ({ seat, people: sittersOf(seat, people) }));
  const byRole = people.filter(({ roles }) => roles.some(role => invitedRoles.includes(role)));
  return {
    people: [...new Set([...bySeat.flatMap(each => each.people), ...byRole.map(({ id }) => id)])],
    unfilled: bySeat.filter(each => each.people.length === 0).map(each => each.seat),
  };
}

/** Of those who may answer for the seats, who reads of it in no channel: without an account, or who chose a way beside theirs. */
export function outsideChannels(seats: readonly Seat[], people: readonly Member[]): readonly MemberId[] {
  const asked = new Set(seats.flatMap(seat => sittersOf(seat, people.filter(isReachable))));
  return people.filter(member => asked.has(member.id) && !readsInChannels(member)).map(({ id }) => id);
}

/** The holder, else the deputies, as long as they are members. */
export function sittersOf({ holderId, deputyIds }: Seat, people: readonly Member[]): readonly MemberId[] {
  const isMember = (id: MemberId) => people.some(member => member.id === id);
  return holderId !== undefined && isMember(holderId) ? [holderId] : deputyIds.filter(isMember);
}

/** Who may do something about what goes wrong: the coordinators, or whoever has one of the roles given. */
export async function leadersOf(
  { store }: Pick<Tools, 'store'>,
  network: Network,
  wanted: readonly StandingRole[] = ['coordinator'],
): Promise<readonly MemberId[]> {
  const all = await members.all(store, networkPartition(network.id));
  return all.filter(({ value }) => value.roles.some(role => wanted.includes(role))).map(({ value }) => value.id);
}
