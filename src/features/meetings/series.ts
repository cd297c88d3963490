/** A recurring meeting, «andre tirsdag hver måned»: its dates in a period, those on days off moved or left out. Pure. */
import { z } from 'zod';
import { done, type Outcome, refused } from '../../outcome.ts';
import { dayOf, type Instant, idFrom, type PlainDate } from '../../world.ts';
import { instant, memberId, type Network, networkId, seatId } from '../networks/network.ts';
import { daysLater, type Weekday } from '../year/days.ts';
import { calendarOf } from '../year/network-calendar.ts';
import { type Occurrence, occurrences, type Rule } from '../year/recurrence.ts';
import { unknownSchoolYears } from '../year/work-days.ts';
import { type Span, spanSchema } from './meeting.ts';
import { isNoticeShort } from './notice.ts';
import { lasting, readOneDay } from './read-times.ts';

export const seriesPatterns = ['week', 'fortnight', 'first', 'second', 'third', 'fourth', 'last'] as const;
export type SeriesPattern = (typeof seriesPatterns)[number];

export const seriesId = z.string().min(1).max(100) as unknown as z.ZodType<string & { brand: 'SeriesId' }>;
export type SeriesId = z.infer<typeof seriesId>;

export const seriesSchema = z.object({
  id: seriesId,
  networkId,
  title: z.string(),
  place: z.string().optional(),
  seats: z.array(seatId).min(1),
  spans: z.array(spanSchema).min(1),
  made: z.object({ at: instant, by: memberId, request: z.string() }),
  /** Its meetings are being made, and whoever finds this due goes on. */
  dueAt: instant.optional(),
});
export type Series = z.infer<typeof seriesSchema>;

export type SeriesWanted = {
  readonly title: string;
  readonly place?: string | undefined;
  readonly pattern: SeriesPattern;
  readonly weekday: Weekday;
  /** Days in people's own words, or ISO dates; both included. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** `HH:MM`, local. */
  readonly starts: string;
  readonly minutes: number;
};

/** @property isTooSoon nearer than the network's notice: to be called by itself */
export type SeriesDate = Occurrence & { readonly isTooSoon: boolean };

export type SeriesPlan = {
  /** What was read of the days that were asked for. */
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  /** How many dates in the period have passed. */
  readonly passed: number;
  readonly dates: readonly SeriesDate[];
  /** Those that become meetings. */
  readonly spans: readonly Span[];
  /** `2027-2028`: whose breaks are not known. */
  readonly unknownSchoolYears: readonly string[];
};

export type SeriesRefusal =
  | { readonly code: 'series-day-unread'; readonly field: 'firstDay' | 'lastDay' }
  | { readonly code: 'series-backwards'; readonly field: 'lastDay' }
  | { readonly code: 'series-long'; readonly field: 'lastDay' }
  /** No date of the rule in the period is free, ahead and far enough ahead. */
  | { readonly code: 'series-empty'; readonly field: 'lastDay' };

const longestDays = 366;

/** Dates that have passed are left out and counted; those within the network's notice are told of and left out too. */
export function planSeries(wanted: SeriesWanted, network: Network, now: Instant): Outcome<SeriesPlan, SeriesRefusal> {
  const { zone, rules } = network;
  const here = { now, zone };
  const from = readOneDay(wanted.firstDay, here);
  if (from === undefined) return refused({ code: 'series-day-unread', field: 'firstDay' });
  const to = readOneDay(wanted.lastDay, here);
  if (to === undefined) return refused({ code: 'series-day-unread', field: 'lastDay' });
  if (to < from) return refused({ code: 'series-backwards', field: 'lastDay' });
  if (to > daysLater(from, longestDays)) return refused({ code: 'series-long', field: 'lastDay' });
  const today = dayOf(now, zone);
  const calendar = calendarOf(rules);
  const all = occurrences({ rule: ruleOf(wanted), from, to, at: wanted.starts, zone, calendar });
  const isTooSoon = (each: Occurrence) => each.kind !== 'leftOut' && isNoticeShort(each.startsAt, network, now);
  const ahead = all.filter(each => (each.kind === 'leftOut' ? each.planned >= today : each.startsAt > now));
  const dates = ahead.map((each): SeriesDate => ({ ...each, isTooSoon: isTooSoon(each) }));
  const spans = dates.flatMap(each =>
    each.kind === 'leftOut' || each.isTooSoon ? [] : [lasting(each.startsAt, wanted.minutes)],
  );
  if (spans.length === 0) return refused({ code: 'series-empty', field: 'lastDay' });
  return done({
    firstDay: from,
    lastDay: to,
    passed: all.length - ahead.length,
    dates,
    spans,
    unknownSchoolYears: unknownSchoolYears(from, to, calendar),
  });
}

/** A digest of when the meetings are: a button carries it, so that only what was shown is made. */
export function digestOfTimes({ spans }: Pick<SeriesPlan, 'spans'>): string {
  return idFrom('series times', ...spans.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]));
}

function ruleOf({ pattern, weekday }: SeriesWanted): Rule {
  switch (pattern) {
    case 'week':
    case 'fortnight':
      return { every: pattern, weekday };
    case 'first':
      return { every: 'month', weekday, ordinal: 1 };
    case 'second':
      return { every: 'month', weekday, ordinal: 2 };
    case 'third':
      return { every: 'month', weekday, ordinal: 3 };
    case 'fourth':
      return { every: 'month', weekday, ordinal: 4 };
    case 'last':
      return { every: 'month', weekday, ordinal: 'last' };
  }
}
