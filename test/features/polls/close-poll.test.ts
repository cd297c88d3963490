import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { redraws } from '../../../src/delivery/delivery.ts';
import { applyRosterFile } from '../../../src/features/networks/apply-roster.ts';
import type { NetworkId } from '../../../src/features/networks/network.ts';
import { closeDuePolls, closePoll } from '../../../src/features/polls/close-poll.ts';
import { extendPoll } from '../../../src/features/polls/extend-poll.ts';
import { pollPartition } from '../../../src/features/polls/poll-store.ts';
import { standingOf } from '../../../src/features/polls/tally.ts';
import type { Store } from '../../../src/store/store.ts';
import type { PlainDate } from '../../../src/world.ts';
import { actorOf, castNetwork, castRoster, cutOff, seatForum, type TestTools, testTools } from '../../cast.ts';
import { cast, count, doneOf, formalPoll, no, open, pollNow, refusalOf, secretPoll, sums, yes } from './poll-room.ts';

let tools: TestTools;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

describe('closing early', () => {
  test('counts, and a repeat answers the same', async () => {
    const poll = await open(tools);
    await cast(tools, poll, 1, yes);
    const kari = await actorOf(tools, 'kari', 'close');
    const closed = doneOf(await closePoll(tools, kari, poll));
    tools.world.clock.advance(1000);
    expect(closed.closing).toMatchObject({ by: 'member-kari', result: { answered: 1, entitled: 16 } });
    expect(await Promise.all([1, 2, 3].map(async () => doneOf(await closePoll(tools, kari, poll))))).toEqual([
      closed,
      closed,
      closed,
    ]);
    expect(await pollNow(tools, poll)).toEqual(closed);
  });

  test('four times at once closes once', async () => {
    const poll = await open(tools);
    const kari = await actorOf(tools, 'kari', 'close');
    const all = await Promise.all([1, 2, 3, 4].map(() => closePoll(tools, kari, poll)));
    expect(new Set(all.map(each => JSON.stringify(doneOf(each)))).size).toBe(1);
  });

  test('by a second person is told when it was closed', async () => {
    const poll = await open(tools);
    doneOf(await closePoll(tools, await actorOf(tools, 'kari'), poll));
    expect(refusalOf(await closePoll(tools, await actorOf(tools, 'askeladden'), poll))).toMatchObject({
      code: 'poll-closed',
      number: 1,
      at: tools.world.clock.now(),
    });
  });

  test('is for coordinator and chair, and in the poll’s own network', async () => {
    const poll = await open(tools);
    expect(refusalOf(await closePoll(tools, await actorOf(tools, 'mikkel'), poll)).code).toBe('not-allowed');
    const other = 'other' as NetworkId;
    await seatForum(tools, other);
    const stranger = await actorOf(tools, 'kari', 'request', other);
    expect(refusalOf(await closePoll(tools, stranger, poll)).code).toBe('no-poll');
    expect(refusalOf(await extendPoll(tools, stranger, poll, { closesOn: '2027-03-01' as PlainDate })).code).toBe(
      'no-poll',
    );
  });

  test('what becomes of the seats afterwards changes nothing', async () => {
    const poll = await open(tools);
    await cast(tools, poll, 1, yes);
    await cast(tools, poll, 2, no);
    doneOf(await closePoll(tools, await actorOf(tools, 'kari'), poll));
    const before = await count(tools, poll);
    doneOf(await applyRosterFile(tools, castNetwork.id, castRoster.replace(';ja;', ';nei;')));
    const after = await count(tools, poll);
    expect(after.tally).toEqual(before.tally);
    expect(after.answeredBy).toEqual(before.answeredBy);
  });
});

describe('a ballot that meets the closing', () => {
  test.each([
    ['open', formalPoll],
    ['secret', secretPoll],
  ] as const)('read the poll open and comes too late: refused, and not counted (%s)', async (_, wanted) => {
    const poll = await open(tools, wanted);
    const gate = gated(tools.store);
    const late = cast({ ...tools, store: gate.store }, poll, 1, yes);
    await gate.reached;
    doneOf(await closePoll(tools, await actorOf(tools, 'kari'), poll));
    gate.release();
    expect(refusalOf(await late).code).toBe('poll-closed');
    expect(await sums(tools, poll)).toEqual([0, 0, 0]);
  });
});

/** A store whose first batch waits at a gate. */
function gated(store: Store): { store: Store; reached: Promise<void>; release: () => void } {
  const gate = Promise.withResolvers<void>();
  const arrival = Promise.withResolvers<void>();
  const batch: Store['batch'] = async (partition, operations) => {
    arrival.resolve();
    await gate.promise;
    return store.batch(partition, operations);
  };
  const bound: Store = {
    batch,
    get: (...given) => store.get(...given),
    query: (...given) => store.query(...given),
    count: (...given) => store.count(...given),
    due: (...given) => store.due(...given),
    close: () => store.close(),
  };
  return { store: bound, reached: arrival.promise, release: gate.resolve };
}

