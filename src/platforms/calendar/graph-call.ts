/** Calls to Microsoft Graph for one mailbox by plain fetch, no more and no sooner than Graph allows. */
import { z } from 'zod';
import { type Clock, epochMsOf } from '../../world.ts';
import { atMost } from './at-most.ts';
import type { GraphToken } from './graph-token.ts';

export type GraphAnswer =
  /** `id` of the event, where the answer has one. */
  | { readonly kind: 'done'; readonly id?: string | undefined }
  /** `code` is Graph's own word. `existingId`: the event that stands already, where Graph names it. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly existingId?: string | undefined;
    }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  /** No token could be had: nothing was asked of Graph. */
  | { readonly kind: 'unasked' }
  /** It may or may not have been done. */
  | { readonly kind: 'lost' };

/** @param path after the mailbox, `/events` */
export type GraphCall = (method: 'POST' | 'PATCH', path: string, body: object) => Promise<GraphAnswer>;

/** Per app and mailbox. https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits */
const mostAtOnce = 4;
const usualRestMs = 10_000;

type Parts = {
  readonly token: GraphToken;
  readonly clock: Clock;
  readonly mailboxUrl: string;
  readonly timeoutMs: number;
};

/** Never throws. After Graph has asked for rest, a call within that time is answered `throttled` without being made. */
export function graphCall({ token, clock, mailboxUrl, timeoutMs }: Parts): GraphCall {
  const inTurn = atMost(mostAtOnce);
  let restsUntilMs = 0;

  async function once(method: string, path: string, body: object): Promise<GraphAnswer> {
    let bearer: string;
    try {
      bearer = await token.get();
    } catch {
      return { kind: 'unasked' };
    }
    try {
      const response = await fetch(`${mailboxUrl}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${bearer}`,
          'content-type': 'application/json',
          // Without it the id changes when someone moves the event. https://learn.microsoft.com/graph/outlook-immutable-id
          prefer: 'IdType="ImmutableId"',
        },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return await answerOf(response);
    } catch {
      return { kind: 'lost' };
    }
  }

  return (method, path, body) =>
    inTurn(async () => {
      const restMs = restsUntilMs - epochMsOf(clock.now());
      if (restMs > 0) return { kind: 'throttled', retryAfterMs: restMs };
      const first = await once(method, path, body);
      const wasStale = first.kind === 'refused' && first.status === 401;
      if (wasStale) token.forget();
      const answer = wasStale ? await once(method, path, body) : first;
      if (answer.kind === 'throttled') restsUntilMs = epochMsOf(clock.now()) + answer.retryAfterMs;
      return answer;
    });
}

const event = z.object({ id: z.string().min(1) });

/** https://learn.microsoft.com/graph/errors. The event's id in the error is not on that page; see decision 9. */
const failure = z.object({
  error: z.object({ code: z.string().regex(/^\w+$/), '@event.existingEventId': z.string().min(1).optional() }),
});

async function answerOf(response: Response): Promise<GraphAnswer> {
  const { status } = response;
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return { kind: 'done', id: event.safeParse(body).data?.id };
  if (status === 429 || status === 503) {
    return { kind: 'throttled', retryAfterMs: msOf(response.headers.get('retry-after')) };
  }
  // A gateway's: what it passed on may have been done.
  if (status >= 500) return { kind: 'lost' };
  const error = failure.safeParse(body).data?.error;
  return { kind: 'refused', status, code: error?.code ?? 'unnamed', existingId: error?.['@event.existingEventId'] };
}

function msOf(retryAfterSeconds: string | null): number {
  const seconds = Number(retryAfterSeconds ?? '');
  return seconds > 0 ? seconds * 1000 : usualRestMs;
}
