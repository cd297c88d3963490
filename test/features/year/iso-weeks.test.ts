import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { daysFrom, weekdayOf, weekdays } from '../../../src/features/year/days.ts';
import { dayInWeek, daysOfWeek, isoWeekOf } from '../../../src/features/year/iso-weeks.ts';
import { anyDay, day } from './day.ts';

test.each([
  ['2027-03-02', 2027, 9],
  ['2027-01-01', 2026, 53],
  ['2027-01-04', 2027, 1],
  ['2027-12-31', 2027, 52],
  ['2024-12-30', 2025, 1],
] as const)('%s lies in week %3$i of %2$i', (on, year, week) => {
  expect(isoWeekOf(day(on))).toEqual({ year, week });
});

test('a week has its seven days, Monday first', () => {
  expect(daysOfWeek({ year: 2027, week: 8 })).toEqual(daysFrom(day('2027-02-22'), day('2027-02-28')));
  expect(dayInWeek({ year: 2027, week: 8 }, 'friday')).toBe('2027-02-26');
});

test.each([
  [2026, 53, 7],
  [2027, 53, 0],
  [2027, 0, 0],
  [2027, 54, 0],
])('week %2$i of %1$i has %3$i days', (year, week, days) => {
  expect(daysOfWeek({ year, week })).toHaveLength(days);
});

test('every day is found again in its week', () => {
  fc.assert(
    fc.property(anyDay, on => {
      expect(dayInWeek(isoWeekOf(on), weekdayOf(on))).toBe(on);
      expect(daysOfWeek(isoWeekOf(on)).map(weekdayOf)).toEqual(weekdays);
    }),
  );
});
