/** Spreads out in time what is asked of one tenant, in this process. */
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Teams takes 30 to 50 requests a second from one app in one tenant; so many are let through, and the rest is left to
 * replies and other processes. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
const everyMs = 40;
const burst = 5;
/** What waits here is claimed, and would be uncertain if the process ended: so long may it wait, and no longer. */
const mostWaitMs = 1_000;

type Line = {
  /** When the last who passes or waits has had their time. */
  endsAtMs: number;
  /** When the last of those sent away has their turn. */
  laterMs: number;
};

/** Resolves when one may pass. @returns how long to stay away, when the line is too long to wait in */
export type Turnstile = (tenant: string) => Promise<number | undefined>;

export function createTurnstile(): Turnstile {
  const lines = new Map<string, Line>();

  return async tenant => {
    const nowMs = performance.now();
    const line = lines.get(tenant) ?? { endsAtMs: nowMs, laterMs: nowMs };
    lines.set(tenant, line);
    const turnInMs = line.endsAtMs - (burst - 1) * everyMs - nowMs;
    if (turnInMs > mostWaitMs) {
      line.laterMs = Math.max(line.laterMs, nowMs + mostWaitMs) + everyMs;
      return Math.ceil(line.laterMs - nowMs);
    }
    line.endsAtMs = Math.max(line.endsAtMs, nowMs) + everyMs;
    if (turnInMs > 0) await wait(turnInMs);
    return undefined;
  };
}
