import { dayOf, type Instant, type PlainDate } from '../../world.ts';
import type { Network } from '../networks/network.ts';
import { daysLater } from './days.ts';
import { momentsAt } from './local-time.ts';
import { calendarOf } from './network-calendar.ts';
import { outsideQuietHours } from './quiet-hours.ts';
import { dayOff } from './work-days.ts';

type Home = Pick<Network, 'zone' | 'rules'>;

/** When the network is reminded on its next work day: never the day itself, never in its quiet hours. */
export function nextWorkMorning(after: Instant, home: Home): Instant {
  const { zone, rules } = home;
  const [morning] = momentsAt(nextWorkDay(dayOf(after, zone), home), rules.remindedAt, zone);
  return outsideQuietHours(morning, zone, rules.quiet);
}

function nextWorkDay(day: PlainDate, home: Home): PlainDate {
  const next = daysLater(day, 1);
  return dayOff(next, calendarOf(home.rules)) ? nextWorkDay(next, home) : next;
}

/** Whether people may be written to now: on a work day, outside quiet hours. */
export function isWorkTime(now: Instant, { zone, rules }: Home): boolean {
  return !dayOff(dayOf(now, zone), calendarOf(rules)) && outsideQuietHours(now, zone, rules.quiet) === now;
}
