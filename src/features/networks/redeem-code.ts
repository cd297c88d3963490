import { isDeepStrictEqual } from 'node:util';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { dayOf, idFrom } from '../../world.ts';
import { hashOf } from './make-code.ts';
import {
  hasJoined,
  isInTerm,
  type Language,
  type Member,
  type MemberId,
  type Network,
  type NetworkId,
  type Party,
  type Seat,
} from './network.ts';
import {
  channelLinks,
  channelPartition,
  channels,
  codePartition,
  codes,
  identityPartition,
  members,
  memberships,
  networkPartition,
  networks,
  parties,
  seats,
} from './network-store.ts';
import type { Founder } from './start-network.ts';

/** Who redeems: a person in a place, exactly what starting a network needs to know too. */
export type Redeemer = Founder & { readonly isPersonal: boolean };

export type Redeemed =
  | { readonly kind: 'channel'; readonly network: Network }
  | {
      readonly kind: 'seat';
      readonly network: Network;
      readonly seat: Seat;
      readonly party: Party;
      readonly as: 'holder' | 'deputy';
    }
  | { readonly kind: 'member'; readonly network: Network; readonly member: Member };

export type RedeemRefusal =
  | { readonly code: 'code-unknown' }
  | { readonly code: 'code-expired' }
  | { readonly code: 'code-used' }
  | { readonly code: 'channel-taken' }
  | { readonly code: 'channel-only' }
  | { readonly code: 'seat-taken' }
  | { readonly code: 'seat-out-of-term' }
  | { readonly code: 'already-member' };

type KeptCode = NonNullable<Awaited<ReturnType<typeof codes.get>>>;

/** Uses a code up for what it opens. A repeat of the same request answers the same; any other use is refused. */
export async function redeemCode(
  tools: Tools,
  redeemer: Redeemer,
  typed: string,
): Promise<Outcome<Redeemed, RedeemRefusal>> {
  const { store, world } = tools;
  return retrying(async () => {
    const code = await codes.get(store, codePartition(hashOf(typed)), 'code');
    if (!code) return refused({ code: 'code-unknown' });
    const isRepeat = code.value.usedBy === redeemer.requestKey;
    if (code.value.usedBy && !isRepeat) return refused({ code: 'code-used' });
    if (code.value.expiresAt < world.clock.now()) return refused({ code: 'code-expired' });
    const network = await networks.get(store, networkPartition(code.value.networkId), 'network');
    if (!network) return refused({ code: 'code-unknown' });
    const use = async () => {
      const claimed = { ...code.value, usedBy: redeemer.requestKey };
      if (!isRepeat) await store.batch(code.partition, [codes.replace(code, claimed)]);
    };
    return open(tools, redeemer, code, network.value, use);
  });
}

function open(
  tools: Tools,
  redeemer: Redeemer,
  { value }: KeptCode,
  network: Network,
  use: () => Promise<void>,
): Promise<Outcome<Redeemed, RedeemRefusal>> {
  const { opens, madeBy } = value;
  switch (opens.kind) {
    case 'channel':
      return linkChannel(tools, redeemer, network, madeBy, use);
    case 'seat':
      return takeSeat(tools, redeemer, network, opens, use);
    case 'member':
      return joinAsMember(tools, redeemer, network, opens.memberId, use);
  }
}

async function linkChannel(
  { store, world }: Tools,
  { channel, isPersonal }: Redeemer,
  network: Network,
  madeBy: MemberId,
  use: () => Promise<void>,
): Promise<Outcome<Redeemed, RedeemRefusal>> {
  if (isPersonal) return refused({ code: 'channel-only' });
  const { key, address, label } = channel;
  const known = await channels.get(store, channelPartition(key), 'channel');
  if (known?.value.networkId && known.value.networkId !== network.id) return refused({ code: 'channel-taken' });
  await use();
  const now = world.clock.now();
  // Before the link, and only over what was read: of two networks that want the channel, one alone comes further.
  const linked = { networkId: network.id, introducedAt: known?.value.introducedAt ?? now };
  await store.batch(channelPartition(key), [
    known ? channels.replace(known, linked) : channels.create('channel', linked),
  ]);
  await store.batch(networkPartition(network.id), [
    channelLinks.upsert(key, { key, address, label, languages: network.languages, linkedAt: now, linkedBy: madeBy }),
  ]);
  return done({ kind: 'channel', network });
}

