import { expect, test } from '@jest/globals';
import { usualRules } from '../../../src/features/networks/network.ts';
import { counties, countyName } from '../../../src/features/year/counties.ts';
import type { Milestone } from '../../../src/features/year/milestone.ts';
import { calendarOf } from '../../../src/features/year/network-calendar.ts';
import { type YearLine, yearOverview } from '../../../src/features/year/year-overview.ts';
import type { PlainDate } from '../../../src/world.ts';

const inTroms = calendarOf({ ...usualRules, county: '55' });
const milestone = { title: 'Frist', on: '2027-02-22' as PlainDate, number: 1 } as Milestone;
const linesIn = (overview: ReturnType<typeof yearOverview>, month: number) => overview.months[month - 1]?.lines ?? [];
const what = (line: YearLine) =>
  line.kind === 'milestone' ? line.milestone.title : line.kind === 'other' ? line.text : line.reason.kind;

test('a year has its milestones among the days that are no ordinary work days, in order', () => {
  const meeting = {
    kind: 'other',
    text: 'Møte 3',
    from: '2027-02-02' as PlainDate,
    to: '2027-02-02' as PlainDate,
  } as const;
  const overview = yearOverview(2027, inTroms, [milestone], [meeting]);
  expect(overview.months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(linesIn(overview, 2).map(line => [line.from, line.to, what(line)])).toEqual([
    ['2027-02-02', '2027-02-02', 'Møte 3'],
    ['2027-02-06', '2027-02-06', 'flagDay'],
    ['2027-02-22', '2027-02-22', 'Frist'],
    ['2027-02-22', '2027-02-26', 'schoolBreak'],
  ]);
});

test('17 May 2027 stands once with both its names, the bridge day before it is said', () => {
  const may = linesIn(yearOverview(2027, inTroms, []), 5);
  expect(may.map(line => [line.from, what(line)])).toEqual([
    ['2027-05-01', 'holiday'],
    ['2027-05-06', 'holiday'],
    ['2027-05-07', 'bridge'],
    ['2027-05-16', 'holiday'],
    ['2027-05-17', 'holiday'],
  ]);
  expect(may.at(-1)).toMatchObject({ reason: { names: ['constitutionDay', 'whitMonday'] } });
});

test('a break that goes on over New Year or from one school year to the next is one line within the year', () => {
  const in2026 = yearOverview(2026, calendarOf({ ...usualRules, county: '39' }), []);
  const breaks = in2026.months.flatMap(({ lines }) => lines.filter(line => what(line) === 'schoolBreak'));
  expect(breaks.map(({ from, to }) => [from, to])).toEqual([
    ['2026-08-01', '2026-08-16'],
    ['2026-10-05', '2026-10-09'],
    ['2026-12-19', '2026-12-31'],
  ]);
  expect(linesIn(yearOverview(2027, inTroms, []), 1).map(line => [line.from, line.to, what(line)])).toContainEqual([
    '2027-01-01',
    '2027-01-04',
    'schoolBreak',
  ]);
});

test('says which school years nobody has put in, whether or not the network keeps them free', () => {
  expect(yearOverview(2027, inTroms, []).unknownSchoolYears).toEqual(['2027-2028']);
  expect(yearOverview(2027, { ...inTroms, avoidsSchoolBreaks: false }, []).unknownSchoolYears).toEqual(['2027-2028']);
  expect(yearOverview(2027, calendarOf({ ...usualRules, county: '03' }), []).unknownSchoolYears).toEqual([
    '2026-2027',
    '2027-2028',
  ]);
  expect(yearOverview(2027, calendarOf(usualRules), []).unknownSchoolYears).toEqual([]);
});

test('knows the fifteen counties by their names', () => {
  expect(counties).toHaveLength(15);
  expect([countyName('55'), countyName('56'), countyName('99')]).toEqual(['Troms', 'Finnmark', '99']);
});
