import { describe, expect, test } from '@jest/globals';
import { plainText } from '../../cards/plain-text.ts';
import { rulesCard } from '../../cards/year/year-rules.ts';
import { dayAndWeek, readingOf, reasonWords } from '../../cards/year/year-words.ts';
import { usualRules } from '../../src/features/networks/network.ts';
import { readMoment } from '../../src/features/year/read-moment.ts';
import { dayNotes, dayOff } from '../../src/features/year/work-days.ts';
import { speak } from '../../src/texts/speak.ts';
import type { Instant, PlainDate } from '../../src/world.ts';

const zone = 'Europe/Oslo';
const nb = speak('nb', zone);
const calendar = { county: '55', avoidsSchoolBreaks: true, avoidsJuly: true, avoidsBridgeDays: false };

describe('what was read is shown back', () => {
  test.each([
    ['tirsdag uke 9 kl. 10-11.30', 'tirsdag 2. mars 2027 kl. 10.00–11.30, uke 9'],
    ['2. mars kl 9', 'tirsdag 2. mars 2027 kl. 09.00, uke 9'],
    ['17/5-27', 'mandag 17. mai 2027, uke 20'],
    ['i morgen', 'tirsdag 12. januar 2027, uke 2'],
    ['uke 9', 'uke 9, 1.–7. mars'],
    ['14 dager før', '14 dager før'],
    ['dagen før', '1 dag før'],
    // The hour that is not there is said as it was written.
    ['28.3.2027 kl. 02.30', 'søndag 28. mars 2027 kl. 02.30, uke 12'],
  ])('%s', (words, shown) => {
    const read = readMoment(words, { now: '2027-01-11T08:00:00.000Z' as Instant, zone });
    expect(read.ok && readingOf(read.value, nb)).toBe(`Jeg leste: ${shown}`);
  });

  test('in the reader’s language', () => {
    const moment = { kind: 'moment', on: '2027-03-02' as PlainDate, from: '10:00', to: '11:30' } as const;
    expect(readingOf(moment, speak('nn', zone))).toBe('Eg las: tysdag 2. mars 2027 kl. 10.00–11.30, veke 9');
    expect(readingOf(moment, speak('en', zone))).toBe('I read: Tuesday, 2 March 2027 at 10:00–11:30, week 9');
  });
});

test.each([
  ['2027-05-17', 'grunnlovsdagen og 2. pinsedag'],
  ['2027-02-24', 'vinterferie i Troms'],
  ['2027-12-24', 'julaften'],
  ['2027-05-07', 'inneklemt dag'],
  ['2027-02-06', 'helg, samefolkets dag'],
  ['2028-07-05', 'juli'],
])('%s is %s', (day, words) => {
  const on = day as PlainDate;
  const reasons = [...(dayOff(on, calendar) ?? []), ...dayNotes(on, calendar)];
  expect(reasons.map(reason => reasonWords(reason, nb)).join(', ')).toBe(words);
});

test('a day is said with its week', () => {
  expect(dayAndWeek('2027-01-01' as PlainDate, nb)).toBe('fredag 1. januar 2027, uke 53');
});

test('the groups that must come stand together by how many of each', () => {
  const rules = { ...usualRules, fewestOfGroup: { statped: 2 } };
  const shown = { network: 'Nord', rules, groups: ['publicOwner', 'statped', 'epsNorth'] as const, roles: [] };
  expect(plainText(rulesCard(shown, speak('nb', 'Europe/Oslo')))).toContain(
    'Må møte: minst 1 fra hver av offentlig eier og PPT nord; minst 2 fra Statped',
  );
});
