/** Calls to Teams' connector by plain fetch: a fifth of what botbuilder's own client costs, and no retries of its own. */
import { z } from 'zod';
import type { MicrosoftToken } from '../microsoft-token.ts';
import { type Aim, type Refusal, refusalOf } from './refusal.ts';

/** What the connector answered; `lost` when the request may have arrived and no answer came. */
export type CallResult = Refusal | { readonly kind: 'done'; readonly id: string };

/** @param aim whom it is for, which says what a refusal means */
export type Connector = (method: 'POST' | 'PUT', url: string, body: object, aim: Aim) => Promise<CallResult>;

const created = z.object({ id: z.string().min(1) });

/**
 * Never throws.
 * @param timeoutMs how long one call may take
 */
export function connector(token: MicrosoftToken, timeoutMs: number): Connector {
  async function call(method: string, url: string, body: object): Promise<Response | Refusal> {
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

  return async (method, url, body, aim) => {
    const first = await call(method, url, body);
    if (!(first instanceof Response) || first.status !== 401) return resultOf(first, aim);
    await first.body?.cancel();
    token.forget();
    return resultOf(await call(method, url, body), aim);
  };
}

async function resultOf(answer: Response | Refusal, aim: Aim): Promise<CallResult> {
  if (!(answer instanceof Response)) return answer;
  return answer.ok ? doneWith(answer) : refusalOf(answer, aim);
}

/** Some updates are answered without an id; a call that was accepted is never repeated for want of one. */
async function doneWith(answer: Response): Promise<CallResult> {
  try {
    return { kind: 'done', id: created.parse(await answer.json()).id };
  } catch {
    return { kind: 'done', id: '' };
  }
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
