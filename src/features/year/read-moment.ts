/** A day and a time as people write them → the day and time meant. Pickers come first; this is for what is typed. */
import { done, type Outcome, refused } from '../../outcome.ts';
import { dayOf, type Instant, type PlainDate } from '../../world.ts';
import { daysLater, nextWeekday, textOf, type Weekday, weekdayOf } from './days.ts';
import { dayInWeek, daysOfWeek, type IsoWeek, isoWeekOf } from './iso-weeks.ts';
import { type Piece, piecesOf } from './moment-pieces.ts';
import type { Clock } from './read-clock.ts';

/** @property rest the words that were not read, so that a caller may ask for all to be */
export type ReadMoment = (
  | { readonly kind: 'moment'; readonly on: PlainDate; readonly isoWeek: IsoWeek; readonly from?: string; readonly to?: string }
  /** A week without a day in it. */
  | { readonly kind: 'week'; readonly isoWeek: IsoWeek; readonly firstOn: PlainDate; readonly from?: string; readonly to?: string }
  /** «14 dager før»: before what, the caller knows. */
  | { readonly kind: 'before'; readonly days: number; readonly from?: string; readonly to?: string }
) & { readonly rest: string };

export type MomentRefusal =
  /** Nothing of a day or a time was read. */
  | { readonly code: 'no-moment' }
  /** A time without a day. */
  | { readonly code: 'no-day' }
  /** 31 February; without the year the day comes in neither of the next two. */
  | { readonly code: 'no-such-day'; readonly day: number; readonly month?: number; readonly year?: number }
  | { readonly code: 'no-such-week'; readonly week: number; readonly year: number }
  | { readonly code: 'no-such-clock'; readonly hour: number; readonly minute: number }
  /** «Tirsdag 17. mai 2027», which is a Monday. @property weekday what was written */
  | { readonly code: 'weekday-differs'; readonly on: PlainDate; readonly weekday: Weekday }
  | { readonly code: 'week-differs'; readonly on: PlainDate; readonly week: number }
  | { readonly code: 'several-days' }
  | { readonly code: 'several-times' }
  | { readonly code: 'ends-before-start'; readonly from: string; readonly to: string };

type Read<T> = Outcome<T, MomentRefusal>;

/**
 * In: words in bokmål, nynorsk or English. A year that is not written is the one in which the day comes next, today
 * included. A weekday alone is the first after today; «neste torsdag» is the one in the week after this.
 * @param zone IANA name: where it is today
 */
export function readMoment(words: string, { now, zone }: { readonly now: Instant; readonly zone: string }): Read<ReadMoment> {
  const { pieces, rest } = piecesOf(words);
  const times = readTimes(ofKind(pieces, 'clock'));
  if (!times.ok) return times;
  const day = readDay(pieces, dayOf(now, zone));
  return day.ok ? done({ ...day.value, ...times.value, rest }) : day;
}

type Times = { readonly from?: string; readonly to?: string };

function readTimes(clocks: readonly OfKind<'clock'>[]): Read<Times> {
  const [clock] = clocks;
  if (!clock) return done({});
  if (!areAlike(clocks)) return refused({ code: 'several-times' });
  const wrong = [clock.from, clock.to].find(each => each && !isOnClock(each));
  if (wrong) return refused({ code: 'no-such-clock', ...wrong });
  const from = timeText(clock.from);
  if (!clock.to) return done({ from });
  const to = timeText(clock.to);
  return from < to ? done({ from, to }) : refused({ code: 'ends-before-start', from, to });
}

function isOnClock({ hour, minute }: Clock): boolean {
  return hour < 24 && minute < 60;
}

function timeText({ hour, minute }: Clock): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

type Day =
  | { readonly kind: 'moment'; readonly on: PlainDate; readonly isoWeek: IsoWeek }
  | { readonly kind: 'week'; readonly isoWeek: IsoWeek; readonly firstOn: PlainDate }
  | { readonly kind: 'before'; readonly days: number };

function readDay(pieces: readonly Piece[], today: PlainDate): Read<Day> {
  const befores = ofKind(pieces, 'before');
  const [before] = befores;
  if (!areAlike(befores) || pieces.some(({ kind }) => kind === 'severalDays')) return refused({ code: 'several-days' });
  const day = namedDay(pieces, today);
  if (!before) return day;
  if (!day.ok) return day.refusal.code === 'no-day' || day.refusal.code === 'no-moment' ? done(before) : day;
  return day.value.kind === 'moment' ? done(momentOn(daysLater(day.value.on, -before.days))) : refused({ code: 'several-days' });
}

function namedDay(pieces: readonly Piece[], today: PlainDate): Read<Day> {
  const weekdays = ofKind(pieces, 'weekday');
  const [weekday] = weekdays;
  const [week] = ofKind(pieces, 'week');
  if (!areAlike(weekdays) || !areAlike(ofKind(pieces, 'week'))) return refused({ code: 'several-days' });
  const dates = pieces.flatMap(piece => dateOf(piece, today, weekday?.weekday) ?? []);
  const wrong = dates.find(each => !each.ok);
  if (wrong) return wrong;
  const days = new Set(dates.flatMap(each => (each.ok ? [each.value] : [])));
  if (days.size > 1) return refused({ code: 'several-days' });
  const [on] = days;
  if (on) return agreed(on, weekday?.weekday, week);
  if (week) return inWeek(week, weekday?.weekday, today);
  if (!weekday) return refused({ code: pieces.length > 0 ? 'no-day' : 'no-moment' });
  return done(momentOn(weekday.isNext ? inWeeksAhead(1, weekday.weekday, today) : nextWeekday(daysLater(today, 1), weekday.weekday)));
}
