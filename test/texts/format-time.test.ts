import { describe, expect, test } from '@jest/globals';
import { languages } from '../../src/features/networks/network.ts';
import { formatDay } from '../../src/texts/format-day.ts';
import { formatForTable, formatInstant, formatList, formatShare } from '../../src/texts/format-time.ts';
import type { Instant, PlainDate } from '../../src/world.ts';

const zone = 'Europe/Oslo';
const at = (text: string) => text as Instant;

describe('an instant in words', () => {
  test.each([
    ['nb', 'tirsdag 2. mars 2027 kl. 09.00'],
    ['nn', 'tysdag 2. mars 2027 kl. 09.00'],
    ['se', '2027 njukčamánnu 2, maŋŋebárga 09.00'],
    ['en', 'Tuesday, 2 March 2027 at 09:00'],
  ] as const)('%s: %s', (language, words) => {
    expect(formatInstant(at('2027-03-02T08:00:00.000Z'), zone, language)).toBe(words);
  });

  test.each([
    ['2027-03-28T00:59:59.000Z', '01.59', 'before the clocks go forward'],
    ['2027-03-28T01:00:00.000Z', '03.00', 'as they go forward'],
    ['2027-10-31T00:30:00.000Z', '02.30', 'the first half past two, in summer time'],
    ['2027-10-31T01:30:00.000Z', '02.30', 'the second half past two, in winter time'],
    ['2027-10-31T22:59:59.000Z', '23.59', 'the end of a day of twenty-five hours'],
  ])('%s is kl. %s: %s', (instant, clock) => {
    expect(formatInstant(at(instant), zone, 'nb')).toMatch(new RegExp(`kl\\. ${clock}$`));
    expect(formatInstant(at(instant), zone, 'en')).toMatch(new RegExp(`at ${clock.replace('.', ':')}$`));
  });

  test('keeps to the day of the zone, not of UTC', () => {
    const newYear = at('2026-12-31T23:30:00.000Z');
    expect(formatInstant(newYear, zone, 'nb')).toBe('fredag 1. januar 2027 kl. 00.30');
    expect(formatForTable(newYear, zone)).toBe('2027-01-01 00:30');
    expect(formatInstant(newYear, 'UTC', 'nb')).toBe('torsdag 31. desember 2026 kl. 23.30');
  });
});

test.each(languages)('%s has its own name for every month and weekday', language => {
  const english = /Jan|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec|day\b|\bat\b|\bM\d\d\b/i;
  const bokmal = /januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember/;
  const days = Array.from({ length: 12 }, (_, month) => `2027-${String(month + 1).padStart(2, '0')}-${10 + month}`);
  const words = days.flatMap(day => [
    formatInstant(at(`${day}T12:00:00.000Z`), zone, language),
    formatDay(day as PlainDate, language),
  ]);
  expect(new Set(words).size).toBe(24);
  if (language === 'se') expect(words.filter(word => english.test(word) || bokmal.test(word))).toEqual([]);
});

test('lists and shares are said in the language', () => {
  expect(languages.map(language => formatList(['Alta', 'Karasjok', 'Vadsø'], language))).toEqual([
    'Alta, Karasjok og Vadsø',
    'Alta, Karasjok og Vadsø',
    'Alta, Karasjok ja Vadsø',
    'Alta, Karasjok and Vadsø',
  ]);
  expect(languages.map(language => formatShare(0.566, language))).toEqual([
    '57\u00A0%',
    '57\u00A0%',
    '57\u00A0%',
    '57%',
  ]);
});
