import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findTimes, noCounty, type Search, spread } from '../../../src/features/meetings/find-times.ts';
import { planSeries, type SeriesWanted } from '../../../src/features/meetings/series.ts';
import { usualRules } from '../../../src/features/networks/network.ts';
import type { Instant } from '../../../src/world.ts';
import { castDocuments } from '../../cast.ts';
import { doneOf, refusalOf } from '../polls/poll-room.ts';

const now = '2027-01-11T08:00:00.000Z' as Instant;
const troms = { ...castDocuments().network, rules: { ...usualRules, county: '55' } };
const bare = castDocuments().network;
const search: Search = {
  firstDay: '2027-02-02',
  lastDay: '2027-03-15',
  minutes: 90,
  earliest: '09:00',
  latest: '15:00',
  count: 3,
};

describe('finding days', () => {
  test('three between 2 February and 15 March 2027 in Troms, none in the winter break', () => {
    const found = doneOf(findTimes(search, troms, now));
    expect(found.free).toBe(25);
    expect(found.proposed.map(({ on, isoWeek }) => [on, isoWeek.week])).toEqual([
      ['2027-02-08', 6],
      ['2027-02-18', 7],
      ['2027-03-09', 10],
    ]);
    expect(found.proposed[0]?.span).toEqual({
      startsAt: '2027-02-08T08:00:00.000Z',
      endsAt: '2027-02-08T09:30:00.000Z',
    });
    expect(found.leftOut).toMatchObject([{ from: '2027-02-22', to: '2027-02-26', weekdays: 5 }]);
  });

  test('without a county, or with another one, by what was asked', () => {
    expect(doneOf(findTimes(search, bare, now))).toMatchObject({ free: 30, leftOut: [] });
    expect(doneOf(findTimes({ ...search, county: noCounty }, troms, now))).toMatchObject({ free: 30 });
    expect(doneOf(findTimes({ ...search, county: '55' }, bare, now))).toMatchObject({ free: 25, county: '55' });
    const unknown = doneOf(findTimes({ ...search, county: '56' }, bare, now));
    expect(unknown.unknownSchoolYears).toEqual(['2026-2027']);
  });

  test('in people’s own words, and never of days that have passed', () => {
    const words = { ...search, firstDay: '4. januar 2027', lastDay: '15. januar' };
    const found = doneOf(findTimes({ ...words, count: 10 }, bare, now));
    expect(found.proposed.map(({ on }) => on)).toEqual(['2027-01-12', '2027-01-13', '2027-01-14', '2027-01-15']);
  });

  test.each<[string, Partial<Search>, string]>([
    ['a first day nobody can read', { firstDay: 'snart' }, 'search-day-unread'],
    ['a last day nobody can read', { lastDay: 'uke 9' }, 'search-day-unread'],
    ['a last day before the first', { lastDay: '2027-02-01' }, 'search-backwards'],
    ['days that have passed', { firstDay: '2027-01-01', lastDay: '2027-01-11' }, 'search-past'],
    ['more than a year', { lastDay: '2028-03-01' }, 'search-long'],
    ['a window shorter than the meeting', { latest: '10:00' }, 'window-short'],
  ])('%s is refused', (_, change, code) => {
    expect(refusalOf(findTimes({ ...search, ...change }, troms, now)).code).toBe(code);
  });

  test('so many, in order, each once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 10 }), (length, count) => {
        const all = Array.from({ length }, (_, at) => at);
        const some = spread(all, count);
        expect(some).toHaveLength(Math.min(length, count));
        expect(some).toEqual([...new Set(some)].toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('recurring meetings', () => {
  const monthly: SeriesWanted = {
    title: 'Nettverksmøte',
    pattern: 'second',
    weekday: 'tuesday',
    firstDay: '2027-01-01',
    lastDay: '2027-12-31',
    starts: '09:00',
    minutes: 120,
  };
  const plan = (change: Partial<SeriesWanted> = {}, network = troms) =>
    planSeries({ ...monthly, ...change }, network, now);

  test('the second Tuesday of each month, at the same local time all year', () => {
    const { spans, dates } = doneOf(plan());
    const local = spans.map(({ startsAt }) => Temporal.Instant.from(startsAt).toZonedDateTimeISO('Europe/Oslo'));
    expect(local.every(({ hour, dayOfWeek }) => hour === 9 && dayOfWeek === 2)).toBe(true);
    expect(dates[0]).toMatchObject({ on: '2027-01-12', isTooSoon: true });
    expect(local[0]?.toPlainDate().toString()).toBe('2027-02-09');
  });

  test('one on a day off is moved to a free week, or left out, and either is told', () => {
    const { dates } = doneOf(plan({ pattern: 'last', weekday: 'monday' }));
    expect(dates.find(each => each.kind === 'moved' || each.kind === 'leftOut')).toBeDefined();
    expect(dates.find(each => each.kind !== 'leftOut' && each.on === '2027-03-29')).toBeUndefined();
  });

  test.each<[string, Partial<SeriesWanted>, string]>([
    ['a day nobody can read', { firstDay: 'til våren' }, 'series-day-unread'],
    ['an end before the start', { lastDay: '2026-12-01' }, 'series-backwards'],
    ['more than a year', { lastDay: '2028-06-01' }, 'series-long'],
    ['no day that is free', { firstDay: '2027-01-11', lastDay: '2027-01-20' }, 'series-empty'],
  ])('%s is refused', (_, change, code) => {
    expect(refusalOf(plan(change)).code).toBe(code);
  });
});
