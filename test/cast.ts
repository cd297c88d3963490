/** The cast at work: the forum written straight to a store, a clock moved by hand, and people as actors. */
import { randomBytes } from 'node:crypto';
import { type Actor, identifyMember } from '../src/features/networks/identify-member.ts';
import {
  type Address,
  type ChannelKey,
  type ChannelLink,
  type IdentityKey,
  type Member,
  type MemberId,
  type Network,
  type NetworkId,
  type Party,
  type Seat,
  type SeatId,
  usualRules,
} from '../src/features/networks/network.ts';
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
} from '../src/features/networks/network-store.ts';
import { createGather } from '../src/gather.ts';
import {
  type CastKey,
  type CastOrganisation,
  type CastPerson,
  type CastSeat,
  castChannels,
  castNetwork,
  castPeople,
  castSeats,
  castTerm,
} from '../src/playground/cast.ts';
import { openSqliteStore } from '../src/store/sqlite-store.ts';
import type { Store } from '../src/store/store.ts';
import type { Tools } from '../src/tools.ts';
import { createTurns } from '../src/turns.ts';
import {
  type Clock,
  codeFrom,
  type IdMaker,
  type Instant,
  instantOf,
  later,
  type PlainDate,
  textFrom,
  type World,
} from '../src/world.ts';

export { type CastKey, castNetwork, castPeople, castRoster, castSeats } from '../src/playground/cast.ts';

/** A Monday morning in the forum's year. */
export const castStart = '2027-01-11T08:00:00.000Z' as Instant;

export type HandClock = Clock & {
  set(instant: string): void;
  /** @returns the new now */
  advance(ms: number): Instant;
};

export function handClock(start: string = castStart): HandClock {
  let now = start as Instant;
  return {
    now: () => now,
    set(instant) {
      now = instant as Instant;
    },
    advance(ms) {
      now = later(now, ms);
      return now;
    },
  };
}

const testIds: IdMaker = { random: () => textFrom(randomBytes(10)), code: () => codeFrom(randomBytes(5)) };

type LogLine = { readonly level: 'info' | 'warn' | 'error'; readonly fields: object; readonly message: string };
export type TestWorld = World & { readonly clock: HandClock; readonly lines: readonly LogLine[] };

export function testWorld(clock: HandClock = handClock()): TestWorld {
  const lines: LogLine[] = [];
  const write = (level: LogLine['level']) => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  return { clock, ids: testIds, lines, log: { info: write('info'), warn: write('warn'), error: write('error') } };
}

export type TestTools = Tools & { readonly world: TestWorld };

/** One process: a store, a clock, turns. Two of them on one folder are two processes. @param folder in memory unless given */
export function testTools(folder = ':memory:', clock: HandClock = handClock()): TestTools {
  const world = testWorld(clock);
  return { store: openSqliteStore({ folder, ids: world.ids }), world, turns: createTurns(), gather: createGather() };
}

/** The same store, whose process dies just before its write number `last`, counted from 1. */
export function cutOff(store: Store, last: number): Store {
  let writes = 0;
  return {
    get: (...given) => store.get(...given),
    query: (...given) => store.query(...given),
    count: (...given) => store.count(...given),
    due: (...given) => store.due(...given),
    close: () => store.close(),
    batch: (...given) => {
      writes += 1;
      return writes === last ? Promise.reject(new Error('cut off')) : store.batch(...given);
    },
  };
}

/** The same store, where somebody else has written just before the first write. */
export function overtaken(store: Store, others: () => Promise<unknown>): Store {
  let isFirst = true;
  return {
    get: (...given) => store.get(...given),
    query: (...given) => store.query(...given),
    count: (...given) => store.count(...given),
    due: (...given) => store.due(...given),
    close: () => store.close(),
    batch: async (...given) => {
      const goesFirst = isFirst;
      isFirst = false;
      if (goesFirst) await others();
      return store.batch(...given);
    },
  };
}

export const castMemberId = (key: CastKey) => `member-${key}` as MemberId;
export const castSeatId = (number: number) => `seat-${number}` as SeatId;

