/** What was said of a day → the day, seen from today; or why it cannot be one. */
import { done, type Outcome, refused } from '../../outcome.ts';
import type { PlainDate } from '../../world.ts';
import { daysLater, nextWeekday, textOf, type Weekday, weekdayOf } from './days.ts';
import { dayInWeek, daysOfWeek, type IsoWeek, isoWeekOf } from './iso-weeks.ts';
import type { Piece } from './moment-readers.ts';

export type DayMeant =
  | { readonly kind: 'moment'; readonly on: PlainDate; readonly isoWeek: IsoWeek }
  /** A week without a day in it. */
  | { readonly kind: 'week'; readonly isoWeek: IsoWeek; readonly firstOn: PlainDate; readonly lastOn: PlainDate }
  /** «14 dager før»: before what, the caller knows. */
  | { readonly kind: 'before'; readonly days: number };

export type DayRefusal =
  /** Nothing of a day or a time was read. */
  | { readonly code: 'no-moment' }
  /** A time without a day. */
  | { readonly code: 'no-day' }
  /** 31 February; 29 February without its year, when neither this year nor the next has one. */
  | { readonly code: 'no-such-day'; readonly day: number; readonly month?: number; readonly year?: number }
  | { readonly code: 'no-such-week'; readonly week: number; readonly year: number }
  /** «Tirsdag 17. mai 2027», which is a Monday. @property weekday what was written */
  | { readonly code: 'weekday-differs'; readonly on: PlainDate; readonly weekday: Weekday }
  /** «2. mars uke 10». @property week what was written */
  | { readonly code: 'week-differs'; readonly on: PlainDate; readonly week: number }
  | { readonly code: 'several-days' };

type Read<T> = Outcome<T, DayRefusal>;

/** A date, a week and a weekday may each be said, and more than once: they must agree. */
export function readDay(pieces: readonly Piece[], today: PlainDate): Read<DayMeant> {
  const befores = distinct(ofKind(pieces, 'before').map(({ days }) => days));
  const saysSeveral = ofKind(pieces, 'several').some(({ of }) => of === 'days');
  if (saysSeveral || befores.length > 1) return refused({ code: 'several-days' });
  const [before] = befores;
  const day = readNamedDay(pieces, today);
  if (before === undefined) return day;
  if (!day.ok) return isUnnamed(day.refusal) ? done({ kind: 'before', days: before }) : day;
  return day.value.kind === 'moment' ? onDay(daysLater(day.value.on, -before)) : refused({ code: 'several-days' });
}

function isUnnamed({ code }: DayRefusal): boolean {
  return code === 'no-day' || code === 'no-moment';
}

function readNamedDay(pieces: readonly Piece[], today: PlainDate): Read<DayMeant> {
  const weekdays = distinct(ofKind(pieces, 'weekday').map(({ weekday }) => weekday));
  const [weekday] = weekdays;
  const weeks = distinct(pieces.flatMap(piece => weekSaid(piece, today, weekday)));
  const dates = pieces.flatMap(piece => dateSaid(piece, today, weekday));
  const wrong = dates.find(date => !date.ok);
  if (wrong) return wrong;
  const days = distinct(dates.flatMap(date => (date.ok ? [date.value] : [])));
  if ([weekdays, weeks, days].some(said => said.length > 1)) return refused({ code: 'several-days' });
  const [on] = days;
  const [week] = weeks;
  if (on !== undefined) return agreeing(on, weekday, week);
  if (week) return inWeek(week, weekday, today);
  if (weekday === undefined) return refused({ code: pieces.length > 0 ? 'no-day' : 'no-moment' });
  const isNext = ofKind(pieces, 'weekday').some(each => each.isNext);
  return isNext ? inWeek(weeksAhead(1, today), weekday, today) : onDay(nextWeekday(daysLater(today, 1), weekday));
}

function agreeing(on: PlainDate, weekday: Weekday | undefined, week: WeekSaid | undefined): Read<DayMeant> {
  const { year, week: number } = isoWeekOf(on);
  if (weekday !== undefined && weekdayOf(on) !== weekday) return refused({ code: 'weekday-differs', on, weekday });
  const isInWeek = !week || (week.week === number && (week.year ?? year) === year);
  return isInWeek ? onDay(on) : refused({ code: 'week-differs', on, week: week.week });
}

/** @property year undefined when it was not said */
type WeekSaid = { readonly week: number; readonly year?: number };

