import { describe, expect, test } from '@jest/globals';
import { endOfDay, instantAt, instantsAt, momentsAt } from '../../../src/features/year/local-time.ts';
import { type Instant, later, type PlainDate } from '../../../src/world.ts';
import { clockChanges, day, localText } from './day.ts';

const oslo = 'Europe/Oslo';
const minuteMs = 60_000;

describe('a local time', () => {
  test.each([
    ['in winter', '2027-02-02', '09:00', '2027-02-02T08:00:00.000Z'],
    ['in summer', '2027-07-02', '09:00', '2027-07-02T07:00:00.000Z'],
    ['just before the gap', '2027-03-28', '01:59', '2027-03-28T00:59:00.000Z'],
    ['just after the gap', '2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
    ['just before the repeat', '2027-10-31', '01:59', '2027-10-30T23:59:00.000Z'],
    ['just after the repeat', '2027-10-31', '03:00', '2027-10-31T02:00:00.000Z'],
  ])('%s is one instant', (_, on, time, instant) => {
    expect(instantAt(day(on), time, oslo, 'startsAt')).toEqual({ ok: true, value: instant });
  });

  test.each([
    ['the clocks jump over', '2027-03-28', '02:30', 'time-does-not-exist'],
    ['the clocks come back to', '2027-10-31', '02:30', 'time-exists-twice'],
  ])('%s is refused, in the field it was given in', (_, on, time, code) => {
    expect(instantAt(day(on), time, oslo, 'startsAt')).toEqual({ ok: false, refusal: { code, field: 'startsAt' } });
  });

  test('is taken at the end of the gap, and the first time of two, where nobody can be asked', () => {
    for (const skipped of ['02:00', '02:01', '02:30', '02:59']) {
      expect(momentsAt(day('2027-03-28'), skipped, oslo)).toEqual(['2027-03-28T01:00:00.000Z']);
    }
    expect(momentsAt(day('2027-10-31'), '02:30', oslo)).toEqual([
      '2027-10-31T00:30:00.000Z',
      '2027-10-31T01:30:00.000Z',
    ]);
  });

  test('that is none is the caller’s fault', () => {
    expect(() => instantsAt(day('2027-03-02'), '25:00', oslo)).toThrow(/hour/);
  });
});

/** Oslo, one that moves by half an hour, one that moves at midnight, and one that never does. */
describe.each([oslo, 'Australia/Lord_Howe', 'Asia/Beirut', 'Asia/Kolkata'])(
  'around every change of the clocks in %s',
  zone => {
    const changes = clockChanges(zone);

    test('each local minute has the instants that show it', () => {
      for (const change of changes) {
        const shown = Map.groupBy(instantsAround(change), instant => localText(instant, zone));
        // The outermost hours may also be shown by instants farther away.
        const inner = [...shown].slice(61, -61);
        expect(inner.map(([local]) => instantsAt(dayIn(local), local.slice(11), zone))).toEqual(
          inner.map(([, all]) => all),
        );
      }
    });

    test('a day ends a second before the next begins', () => {
      for (const change of changes) {
        const on = dayIn(localText(change, zone));
        const end = endOfDay(on, zone);
        expect(localText(end, zone)).toBe(`${on}T23:59:59`);
        expect(localText(later(end, 1000), zone) > localText(end, zone)).toBe(true);
      }
    });
  },
);

test('the clocks of Oslo are moved 82 times from 2000 to 2040, and skip or repeat an hour', () => {
  const changes = clockChanges(oslo);
  expect(changes).toHaveLength(82);
  for (const change of changes) {
    const on = dayIn(localText(change, oslo));
    expect(instantsAt(on, '02:30', oslo)).toHaveLength(Number(on.slice(5, 7)) < 6 ? 0 : 2);
  }
});

function instantsAround(change: Instant): readonly Instant[] {
  return Array.from({ length: 481 }, (_, index) => later(change, (index - 240) * minuteMs));
}

function dayIn(local: string): PlainDate {
  return day(local.slice(0, 10));
}
