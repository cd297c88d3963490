/** The reminders of a poll in the cast's forum, as time goes by. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { remindOnSchedule } from '../../src/bot/remind-on-schedule.ts';
import { type Delivery, deliveries, placeKey } from '../../src/delivery/delivery.ts';
import { schedules } from '../../src/delivery/schedule.ts';
import { oweAgreedSendings, sendings } from '../../src/delivery/sending.ts';
import { type NetworkRules, usualRules } from '../../src/features/networks/network.ts';
import { networkPartition, networks } from '../../src/features/networks/network-store.ts';
import { closeDuePolls, closePoll } from '../../src/features/polls/close-poll.ts';
import { extendPoll } from '../../src/features/polls/extend-poll.ts';
import type { PollId } from '../../src/features/polls/poll.ts';
import { pollPartition } from '../../src/features/polls/poll-store.ts';
import { reminder, remindPoll } from '../../src/features/polls/remind-poll.ts';
import { epochMsOf, type Instant, later, type PlainDate } from '../../src/world.ts';
import { actorOf, castNetwork, cutOff, handClock, seatForum, type TestTools, testTools } from '../cast.ts';
import { cast, doneOf, formalPoll, open, seatsWithAccount, yes } from '../features/polls/poll-room.ts';

let tools: TestTools;
let poll: PollId;

/** Opened on Monday 11 January 2027 at nine; due on Monday 1 February at the end of the day. */
beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  poll = await open(tools);
});
afterEach(() => tools.store.close());

const reminded = async (using: TestTools = tools) => {
  const all = (await deliveries.all(using.store, pollPartition(poll))).map(kept => kept.value);
  return all.filter(({ message }) => message.kind === reminder.kind);
};
const peopleOf = (all: readonly Delivery[]) => new Set(all.map(({ to }) => placeKey(to)));

async function tick(using: TestTools = tools): Promise<void> {
  await remindOnSchedule(using);
  await oweAgreedSendings(using);
}

/** @returns how many reminders were owed then */
async function at(instant: string): Promise<number> {
  const before = (await reminded()).length;
  tools.world.clock.set(instant);
  await tick();
  return (await reminded()).length - before;
}

async function setRules(rules: Partial<NetworkRules>): Promise<void> {
  const kept = await networks.get(tools.store, networkPartition(castNetwork.id), 'network');
  if (!kept) throw new Error('No network');
  await tools.store.batch(kept.partition, [
    networks.replace(kept, { ...kept.value, rules: { ...usualRules, ...rules } }),
  ]);
}

