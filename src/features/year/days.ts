/** Calendar days as text, `2027-03-02`: they compare and sort as such. */
import type { PlainDate } from '../../world.ts';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** @param days how many later; fewer than none is earlier */
export function daysLater(day: PlainDate, days: number): PlainDate {
  return textOf(Temporal.PlainDate.from(day).add({ days }));
}

export function weekdayOf(day: PlainDate): Weekday {
  return weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? 'sunday';
}

export function isWeekend(day: PlainDate): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek > 5;
}

/** Every day from `from` to `to`, both included; none when `to` comes first. */
export function daysFrom(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const all: PlainDate[] = [];
  for (let day = from; day <= to; day = daysLater(day, 1)) all.push(day);
  return all;
}

/** The first day from `day` on that is that weekday: `day` itself when it is. */
export function nextWeekday(day: PlainDate, weekday: Weekday): PlainDate {
  return daysLater(day, (weekdays.indexOf(weekday) - weekdays.indexOf(weekdayOf(day)) + 7) % 7);
}

export function textOf(day: Temporal.PlainDate): PlainDate {
  return day.toString() as PlainDate;
}
