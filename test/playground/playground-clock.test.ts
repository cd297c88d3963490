/** The playground's clock: what happens on the way happens in its time. */
import { expect, test } from '@jest/globals';
import { type ClockParts, movableClock, moveClock } from '../../src/playground/playground-clock.ts';
import type { Instant } from '../../src/world.ts';
import { handClock } from '../cast.ts';

const start = '2027-01-11T08:00:00.000Z' as Instant;
const soon = '2027-01-12T08:00:00.000Z' as Instant;
const later = '2027-01-16T08:00:00.000Z' as Instant;

/** Things that happen, each done by a tick of its time, and when the work on them was done. */
function waiting(...instants: readonly Instant[]): ClockParts & { readonly ticks: readonly Instant[] } {
  const clock = movableClock(handClock(start));
  const ticks: Instant[] = [];
  let undone = instants;
  return {
    clock,
    ticks,
    tick: async () => {
      ticks.push(clock.now());
      undone = undone.filter(at => at > clock.now());
    },
    nextDue: async () => {
      const at = instants.find(each => each > clock.now());
      return at && { what: 'reminder', at };
    },
    workDue: async () => undone.map(at => ({ at, version: at })),
    work: { pause: meanwhile => meanwhile() },
  };
}

test.each([
  ['minute', '2027-01-11T08:01:00.000Z'],
  ['hour', '2027-01-11T09:00:00.000Z'],
  ['day', '2027-01-12T08:00:00.000Z'],
  ['week', '2027-01-18T08:00:00.000Z'],
] as const)('it is moved a %s, and what is due is done', async (by, then) => {
  const parts = waiting();
  await moveClock(parts, by);
  expect(parts.clock.now()).toBe(then);
  expect(parts.ticks).toEqual([then]);
});

test('a week stops at each thing that happens in it', async () => {
  const parts = waiting(soon, later);
  await moveClock(parts, 'week');
  expect(parts.ticks).toEqual([soon, later, '2027-01-18T08:00:00.000Z']);
});

test('it is moved to the next thing that happens, one at a time, and then no more', async () => {
  const parts = waiting(soon, later);
  await moveClock(parts, 'next');
  expect(parts.clock.now()).toBe(soon);
  await moveClock(parts, 'next');
  await moveClock(parts, 'next');
  expect(parts.ticks).toEqual([soon, later]);
});

test('it is not moved while work is under way', async () => {
  let isFree = () => {};
  const underWay = new Promise<void>(resolve => {
    isFree = resolve;
  });
  const parts: ClockParts = { ...waiting(), work: { pause: meanwhile => underWay.then(meanwhile) } };
  const moved = moveClock(parts, 'day');
  await Promise.resolve();
  expect(parts.clock.now()).toBe(start);
  isFree();
  await moved;
  expect(parts.clock.now()).toBe(soon);
});

test('it stands at what happens until everything that comes of it is done', async () => {
  const works = [
    { at: soon, version: 'reminders' },
    { at: soon, version: 'their sending' },
    { at: later, version: 'its delivery' },
  ];
  const ticks: Instant[] = [];
  const parts = waiting();
  const tick = async () => {
    ticks.push(parts.clock.now());
    works.shift();
  };
  await moveClock({ ...parts, tick, workDue: async () => works }, 'week');
  expect(ticks).toEqual([soon, soon, later, '2027-01-18T08:00:00.000Z']);
});

test('work that is never done, or made anew each moment, holds it only for a while', async () => {
  const undone = waiting();
  await moveClock({ ...undone, workDue: async () => [{ at: start, version: 'one' }] }, 'week');
  expect(undone.ticks).toEqual([start, '2027-01-18T08:00:00.000Z', '2027-01-18T08:00:00.000Z']);
  const anew = waiting();
  const workDue = async () => [{ at: start, version: String(anew.ticks.length) }];
  await moveClock({ ...anew, workDue }, 'week');
  expect(anew.clock.now()).toBe('2027-01-18T08:00:00.000Z');
  expect(anew.ticks.length).toBeLessThan(50);
});
