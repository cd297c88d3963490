/** The cast's forum with as many members as a measurement wants, written straight to a store, and one open poll. */
import { identifyById } from '../../src/features/networks/identify-member.ts';
import type {
  Address,
  ChannelKey,
  IdentityKey,
  Member,
  MemberId,
  Network,
  Seat,
} from '../../src/features/networks/network.ts';
import {
  channelLinks,
  channelPartition,
  channels,
  identityPartition,
  members,
  memberships,
  networkPartition,
  networks,
  parties,
  seats,
} from '../../src/features/networks/network-store.ts';
import { openPoll } from '../../src/features/polls/open-poll.ts';
import type { Poll } from '../../src/features/polls/poll.ts';
import { createGather } from '../../src/gather.ts';
import { mostOperations, type Operation, type Store } from '../../src/store/store.ts';
import { createTurns } from '../../src/turns.ts';
import { dayOf, later, type World } from '../../src/world.ts';
import { castDocuments, castMemberId } from '../cast.ts';

export type ForumWanted = {
  /** One account each, in this order: first the holders of the voting seats, then the rest of the members. */
  readonly accounts: readonly IdentityKey[];
  readonly channels: readonly { readonly key: ChannelKey; readonly address: Address; readonly label?: string }[];
  readonly kind: Poll['kind'];
};

/** @returns the poll that is open in the forum, which every channel is owed a posting of */
export async function seatBenchForum(store: Store, world: World, wanted: ForumWanted): Promise<Poll> {
  const cast = castDocuments();
  const { network } = cast;
  const everyone = membersWith(wanted.accounts, cast.members, cast.seats);
  await writeAll(store, networkPartition(network.id), [
    networks.create('network', network),
    ...cast.parties.map(party => parties.create(party.id, party)),
    ...cast.seats.map(seat => seats.create(seat.id, seat)),
    ...everyone.map(member => members.create(member.id, member)),
    ...wanted.channels.map(channel => channelLinks.create(channel.key, linkOf(network, channel))),
  ]);
  await Promise.all(
    everyone.flatMap(({ id, identities }) =>
      identities.map(identity =>
        store.batch(identityPartition(identity), [
          memberships.create(network.id, { networkId: network.id, memberId: id }),
        ]),
      ),
    ),
  );
  for (const { key } of wanted.channels) {
    const channel = { networkId: network.id, introducedAt: network.startedAt };
    await store.batch(channelPartition(key), [channels.upsert('channel', channel)]);
  }
  return openBenchPoll(store, world, network, wanted.kind);
}

async function openBenchPoll(store: Store, world: World, network: Network, kind: Poll['kind']): Promise<Poll> {
  const tools = { store, world, turns: createTurns(), gather: createGather() };
  const kari = await identifyById(tools, network.id, castMemberId('kari'));
  if (!kari) throw new Error('Nobody leads the forum');
  const opened = await openPoll(tools, kari, {
    kind,
    question: 'Skal forumet møtes fysisk i mars?',
    options: ['Ja, i Tromsø', 'Ja, i Alta', 'Nei, vi møtes digitalt'],
    choice: 'one',
    secrecy: 'open',
    reveal: 'always',
    closesOn: dayOf(later(world.clock.now(), 7 * 24 * 3_600_000), network.zone),
  });
  if (!opened.ok) throw new Error(`The poll was not opened: ${opened.refusal.code}`);
  return opened.value.value;
}

/** The holders of voting seats first, so that the first accounts may vote in a formal ballot. */
function membersWith(
  accounts: readonly IdentityKey[],
  cast: readonly Member[],
  forum: readonly Seat[],
): readonly Member[] {
  const voters = new Set(forum.flatMap(({ isVoting, holderId }) => (isVoting && holderId ? [holderId] : [])));
  const known = [...cast.filter(({ id }) => voters.has(id)), ...cast.filter(({ id }) => !voters.has(id))];
  const more = Array.from({ length: Math.max(0, accounts.length - known.length) }, (_, index) => newcomer(index));
  return [...known, ...more].map((member, index) => {
    const account = accounts[index];
    return { ...member, identities: account === undefined ? [] : [account] };
  });
}

function newcomer(index: number): Member {
  return { id: `member-${index}` as MemberId, name: `Tusse ${index}`, roles: [], identities: [] };
}

function linkOf(
  { languages, startedAt, startedBy }: Network,
  { key, address, label = 'Samarbeidsforum' }: ForumWanted['channels'][number],
) {
  return { key, address, label, languages, linkedAt: startedAt, linkedBy: startedBy };
}

async function writeAll(store: Store, partition: string, operations: readonly Operation[]): Promise<void> {
  for (let from = 0; from < operations.length; from += mostOperations) {
    await store.batch(partition, operations.slice(from, from + mostOperations));
  }
}
