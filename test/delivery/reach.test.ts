import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reachOf } from '../../src/delivery/reach.ts';
import { later } from '../../src/world.ts';
import { anyDelivery, channel, now, owedTo, person } from './any-delivery.ts';

const anyOwed = fc.array(anyDelivery, { maxLength: 60 }).map(all => all.map((value, at) => ({ id: `${at}`, value })));

test('everyone is reached, waited for or not reached, and nobody is two of them', () => {
  fc.assert(
    fc.property(anyOwed, owed => {
      const { all, reached, waiting, notReached, byMessage, troubled } = reachOf(owed);
      const lost = notReached.reduce((sum, { count }) => sum + count, 0);
      expect(reached + waiting + lost).toBe(all);
      expect(Math.min(reached, waiting, lost)).toBeGreaterThanOrEqual(0);
      expect(troubled).toHaveLength(lost);
      expect(byMessage.reduce((sum, each) => sum + each.all, 0)).toBe(all);
      expect(byMessage.reduce((sum, each) => sum + each.reached, 0)).toBe(reached);
    }),
  );
});

test('it is the same in whatever order it is read', () => {
  fc.assert(
    fc.property(anyOwed, owed => {
      const { all, reached, waiting } = reachOf(owed);
      expect(reachOf(owed.toReversed())).toMatchObject({ all, reached, waiting });
    }),
  );
});

test('what was never needed, and the news of trouble, count for nothing', () => {
  const owed = [
    owedTo(person, { state: 'sent', ref: 'ref' }),
    owedTo(person, { state: 'unneeded' }),
    owedTo(person, { state: 'given-up', why: 'blocked', message: { kind: 'trouble' } }),
  ];
  expect(reachOf(owed.map((value, at) => ({ id: `${at}`, value })))).toMatchObject({
    all: 1,
    reached: 1,
    troubled: [],
  });
});

test('an event in a calendar counts from when it is first tried', () => {
  const event = owedTo(person, { to: { kind: 'calendar' } });
  const all = (value: typeof event) => reachOf([{ id: 'calendar-event', value }]).all;
  expect([all(event), all({ ...event, triedAt: now, state: 'failed' }), all({ ...event, state: 'unneeded' })]).toEqual([
    0, 1, 0,
  ]);
});

test('each reason is counted, and each place named in the order it was owed', () => {
  const value = [
    owedTo(person, { state: 'given-up', why: 'blocked', owedAt: later(now, 2) }),
    owedTo(channel, { state: 'gone', why: 'deleted', ref: 'ref', owedAt: later(now, 1) }),
    owedTo(person, { state: 'unknown', owedAt: now, number: 2 }),
    owedTo(person, { state: 'given-up', why: 'blocked', owedAt: now, number: 1 }),
    owedTo(channel, { state: 'claimed', ref: 'ref' }),
    owedTo(channel, { state: 'claimed' }),
  ];
  const reach = reachOf(value.map((each, at) => ({ id: `${at}`, value: each })));
  expect(reach).toMatchObject({ all: 6, reached: 1, waiting: 1 });
  expect(reach.troubled.map(({ id }) => id)).toEqual(['3', '2', '1', '0']);
  expect(reach.notReached).toEqual([
    { why: 'blocked', count: 2 },
    { why: 'unknown', count: 1 },
    { why: 'deleted', count: 1 },
  ]);
});
