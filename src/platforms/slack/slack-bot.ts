import { isValidSlackRequest } from '@slack/bolt';
import express, { type ErrorRequestHandler, type Request, type Response } from 'express';
import type { Bot } from '../../bot/platform.ts';
import { clientFault } from '../../client-fault.ts';
import type { SlackConfig } from '../../config.ts';
import type { Store } from '../../store/store.ts';
import type { Vault } from '../../vault.ts';
import { epochMsOf, type World } from '../../world.ts';
import { failureWord } from './slack-failure.ts';
import { type InstallProblem, mountSlackOauth } from './slack-oauth.ts';
import type { SlackPlatform } from './slack-platform.ts';
import { createSlackRequests } from './slack-requests.ts';
import { createSlackSocket } from './slack-socket.ts';
import { withinMs } from './within-ms.ts';

export type SlackOptions = {
  readonly config: SlackConfig;
  readonly bot: Bot;
  readonly store: Store;
  readonly vault: Vault;
  readonly world: World;
  readonly platform: SlackPlatform;
  /** Team ids; empty: any. */
  readonly allowedWorkspaces: readonly string[];
  /** Where Slack sends a browser back to; without it Slack takes the first address in the app's settings. */
  readonly publicUrl?: string | undefined;
  /** What a person reads whose installation did not come about. */
  readonly installProblem?: (problem: InstallProblem) => string;
};

export type SlackRunning = {
  /** Opens Socket Mode where it is asked for, and takes up what was left undone. Slack being away does not stop it. */
  start(): Promise<void>;
  /** Works on events that were left undone, by this process or another. */
  drain(): Promise<void>;
  /** Stops taking requests by Socket Mode and resolves when nothing is under way. */
  close(): Promise<void>;
};

const drainEveryMs = 10_000;
/** Slack being slow does not keep the rest from starting. */
const startPatienceMs = 1000;

/** Mount before anything that reads bodies: a signature is made over the bytes as they came. */
export function mountSlack(app: express.Application, options: SlackOptions): SlackRunning {
  const { config, world, platform } = options;
  const { log } = world;
  const requests = createSlackRequests({ ...options, workspaces: platform.workspaces });
  const socket = config.appToken === undefined ? undefined : createSlackSocket(config, config.appToken, requests, log);
  let timer: NodeJS.Timeout | undefined;

  const failed: ErrorRequestHandler = (error, _req, res, _next) => {
    // What is not the sender's fault is ours, and Slack may try again.
    const status = clientFault(error) ?? 503;
    if (status === 503) log.error({ error: failureWord(error) }, 'A Slack request could not be taken');
    res.status(status).end();
  };

  // Without the secret nothing can be proved to come from Slack, and the route does not exist.
  if (config.signingSecret !== undefined) {
    const secret = config.signingSecret;
    app.post('/slack/events', express.raw({ type: () => true, limit: '1mb', inflate: false }), async (req, res) => {
      if (!isFromSlack(req, secret, epochMsOf(world.clock.now()))) return void res.status(401).end();
      const body = parseBody(req);
      if (body === undefined) return void res.status(400).end();
      answer(res, await requests.receive(body));
    });
  }
  if (config.oauth) mountSlackOauth(app, { ...options, oauth: config.oauth, workspaces: platform.workspaces });
  app.use('/slack', failed);

  async function drain(): Promise<void> {
    try {
      await requests.inbox.drain();
    } catch (error) {
      log.error({ error: failureWord(error) }, 'The inbox of Slack events could not be read');
    }
  }

  return {
    async start() {
      const own = platform.workspaces.own().catch(error => {
        log.error({ error: failureWord(error) }, 'Slack does not say whose SLACK_BOT_TOKEN is; it is asked again');
      });
      await withinMs(own, startPatienceMs);
      socket?.start();
      await drain();
      timer = setInterval(drain, drainEveryMs).unref();
    },
    drain,
    async close() {
      clearInterval(timer);
      await socket?.close();
      await requests.idle();
    },
  };
}

function isFromSlack(req: Request, signingSecret: string, nowMilliseconds: number): boolean {
  const timestamp = req.header('x-slack-request-timestamp') ?? '';
  return (
    /^\d+$/.test(timestamp) &&
    isValidSlackRequest({
      signingSecret,
      body: bodyText(req),
      headers: {
        'x-slack-signature': req.header('x-slack-signature') ?? '',
        'x-slack-request-timestamp': Number(timestamp),
      },
      nowMilliseconds,
    })
  );
}

/** Events are JSON; commands are a form, and interactions a form with JSON in it. @returns undefined when it is neither */
function parseBody(req: Request): unknown {
  try {
    if (req.is('application/json')) return JSON.parse(bodyText(req));
    if (!req.is('application/x-www-form-urlencoded')) return undefined;
    const form = new URLSearchParams(bodyText(req));
    const payload = form.get('payload');
    return payload === null ? Object.fromEntries(form) : JSON.parse(payload);
  } catch {
    return undefined;
  }
}

/** An empty body is not read at all. */
function bodyText(req: Request): string {
  return Buffer.isBuffer(req.body) ? req.body.toString('utf8') : '';
}

function answer(res: Response, body: object | undefined): void {
  if (body) res.json(body);
  else res.status(200).end();
}
