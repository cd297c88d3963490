/** The fake Slack's own HTTP server: its Web API, and calls that go wrong when a test says so. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import express, { type Request, type Response } from 'express';
import { type ApiAnswer, type ApiOptions, callApi } from './fake-slack-api.ts';
import type { Installer } from './fake-slack-install.ts';
import type { FakeSlackState } from './fake-slack-state.ts';

/** What becomes of a call: refused with Slack's code or a status, lost before or after it is done, or done slowly. */
export type CallFailure =
  | { readonly error: string }
  | { readonly status: number }
  | { readonly lost: 'before' | 'after' }
  | { readonly afterMs: number };

export type FakeSlackServer = {
  readonly origin: string;
  /** How many times the bot called a method. */
  calls(method: string): number;
  /** What becomes of the next calls of a method, one after another. */
  failNext(method: string, ...failures: readonly CallFailure[]): void;
  close(): Promise<void>;
};

type Call = Request<{ method: string }>;

export async function startServer(
  state: FakeSlackState,
  installer: Installer,
  options: ApiOptions,
): Promise<FakeSlackServer> {
  const failures = new Map<string, readonly CallFailure[]>();
  const counts = new Map<string, number>();

  const app = express();
  app.use(express.urlencoded({ extended: false, limit: '2mb' }));
  app.post('/api/:method', handleCall);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function handleCall(call: Call, response: Response): Promise<void> {
    const { method } = call.params;
    counts.set(method, (counts.get(method) ?? 0) + 1);
    const failure = nextFailure(method);
    if (!failure) return answer(call, response);
    if ('error' in failure) response.json({ ok: false, error: failure.error });
    else if ('status' in failure) response.status(failure.status).send('<html>upstream</html>');
    else if ('afterMs' in failure) {
      await delay(failure.afterMs);
      answer(call, response);
    } else {
      if (failure.lost === 'after') answerOf(call);
      response.destroy();
    }
  }

  function nextFailure(method: string): CallFailure | undefined {
    const [next, ...rest] = failures.get(method) ?? [];
    failures.set(method, rest);
    return next;
  }

  function answer(call: Call, response: Response): void {
    const { status, body, headers = {} } = answerOf(call);
    response.status(status).set(headers).json(body);
  }

  function answerOf({ params: { method }, headers, body }: Call): ApiAnswer {
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    return method === 'oauth.v2.access' ? installer.exchange(body) : callApi(state, method, token, body ?? {}, options);
  }

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: method => counts.get(method) ?? 0,
    failNext(method, ...next) {
      failures.set(method, [...(failures.get(method) ?? []), ...next]);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
