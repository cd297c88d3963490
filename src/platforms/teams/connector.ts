/** Calls to Teams' connector by plain fetch: a fifth of what botbuilder's own client costs, and no retries of its own. */
import { z } from 'zod';
import type { SendResult } from '../../bot/platform.ts';
import type { OutgoingToken } from './outgoing-token.ts';

/** What the connector answered; `lost` when the request may have arrived and no answer came. */
export type CallResult =
  | Exclude<SendResult, { kind: 'sent' | 'unknown' }>
  | { readonly kind: 'lost' }
  | { readonly kind: 'done'; readonly id: string };

export type Connector = (method: 'POST' | 'PUT', url: string, body: object) => Promise<CallResult>;

const pauseMs = 2_000;

const created = z.object({ id: z.string().min(1) });

/**
 * Never throws.
 * @param timeoutMs how long one call may take
 */
export function connector(token: OutgoingToken, timeoutMs: number): Connector {
  async function call(method: string, url: string, body: object): Promise<Response | CallResult> {
    let bearer: string;
    try {
      bearer = await token.get();
    } catch {
      return { kind: 'failed' };
    }
    try {
      return await fetch(url, {
        method,
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      return { kind: wasNeverSent(error) ? 'failed' : 'lost' };
    }
  }

  return async (method, url, body) => {
    const first = await call(method, url, body);
    if (!(first instanceof Response) || first.status !== 401) return resultOf(first);
    await first.body?.cancel();
    token.forget();
    return resultOf(await call(method, url, body));
  };
}

async function resultOf(answer: Response | CallResult): Promise<CallResult> {
  if (!(answer instanceof Response)) return answer;
  if (answer.ok) return doneWith(answer);
  await answer.body?.cancel().catch(() => {});
  return refusalOf(answer.status, answer.headers.get('retry-after'));
}

/** Some updates are answered without an id; a call that was accepted is never repeated for want of one. */
async function doneWith(answer: Response): Promise<CallResult> {
  try {
    return { kind: 'done', id: created.parse(await answer.json()).id };
  } catch {
    return { kind: 'done', id: '' };
  }
}

/**
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit names what may be tried again. It names 502
 * and 504 too, but those are a gateway's: what it passed on may have been done, and a posting must not stand twice.
 */
function refusalOf(status: number, retryAfter: string | null): CallResult {
  switch (status) {
    case 429:
    case 412:
    case 503:
      return { kind: 'throttled', retryAfterMs: msOf(retryAfter) };
    case 403:
    case 404:
      return { kind: 'gone' };
    case 500:
    case 502:
    case 504:
      return { kind: 'lost' };
  }
  return { kind: 'failed' };
}

function msOf(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? '');
  return seconds > 0 ? seconds * 1000 : pauseMs;
}

const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
]);

const failure = z.object({ cause: z.object({ code: z.string() }) });

function wasNeverSent(error: unknown): boolean {
  return beforeSending.has(failure.safeParse(error).data?.cause.code ?? '');
}
