import { describe, expect, test } from '@jest/globals';
import { languages } from '../../src/features/networks/network.ts';
import {
  formatDayInYear,
  formatDays,
  formatMonth,
  formatSpan,
  formatTimes,
  formatWeek,
  formatWeekday,
} from '../../src/texts/format-span.ts';
import { speak } from '../../src/texts/speak.ts';
import type { Instant, PlainDate } from '../../src/world.ts';

const zone = 'Europe/Oslo';
const at = (text: string) => text as Instant;
const on = (text: string) => text as PlainDate;

describe('a span of time', () => {
  test.each([
    ['nb', 'tirsdag 2. mars 2027 kl. 09.00–11.30'],
    ['nn', 'tysdag 2. mars 2027 kl. 09.00–11.30'],
    ['se', '2027 njukčamánnu 2, maŋŋebárga 09.00–11.30'],
    ['en', 'Tuesday, 2 March 2027 at 09:00–11:30'],
  ] as const)('%s: %s', (language, words) => {
    const starts = at('2027-03-02T08:00:00.000Z');
    expect(formatSpan(starts, at('2027-03-02T10:30:00.000Z'), zone, language)).toBe(words);
  });

  test('that ends on another day says that day too, by the zone and not by UTC', () => {
    expect(formatSpan(at('2027-03-02T22:00:00.000Z'), at('2027-03-02T23:30:00.000Z'), zone, 'nb')).toBe(
      'tirsdag 2. mars 2027 kl. 23.00 – onsdag 3. mars 2027 kl. 00.30',
    );
    expect(formatSpan(at('2027-03-02T23:30:00.000Z'), at('2027-03-03T01:00:00.000Z'), zone, 'nb')).toBe(
      'onsdag 3. mars 2027 kl. 00.30–02.00',
    );
  });

  test.each([
    ['2027-03-28T00:00:00.000Z', '2027-03-28T02:00:00.000Z', 'kl. 01.00–04.00', 'as the clocks go forward'],
    ['2027-10-30T23:00:00.000Z', '2027-10-31T02:00:00.000Z', 'kl. 01.00–03.00', 'as they go back'],
  ])('%s to %s is %s, %s', (starts, ends, words) => {
    expect(formatSpan(at(starts), at(ends), zone, 'nb')).toMatch(new RegExp(`${words.replaceAll('.', '\\.')}$`));
  });
});

describe('several times', () => {
  const mornings = ['2027-03-25T08:00:00.000Z', '2027-03-30T07:00:00.000Z'].map(at);

  test.each([
    ['nb', '25. mars og 30. mars kl. 09.00'],
    ['nn', '25. mars og 30. mars kl. 09.00'],
    ['se', 'njukčamánnu 25 ja njukčamánnu 30 09.00'],
    ['en', '25 March and 30 March at 09:00'],
  ] as const)('of one clock on both sides of its change, %s: %s', (language, words) => {
    expect(formatTimes(mornings, zone, language)).toBe(words);
  });

  test('of different clocks are each said whole', () => {
    expect(formatTimes([...mornings, at('2027-03-31T12:00:00.000Z')], zone, 'nb')).toBe(
      'torsdag 25. mars 2027 kl. 09.00, tirsdag 30. mars 2027 kl. 09.00 og onsdag 31. mars 2027 kl. 14.00',
    );
  });
});

describe('days in a row', () => {
  test.each([
    ['nb', '22.–26. februar', '22. februar–5. mars', '21. desember 2026–4. januar 2027', '17. mai'],
    ['nn', '22.–26. februar', '22. februar–5. mars', '21. desember 2026–4. januar 2027', '17. mai'],
    [
      'se',
      'guovvamánnu 22–26',
      'guovvamánnu 22 – njukčamánnu 5',
      '2026 juovlamánnu 21 – 2027 ođđajagemánnu 4',
      'miessemánnu 17',
    ],
    ['en', '22 – 26 February', '22 February – 5 March', '21 December 2026 – 4 January 2027', '17 May'],
  ] as const)('%s: %s', (language, inMonth, inYear, overYears, oneDay) => {
    expect([
      formatDays(on('2027-02-22'), on('2027-02-26'), language),
      formatDays(on('2027-02-22'), on('2027-03-05'), language),
      formatDays(on('2026-12-21'), on('2027-01-04'), language),
      formatDays(on('2027-05-17'), on('2027-05-17'), language),
    ]).toEqual([inMonth, inYear, overYears, oneDay]);
  });

  test.each(languages)('%s uses spaces that every font has', language => {
    expect(formatDays(on('2026-12-21'), on('2027-01-04'), language)).not.toMatch(/[^\S \u00A0]/);
  });
});

test('a week is numbered as Norwegian calendars number it', () => {
  expect(languages.map(language => formatWeek(on('2027-03-02'), language))).toEqual([
    'uke 9',
    'veke 9',
    'váhkku 9',
    'week 9',
  ]);
  expect(formatWeek(on('2027-01-01'), 'nb')).toBe('uke 53');
  expect(formatWeek(on('2027-01-04'), 'nb')).toBe('uke 1');
});

test('a day with its weekday, and a month', () => {
  expect(languages.map(language => formatWeekday(on('2027-03-02'), language))).toEqual([
    'tirsdag 2. mars 2027',
    'tysdag 2. mars 2027',
    '2027 njukčamánnu 2, maŋŋebárga',
    'Tuesday, 2 March 2027',
  ]);
  expect(languages.map(language => formatDayInYear(on('2027-03-02'), language))).toEqual([
    'tirsdag 2. mars',
    'tysdag 2. mars',
    'njukčamánnu 2, maŋŋebárga',
    'Tuesday 2 March',
  ]);
  expect(languages.map(language => formatMonth(3, language))).toEqual(['mars', 'mars', 'njukčamánnu', 'March']);
});

test('a card is handed them in its own language and zone', () => {
  const speech = speak('nb', zone);
  expect([
    speech.span(at('2027-03-02T08:00:00.000Z'), at('2027-03-02T10:30:00.000Z')),
    speech.days(on('2027-02-22'), on('2027-02-26')),
    speech.week(on('2027-03-02')),
    speech.day(on('2027-03-02')),
    speech.weekday(on('2027-03-02')),
  ]).toEqual([
    'tirsdag 2. mars 2027 kl. 09.00–11.30',
    '22.–26. februar',
    'uke 9',
    '2. mars 2027',
    'tirsdag 2. mars 2027',
  ]);
});
