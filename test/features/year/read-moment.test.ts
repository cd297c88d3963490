import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ReadMoment, readMoment } from '../../../src/features/year/read-moment.ts';
import { formatInstant } from '../../../src/texts/format-time.ts';
import { type Instant, later, type PlainDate } from '../../../src/world.ts';
import { castStart } from '../../cast.ts';
import { localText } from './day.ts';
import { phrasings } from './phrasings.ts';

const oslo = 'Europe/Oslo';
const read = (words: string, now: Instant = castStart) => readMoment(words, { now, zone: oslo });

describe('on Monday 11 January 2027', () => {
  test.each(phrasings)('%j is %s', (words, meant) => {
    expect(told(words)).toBe(meant);
  });

  test.each(phrasings)('%j is the same in capitals, with other spaces and quotes around it', (words, meant) => {
    const dressed = `  «${words.toUpperCase().replaceAll(' ', ' \u00A0')}» `;
    expect(told(dressed).toLowerCase()).toBe(meant.toLowerCase());
  });

  test('there are many ways', () => {
    expect(new Set(phrasings.map(([words]) => words)).size).toBeGreaterThan(200);
  });
});

function told(words: string): string {
  const outcome = read(words);
  if (!outcome.ok) return outcome.refusal.code;
  const { from, to, rest } = outcome.value;
  const time = from === undefined ? '' : ` ${from}${to === undefined ? '' : `-${to}`}`;
  return `${dayTold(outcome.value)}${time}${rest === '' ? '' : ` (${rest})`}`;
}

function dayTold(moment: ReadMoment): string {
  switch (moment.kind) {
    case 'moment':
      return moment.on;
    case 'week':
      return `week ${moment.isoWeek.week} of ${moment.isoWeek.year}`;
    case 'before':
      return `${moment.days} days before`;
  }
}

describe('is refused', () => {
  test.each([
    ['tirsdag 17.05.2027', { code: 'weekday-differs', on: '2027-05-17', weekday: 'tuesday' }],
    ['tirsdag 17. mai', { code: 'weekday-differs', on: '2027-05-17', weekday: 'tuesday' }],
    ['torsdag den 5.', { code: 'weekday-differs', on: '2027-02-05', weekday: 'thursday' }],
    ['i morgen onsdag', { code: 'weekday-differs', on: '2027-01-12', weekday: 'wednesday' }],
    ['2. mars uke 10', { code: 'week-differs', on: '2027-03-02', week: 10 }],
    ['2. mars 2027 uke 9 2028', { code: 'week-differs', on: '2027-03-02', week: 9 }],
    ['uke 53', { code: 'no-such-week', week: 53, year: 2027 }],
    ['uke 53 2027', { code: 'no-such-week', week: 53, year: 2027 }],
    ['tirsdag uke 54', { code: 'no-such-week', week: 54, year: 2027 }],
    ['uke 0', { code: 'no-such-week', week: 0, year: 2027 }],
    ['31. februar', { code: 'no-such-day', day: 31, month: 2 }],
    ['29.02.2027', { code: 'no-such-day', day: 29, month: 2, year: 2027 }],
    ['32.12.2026', { code: 'no-such-day', day: 32, month: 12, year: 2026 }],
    ['1.13.2027', { code: 'no-such-day', day: 1, month: 13, year: 2027 }],
    ['2027-02-30', { code: 'no-such-day', day: 30, month: 2, year: 2027 }],
    ['den 32.', { code: 'no-such-day', day: 32 }],
    ['1.12.2026 kl. 25.00', { code: 'no-such-clock', hour: 25, minute: 0 }],
    ['1.12.2026 12.75', { code: 'no-such-clock', hour: 12, minute: 75 }],
    ['2. mars kl. 10-25', { code: 'no-such-clock', hour: 25, minute: 0 }],
    ['2. mars kl. 24', { code: 'no-such-clock', hour: 24, minute: 0 }],
    ['2. mars kl. 12-10', { code: 'ends-before-start', from: '12:00', to: '10:00' }],
    ['2. mars kl. 10-10', { code: 'ends-before-start', from: '10:00', to: '10:00' }],
    ['2. mars kl. 9 kl. 10', { code: 'several-times' }],
    ['i morgen kl. 10 og 12', { code: 'several-times' }],
    ['tirsdag eller onsdag', { code: 'several-days' }],
    ['2. mars og 3. mars', { code: 'several-days' }],
    ['10.–12. mars', { code: 'several-days' }],
    ['10. og 12. mars', { code: 'several-days' }],
    ['01.03-03.03', { code: 'several-days' }],
    ['uke 9 og uke 10', { code: 'several-days' }],
    ['14 dager før og 7 dager før', { code: 'several-days' }],
    ['14 dager før uke 9', { code: 'several-days' }],
    ['kl. 10', { code: 'no-day' }],
    ['9.15', { code: 'no-day' }],
    ['', { code: 'no-moment' }],
    ['hei', { code: 'no-moment' }],
    ['Frist forlenges', { code: 'no-moment' }],
    ['Innen jul', { code: 'no-moment' }],
    ['innen mars', { code: 'no-moment' }],
    ['før 2027', { code: 'no-moment' }],
    ['10-12', { code: 'no-moment' }],
    ['7', { code: 'no-moment' }],
  ])('%j', (words, refusal) => {
    expect(read(words)).toEqual({ ok: false, refusal });
  });

  test('what is too long to be a moment', () => {
    expect(read(`2. mars ${'. '.repeat(200)}`)).toMatchObject({ ok: false, refusal: { code: 'no-moment' } });
  });
});

