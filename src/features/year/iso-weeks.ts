/** Weeks as Norwegian calendars number them (ISO 8601): from Monday, the first is the one with 4 January. */
import type { PlainDate } from '../../world.ts';
import { daysLater, textOf, type Weekday, weekdays } from './days.ts';

/** @property year the week's own: 1 January 2027 lies in week 53 of 2026 */
export type IsoWeek = { readonly year: number; readonly week: number };

export function isoWeekOf(day: PlainDate): IsoWeek {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(day);
  // Both are undefined only in calendars that have no weeks.
  return { year: yearOfWeek ?? 0, week: weekOfYear ?? 0 };
}

/** Monday to Sunday; none when the year has no such week. */
export function daysOfWeek(week: IsoWeek): readonly PlainDate[] {
  const inFirst = Temporal.PlainDate.from({ year: week.year, month: 1, day: 4 });
  const monday = textOf(inFirst.add({ days: 1 - inFirst.dayOfWeek + (week.week - 1) * 7 }));
  const isThere = isoWeekOf(monday).year === week.year;
  return isThere ? weekdays.map((_, index) => daysLater(monday, index)) : [];
}

/** Undefined when the year has no such week. */
export function dayInWeek(week: IsoWeek, weekday: Weekday): PlainDate | undefined {
  return daysOfWeek(week)[weekdays.indexOf(weekday)];
}
