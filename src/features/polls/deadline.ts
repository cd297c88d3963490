import { done, type Outcome, refused } from '../../outcome.ts';
import { epochMsOf, type Instant, instantOf } from '../../world.ts';

export type DeadlineRefusal =
  | { readonly code: 'deadline-past'; readonly field: 'closesOn' }
  | { readonly code: 'deadline-far'; readonly field: 'closesOn' }
  /** The clocks were moved over it. */
  | { readonly code: 'no-such-time'; readonly field: 'closesTime' };

const longestDays = 400;

/**
 * The instant a deadline means in a zone: with a time that minute's beginning, without one the day's last second.
 * @param day ISO date; @param time `HH:MM`
 */
export function deadlineAt(
  day: string,
  time: string | undefined,
  zone: string,
  now: Instant,
): Outcome<Instant, DeadlineRefusal> {
  const local = Temporal.PlainDateTime.from(`${day}T${time ?? '23:59:59'}`);
  const at = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (!at.toPlainDateTime().equals(local)) return refused({ code: 'no-such-time', field: 'closesTime' });
  if (at.epochMilliseconds <= epochMsOf(now)) return refused({ code: 'deadline-past', field: 'closesOn' });
  const days = (at.epochMilliseconds - epochMsOf(now)) / 86_400_000;
  if (days > longestDays) return refused({ code: 'deadline-far', field: 'closesOn' });
  return done(instantOf(at.epochMilliseconds));
}
