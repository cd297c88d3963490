import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sendLimits } from '../../src/playground/fake-teams-connector.ts';
import { FakeTraffic, type Limit } from '../../src/playground/fake-traffic.ts';
import { handClock } from '../cast.ts';
import { mostWithin } from '../platforms/pace-run.ts';

function trafficOn(limits: readonly Limit[] = sendLimits) {
  const clock = handClock();
  const complaints: string[] = [];
  const traffic = new FakeTraffic({ clock, limits, complain: problem => complaints.push(problem) });
  return { clock, complaints, traffic };
}

test('takes as much as every limit lets through, and not one more', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 300 }), gaps => {
      const { clock, traffic } = trafficOn();
      const takenAtMs: number[] = [];
      let nowMs = 0;
      for (const gap of gaps) {
        clock.advance(gap);
        nowMs += gap;
        const wouldFit = sendLimits.every(({ most, withinMs }) => mostWithin([...takenAtMs, nowMs], withinMs) <= most);
        const isTaken = traffic.take(true) === undefined;
        expect(isTaken).toBe(wouldFit);
        if (isTaken) takenAtMs.push(nowMs);
      }
    }),
  );
});

test('whoever waits as long as they are told is let through', () => {
  const { clock, complaints, traffic } = trafficOn();
  let refused = 0;
  for (let sent = 0; sent < 2_000; sent += 1) {
    const seconds = traffic.take(true);
    if (seconds === undefined) continue;
    refused += 1;
    clock.advance(seconds * 1000);
    expect(traffic.take(true)).toBeUndefined();
  }
  expect(refused).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test('what is not counted uses nothing up, and is told to wait only when a test says so', () => {
  const { traffic } = trafficOn([{ most: 1, withinMs: 1000 }]);
  for (let sent = 0; sent < 20; sent += 1) expect(traffic.take(false)).toBeUndefined();
  expect(traffic.take(true)).toBeUndefined();
  traffic.throttle(2, 7);
  expect([traffic.take(false), traffic.take(false), traffic.take(false)]).toEqual([7, 7, undefined]);
});

test('a few that were under way are no storm; more are one, told of once; after the wait all is well again', () => {
  const { clock, complaints, traffic } = trafficOn([]);
  traffic.throttle(1, 30);
  traffic.take(true);
  for (let sent = 0; sent < 3; sent += 1) traffic.take(true);
  expect(complaints).toEqual([]);
  for (let sent = 0; sent < 10; sent += 1) traffic.take(true);
  expect(complaints).toHaveLength(1);
  clock.advance(30_000);
  for (let sent = 0; sent < 10; sent += 1) traffic.take(true);
  expect(complaints).toHaveLength(1);
});

test('goes wrong for as many calls as said, or until mended', () => {
  const { traffic } = trafficOn();
  traffic.setTrouble('down', 2);
  expect([traffic.nextTrouble(), traffic.nextTrouble(), traffic.nextTrouble()]).toEqual(['down', 'down', undefined]);
  traffic.setTrouble('cut', Number.POSITIVE_INFINITY);
  expect([traffic.nextTrouble(), traffic.nextTrouble()]).toEqual(['cut', 'cut']);
  traffic.setTrouble(undefined, Number.POSITIVE_INFINITY);
  expect(traffic.nextTrouble()).toBeUndefined();
});
