import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deadlineAt } from '../../../src/features/polls/deadline.ts';
import type { Instant, PlainDate } from '../../../src/world.ts';
import { castStart } from '../../cast.ts';

const oslo = (day: string, time?: string) => deadlineAt(day as PlainDate, time, 'Europe/Oslo', castStart);

describe('a deadline', () => {
  test.each([
    ['a day means its last second, in winter', '2027-02-01', undefined, '2027-02-01T22:59:59.000Z'],
    ['and in summer', '2027-07-01', undefined, '2027-07-01T21:59:59.000Z'],
    ['a minute means its beginning', '2027-02-01', '12:00', '2027-02-01T11:00:00.000Z'],
    ['before the clocks go forward', '2027-03-28', '01:59', '2027-03-28T00:59:00.000Z'],
    ['after they have', '2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
    ['the day they go forward ends like every other', '2027-03-28', undefined, '2027-03-28T21:59:59.000Z'],
    ['half past two comes twice: the first', '2027-10-31', '02:30', '2027-10-31T00:30:00.000Z'],
    ['the day they go back ends an hour later', '2027-10-31', undefined, '2027-10-31T22:59:59.000Z'],
  ])('%s', (_, day, time, instant) => {
    expect(oslo(day, time)).toEqual({ ok: true, value: instant });
  });

  test.each([
    ['at a time the clocks jump over', '2027-03-28', '02:30', 'no-such-time'],
    ['yesterday', '2027-01-10', undefined, 'deadline-past'],
    ['this very moment', '2027-01-11', '09:00', 'deadline-past'],
    ['in more than 400 days', '2028-02-16', undefined, 'deadline-far'],
  ])('%s is refused', (_, day, time, code) => {
    expect(oslo(day, time)).toMatchObject({ ok: false, refusal: { code } });
  });

  test('is later today, and in 400 days', () => {
    expect(oslo('2027-01-11').ok).toBe(true);
    expect(oslo('2028-02-14').ok).toBe(true);
  });

  test('that is taken shows the day and time it was given', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 390 }), minute, (days, minutes) => {
        const day = Temporal.PlainDate.from('2027-01-11').add({ days });
        const time = Temporal.PlainTime.from('00:00').add({ minutes });
        const at = oslo(day.toString(), time.toString({ smallestUnit: 'minute' }));
        if (!at.ok) return at.refusal.code === 'no-such-time';
        const shown = Temporal.Instant.from(at.value).toZonedDateTimeISO('Europe/Oslo').toPlainDateTime();
        return shown.equals(day.toPlainDateTime(time));
      }),
    );
  });

  test('belongs to the zone of the network', () => {
    const inFiji = deadlineAt('2027-02-01' as PlainDate, undefined, 'Pacific/Fiji', castStart);
    expect(inFiji).toEqual({ ok: true, value: '2027-02-01T11:59:59.000Z' as Instant });
  });
});
