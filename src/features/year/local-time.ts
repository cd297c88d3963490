/** A local day and time in a zone as an instant: the one place that knows the clocks are moved twice a year. */
import { done, type Outcome, refused } from '../../outcome.ts';
import { type Instant, instantOf, type PlainDate } from '../../world.ts';
import { daysLater } from './days.ts';

/** @property field the caller's own, that the time was given in */
export type LocalTimeRefusal<F extends string> =
  /** The clocks jump over it: 02.30 on the last Sunday of March. */
  | { readonly code: 'time-does-not-exist'; readonly field: F }
  /** The clocks are set back over it: 02.30 on the last Sunday of October. */
  | { readonly code: 'time-exists-twice'; readonly field: F };

/**
 * The one instant of a local time; refused when there is none, or two.
 * @param time `HH:MM` or `HH:MM:SS`; anything else is a fault of the caller and throws a RangeError
 * @param zone IANA name
 */
export function instantAt<const F extends string>(
  day: PlainDate,
  time: string,
  zone: string,
  field: F,
): Outcome<Instant, LocalTimeRefusal<F>> {
  const [at, again] = instantsAt(day, time, zone);
  if (at === undefined) return refused({ code: 'time-does-not-exist', field });
  if (again !== undefined) return refused({ code: 'time-exists-twice', field });
  return done(at);
}

/** Every instant with that local time, the earlier first: one as a rule, none in spring's gap, two in autumn's repeat. */
export function instantsAt(day: PlainDate, time: string, zone: string): readonly Instant[] {
  const local = Temporal.PlainDateTime.from(`${day}T${time}`);
  const first = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (!first.toPlainDateTime().equals(local)) return [];
  const last = local.toZonedDateTime(zone, { disambiguation: 'later' });
  return [...new Set([first.epochMilliseconds, last.epochMilliseconds])].map(instantOf);
}

/** For what is sent of itself, where nobody can be asked: the first of two, and the end of the gap when there is none. */
export function momentsAt(day: PlainDate, time: string, zone: string): readonly [Instant, ...(readonly Instant[])] {
  const [at, ...others] = instantsAt(day, time, zone);
  return at === undefined ? [gapEnd(day, time, zone)] : [at, ...others];
}

/** The day's last second, 23:59:59 local: what a deadline without a time means. */
export function endOfDay(day: PlainDate, zone: string): Instant {
  const next = Temporal.PlainDate.from(daysLater(day, 1)).toZonedDateTime(zone);
  return instantOf(next.epochMilliseconds - 1000);
}

function gapEnd(day: PlainDate, time: string, zone: string): Instant {
  const before = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone, { disambiguation: 'earlier' });
  const change = before.getTimeZoneTransition('next') ?? before;
  return instantOf(change.epochMilliseconds);
}
