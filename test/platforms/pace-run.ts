/** A lane in time, as the engine runs it: whoever asks waits for their turn. */
import { freeAt, type Pace, type Used, useOne } from '../../src/delivery/pace.ts';
import { epochMsOf, instantOf } from '../../src/world.ts';

/**
 * @param gaps between one request to send and the next, in milliseconds
 * @returns when each was sent, in milliseconds since 1970
 */
export function sendAsFastAs(pace: Pace, gaps: readonly number[]): readonly number[] {
  let used: Used = [];
  let askedAtMs = 0;
  let lastAtMs = 0;
  return gaps.map(gap => {
    askedAtMs += gap;
    // Whoever comes while another waits is behind them.
    const turn = freeAt(pace, used, instantOf(Math.max(lastAtMs, askedAtMs)));
    used = useOne(pace, used, turn);
    lastAtMs = epochMsOf(turn);
    return lastAtMs;
  });
}

/** The most that were sent within any stretch of time, its end left out. @param atMs oldest first */
export function mostWithin(atMs: readonly number[], ms: number): number {
  let first = 0;
  return atMs.reduce((most, at, index) => {
    while ((atMs[first] ?? at) <= at - ms) first += 1;
    return Math.max(most, index - first + 1);
  }, 0);
}
