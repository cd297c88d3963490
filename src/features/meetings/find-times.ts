/** Days to meet on between two dates: those that are free, spread over the period, and why the others fell out. Pure. */
import { done, type Outcome, refused } from '../../outcome.ts';
import { dayOf, type Instant, type PlainDate } from '../../world.ts';
import type { Network } from '../networks/network.ts';
import { type CandidateDay, candidateDays, type LeftOut } from '../year/candidate-days.ts';
import { daysLater } from '../year/days.ts';
import { momentsAt } from '../year/local-time.ts';
import { calendarOf } from '../year/network-calendar.ts';
import type { Span } from './meeting.ts';
import { lasting, readOneDay } from './read-times.ts';

export type Search = {
  /** Days in people's own words, or ISO dates; both included. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly minutes: number;
  /** `HH:MM`, local: the meeting begins at the first, and would end before the last. */
  readonly earliest: string;
  readonly latest: string;
  /** How many days to propose. */
  readonly count: number;
  /** Whose school breaks are left out, or `none`; those of the network's own county unless said. */
  readonly county?: string | undefined;
};

export type FoundDay = CandidateDay & { readonly span: Span };

export type Found = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly proposed: readonly FoundDay[];
  /** How many days were free, those proposed among them. */
  readonly free: number;
  readonly leftOut: readonly LeftOut[];
  /** `2027-2028`: whose breaks are not known. */
  readonly unknownSchoolYears: readonly string[];
  /** The number of the county that was asked about. */
  readonly county?: string | undefined;
};

export type FindRefusal =
  | { readonly code: 'search-day-unread'; readonly field: 'firstDay' | 'lastDay' }
  | { readonly code: 'search-backwards'; readonly field: 'lastDay' }
  | { readonly code: 'search-past'; readonly field: 'lastDay' }
  | { readonly code: 'search-long'; readonly field: 'lastDay' }
  | { readonly code: 'window-short'; readonly field: 'latest' };

export const noCounty = 'none';

const longestDays = 366;

/** Days that have passed, and today, are not searched. */
export function findTimes(search: Search, network: Network, now: Instant): Outcome<Found, FindRefusal> {
  const { zone } = network;
  const here = { now, zone };
  const first = readOneDay(search.firstDay, here);
  if (first === undefined) return refused({ code: 'search-day-unread', field: 'firstDay' });
  const to = readOneDay(search.lastDay, here);
  if (to === undefined) return refused({ code: 'search-day-unread', field: 'lastDay' });
  if (to < first) return refused({ code: 'search-backwards', field: 'lastDay' });
  const today = dayOf(now, zone);
  if (to <= today) return refused({ code: 'search-past', field: 'lastDay' });
  if (to > daysLater(today, longestDays)) return refused({ code: 'search-long', field: 'lastDay' });
  if (minutesBetween(search) < search.minutes) return refused({ code: 'window-short', field: 'latest' });
  const from = first > today ? first : daysLater(today, 1);
  const county = countyOf(search, network);
  const calendar = calendarOf({ ...network.rules, county, isMovedOffSchoolBreaks: true });
  const { days, ...left } = candidateDays(from, to, calendar);
  const proposed = spread(days, search.count).map(day => ({ ...day, span: spanOn(day.on, search, zone) }));
  return done({ from, to, proposed, free: days.length, county, ...left });
}

/** So many of them, from the middles of as many equal stretches; all when there are no more. */
export function spread<T>(all: readonly T[], count: number): readonly T[] {
  const step = all.length / count;
  if (step <= 1) return all;
  return Array.from({ length: count }, (_, stretch) => Math.floor((stretch + 0.5) * step)).flatMap(at =>
    all.slice(at, at + 1),
  );
}

function countyOf({ county }: Search, { rules }: Network): string | undefined {
  return county === noCounty ? undefined : (county ?? rules.county);
}

function minutesBetween({ earliest, latest }: Search): number {
  return minutesOf(latest) - minutesOf(earliest);
}

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

function spanOn(on: PlainDate, { earliest, minutes }: Search, zone: string): Span {
  const [startsAt] = momentsAt(on, earliest, zone);
  return lasting(startsAt, minutes);
}
