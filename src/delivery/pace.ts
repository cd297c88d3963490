/** How fast a lane may be used, below its platform's limits. Pure. */
import { epochMsOf, type Instant, instantOf } from '../world.ts';

/**
 * At most `burst` at once, and one every `everyMs` in the long run: never more than burst + time ÷ everyMs in any stretch
 * of time. A pace of several such limits keeps them all.
 */
export type Pace = readonly { readonly burst: number; readonly everyMs: number }[];

/** For each limit, the moment until which what was sent has used it up. */
export type Used = readonly Instant[];

/** When one more may be sent: now, or later. */
export function freeAt(pace: Pace, used: Used, now: Instant): Instant {
  const earliest = pace.map(({ burst, everyMs }, at) => epochMsOf(used[at] ?? now) - (burst - 1) * everyMs);
  return instantOf(Math.max(epochMsOf(now), ...earliest));
}

/** After one more was sent. */
export function useOne(pace: Pace, used: Used, now: Instant): Used {
  const from = epochMsOf(now);
  return pace.map(({ everyMs }, at) => instantOf(Math.max(from, epochMsOf(used[at] ?? now)) + everyMs));
}

/** How long one waits behind another when there is a queue. */
export function stepMs(pace: Pace): number {
  return Math.max(0, ...pace.filter(({ burst }) => burst <= mostForQueue).map(({ everyMs }) => everyMs));
}

/** Limits of long stretches, with large bursts, do not say how a short queue moves. */
const mostForQueue = 5;