describe('closing by the clock', () => {
  test('happens at the deadline and not before', async () => {
    const poll = await open(tools);
    tools.world.clock.set('2027-02-01T22:59:59.000Z');
    await closeDuePolls(tools);
    expect((await pollNow(tools, poll)).closing).toBeUndefined();
    tools.world.clock.advance(1);
    await closeDuePolls(tools);
    expect((await pollNow(tools, poll)).closing).toMatchObject({
      at: '2027-02-01T22:59:59.000Z',
      result: { answered: 0 },
    });
  });

  test('after a week’s downtime closes at the deadline all the same, and owes one redraw', async () => {
    const poll = await open(tools);
    await cast(tools, poll, 1, yes);
    tools.world.clock.set('2027-02-08T12:00:00.000Z');
    await closeDuePolls(tools);
    const closed = await pollNow(tools, poll);
    expect(closed.closing).toEqual(expect.objectContaining({ at: '2027-02-01T22:59:59.000Z' }));
    expect(closed.closing?.by).toBeUndefined();
    expect(await tools.store.count(pollPartition(poll), redraws.type)).toBe(1);
    await closeDuePolls(tools);
    expect(await pollNow(tools, poll)).toEqual(closed);
  });

  test('is finished by the next round when it was cut off between closing and counting', async () => {
    const poll = await open(tools);
    await cast(tools, poll, 1, yes);
    tools.world.clock.set('2027-02-02T12:00:00.000Z');
    await closeDuePolls({ ...tools, store: cutOff(tools.store, 2) });
    expect((await pollNow(tools, poll)).closing?.result).toBeUndefined();
    await closeDuePolls(tools);
    expect((await pollNow(tools, poll)).closing?.result).toMatchObject({ answered: 1 });
  });

  test('of one that fails leaves none of the others open', async () => {
    const all = await Promise.all([open(tools), open(tools), open(tools)]);
    tools.world.clock.set('2027-02-02T12:00:00.000Z');
    await closeDuePolls({ ...tools, store: cutOff(tools.store, 1) });
    const closed = await Promise.all(all.map(async poll => (await pollNow(tools, poll)).closing?.result !== undefined));
    expect(closed.filter(Boolean)).toHaveLength(2);
  });

  test('by two processes at once happens once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'laget-closing-'));
    const one = testTools(folder);
    const other = testTools(folder, one.world.clock);
    await seatForum(one);
    const all = await Promise.all([open(one), open(one), open(one)]);
    one.world.clock.set('2027-02-02T12:00:00.000Z');
    await Promise.all([closeDuePolls(one), closeDuePolls(other)]);
    await Promise.all([closeDuePolls(one), closeDuePolls(other)]);
    for (const poll of all) expect((await pollNow(other, poll)).closing?.result).toMatchObject({ entitled: 16 });
    await Promise.all([one.store.close(), other.store.close()]);
    rmSync(folder, { recursive: true });
  });
});

describe('extending', () => {
  test('moves the deadline later, and the clock obeys the new one', async () => {
    const poll = await open(tools);
    const kari = await actorOf(tools, 'kari');
    doneOf(await extendPoll(tools, kari, poll, { closesOn: '2027-02-03' as PlainDate, closesTime: '12:00' }));
    tools.world.clock.set('2027-02-02T12:00:00.000Z');
    await closeDuePolls(tools);
    expect((await cast(tools, poll, 1, yes)).ok).toBe(true);
    tools.world.clock.set('2027-02-03T11:00:00.001Z');
    await closeDuePolls(tools);
    expect((await pollNow(tools, poll)).closing?.at).toBe('2027-02-03T11:00:00.000Z');
  });

  test('never moves it nearer, into the past, or back to life', async () => {
    const poll = await open(tools);
    const kari = await actorOf(tools, 'kari');
    const refusal = async (closesOn: string) =>
      refusalOf(await extendPoll(tools, kari, poll, { closesOn: closesOn as PlainDate })).code;
    expect(await refusal('2027-01-31')).toBe('not-later');
    expect(await refusal('2027-01-01')).toBe('deadline-past');
    doneOf(await extendPoll(tools, kari, poll, { closesOn: '2027-02-01' as PlainDate }));
    tools.world.clock.set('2027-02-02T12:00:00.000Z');
    expect(await refusal('2027-02-05')).toBe('poll-closed');
  });
});

describe('the standing', () => {
  const option = (id: string, count: number) => ({ option: id as typeof yes, count });

  test.each([
    ['nobody has answered', [0, 0, 0], { kind: 'nobody' }],
    ['one leads with most of the answers', [3, 1, 1], { kind: 'lead', option: yes, isMajority: true }],
    ['one leads with half', [2, 1, 1], { kind: 'lead', option: yes, isMajority: false }],
    ['a tie is a tie', [2, 2, 1], { kind: 'tie', options: [yes, no] }],
  ])('%s', (_, [a = 0, b = 0, c = 0], standing) => {
    const counts = [option('o1', a), option('o2', b), option('o3', c)];
    expect(standingOf({ counts, answered: a + b + c, entitled: 16 })).toEqual(standing);
  });
});
