import { setTimeout as delay } from 'node:timers/promises';

/** Waits for work, but no longer than this; work that takes longer goes on by itself. */
export async function withinMs<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const enough = new AbortController();
  try {
    return await Promise.race([work, delay(ms, undefined, { signal: enough.signal })]);
  } finally {
    enough.abort();
  }
}
