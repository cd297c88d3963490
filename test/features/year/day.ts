import fc from 'fast-check';
import type { Instant, PlainDate } from '../../../src/world.ts';

/** A day as it is written, for tests to state. */
export function day(text: string): PlainDate {
  return Temporal.PlainDate.from(text).toString() as PlainDate;
}

/** Any day of the years 2020 to 2060. */
export const anyDay = fc
  .integer({ min: 0, max: 41 * 365 })
  .map(days => day(Temporal.PlainDate.from('2020-01-01').add({ days }).toString()));

/** Each instant from 2000 to 2040 at which the clocks of a zone are moved. */
export function clockChanges(zone: string): readonly Instant[] {
  const changes: Instant[] = [];
  let at = Temporal.ZonedDateTime.from(`2000-01-01T00:00[${zone}]`).getTimeZoneTransition('next');
  while (at && at.year <= 2040) {
    changes.push(new Date(at.epochMilliseconds).toISOString() as Instant);
    at = at.getTimeZoneTransition('next');
  }
  return changes;
}

/** `2027-03-28T03:00:00` */
export function localText(instant: Instant, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' });
}
