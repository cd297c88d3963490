/** A fake Teams and our Teams folder, with a scripted bot between them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Incoming, Platform, Reply } from '../../../src/bot/platform.ts';
import { mountTeams } from '../../../src/platforms/teams/teams-bot.ts';
import { createTeamsPlatform } from '../../../src/platforms/teams/teams-platform.ts';
import { FakeTeams, type FakeTeamsOptions } from '../../../src/playground/fake-teams.ts';
import { type Instant, later, type World } from '../../../src/world.ts';

type Logged = { readonly level: string; readonly fields: object; readonly message: string };

export type TeamsHouse = {
  readonly teams: FakeTeams;
  readonly platform: Platform;
  readonly botUrl: string;
  /** What reached the bot. */
  readonly incoming: Incoming[];
  readonly logged: Logged[];
  /** What the bot answers from now on. */
  answer(reply: Reply | ((incoming: Incoming) => Reply | Promise<Reply>)): void;
  pass(ms: number): void;
  close(): Promise<void>;
};

export type HouseOptions = Partial<FakeTeamsOptions> & {
  /** How long a call to Teams may take, and how long a request waits for it. */
  readonly timeoutMs?: number;
  readonly mostSendingMs?: number;
};

export async function teamsHouse({ timeoutMs, mostSendingMs, ...options }: HouseOptions = {}): Promise<TeamsHouse> {
  let now = '2026-12-01T10:00:00.000Z' as Instant;
  const logged: Logged[] = [];
  const log = (level: string) => (fields: object, message: string) => {
    logged.push({ level, fields, message });
  };
  const world: World = {
    clock: { now: () => now },
    ids: { random: () => 'fixed', code: () => 'FIXD-CODE' },
    log: { info: log('info'), warn: log('warn'), error: log('error') },
  };
  const teams = await FakeTeams.start({ clock: world.clock, ...options });
  const platform = createTeamsPlatform({ config: teams.config, world, ...(timeoutMs && { timeoutMs }) });
  const incoming: Incoming[] = [];
  let script: (given: Incoming) => Reply | Promise<Reply> = () => ({});
  const app = express();
  const bot = {
    async handle(given: Incoming) {
      incoming.push(given);
      return script(given);
    },
  };
  mountTeams(app, { config: teams.config, bot, world, platform, ...(mostSendingMs && { mostSendingMs }) });
  const server = createServer(app);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const botUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  teams.connect(botUrl);
  return {
    teams,
    platform,
    botUrl,
    incoming,
    logged,
    answer(reply) {
      script = typeof reply === 'function' ? reply : () => reply;
    },
    pass(ms) {
      now = later(now, ms);
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>(resolve => server.close(() => resolve()));
      await teams.close();
    },
  };
}

/** Takes requests and never answers them. */
export async function silentServer(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(request => request.resume());
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
