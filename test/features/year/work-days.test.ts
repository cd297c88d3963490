import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { daysFrom } from '../../../src/features/year/days.ts';
import { dayNotes, dayOff, unknownSchoolYears, workDayBefore } from '../../../src/features/year/work-days.ts';
import { bare, troms } from './calendars.ts';
import { anyDay, day } from './day.ts';

describe('a day off', () => {
  test.each([
    ['a Saturday', '2027-03-06', bare, [{ kind: 'weekend' }]],
    ['Ascension Day', '2027-05-06', bare, [{ kind: 'holiday', names: ['ascensionDay'] }]],
    ['17 May 2027', '2027-05-17', bare, [{ kind: 'holiday', names: ['constitutionDay', 'whitMonday'] }]],
    ['Whit Sunday', '2027-05-16', bare, [{ kind: 'holiday', names: ['whitSunday'] }, { kind: 'weekend' }]],
    ['Christmas Eve', '2026-12-24', bare, [{ kind: 'eve', name: 'christmasEve' }]],
    ['winter break', '2027-02-22', troms, [{ kind: 'schoolBreak', breakKind: 'winter', county: '55' }]],
    ['July', '2029-07-02', troms, [{ kind: 'july' }]],
    [
      'Maundy Thursday in Easter break',
      '2027-03-25',
      troms,
      [
        { kind: 'schoolBreak', breakKind: 'easter', county: '55' },
        { kind: 'holiday', names: ['maundyThursday'] },
      ],
    ],
    ['a bridge day, when asked', '2027-05-07', { ...bare, avoidsBridgeDays: true }, [{ kind: 'bridge' }]],
  ] as const)('is %s', (_, on, calendar, reasons) => {
    expect(dayOff(day(on), calendar)).toEqual(reasons);
  });

  test.each([
    ['an ordinary Tuesday', '2027-03-02', troms, []],
    ['winter break where it is not avoided', '2027-02-22', { ...troms, avoidsSchoolBreaks: false }, ['schoolBreak']],
    ['winter break without a county', '2027-02-22', { ...bare, avoidsSchoolBreaks: true }, []],
    ['July where it is not avoided', '2029-07-02', bare, ['july']],
    ['Sámi National Day on a Monday', '2023-02-06', troms, ['flagDay']],
    ['a bridge day', '2027-05-07', troms, ['bridge']],
  ] as const)('is not %s, though something may be said of it', (_, on, calendar, notes) => {
    expect(dayOff(day(on), calendar)).toBeUndefined();
    expect(dayNotes(day(on), calendar).map(({ kind }) => kind)).toEqual(notes);
  });
});

test('the bridge days of four years', () => {
  const bridges = daysFrom(day('2024-01-01'), day('2027-12-31')).filter(on =>
    dayNotes(on, bare).some(({ kind }) => kind === 'bridge'),
  );
  expect(bridges).toEqual([
    '2024-05-10',
    '2024-12-23',
    '2024-12-27',
    '2024-12-30',
    '2025-05-02',
    '2025-05-30',
    '2026-01-02',
    '2026-05-15',
    '2027-05-07',
  ]);
});

describe('the work day before', () => {
  test.each([
    ['a work day is itself', '2027-03-02', bare, '2027-03-02'],
    ['a Sunday is Friday', '2027-03-07', bare, '2027-03-05'],
    ['Easter Monday is the Wednesday before Maundy Thursday', '2027-03-29', bare, '2027-03-24'],
    ['Easter Monday is the Friday before the break', '2027-03-29', troms, '2027-03-19'],
    ['New Year’s Day is the day before its eve', '2027-01-01', bare, '2026-12-30'],
    ['Monday in winter break is the Friday before', '2027-02-22', troms, '2027-02-19'],
    ['the end of July is the last school day', '2027-07-30', troms, '2027-06-18'],
  ] as const)('%s', (_, on, calendar, before) => {
    expect(workDayBefore(day(on), calendar)).toBe(before);
  });

  test('is a work day, not later, and none lies between', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(bare, troms), (on, calendar) => {
        const before = workDayBefore(on, calendar);
        expect(dayOff(before, calendar)).toBeUndefined();
        expect(before <= on).toBe(true);
        const between = daysFrom(before, on).slice(1);
        expect(between.filter(each => !dayOff(each, calendar))).toEqual([]);
      }),
    );
  });
});

test('school years of which nothing is known are named, once each', () => {
  expect(unknownSchoolYears(day('2027-02-02'), day('2027-03-15'), troms)).toEqual([]);
  expect(unknownSchoolYears(day('2027-06-01'), day('2029-09-01'), troms)).toEqual([
    '2027-2028',
    '2028-2029',
    '2029-2030',
  ]);
  expect(unknownSchoolYears(day('2027-06-01'), day('2029-09-01'), { ...troms, avoidsSchoolBreaks: false })).toEqual([]);
  expect(unknownSchoolYears(day('2027-02-02'), day('2027-03-15'), { ...troms, county: '56' })).toEqual(['2026-2027']);
});
