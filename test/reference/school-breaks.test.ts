import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { counties } from '../../src/reference/municipalities.ts';
import { hasSchoolBreaks, schoolBreaks, schoolYearOf, schoolYears } from '../../src/reference/school-breaks.ts';

test('a file is named after the county and the school year it holds, and holds them once', () => {
  const files = readdirSync(new URL('../../src/reference/school-breaks/', import.meta.url)).sort();
  expect(files).toEqual(
    schoolYears.map(({ county, schoolYear }) => {
      const name = counties
        .find(({ number }) => number === county)
        ?.names[0]?.toLowerCase()
        .replaceAll(' ', '-');
      return `${county}-${name}-${schoolYear}.json`;
    }),
  );
});

describe.each(schoolYears)('county $county, $schoolYear', ({ breaks }) => {
  test('begins with what is left of summer and ends in the next', () => {
    expect([breaks[0]?.kind, breaks.at(-1)?.kind]).toEqual(['summer', 'summer']);
    expect([breaks[0]?.from.slice(5), breaks.at(-1)?.to.slice(5)]).toEqual(['08-01', '07-31']);
  });

  test('has its breaks in order, none over another', () => {
    const days = breaks.flatMap(({ from, to }) => [from, to]);
    expect(days).toEqual(days.toSorted());
  });

  test('has an autumn, a Christmas, a winter and an Easter break', () => {
    for (const kind of ['autumn', 'christmas', 'winter', 'easter']) {
      expect(breaks.filter(each => each.kind === kind)).toHaveLength(1);
    }
  });
});

test('Troms has winter break in week 8 of 2027', () => {
  expect(schoolBreaks('55')).toContainEqual({ kind: 'winter', from: '2027-02-22', to: '2027-02-26' });
});

test.each([
  ['55', '2027-02-24', true],
  ['55', '2026-08-01', true],
  ['55', '2027-07-31', true],
  ['55', '2027-08-01', false],
  ['55', '2026-07-31', false],
  ['56', '2027-02-24', false],
  ['99', '2027-02-24', false],
])('of county %s on %s something is known: %s', (county, on, isKnown) => {
  expect(hasSchoolBreaks(county, on)).toBe(isKnown);
});

test('a county nobody has put in has no breaks to tell of', () => {
  expect(schoolBreaks('56')).toEqual([]);
});

test.each([
  ['2027-07-31', '2026-2027'],
  ['2027-08-01', '2027-2028'],
  ['2027-01-01', '2026-2027'],
])('%s lies in %s', (on, schoolYear) => {
  expect(schoolYearOf(on)).toBe(schoolYear);
});
