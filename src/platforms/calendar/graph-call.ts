/** Calls to Microsoft Graph for one mailbox by plain fetch, no more and no sooner than Graph allows. */
import { z } from 'zod';
import { freeAt, type Pace, type Used, useOne } from '../../delivery/pace.ts';
import { type Clock, epochMsOf } from '../../world.ts';
import type { MicrosoftToken } from '../microsoft-token.ts';
import { createSlots } from '../slots.ts';

export type GraphAnswer = { readonly kind: 'done'; readonly body: unknown } | GraphRefusal;

export type GraphRefusal =
  /** `code` is Graph's own word. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }
  /** Nothing was done. */
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  /** No token could be had: nothing was asked of Graph. */
  | { readonly kind: 'unasked' }
  /** It may or may not have been done. */
  | { readonly kind: 'lost' };

/** @param path after the mailbox, `/events` */
export type GraphCall = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => Promise<GraphAnswer>;

/** Per app and mailbox. https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits */
const mostAtOnce = 4;
/** Below the ten thousand in ten minutes of the same page, also when two processes ask. */
export const graphPace: Pace = [{ burst: 40, everyMs: 150 }];
const usualRestMs = 10_000;

type Parts = {
  readonly token: MicrosoftToken;
  readonly clock: Clock;
  readonly mailboxUrl: string;
  readonly timeoutMs: number;
  /** What waits here is claimed by its process: after this it is let go, well before the claim runs out. */
  readonly mostWaitMs: number;
};

/** Never throws. After Graph has asked for rest, a call within that time is answered `throttled` without being made. */
export function graphCall({ token, clock, mailboxUrl, timeoutMs, mostWaitMs }: Parts): GraphCall {
  const inTurn = createSlots(mostAtOnce);
  const nowMs = () => epochMsOf(clock.now());
  let restsUntilMs = 0;
  let used: Used = [];

  /** @returns how long to wait before the next call; none when it may be made now */
  function restMs(): number {
    const paceMs = epochMsOf(freeAt(graphPace, used, clock.now())) - nowMs();
    return Math.max(restsUntilMs - nowMs(), paceMs);
  }

  async function once(method: string, path: string, body?: object): Promise<GraphAnswer> {
    let bearer: string;
    try {
      bearer = await token.get();
    } catch {
      return { kind: 'unasked' };
    }
    used = useOne(graphPace, used, clock.now());
    try {
      const response = await fetch(`${mailboxUrl}${path}`, {
        method,
        headers: { authorization: `Bearer ${bearer}`, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return await answerOf(response);
    } catch {
      return { kind: 'lost' };
    }
  }

  return async (method, path, body) => {
    const answered = await inTurn(mostWaitMs, async (): Promise<GraphAnswer> => {
      const retryAfterMs = restMs();
      if (retryAfterMs > 0) return { kind: 'throttled', retryAfterMs };
      const first = await once(method, path, body);
      const wasStale = first.kind === 'refused' && first.status === 401;
      if (wasStale) token.forget();
      const answer = wasStale ? await once(method, path, body) : first;
      if (answer.kind === 'throttled') restsUntilMs = nowMs() + answer.retryAfterMs;
      return answer;
    });
    return answered ?? { kind: 'throttled', retryAfterMs: usualRestMs };
  };
}

/** https://learn.microsoft.com/graph/errors */
const failure = z.object({ error: z.object({ code: z.string().regex(/^\w+$/) }) });

async function answerOf(response: Response): Promise<GraphAnswer> {
  const { status } = response;
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return { kind: 'done', body };
  if (status === 429 || status === 503) {
    return { kind: 'throttled', retryAfterMs: msOf(response.headers.get('retry-after')) };
  }
  // A gateway's: what it passed on may have been done.
  if (status >= 500) return { kind: 'lost' };
  return { kind: 'refused', status, code: failure.safeParse(body).data?.error.code ?? 'unnamed' };
}

function msOf(retryAfterSeconds: string | null): number {
  const seconds = Number(retryAfterSeconds ?? '');
  return seconds > 0 ? seconds * 1000 : usualRestMs;
}
