/** The fake Slack's own HTTP server: its Web API, and calls that go wrong when a test says so. */
import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import express, { type Request, type Response } from 'express';
import { z } from 'zod';
import type { Trouble } from './fake-chat.ts';
import { type ApiAnswer, type ApiOptions, callApi } from './fake-slack-api.ts';
import type { Installer } from './fake-slack-install.ts';
import { isPicture, pictureRefusal } from './fake-slack-pictures.ts';
import type { FakeSlackState } from './fake-slack-state.ts';

/** What becomes of a call: refused with Slack's code or a status, lost before or after it is done, unanswered, or slow. */
export type CallFailure =
  | { readonly error: string }
  | { readonly status: number }
  | { readonly lost: 'before' | 'after' }
  | { readonly silent: true }
  | { readonly afterMs: number };

export type FakeSlackServer = {
  readonly origin: string;
  /** How many times the bot called a method. */
  calls(method: string): number;
  /** What becomes of the next calls of a method, one after another. */
  failNext(method: string, ...failures: readonly CallFailure[]): void;
  /** From now on no picture can be fetched, as where an address is known inside a house only. */
  hidePictures(): void;
  /** Every answer takes so much longer. */
  slowDown(ms: number): void;
  close(): Promise<void>;
};

type Call = Request<{ method: string }>;

const failures: Readonly<Record<Trouble, CallFailure>> = {
  down: { error: 'internal_error' },
  silent: { silent: true },
  cut: { lost: 'before' },
  'answer-lost': { lost: 'after' },
};

const placed = z.object({ channel: z.string() });

function tokenIn({ authorization = '' }: IncomingHttpHeaders): string | undefined {
  return /^Bearer (.+)$/.exec(authorization)?.[1];
}

export async function startServer(
  state: FakeSlackState,
  installer: Installer,
  options: ApiOptions,
): Promise<FakeSlackServer> {
  const failing = new Map<string, readonly CallFailure[]>();
  const counts = new Map<string, number>();
  let latencyMs = 0;
  let fetchPicture = isPicture;

  const app = express();
  app.use(express.urlencoded({ extended: false, limit: '2mb' }));
  app.post('/api/:method', handleCall);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function handleCall(call: Call, response: Response): Promise<void> {
    const { method } = call.params;
    counts.set(method, (counts.get(method) ?? 0) + 1);
    if (latencyMs > 0) await delay(latencyMs);
    const failure = nextFailure(method) ?? troubleWith(call);
    if (failure) await goWrong(failure, call, response);
    else await answer(call, response);
  }

  async function goWrong(failure: CallFailure, call: Call, response: Response): Promise<void> {
    if ('silent' in failure) return;
    if ('error' in failure) response.json({ ok: false, error: failure.error });
    else if ('status' in failure) response.status(failure.status).send('<html>upstream</html>');
    else if ('afterMs' in failure) {
      await delay(failure.afterMs);
      await answer(call, response);
    } else {
      if (failure.lost === 'after') await answerOf(call);
      response.destroy();
    }
  }

  function nextFailure(method: string): CallFailure | undefined {
    const [next, ...rest] = failing.get(method) ?? [];
    failing.set(method, rest);
    return next;
  }

  /** Of the channel the call is about. */
  function troubleWith({ headers, body }: Call): CallFailure | undefined {
    const { channel = '' } = placed.safeParse(body).data ?? {};
    const trouble = state
      .workspaceOfToken(tokenIn(headers) ?? '')
      ?.channels.get(channel)
      ?.traffic.nextTrouble();
    return trouble && failures[trouble];
  }

  async function answer(call: Call, response: Response): Promise<void> {
    const { status, body, headers = {} } = await answerOf(call);
    response.status(status).set(headers).json(body);
  }

  async function answerOf({ params: { method }, headers, body }: Call): Promise<ApiAnswer> {
    const token = tokenIn(headers);
    if (method === 'oauth.v2.access') return installer.exchange(body);
    return (await pictureRefusal(body, fetchPicture)) ?? callApi(state, method, token, body ?? {}, options);
  }

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: method => counts.get(method) ?? 0,
    failNext(method, ...next) {
      failing.set(method, [...(failing.get(method) ?? []), ...next]);
    },
    hidePictures() {
      fetchPicture = async () => false;
    },
    slowDown(ms) {
      latencyMs = ms;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
