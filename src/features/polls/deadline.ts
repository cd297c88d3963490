import { done, type Outcome, refused } from '../../outcome.ts';
import { type Instant, later, type PlainDate } from '../../world.ts';
import { endOfDay, instantsAt } from '../year/local-time.ts';

export type DeadlineRefusal =
  | { readonly code: 'deadline-past'; readonly field: 'closesOn' }
  | { readonly code: 'deadline-far'; readonly field: 'closesOn' }
  /** The clocks were moved over it. */
  | { readonly code: 'no-such-time'; readonly field: 'closesTime' };

const longestMs = 400 * 86_400_000;

/**
 * The instant a deadline means in a zone: with a time that minute's beginning, the first of two when the clocks are set
 * back; without one the day's last second.
 * @param time `HH:MM`
 */
export function deadlineAt(
  day: PlainDate,
  time: string | undefined,
  zone: string,
  now: Instant,
): Outcome<Instant, DeadlineRefusal> {
  const [at] = time === undefined ? [endOfDay(day, zone)] : instantsAt(day, time, zone);
  if (!at) return refused({ code: 'no-such-time', field: 'closesTime' });
  if (at <= now) return refused({ code: 'deadline-past', field: 'closesOn' });
  if (at > later(now, longestMs)) return refused({ code: 'deadline-far', field: 'closesOn' });
  return done(at);
}