function weekSaid(piece: Piece, today: PlainDate, weekday: Weekday | undefined): readonly WeekSaid[] {
  if (piece.kind === 'week') return [{ week: piece.week, ...(piece.year !== undefined && { year: piece.year }) }];
  if (piece.kind === 'weeksAhead') return [weeksAhead(piece.weeks, today)];
  // «Tirsdag om to uker» is the Tuesday of that week, «om to uker» the day a fortnight from now.
  const isWeekOfDay = piece.kind === 'ahead' && piece.unit === 'weeks' && weekday !== undefined;
  return isWeekOfDay ? [weeksAhead(piece.count, today)] : [];
}

function weeksAhead(weeks: number, today: PlainDate): WeekSaid & IsoWeek {
  return isoWeekOf(daysLater(today, 7 * weeks));
}

/** Without a year it is the next time that day, or anything left of that week, comes: this year or the next. */
function inWeek({ week, year }: WeekSaid, weekday: Weekday | undefined, today: PlainDate): Read<DayMeant> {
  const thisYear = isoWeekOf(today).year;
  const years = year === undefined ? [thisYear, thisYear + 1] : [year];
  const there = years.map(each => ({ year: each, week })).filter(each => daysOfWeek(each).length > 0);
  const isoWeek = there.find(each => year !== undefined || lastMeant(each, weekday) >= today) ?? there.at(-1);
  if (!isoWeek || week < 1) return refused({ code: 'no-such-week', week, year: year ?? thisYear });
  const on = weekday && dayInWeek(isoWeek, weekday);
  if (on) return onDay(on);
  const [firstOn, , , , , , lastOn] = daysOfWeek(isoWeek);
  return firstOn && lastOn
    ? done({ kind: 'week', isoWeek, firstOn, lastOn })
    : refused({ code: 'no-such-week', week, year: isoWeek.year });
}

function lastMeant(week: IsoWeek, weekday: Weekday | undefined): PlainDate | '' {
  return dayInWeek(week, weekday ?? 'sunday') ?? '';
}

function dateSaid(piece: Piece, today: PlainDate, weekday: Weekday | undefined): readonly Read<PlainDate>[] {
  if (piece.kind === 'date') return [dateOf(piece, today)];
  if (piece.kind === 'dayOfMonth') return [nextDayOfMonth(piece.day, today)];
  if (piece.kind !== 'ahead' || (piece.unit === 'weeks' && weekday !== undefined)) return [];
  return [done(textOf(Temporal.PlainDate.from(today).add({ [piece.unit]: piece.count })))];
}

function dateOf({ day, month, year }: OfKind<'date'>, today: PlainDate): Read<PlainDate> {
  const thisYear = Number(today.slice(0, 4));
  const years = year === undefined ? [thisYear, thisYear + 1] : [year];
  const dates = years.flatMap(each => dateIn(each, month, day));
  const date = dates.find(each => year !== undefined || each >= today);
  return date ? done(date) : refused({ code: 'no-such-day', day, month, ...(year !== undefined && { year }) });
}

function nextDayOfMonth(day: number, today: PlainDate): Read<PlainDate> {
  const first = Temporal.PlainDate.from(today).with({ day: 1 });
  const months = Array.from({ length: 12 }, (_, index) => first.add({ months: index }));
  const date = months.flatMap(({ year, month }) => dateIn(year, month, day)).find(each => each >= today);
  return date ? done(date) : refused({ code: 'no-such-day', day });
}

function dateIn(year: number, month: number, day: number): readonly PlainDate[] {
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= new Temporal.PlainYearMonth(year, month).daysInMonth;
  return isDate ? [textOf(new Temporal.PlainDate(year, month, day))] : [];
}

function onDay(on: PlainDate): Read<DayMeant> {
  return done({ kind: 'moment', on, isoWeek: isoWeekOf(on) });
}

type OfKind<K extends Piece['kind']> = Extract<Piece, { kind: K }>;

export function ofKind<K extends Piece['kind']>(pieces: readonly Piece[], kind: K): readonly OfKind<K>[] {
  return pieces.filter((piece): piece is OfKind<K> => piece.kind === kind);
}

/** Saying the same twice is saying it once. */
export function distinct<T>(said: readonly T[]): readonly T[] {
  return said.filter(
    (each, index) => said.findIndex(other => JSON.stringify(other) === JSON.stringify(each)) === index,
  );
}
