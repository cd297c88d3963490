import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { candidateDays } from '../../../src/features/year/candidate-days.ts';
import { daysFrom, daysLater, isWeekend } from '../../../src/features/year/days.ts';
import { bare, troms } from './calendars.ts';
import { anyDay, day } from './day.ts';

const between = (from: string, to: string, calendar = troms) => candidateDays(day(from), day(to), calendar);

describe('from 2 February to 15 March 2027 in Troms', () => {
  const { days, leftOut, unknownSchoolYears } = between('2027-02-02', '2027-03-15');

  test('thirty weekdays have 25 candidates', () => {
    const weekdays = daysFrom(day('2027-02-02'), day('2027-03-15')).filter(on => !isWeekend(on));
    expect(weekdays).toHaveLength(30);
    expect(days).toHaveLength(25);
    expect(unknownSchoolYears).toEqual([]);
  });

  test('weeks 5, 6, 7, 9, 10 and the Monday of 11 are left', () => {
    expect([...new Set(days.map(({ isoWeek }) => isoWeek.week))]).toEqual([5, 6, 7, 9, 10, 11]);
  });

  test('winter break is one line', () => {
    expect(leftOut).toEqual([
      {
        from: '2027-02-22',
        to: '2027-02-26',
        reason: { kind: 'schoolBreak', breakKind: 'winter', county: '55' },
        weekdays: 5,
      },
    ]);
  });
});

describe('what is left out', () => {
  test('from 10 to 21 May 2027 is the 17th, once', () => {
    const { days, leftOut } = between('2027-05-10', '2027-05-21');
    expect(days).toHaveLength(9);
    expect(leftOut).toEqual([
      {
        from: '2027-05-17',
        to: '2027-05-17',
        reason: { kind: 'holiday', names: ['constitutionDay', 'whitMonday'] },
        weekdays: 1,
      },
    ]);
  });

  test('over Easter is the break alone, its holidays and weekends within it', () => {
    expect(between('2027-03-15', '2027-04-02').leftOut).toMatchObject([
      { from: '2027-03-22', to: '2027-03-29', reason: { kind: 'schoolBreak' }, weekdays: 6 },
    ]);
  });

  test('over Easter, where breaks are not avoided, is each holiday', () => {
    expect(between('2027-03-15', '2027-04-02', bare).leftOut).toMatchObject([
      { from: '2027-03-25', to: '2027-03-25', reason: { names: ['maundyThursday'] } },
      { from: '2027-03-26', to: '2027-03-26', reason: { names: ['goodFriday'] } },
      { from: '2027-03-29', to: '2027-03-29', reason: { names: ['easterMonday'] } },
    ]);
  });

  test('in the summer nothing is known of is July alone, and that is said', () => {
    const { leftOut, unknownSchoolYears } = between('2028-06-20', '2028-08-10');
    expect(leftOut).toMatchObject([{ from: '2028-07-03', to: '2028-07-31', reason: { kind: 'july' } }]);
    expect(unknownSchoolYears).toEqual(['2027-2028', '2028-2029']);
  });

  test('of a search cut off within a break is what lies in the search', () => {
    expect(between('2027-02-24', '2027-02-25').leftOut).toMatchObject([{ from: '2027-02-24', to: '2027-02-25' }]);
  });
});

test('a bridge day is a candidate with a note', () => {
  const { days } = between('2027-05-07', '2027-05-07');
  expect(days).toEqual([{ on: '2027-05-07', isoWeek: { year: 2027, week: 18 }, notes: [{ kind: 'bridge' }] }]);
});

test('nothing lies between a day and one before it', () => {
  expect(between('2027-03-15', '2027-03-01')).toEqual({ days: [], leftOut: [], unknownSchoolYears: [] });
});

test('every weekday is a candidate or in exactly one line', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(120), fc.constantFrom(bare, troms), (from, length, calendar) => {
      const to = daysLater(from, length);
      const { days, leftOut } = candidateDays(from, to, calendar);
      const told = leftOut.flatMap(range => daysFrom(range.from, range.to).filter(on => !isWeekend(on)));
      const all = [...days.map(({ on }) => on), ...told].sort();
      expect(all).toEqual(daysFrom(from, to).filter(on => !isWeekend(on)));
      expect(leftOut.reduce((sum, { weekdays }) => sum + weekdays, 0)).toBe(told.length);
    }),
  );
});
