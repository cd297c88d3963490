import { done, type Outcome, refused } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { dayOf } from '../../world.ts';
import type { ChannelKey, IdentityKey, Member, MemberId, Network, NetworkId, Role, Seat } from './network.ts';
import { rolesOf } from './network.ts';
import {
  channelPartition,
  channels,
  identityPartition,
  members,
  memberships,
  networkPartition,
  networks,
  seats,
} from './network-store.ts';
import { type Deed, may } from './who-may.ts';

/** A member whose identity was read from an authenticated request; only this file makes one. */
export type Actor = {
  readonly network: Network;
  readonly member: Member;
  /** Every seat of the network. */
  readonly seats: readonly Seat[];
  readonly roles: readonly Role[];
  /** The same for every repeat of the request. */
  readonly requestKey: string;
};

export type NotKnown =
  | { readonly code: 'not-member' }
  /** The channel belongs to no network yet, and neither does the person. */
  | { readonly code: 'no-network' }
  /** The person is in several networks and asked from a place that tells of none. */
  | { readonly code: 'which-network'; readonly names: readonly string[] };

export type NotAllowed = { readonly code: 'not-allowed'; readonly deed: Deed };

type Asking = { readonly identity: IdentityKey; readonly requestKey: string };

/** The person as a member of one network; to anyone else the network does not exist. */
export async function identifyMember(
  tools: Tools,
  { identity, requestKey }: Asking,
  networkId: NetworkId,
): Promise<Outcome<Actor, NotKnown>> {
  const membership = await memberships.get(tools.store, identityPartition(identity), networkId);
  if (!membership) return refused({ code: 'not-member' });
  return actorOf(tools, networkId, membership.value.memberId, requestKey);
}

/** The network a request is about when nothing in it says: the channel's, or the person's only one. */
export async function networkAt(
  { store }: Tools,
  identity: IdentityKey,
  channel: ChannelKey,
): Promise<Outcome<NetworkId, NotKnown>> {
  const link = await channels.get(store, channelPartition(channel), 'channel');
  if (link?.value.networkId) return done(link.value.networkId);
  const mine = await memberships.all(store, identityPartition(identity));
  const [only, ...others] = mine;
  if (!only) return refused({ code: 'no-network' });
  if (others.length === 0) return done(only.value.networkId);
  const found = await Promise.all(
    mine.map(kept => networks.get(store, networkPartition(kept.value.networkId), 'network')),
  );
  return refused({ code: 'which-network', names: found.flatMap(kept => (kept ? [kept.value.name] : [])) });
}

export function allowed(actor: Pick<Actor, 'roles'>, deed: Deed): Outcome<true, NotAllowed> {
  return may(actor.roles, deed) ? done(true) : refused({ code: 'not-allowed', deed });
}

/** A member told by id in a token of the bot's own making, which is proof enough of who asks. */
export async function identifyById(tools: Tools, networkId: NetworkId, memberId: MemberId): Promise<Actor | undefined> {
  const actor = await actorOf(tools, networkId, memberId, '');
  return actor.ok ? actor.value : undefined;
}

async function actorOf(
  { store, world, gather }: Tools,
  networkId: NetworkId,
  memberId: MemberId,
  requestKey: string,
): Promise<Outcome<Actor, NotKnown>> {
  const partition = networkPartition(networkId);
  const [member, [network, keptSeats]] = await Promise.all([
    members.get(store, partition, memberId),
    gather(`seats|${networkId}`, () =>
      Promise.all([networks.get(store, partition, 'network'), seats.all(store, partition)]),
    ),
  ]);
  if (!network || !member) return refused({ code: 'not-member' });
  const allSeats = keptSeats.map(kept => kept.value);
  const roles = rolesOf(member.value, allSeats, dayOf(world.clock.now(), network.value.zone));
  return done({ network: network.value, member: member.value, seats: allSeats, roles, requestKey });
}
