import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { weekdayOf, weekdays } from '../../../src/features/year/days.ts';
import { type Occurrence, occurrences, type Recurrence, type Rule } from '../../../src/features/year/recurrence.ts';
import { dayOff } from '../../../src/features/year/work-days.ts';
import { bare, troms } from './calendars.ts';
import { day, localText } from './day.ts';

const oslo = 'Europe/Oslo';

const secondTuesdays: Recurrence = {
  rule: { every: 'month', weekday: 'tuesday', ordinal: 2 },
  from: day('2027-01-01'),
  to: day('2027-12-31'),
  at: '09:00',
  zone: oslo,
  calendar: troms,
};

/** «2027-01-12», «2027-03-23 → 2027-03-30», «2027-07-13 ×». */
function told(recurrence: Recurrence): readonly string[] {
  return occurrences(recurrence).map(each => {
    if (each.kind === 'leftOut') return `${each.planned} ×`;
    return each.kind === 'moved' ? `${each.planned} → ${each.on}` : each.on;
  });
}

describe('the second Tuesday of every month in 2027', () => {
  test('is left out in July', () => {
    expect(told(secondTuesdays)).toEqual([
      '2027-01-12',
      '2027-02-09',
      '2027-03-09',
      '2027-04-13',
      '2027-05-11',
      '2027-06-08',
      '2027-07-13 ×',
      '2027-08-10',
      '2027-09-14',
      '2027-10-12',
      '2027-11-09',
      '2027-12-14',
    ]);
  });

  test('begins at nine by the clock on the wall, summer and winter', () => {
    const starts = occurrences(secondTuesdays).flatMap(each => (each.kind === 'leftOut' ? [] : [each.startsAt]));
    expect(new Set(starts.map(start => localText(start, oslo).slice(11)))).toEqual(new Set(['09:00:00']));
    expect(new Set(starts.map(start => start.slice(11)))).toEqual(new Set(['07:00:00.000Z', '08:00:00.000Z']));
  });
});

test('an occurrence on a day off is moved to the same weekday, and why is said', () => {
  const rule: Rule = { every: 'month', weekday: 'tuesday', ordinal: 4 };
  const [, , march] = occurrences({ ...secondTuesdays, rule });
  expect(march).toEqual({
    kind: 'moved',
    planned: '2027-03-23',
    reasons: [{ kind: 'schoolBreak', breakKind: 'easter', county: '55' }],
    on: '2027-03-30',
    startsAt: '2027-03-30T07:00:00.000Z',
    notes: [],
  });
});

test.each([
  [
    'every month, the last Monday',
    { every: 'month', weekday: 'monday', ordinal: 'last' },
    ['2027-02-22 ×', '2027-03-29 ×', '2027-04-26', '2027-05-31'],
  ],
  [
    'every month, the third Monday',
    { every: 'month', weekday: 'monday', ordinal: 3 },
    ['2027-02-15', '2027-03-15', '2027-04-19', '2027-05-17 → 2027-05-24'],
  ],
  [
    'every fortnight',
    { every: 'fortnight', weekday: 'thursday' },
    [
      '2027-02-04',
      '2027-02-18',
      '2027-03-04',
      '2027-03-18',
      '2027-04-01',
      '2027-04-15',
      '2027-04-29',
      '2027-05-13',
      '2027-05-27',
    ],
  ],
] as const)('%s', (_, rule, dates) => {
  expect(told({ ...secondTuesdays, rule, from: day('2027-02-01'), to: day('2027-05-31') })).toEqual(dates);
});

test('every fortnight on a day off is the week between', () => {
  const recurrence: Recurrence = {
    ...secondTuesdays,
    rule: { every: 'fortnight', weekday: 'thursday' },
    from: day('2027-04-20'),
    to: day('2027-05-19'),
  };
  expect(told(recurrence)).toEqual(['2027-04-22', '2027-05-06 → 2027-05-13']);
  expect(told({ ...recurrence, to: day('2027-05-12') })).toEqual(['2027-04-22', '2027-05-06 ×']);
});

test('every week on a day off is left out', () => {
  expect(
    told({
      ...secondTuesdays,
      rule: { every: 'week', weekday: 'monday' },
      from: day('2027-05-10'),
      to: day('2027-05-24'),
    }),
  ).toEqual(['2027-05-10', '2027-05-17 ×', '2027-05-24']);
});

const rules: fc.Arbitrary<Rule> = fc
  .tuple(
    fc.constantFrom(...weekdays),
    fc.constantFrom(...(['month', 'week', 'fortnight'] as const)),
    fc.constantFrom(...([1, 2, 3, 4, 'last'] as const)),
  )

  .map(([weekday, every, ordinal]): Rule => (every === 'month' ? { every, weekday, ordinal } : { every, weekday }));

test('what is held is in order, in the period, on the weekday, on no day off', () => {
  fc.assert(
    fc.property(rules, fc.constantFrom(bare, troms), fc.nat(1000), fc.nat(500), (rule, calendar, start, length) => {
      const from = day(Temporal.PlainDate.from('2026-01-01').add({ days: start }).toString());
      const to = day(Temporal.PlainDate.from(from).add({ days: length }).toString());
      const all = occurrences({ rule, from, to, at: '09:00', zone: oslo, calendar });
      const held = all.flatMap(each => (each.kind === 'leftOut' ? [] : [each.on]));
      expect(held).toEqual([...new Set(held)].sort());
      expect(held.every(on => from <= on && on <= to && weekdayOf(on) === rule.weekday)).toBe(true);
      expect(held.filter(on => dayOff(on, calendar))).toEqual([]);
      expect(all.filter(each => each.kind !== 'asPlanned').every(isExplained)).toBe(true);
    }),
  );
});

function isExplained(each: Occurrence): boolean {
  return each.kind !== 'asPlanned' && each.reasons.length > 0;
}
