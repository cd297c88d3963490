import { type Instant, later } from '../world.ts';

/** Longer than any send may take, a token and a chat to open included: after this a claim's holder is gone. */
export const claimMs = 120_000;

const firstWaitMs = 1000;
const longestWaitMs = 300_000;
/** What cannot be sent is given up after this many tries, some quarter of an hour. */
const mostFailures = 9;

/** When to try again what has failed so many times in a row before; undefined when it is to be given up. */
export function nextTry(failures: number, now: Instant): Instant | undefined {
  return failures < mostFailures ? later(now, backOffMs(failures)) : undefined;
}

/** A second, two, four … five minutes. */
export function backOffMs(failures: number): number {
  return Math.min(longestWaitMs, firstWaitMs * 2 ** failures);
}
