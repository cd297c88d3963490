import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { endOfDay } from '../../../src/features/year/local-time.ts';
import { type ReminderPlan, reminderTimes } from '../../../src/features/year/reminder-times.ts';
import { dayOff } from '../../../src/features/year/work-days.ts';
import { type Instant, later } from '../../../src/world.ts';
import { bare, troms } from './calendars.ts';
import { clockChanges, day, localText } from './day.ts';

const oslo = 'Europe/Oslo';

const plan: ReminderPlan = {
  deadline: endOfDay(day('2027-02-01'), oslo),
  leadDays: [14, 7, 1],
  at: '09:00',
  zone: oslo,
  calendar: bare,
  notBefore: '2027-01-01T00:00:00.000Z' as Instant,
};

const local = (changes: Partial<ReminderPlan>) =>
  reminderTimes({ ...plan, ...changes }).map(time => localText(time, oslo).slice(0, 16));

describe('reminders', () => {
  test('come 14, 7 and 1 days before, the last on the Friday when the day before is a Sunday', () => {
    expect(local({})).toEqual(['2027-01-18T09:00', '2027-01-25T09:00', '2027-01-29T09:00']);
  });

  test('are moved before a school break where it is avoided', () => {
    const deadline = endOfDay(day('2027-03-01'), oslo);
    expect(local({ deadline })).toEqual(['2027-02-15T09:00', '2027-02-22T09:00', '2027-02-26T09:00']);
    expect(local({ deadline, calendar: troms })).toEqual(['2027-02-15T09:00', '2027-02-19T09:00']);
  });

  test('that meet on a day are one', () => {
    expect(local({ leadDays: [1, 2, 3, 3] })).toEqual(['2027-01-29T09:00']);
  });

  test('keep their hour over the change to summer time', () => {
    expect(local({ deadline: endOfDay(day('2027-04-05'), oslo) })).toEqual([
      '2027-03-22T09:00',
      '2027-03-24T09:00',
      '2027-04-02T09:00',
    ]);
  });

  test('do not come after the deadline, nor with it', () => {
    const deadline = '2027-02-01T08:00:00.000Z' as Instant;
    expect(local({ deadline, leadDays: [0, 1] })).toEqual(['2027-01-29T09:00']);
    expect(local({ deadline: later(deadline, 1), leadDays: [0, 1] })).toEqual(['2027-01-29T09:00', '2027-02-01T09:00']);
  });

  test('do not come before the thing was made known', () => {
    expect(local({ notBefore: '2027-01-25T08:00:00.000Z' as Instant })).toEqual([
      '2027-01-25T09:00',
      '2027-01-29T09:00',
    ]);
    expect(local({ notBefore: '2027-01-25T08:00:00.001Z' as Instant })).toEqual(['2027-01-29T09:00']);
    expect(local({ notBefore: plan.deadline })).toEqual([]);
  });

  test('are none when none are asked for', () => {
    expect(local({ leadDays: [] })).toEqual([]);
  });
});

test('near every change of the clocks they come at the local time asked for, on work days, in order, in time', () => {
  const hour = fc.integer({ min: 0, max: 23 }).map(at => `${String(at).padStart(2, '0')}:30`);
  const changes = fc.constantFrom(...clockChanges(oslo));
  fc.assert(
    fc.property(
      changes,
      fc.integer({ min: -40, max: 40 }),
      fc.array(fc.nat(30), { maxLength: 6 }),
      hour,
      fc.constantFrom(bare, troms),
      fc.nat(40),
      (change, days, leadDays, at, calendar, noticeDays) => {
        const deadline = later(change, days * 86_400_000);
        const notBefore = later(deadline, -noticeDays * 86_400_000);
        const times = reminderTimes({ deadline, leadDays, at, zone: oslo, calendar, notBefore });
        expect(times).toEqual([...new Set(times)].sort());
        for (const time of times) {
          const [on = '', clock] = localText(time, oslo).split('T');
          expect(clock).toBe(`${at}:00`);
          expect(dayOff(day(on), calendar)).toBeUndefined();
          expect(time >= notBefore && time < deadline).toBe(true);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('what is worked out once is the same when asked again, however many days are asked for between', () => {
  const asked = () => reminderTimes(plan);
  const first = asked();
  for (let days = 0; days < 6000; days += 1)
    reminderTimes({ ...plan, deadline: later(plan.deadline, days * 86_400_000) });
  expect(asked()).toEqual(first);
});
