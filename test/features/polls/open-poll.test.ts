import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deliveries } from '../../../src/delivery/delivery.ts';
import { sendings } from '../../../src/delivery/sending.ts';
import type { ChannelKey, NetworkId } from '../../../src/features/networks/network.ts';
import { channelLinks, networkPartition, seats } from '../../../src/features/networks/network-store.ts';
import { type NewPoll, openPoll } from '../../../src/features/polls/open-poll.ts';
import { pollNumbers, pollPartition, pollsMeant } from '../../../src/features/polls/poll-store.ts';
import type { PlainDate } from '../../../src/world.ts';
import {
  actorOf,
  type CastKey,
  castChannelKey,
  castNetwork,
  castSeatId,
  seatForum,
  type TestTools,
  testTools,
} from '../../cast.ts';
import { cast, doneOf, formalPoll, open, pollNow, refusalOf, secretPoll, yes } from './poll-room.ts';

let tools: TestTools;
const network = networkPartition(castNetwork.id);

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

const tryOpen = async (wanted: NewPoll, who: CastKey = 'kari') => openPoll(tools, await actorOf(tools, who), wanted);

describe('opening a poll', () => {
  test('owes each linked channel one posting, and asks the sixteen seats that vote', async () => {
    const poll = await open(tools);
    const owed = await deliveries.all(tools.store, pollPartition(poll));
    expect(owed.map(({ value }) => value.state)).toEqual(['due', 'due', 'due']);
    expect((await pollNow(tools, poll)).seats).toHaveLength(16);
    expect((await pollNow(tools, poll)).seats).not.toContain(castSeatId(17));
  });

  test('four times the same request opens one, also at once', async () => {
    const kari = await actorOf(tools, 'kari', 'the request');
    const first = doneOf(await openPoll(tools, kari, formalPoll));
    const more = await Promise.all([1, 2, 3].map(() => openPoll(tools, kari, formalPoll)));
    expect(more.map(each => doneOf(each).value)).toEqual([first.value, first.value, first.value]);
    const atOnce = await actorOf(tools, 'kari', 'another');
    const all = await Promise.all([1, 2, 3, 4].map(() => openPoll(tools, atOnce, formalPoll)));
    expect(new Set(all.map(each => doneOf(each).value.id)).size).toBe(1);
    expect(await tools.store.count(network, pollNumbers.type)).toBe(2);
  });

  test('gives each a number of its own, in a row, also at once', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => open(tools)));
    const numbers = await Promise.all(all.map(async id => (await pollNow(tools, id)).number));
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4]);
  });

  test('posts to no channel the bot was removed from, and to none at all is refused', async () => {
    await lose('kommunene');
    expect(await tools.store.count(pollPartition(await open(tools)), deliveries.type)).toBe(2);
    await lose('statsforvalteren');
    await lose('organisasjonene');
    expect(refusalOf(await tryOpen(formalPoll)).code).toBe('no-channel');
  });

  test('in more channels than a few posts to none before it is seen, and then once in each', async () => {
    const [link] = await channelLinks.all(tools.store, network);
    if (!link) throw new Error('No channel is linked');
    const more = ['a', 'b', 'c'].map(name => ({ ...link.value, key: `test|more|${name}` as ChannelKey }));
    await tools.store.batch(
      network,
      more.map(each => channelLinks.create(each.key, each)),
    );
    const poll = await open(tools);
    expect(await tools.store.count(pollPartition(poll), deliveries.type)).toBe(0);
    const [sending] = await sendings.all(tools.store, pollPartition(poll));
    expect(sending?.value).toMatchObject({ state: 'shown', message: { kind: 'posting' } });
    expect(sending?.value.to).toHaveLength(6);
  });

  test('asks only seats in their term', async () => {
    const kept = await seats.get(tools.store, network, 'seat-3');
    if (!kept) throw new Error('No seat 3');
    const term = { from: kept.value.term.from, to: kept.value.term.from };
    await tools.store.batch(network, [seats.replace(kept, { ...kept.value, term })]);
    const poll = await open(tools);
    expect((await pollNow(tools, poll)).seats).not.toContain(castSeatId(3));
    expect(refusalOf(await cast(tools, poll, 3, yes)).code).toBe('no-seat');
  });

  test.each<[string, NewPoll, CastKey, string]>([
    ['by a holder', formalPoll, 'mikkel', 'not-allowed'],
    ['by an observer', formalPoll, 'nordavinden', 'not-allowed'],
    ['secret with results shown at once', { ...secretPoll, reveal: 'always' }, 'kari', 'secret-hides-results'],
    [
      'with a deadline that has passed',
      { ...formalPoll, closesOn: '2027-01-10' as PlainDate },
      'kari',
      'deadline-past',
    ],
  ])('%s is refused', async (_, wanted, who, code) => {
    expect(refusalOf(await tryOpen(wanted, who)).code).toBe(code);
    expect(await tools.store.count(network, pollNumbers.type)).toBe(0);
  });

  test('with no seat that votes is refused', async () => {
    for (const kept of await seats.all(tools.store, network)) {
      await tools.store.batch(network, [seats.replace(kept, { ...kept.value, isVoting: false })]);
    }
    expect(refusalOf(await tryOpen(formalPoll)).code).toBe('no-voting-seats');
    expect((await tryOpen({ ...formalPoll, kind: 'opinion' })).ok).toBe(true);
  });

  async function lose(organisation: Parameters<typeof castChannelKey>[0]): Promise<void> {
    const link = await channelLinks.get(tools.store, network, castChannelKey(organisation));
    if (!link) throw new Error('No such channel');
    await tools.store.batch(network, [channelLinks.replace(link, { ...link.value, lostAt: tools.world.clock.now() })]);
  }
});

describe('finding a poll', () => {
  test('by id, by number, or as the only open one; never another network’s', async () => {
    const poll = await open(tools);
    const meant = async (number: number | undefined, id = castNetwork.id) =>
      (await pollsMeant(tools, id, number)).map(kept => kept.value.id);
    expect(await meant(1)).toEqual([poll]);
    expect(await meant(undefined)).toEqual([poll]);
    expect(await meant(2)).toEqual([]);
    await seatForum(tools, 'other' as NetworkId);
    expect(await meant(1, 'other' as NetworkId)).toEqual([]);
    expect(await meant(undefined, 'other' as NetworkId)).toEqual([]);
  });

  test('several open ones may all be meant, the latest first', async () => {
    await open(tools);
    const second = await open(tools);
    expect((await pollsMeant(tools, castNetwork.id, undefined)).map(kept => kept.value.id)[0]).toBe(second);
  });
});