test('a week tells its first and last day, a day its week', () => {
  expect(read('uke 9')).toMatchObject({ value: { firstOn: '2027-03-01', lastOn: '2027-03-07' } });
  expect(read('1. januar')).toMatchObject({ value: { on: '2028-01-01', isoWeek: { year: 2027, week: 52 } } });
});

test('today is the zone’s', () => {
  const nearMidnight = '2027-01-11T23:30:00.000Z' as Instant;
  expect(read('i dag', nearMidnight)).toMatchObject({ value: { on: '2027-01-12' } });
  expect(readMoment('i dag', { now: nearMidnight, zone: 'UTC' })).toMatchObject({ value: { on: '2027-01-11' } });
});

const soon = fc.integer({ min: 0, max: 360 * 24 * 60 }).map(minutes => later(castStart, minutes * 60_000));

describe('reads back', () => {
  test.each(['nb', 'nn', 'en'] as const)('every moment as it is written in %s', language => {
    fc.assert(
      fc.property(soon, instant => {
        const [on, clock = ''] = localText(instant, oslo).split('T');
        const expected = { kind: 'moment', on, from: clock.slice(0, 5), rest: '' };
        expect(read(formatInstant(instant, oslo, language))).toMatchObject({ ok: true, value: expected });
      }),
    );
  });

  test('every day of the next year, however it is written', () => {
    const ways: readonly ((date: Temporal.PlainDate) => string)[] = [
      ({ day, month }) => `${day}.${month}.`,
      ({ day, month }) => `${day}/${month}`,
      ({ day, month, year }) => `${day}/${month}-${year % 100}`,
      date => `uke ${date.weekOfYear} ${date.yearOfWeek} ${date.toLocaleString('nb', { weekday: 'short' })}`,
      date => date.toLocaleString('nb', { day: 'numeric', month: 'short' }),
      date => date.toLocaleString('nn', { weekday: 'long', day: 'numeric', month: 'long' }),
      date => date.toLocaleString('en-US', { dateStyle: 'full' }),
      date => date.toLocaleString('nb', { dateStyle: 'short' }),
      date => date.toLocaleString('nn', { dateStyle: 'medium' }),
    ];
    fc.assert(
      fc.property(soon, fc.constantFrom(...ways), (instant, write) => {
        const on = localText(instant, oslo).slice(0, 10) as PlainDate;
        expect(read(write(Temporal.PlainDate.from(on)))).toMatchObject({ ok: true, value: { on, rest: '' } });
      }),
      { numRuns: 1000 },
    );
  });
});

/** Texts near what people type. */
const typing = fc
  .array(
    fc.oneof(
      fc.constantFrom(...phrasings.flatMap(([words]) => words.split(' '))),
      fc.constantFrom('kl.', '-', '–', '.', ':', '/', '\n', '99', '0', 'før', 'uke', 'den', 'om', 'neste', 'halv'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 8 },
  )
  .chain(parts => fc.constantFrom(' ', '', '-').map(between => parts.join(between)));

test('whatever is typed is a moment that is, or is refused', () => {
  fc.assert(
    fc.property(typing, words => {
      const outcome = read(words);
      if (!outcome.ok) return;
      const { from, to } = outcome.value;
      for (const time of [from, to]) expect(time ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      if (outcome.value.kind === 'moment') {
        expect(Temporal.PlainDate.from(outcome.value.on).toString()).toBe(outcome.value.on);
      }
    }),
    { numRuns: 3000 },
  );
});
