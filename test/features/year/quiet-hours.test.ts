import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { momentsAt } from '../../../src/features/year/local-time.ts';
import { outsideQuietHours } from '../../../src/features/year/quiet-hours.ts';
import { epochMsOf, type Instant, later, type PlainDate } from '../../../src/world.ts';
import { clockChanges, localText } from './day.ts';

const oslo = 'Europe/Oslo';
const night = { from: '20:00', to: '07:00' };

describe('with quiet hours from 20 to 7', () => {
  test.each([
    ['in the evening waits until morning', '2027-02-02T20:30:00.000Z', '2027-02-03T06:00:00.000Z'],
    ['at 20 sharp waits', '2027-02-02T19:00:00.000Z', '2027-02-03T06:00:00.000Z'],
    ['after midnight waits until the same morning', '2027-02-03T01:00:00.000Z', '2027-02-03T06:00:00.000Z'],
    ['at 7 sharp goes', '2027-02-03T06:00:00.000Z', '2027-02-03T06:00:00.000Z'],
    ['by day goes', '2027-02-03T11:22:33.444Z', '2027-02-03T11:22:33.444Z'],
    ['over the lost hour waits an hour less', '2027-03-27T20:00:00.000Z', '2027-03-28T05:00:00.000Z'],
    ['over the hour that comes twice waits an hour more', '2027-10-30T19:00:00.000Z', '2027-10-31T06:00:00.000Z'],
  ])('what is due %s', (_, due, sent) => {
    expect(outsideQuietHours(due as Instant, oslo, night)).toBe(sent);
  });
});

test('quiet hours by day end the same day, and those without length never are', () => {
  const noon = '2027-02-03T11:30:00.000Z' as Instant;
  expect(outsideQuietHours(noon, oslo, { from: '12:00', to: '13:00' })).toBe('2027-02-03T12:00:00.000Z');
  expect(outsideQuietHours(noon, oslo, { from: '12:00', to: '12:00' })).toBe(noon);
});

/** Any minute of a day, also those the clocks skip or repeat. */
const anyTime = fc
  .nat(24 * 60 - 1)
  .map(minutes => Temporal.PlainTime.from('00:00').add({ minutes }).toString({ smallestUnit: 'minute' }));

test('near every change of the clocks what is sent waits for the end of the quiet hours, and no longer', () => {
  // Open hours that lie within the hour the clocks skip would not come that day at all.
  const hours = fc.record({ from: anyTime, to: anyTime }).filter(each => openMinutes(each) > 60);
  fc.assert(
    fc.property(
      fc.constantFrom(...clockChanges(oslo)),
      fc.integer({ min: -900, max: 900 }),
      hours,
      (change, by, quiet) => {
        const due = later(change, by * 60_000);
        const sent = outsideQuietHours(due, oslo, quiet);
        const minutes = (epochMsOf(sent) - epochMsOf(due)) / 60_000;
        const waited = Array.from({ length: minutes }, (_, index) => later(due, index * 60_000));
        const isQuiet = (instant: Instant) => isWithin(localText(instant, oslo).slice(11, 16), quiet);
        expect(isQuiet(sent)).toBe(false);
        // Hours that begin within the hour that comes twice are broken by its second coming: a few minutes nobody waits for.
        expect(waited.every(each => isQuiet(each) || comesTwice(each))).toBe(true);
      },
    ),
  );
});

function openMinutes({ from, to }: typeof night): number {
  const between = Temporal.PlainTime.from(to).until(from).total('minutes');
  return between > 0 ? between : between + 24 * 60;
}

function comesTwice(instant: Instant): boolean {
  const local = localText(instant, oslo);
  return momentsAt(local.slice(0, 10) as PlainDate, local.slice(11, 16), oslo).length === 2;
}

function isWithin(time: string, { from, to }: typeof night): boolean {
  const afterFrom = time >= from;
  const beforeTo = time < to;
  return from === to ? false : from < to ? afterFrom && beforeTo : afterFrom || beforeTo;
}
