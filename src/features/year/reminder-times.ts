import { dayOf, type Instant, type PlainDate } from '../../world.ts';
import { daysLater } from './days.ts';
import { momentsAt } from './local-time.ts';
import { type Calendar, workDayBefore } from './work-days.ts';

export type ReminderPlan = {
  readonly deadline: Instant;
  /** How many days before the deadline's local day, in any order: 14, 7 and 1. */
  readonly leadDays: readonly number[];
  /** `HH:MM`, local. */
  readonly at: string;
  /** IANA name. */
  readonly zone: string;
  readonly calendar: Calendar;
  /** When the thing was made known: nobody is reminded of what they have not been told. */
  readonly notBefore: Instant;
};

/**
 * When to remind, the earliest first: at the local time asked for, whatever the clocks do meanwhile, and on a work day.
 * A day off is moved to the work day before; days that meet become one. None at or after the deadline, none before
 * `notBefore`: what falls there is not made up for.
 */
export function reminderTimes({ deadline, notBefore, zone, ...plan }: ReminderPlan): readonly Instant[] {
  const times = timesBefore({ ...plan, zone, day: dayOf(deadline, zone) });
  return times.filter(time => notBefore <= time && time < deadline);
}

type PlanOfDay = Omit<ReminderPlan, 'deadline' | 'notBefore'> & { readonly day: PlainDate };

/** Deadlines by the thousand fall on few days: each day's times are worked out once. */
const known = new Map<string, readonly Instant[]>();
const mostKnown = 5000;

function timesBefore(plan: PlanOfDay): readonly Instant[] {
  const key = JSON.stringify([plan.day, plan.leadDays, plan.at, plan.zone, plan.calendar]);
  const kept = known.get(key);
  if (kept) return kept;
  const times = workOutTimes(plan);
  if (known.size === mostKnown) known.clear();
  known.set(key, times);
  return times;
}

function workOutTimes({ day, leadDays, at, zone, calendar }: PlanOfDay): readonly Instant[] {
  const days = leadDays.map(lead => workDayBefore(daysLater(day, -lead), calendar));
  return [...new Set(days)].sort().map(each => momentsAt(each, at, zone)[0]);
}
