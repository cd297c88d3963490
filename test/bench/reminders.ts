/** A hundred thousand open things, each with a deadline of its own: when is anyone to be reminded of it next? */
import { usualRules } from '../../src/features/networks/network.ts';
import { calendarOf } from '../../src/features/year/network-calendar.ts';
import { reminderTimes } from '../../src/features/year/reminder-times.ts';
import { type Instant, later } from '../../src/world.ts';
import type { Figure } from './report.ts';

const openThings = 100_000;
const start = '2027-01-04T08:00:00.000Z' as Instant;
const yearMs = 365 * 24 * 3_600_000;

export async function measureReminders(): Promise<readonly Figure[]> {
  const deadlines = Array.from({ length: openThings }, (_, thing) =>
    later(start, Math.floor((thing * yearMs) / openThings)),
  );
  const calendar = calendarOf({ ...usualRules, county: '55' });
  const plan = { leadDays: [14, 7, 1], at: '09:00', zone: 'Europe/Oslo', calendar, notBefore: start };
  const heapBefore = heapMb();
  const began = performance.now();
  let reminders = 0;
  for (const deadline of deadlines) {
    const times = reminderTimes({ ...plan, deadline });
    reminders += times.length;
  }
  const seconds = (performance.now() - began) / 1000;
  return [
    { what: 'reminders of 100,000 open things worked out', value: seconds, unit: 's', target: { most: 1 } },
    { what: 'reminders found', value: reminders, unit: '' },
    { what: 'heap kept by them', value: Math.max(0, heapMb() - heapBefore), unit: 'MB', target: { most: 10 } },
  ];
}

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
