import { type Instant, idFrom, later } from '../world.ts';

/** Longer than any send may take, a token and a chat to open included: after this a claim's holder is gone. */
export const claimMs = 120_000;

const firstWaitMs = 1000;
const longestWaitMs = 300_000;
/** What cannot be sent is given up after this many tries, some quarter of an hour. */
const mostFailures = 11;

/** When to try again what has failed so many times in a row before; undefined when that was the last attempt. */
export function nextTry(failures: number, now: Instant, key: string): Instant | undefined {
  return failures < mostFailures ? later(now, backOffMs(failures, key)) : undefined;
}

/**
 * A second, two, four … five minutes, each up to a quarter shorter: what failed together does not come back together.
 * The same for the same key, so that no dice are needed.
 */
export function backOffMs(failures: number, key: string): number {
  const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** failures);
  return Math.round(wait * (1 - shareOf(`${key} ${failures}`) / 4));
}

/** 0 to 1, spread evenly over keys. */
function shareOf(key: string): number {
  return Buffer.from(idFrom(key), 'base64url').readUInt32BE() / 2 ** 32;
}