/** An account of a person's in an organisation, as if a platform's folder had made it. */
export function identityOf(
  key: CastKey,
  organisation: CastOrganisation | undefined = castPeople[key].accounts[0],
): IdentityKey {
  return `test|${organisation}|${key}` as IdentityKey;
}

export function castChannelKey(organisation: CastOrganisation): ChannelKey {
  return `test|${organisation}|forum` as ChannelKey;
}

export type CastDocuments = {
  readonly network: Network;
  readonly parties: readonly Party[];
  readonly seats: readonly Seat[];
  readonly members: readonly Member[];
  readonly channels: readonly ChannelLink[];
};

/** @param id another one makes a second network of the same people */
export function castDocuments(id: NetworkId = castNetwork.id): CastDocuments {
  const kari = castMemberId('kari');
  const network = {
    ...castNetwork,
    id,
    startedAt: instantOf(Date.UTC(2026, 0, 5)),
    startedBy: kari,
    rules: usualRules,
  };
  return {
    network,
    parties: castSeats.map(partyOf),
    seats: castSeats.map(seatOf),
    members: Object.entries(castPeople).map(([key, person]) => memberOf(key as CastKey, person)),
    channels: castChannels.map(({ organisation, name }) => ({
      key: castChannelKey(organisation),
      address: `test|${organisation}` as Address,
      label: name,
      languages: network.languages,
      linkedAt: network.startedAt,
      linkedBy: kari,
    })),
  };
}

function partyOf({ number, party, municipalityNumber }: CastSeat): Party {
  return { id: `party-${number}`, name: party, ...(municipalityNumber && { municipalityNumber }) };
}

function seatOf({ number, group, isVoting, holder, deputies }: CastSeat): Seat {
  return {
    id: castSeatId(number),
    number,
    partyId: `party-${number}`,
    group,
    term: { from: castTerm.from as PlainDate, to: castTerm.to as PlainDate },
    isVoting,
    holderId: castMemberId(holder),
    deputyIds: deputies.map(castMemberId),
  };
}

function memberOf(key: CastKey, { name, email, roles, accounts }: CastPerson): Member {
  const identities = accounts.map(organisation => identityOf(key, organisation));
  return { id: castMemberId(key), name, email, roles: [...(roles ?? [])], identities };
}

/** Writes the whole forum, with everyone's accounts and the channels linked. */
export async function seatForum(
  { store }: Pick<Tools, 'store'>,
  id: NetworkId = castNetwork.id,
): Promise<CastDocuments> {
  const cast = castDocuments(id);
  const { network } = cast;
  await store.batch(networkPartition(id), [
    networks.create('network', network),
    ...cast.parties.map(party => parties.create(party.id, party)),
    ...cast.seats.map(seat => seats.create(seat.id, seat)),
    ...cast.members.map(member => members.create(member.id, member)),
    ...cast.channels.map(link => channelLinks.create(link.key, link)),
  ]);
  for (const member of cast.members) {
    for (const identity of member.identities) {
      const membership = memberships.create(id, { networkId: id, memberId: member.id });
      await store.batch(identityPartition(identity), [membership]);
    }
  }
  for (const { key } of cast.channels) {
    const channel = channels.upsert('channel', { networkId: id, introducedAt: network.startedAt });
    await store.batch(channelPartition(key), [channel]);
  }
  return cast;
}

let requests = 0;

/** A request key no other request has. */
export function newRequest(): string {
  requests += 1;
  return `request-${requests}`;
}

/** A person of the cast asking something, as identified now. @throws when the person is no member of the network */
export async function actorOf(
  tools: Tools,
  key: CastKey,
  requestKey: string = newRequest(),
  networkId: NetworkId = castNetwork.id,
): Promise<Actor> {
  const found = await identifyMember(tools, { identity: identityOf(key), requestKey }, networkId);
  if (!found.ok) throw new Error(`${key} is no member: ${found.refusal.code}`);
  return found.value;
}

export function holderOf(seatNumber: number): CastKey {
  const seat = castSeats.find(({ number }) => number === seatNumber);
  if (!seat) throw new Error(`No seat ${seatNumber}`);
  return seat.holder;
}
