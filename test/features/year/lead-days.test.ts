import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leadDaysText } from '../../../cards/year/year-forms.ts';
import { readLeadDays } from '../../../src/features/year/lead-days.ts';

describe('days before, as people write them', () => {
  test.each([
    ['30, 7 dager før', [30, 7]],
    ['30 og 7 dagar før', [30, 7]],
    ['7 30', [30, 7]],
    ['14, 7, 1', [14, 7, 1]],
    ['14,7,1.', [14, 7, 1]],
    ['1 dag før', [1]],
    ['4, 2 uker før', [28, 14]],
    ['2 veker og 1 dag', [14, 1]],
    ['1 week, 1 day before', [7, 1]],
    ['7, 7 og 7', [7]],
    ['365', [365]],
    ['0', []],
    ['Ingen', []],
    ['inga', []],
    ['none', []],
  ])('%s', (words, days) => {
    expect(readLeadDays(words)).toEqual(days);
  });

  test.each([
    'snart',
    '',
    ' ',
    '-3',
    '7 måneder før',
    '366',
    '0, 7',
    '1, 2, 3, 4, 5, 6, 7',
    '53 uker',
    '7 dager etter',
    '12345',
    '1.5x',
    'to uker',
  ])('not %j', words => {
    expect(readLeadDays(words)).toBeUndefined();
  });

  test('are shown as they are read again', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 365 }), { maxLength: 6 });
    fc.assert(
      fc.property(days, all => {
        const longestFirst = all.toSorted((a, b) => b - a);
        expect(readLeadDays(leadDaysText(longestFirst))).toEqual(longestFirst);
        expect(readLeadDays(`${all.join(' og ')}${all.length > 0 ? ' dager før' : 'ingen'}`)).toEqual(longestFirst);
      }),
    );
  });

  test('whatever is written are days, or are not read', () => {
    fc.assert(
      fc.property(fc.string(), words => {
        const days = readLeadDays(words) ?? [];
        expect(days.every(day => Number.isInteger(day) && day >= 1 && day <= 365)).toBe(true);
      }),
    );
  });
});
