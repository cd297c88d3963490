import type { Instant, PlainDate } from '../../world.ts';
import { daysLater, nextWeekday, textOf, type Weekday } from './days.ts';
import { momentsAt } from './local-time.ts';
import { type Calendar, type DayReason, dayNotes, dayOff } from './work-days.ts';

/** «Every month, the second Tuesday», «every Tuesday», «every other Tuesday», the first of them the first in the period. */
export type Rule =
  | { readonly every: 'month'; readonly weekday: Weekday; readonly ordinal: 1 | 2 | 3 | 4 | 'last' }
  | { readonly every: 'week' | 'fortnight'; readonly weekday: Weekday };

export type Recurrence = {
  readonly rule: Rule;
  /** The period, both days included; the caller bounds its length. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** `HH:MM`, local. */
  readonly at: string;
  /** IANA name. */
  readonly zone: string;
  readonly calendar: Calendar;
};

export type Occurrence =
  | {
      readonly kind: 'asPlanned';
      readonly on: PlainDate;
      readonly startsAt: Instant;
      readonly notes: readonly DayReason[];
    }
  /** Planned on a day off: a free day with the same weekday is suggested, before the next occurrence and in the same month. */
  | {
      readonly kind: 'moved';
      readonly planned: PlainDate;
      readonly reasons: readonly DayReason[];
      readonly on: PlainDate;
      readonly startsAt: Instant;
      readonly notes: readonly DayReason[];
    }
  /** Planned on a day off, and no such day is free. */
  | { readonly kind: 'leftOut'; readonly planned: PlainDate; readonly reasons: readonly DayReason[] };

/** Every date of the rule in the period, in order, with what became of it. */
export function occurrences(recurrence: Recurrence): readonly Occurrence[] {
  return plannedDays(recurrence).map(planned => {
    const reasons = dayOff(planned, recurrence.calendar);
    if (!reasons) return { kind: 'asPlanned', ...meetingOn(planned, recurrence) };
    const on = freeInstead(planned, recurrence);
    return on
      ? { kind: 'moved', planned, reasons, ...meetingOn(on, recurrence) }
      : { kind: 'leftOut', planned, reasons };
  });
}

function meetingOn(on: PlainDate, { at, zone, calendar }: Recurrence) {
  return { on, startsAt: momentsAt(on, at, zone)[0], notes: dayNotes(on, calendar) };
}

const weeksApart = { week: 1, fortnight: 2 } as const;

function plannedDays({ rule, from, to }: Recurrence): readonly PlainDate[] {
  if (rule.every === 'month') {
    return monthsFrom(from, to)
      .map(month => dayInMonth(month, rule.weekday, rule.ordinal))
      .filter(day => from <= day && day <= to);
  }
  const days: PlainDate[] = [];
  const step = weeksApart[rule.every] * 7;
  for (let day = nextWeekday(from, rule.weekday); day <= to; day = daysLater(day, step)) days.push(day);
  return days;
}

function freeInstead(planned: PlainDate, { rule, to, calendar }: Recurrence): PlainDate | undefined {
  const last = rule.every === 'month' ? lastOfMonth(planned) : daysLater(planned, weeksApart[rule.every] * 7 - 1);
  for (let day = daysLater(planned, 7); day <= last && day <= to; day = daysLater(day, 7)) {
    if (!dayOff(day, calendar)) return day;
  }
  return undefined;
}

/** The first day of each month that has a day in the period. */
function monthsFrom(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const months: PlainDate[] = [];
  const first = Temporal.PlainDate.from(from).with({ day: 1 });
  for (let month = textOf(first); month <= to; month = textOf(first.add({ months: months.length }))) months.push(month);
  return months;
}

function dayInMonth(month: PlainDate, weekday: Weekday, ordinal: number | 'last'): PlainDate {
  return ordinal === 'last'
    ? nextWeekday(daysLater(lastOfMonth(month), -6), weekday)
    : daysLater(nextWeekday(month, weekday), (ordinal - 1) * 7);
}

function lastOfMonth(day: PlainDate): PlainDate {
  const date = Temporal.PlainDate.from(day);
  return textOf(date.with({ day: date.daysInMonth }));
}