async function takeSeat(
  { store, world }: Tools,
  redeemer: Redeemer,
  network: Network,
  wanted: { readonly seatId: Seat['id']; readonly as: 'holder' | 'deputy' },
  use: () => Promise<void>,
): Promise<Outcome<Redeemed, RedeemRefusal>> {
  const partition = networkPartition(network.id);
  const seat = await seats.get(store, partition, wanted.seatId);
  const party = seat && (await parties.get(store, partition, seat.value.partyId));
  if (!seat || !party) return refused({ code: 'code-unknown' });
  const day = dayOf(world.clock.now(), network.zone);
  if (!isInTerm(seat.value, day) && seat.value.term.from <= day) return refused({ code: 'seat-out-of-term' });
  const present = await ownMembership(store, redeemer, network.id);
  const expected = await awaited(store, partition, seat.value, wanted.as, redeemer.name);
  if (wanted.as === 'holder' && seat.value.holderId && !expected && seat.value.holderId !== present?.value.id) {
    return refused({ code: 'seat-taken' });
  }
  if (expected && present && expected.value.id !== present.value.id) return refused({ code: 'already-member' });
  await use();
  const member = withIdentity(present?.value ?? expected?.value ?? newMember(redeemer, network.id), redeemer);
  const changed = withMember(seat.value, member.id, wanted.as);
  const answer = done({ kind: 'seat', network, seat: changed, party: party.value, as: wanted.as } as const);
  if (present && isDeepStrictEqual([present.value, seat.value], [member, changed])) return answer;
  // Remembered first: a repeat of a request that was cut off here knows its own seat from one that someone else took.
  await remember(store, redeemer, network.id, member.id);
  await store.batch(partition, [members.upsert(member.id, member), seats.replace(seat, changed)]);
  return answer;
}

async function joinAsMember(
  { store }: Tools,
  redeemer: Redeemer,
  network: Network,
  memberId: MemberId,
  use: () => Promise<void>,
): Promise<Outcome<Redeemed, RedeemRefusal>> {
  const member = await members.get(store, networkPartition(network.id), memberId);
  if (!member) return refused({ code: 'code-unknown' });
  const present = await ownMembership(store, redeemer, network.id);
  if (present && present.value.id !== memberId) return refused({ code: 'already-member' });
  await use();
  const joined = withIdentity(member.value, redeemer);
  await store.batch(member.partition, [members.replace(member, joined)]);
  await remember(store, redeemer, network.id, memberId);
  return done({ kind: 'member', network, member: joined });
}

type Shelf = Tools['store'];

async function ownMembership(
  store: Shelf,
  { identity }: Redeemer,
  networkId: NetworkId,
): Promise<Kept<Member> | undefined> {
  const membership = await memberships.get(store, identityPartition(identity), networkId);
  return membership && members.get(store, networkPartition(networkId), membership.value.memberId);
}

/**
 * The person the roster names for this place in the seat, who has not yet come by any account: the namesake, or the only
 * one. Among several nobody is guessed at, for that would give one person's place and name to another.
 */
async function awaited(
  store: Shelf,
  partition: string,
  seat: Seat,
  as: 'holder' | 'deputy',
  name: string,
): Promise<Kept<Member> | undefined> {
  const named = as === 'deputy' ? seat.deputyIds : seat.holderId ? [seat.holderId] : [];
  const found = await Promise.all(named.map(id => members.get(store, partition, id)));
  const absent = found.flatMap(member => (member && !hasJoined(member.value) ? member : []));
  return absent.find(member => member.value.name === name) ?? (absent.length === 1 ? absent[0] : undefined);
}

async function remember(store: Shelf, { identity }: Redeemer, networkId: NetworkId, memberId: MemberId): Promise<void> {
  await store.batch(identityPartition(identity), [memberships.upsert(networkId, { networkId, memberId })]);
}

function newMember({ name, identity, language, requestKey }: Redeemer, networkId: NetworkId): Member {
  const id = idFrom('member', networkId, requestKey) as MemberId;
  return { id, name, roles: [], language: language as Language | undefined, identities: [identity] };
}

function withIdentity(member: Member, { identity }: Redeemer): Member {
  return { ...member, identities: [...new Set([...member.identities, identity])] };
}

function withMember(seat: Seat, memberId: MemberId, as: 'holder' | 'deputy'): Seat {
  return as === 'holder'
    ? { ...seat, holderId: memberId }
    : { ...seat, deputyIds: [...new Set([...seat.deputyIds, memberId])] };
}