describe('a poll', () => {
  test('reminds fourteen, seven and one day before, on work days at nine, and never who has answered', async () => {
    expect(await at('2027-01-18T07:59:59.999Z')).toBe(0);
    expect(await at('2027-01-18T08:00:00.000Z')).toBe(16);
    for (const seat of [1, 2, 3]) await cast(tools, poll, seat, yes);
    expect(await at('2027-01-25T07:59:59.999Z')).toBe(0);
    expect(await at('2027-01-25T08:00:00.000Z')).toBe(13);
    expect(await at('2027-01-29T08:00:00.000Z')).toBe(13);
    expect(await at('2027-01-31T08:00:00.000Z')).toBe(0);
    expect(await at('2027-02-01T22:59:58.000Z')).toBe(0);
    expect(peopleOf(await reminded()).size).toBe(16);
  });

  test('reminds once however often it is looked at, and owes nothing when all have answered', async () => {
    for (const seat of seatsWithAccount) await cast(tools, poll, seat, yes);
    await at('2027-01-18T08:00:00.000Z');
    for (let again = 0; again < 5; again += 1) await tick();
    // Seat 7's holder has an e-mail address and no account.
    expect(await reminded()).toHaveLength(1);
  });

  test('says once in the morning what fell due at night, and once what fell due twice', async () => {
    expect(await at('2027-01-25T21:30:00.000Z')).toBe(0);
    expect(await at('2027-01-26T05:59:59.000Z')).toBe(0);
    expect(await at('2027-01-26T06:00:00.000Z')).toBe(16);
    expect(await at('2027-01-28T08:00:00.000Z')).toBe(0);
    expect(await at('2027-01-29T08:00:00.000Z')).toBe(16);
  });

  test('reminds nobody from the deadline on, nor in the night before it', async () => {
    doneOf(
      await extendPoll(tools, await actorOf(tools, 'kari'), poll, {
        closesOn: '2027-02-03' as PlainDate,
        closesTime: '06:30',
      }),
    );
    expect(await at('2027-02-02T20:00:00.000Z')).toBe(0);
    expect(await at('2027-02-03T05:30:00.000Z')).toBe(0);
    expect(await at('2027-02-03T07:00:00.000Z')).toBe(0);
  });

  test('reminds by the new deadline when it is moved', async () => {
    tools.world.clock.set('2027-01-29T07:00:00.000Z');
    doneOf(await extendPoll(tools, await actorOf(tools, 'kari'), poll, { closesOn: '2027-02-15' as PlainDate }));
    expect(await at('2027-01-29T08:00:00.000Z')).toBe(0);
    expect(await at('2027-02-01T08:00:00.000Z')).toBe(16);
  });

  test.each([
    ['by hand', async () => void doneOf(await closePoll(tools, await actorOf(tools, 'kari'), poll))],
    [
      'by the clock',
      async () => {
        tools.world.clock.set('2027-02-02T12:00:00.000Z');
        await closeDuePolls(tools);
      },
    ],
  ])('owes nothing more when it is closed %s', async (_, close) => {
    await close();
    expect(await schedules.all(tools.store, pollPartition(poll))).toEqual([]);
    await at('2027-02-02T12:00:00.000Z');
    expect(await reminded()).toEqual([]);
  });

  test('leaves out whoever was reminded by hand that day, and goes by the rules’ most', async () => {
    await setRules({ mostReminders: 2 });
    tools.world.clock.set('2027-01-18T07:00:00.000Z');
    for (const seat of seatsWithAccount.slice(3)) await cast(tools, poll, seat, yes);
    doneOf(await remindPoll(tools, await actorOf(tools, 'kari'), poll));
    expect(await reminded()).toHaveLength(4);
    expect(await at('2027-01-18T08:00:00.000Z')).toBe(0);
    expect(await at('2027-01-25T08:00:00.000Z')).toBe(4);
    expect(await at('2027-01-29T08:00:00.000Z')).toBe(0);
  });

  test('waits while an earlier reminder is still being written', async () => {
    await remindOnSchedule(tools);
    tools.world.clock.set('2027-01-18T08:00:00.000Z');
    await remindOnSchedule(tools);
    tools.world.clock.set('2027-01-25T08:00:00.000Z');
    await remindOnSchedule(tools);
    expect(await sendings.all(tools.store, pollPartition(poll))).toHaveLength(1);
    await tick();
    expect(await at('2027-01-25T08:00:01.000Z')).toBe(16);
  });

  test('whose process dies as it reminds, reminds when it is up again', async () => {
    tools.world.clock.set('2027-01-18T08:00:00.000Z');
    await remindOnSchedule({ ...tools, store: cutOff(tools.store, 1) });
    expect(await sendings.all(tools.store, pollPartition(poll))).toEqual([]);
    expect(await at('2027-01-18T09:00:00.000Z')).toBe(16);
    expect(await at('2027-01-18T10:00:00.000Z')).toBe(0);
  });

  test('opened the day before its deadline reminds nobody who has just been asked', async () => {
    poll = await open(tools, { ...formalPoll, closesOn: '2027-01-12' as PlainDate });
    const [schedule] = await schedules.all(tools.store, pollPartition(poll));
    expect(schedule?.value.dueAt).toBeUndefined();
  });
});

test('whenever somebody is at work, nobody is reminded at night, twice in a day, or after the deadline', async () => {
  const [start, hours] = ['2027-01-11T08:00:00.000Z' as Instant, 22 * 24];
  const deadline = '2027-02-01T22:59:59.000Z';
  const atWork = fc.uniqueArray(fc.integer({ min: 1, max: hours * 60 }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(atWork, async minutes => {
      const each = testTools();
      await seatForum(each);
      poll = await open(each);
      for (const minute of minutes.toSorted((a, b) => a - b)) {
        each.world.clock.set(later(start, minute * 60_000));
        await tick(each);
        await tick(each);
      }
      const all = await reminded(each);
      await each.store.close();
      const times = all.map(({ owedAt }) => owedAt);
      expect(times.filter(time => time >= deadline)).toEqual([]);
      // All of it lies in winter time: quiet from 19 to 6 in UTC.
      expect(times.map(time => Number(time.slice(11, 13))).filter(hour => hour >= 19 || hour < 6)).toEqual([]);
      const toOne = [...new Set(times)].sort();
      expect(toOne.length).toBeLessThanOrEqual(3);
      const gaps = toOne.slice(1).map((time, index) => epochMsOf(time) - epochMsOf(toOne[index] ?? time));
      expect(gaps.filter(gap => gap < 20 * 3_600_000)).toEqual([]);
      expect(all).toHaveLength(toOne.length * 16);
    }),
    { numRuns: 40 },
  );
});

test('two processes give one reminder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'laget-'));
  const clock = handClock();
  const both = [testTools(folder, clock), testTools(folder, clock)] as const;
  const [first] = both;
  await seatForum(first);
  poll = await open(first);
  for (const day of ['2027-01-18', '2027-01-25', '2027-01-29']) {
    clock.set(`${day}T08:00:00.000Z`);
    await Promise.all([...both, ...both].map(tick));
    await tick(first);
  }
  expect(await reminded(first)).toHaveLength(3 * 16);
  await Promise.all(both.map(({ store }) => store.close()));
  rmSync(folder, { recursive: true });
});
