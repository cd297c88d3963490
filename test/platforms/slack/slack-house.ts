/** A fake Slack, the routes it speaks to, and a bot that answers as a test says. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Card, Form } from '../../../cards/card.ts';
import type { Bot, Incoming, Reply } from '../../../src/bot/platform.ts';
import type { SlackConfig } from '../../../src/config.ts';
import { mountSlack, type SlackOptions, type SlackRunning } from '../../../src/platforms/slack/slack-bot.ts';
import { createSlackPlatform, type SlackPlatform } from '../../../src/platforms/slack/slack-platform.ts';
import { type FakeSlack, startFakeSlack } from '../../../src/playground/fake-slack.ts';
import { openSqliteStore } from '../../../src/store/sqlite-store.ts';
import type { Operation, Store } from '../../../src/store/store.ts';
import { createVault } from '../../../src/vault.ts';
import { handClock, type TestWorld, testWorld } from '../../cast.ts';

export type SlackHouse = {
  readonly fake: FakeSlack;
  readonly botUrl: string;
  readonly platform: SlackPlatform;
  readonly running: SlackRunning;
  readonly store: Store;
  readonly world: TestWorld;
  /** Everything the bot was handed, in order. */
  readonly heard: Incoming[];
  /** What the bot answers from now on. */
  answer(reply: Reply | ((incoming: Incoming) => Promise<Reply>)): void;
  close(): Promise<void>;
};

type Choices = Partial<Pick<SlackOptions, 'allowedWorkspaces' | 'publicUrl' | 'installProblem'>> & {
  readonly folder?: string;
  readonly tokenFor?: string;
  readonly hasRateLimits?: boolean;
  readonly config?: (fake: SlackConfig) => SlackConfig;
  /** Thrown instead of writing, while it says so. */
  readonly storeFault?: (operations: readonly Operation[]) => Error | undefined;
};

export const testVault = createVault(new Uint8Array(32).fill(7));

export async function slackHouse(choices: Choices = {}): Promise<SlackHouse> {
  const { folder = ':memory:', allowedWorkspaces = [], config = given => given, storeFault, ...rest } = choices;
  const world = testWorld(handClock());
  const store = faultyStore(openSqliteStore({ folder, ids: world.ids }), storeFault);
  const { app, botUrl, close } = await listen();
  const fake = await startFakeSlack({ botUrl, clock: world.clock, ...rest });
  const heard: Incoming[] = [];
  let reply: (incoming: Incoming) => Promise<Reply> = async () => ({});
  const bot: Bot = {
    async handle(incoming) {
      heard.push(incoming);
      return isJoining(incoming) ? { say: card('Jeg er Laget') } : reply(incoming);
    },
  };
  const shared = { config: config(fake.config), store, vault: testVault, world };
  const platform = createSlackPlatform(shared);
  const running = mountSlack(app, { ...shared, bot, platform, allowedWorkspaces, ...rest });
  return {
    fake,
    botUrl,
    platform,
    running,
    store,
    world,
    heard,
    answer(next) {
      reply = typeof next === 'function' ? next : async () => next;
    },
    async close() {
      await running.close();
      await fake.close();
      await close();
      await store.close();
    },
  };
}

function faultyStore(store: Store, faultOf: Choices['storeFault'] = () => undefined): Store {
  return {
    get: (...given) => store.get(...given),
    async batch(partition, operations) {
      const fault = faultOf(operations);
      if (fault) throw fault;
      return store.batch(partition, operations);
    },
    query: (...given) => store.query(...given),
    count: (...given) => store.count(...given),
    due: (...given) => store.due(...given),
    close: () => store.close(),
  };
}

function isJoining(incoming: Incoming): boolean {
  return incoming.kind === 'event' && incoming.event === 'joined';
}

/** An address before anything is mounted there: the fake wants to know it first. */
export async function listen() {
  const app = express();
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const botUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    app,
    botUrl,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Kari in a workspace's channel where the bot is. */
export async function kariInChannel({ fake }: Pick<SlackHouse, 'fake'>, organisation = 'organisasjonene') {
  const kari = await fake.addPerson({ name: 'Kari Trestakk', organisation });
  const channel = await fake.addPlace({ name: 'samarbeidsforum', organisation });
  await fake.addBot(channel, kari);
  return { kari, channel };
}

export function card(title: string, buttons: readonly string[] = []): Card {
  return {
    language: 'nb',
    title,
    parts:
      buttons.length === 0
        ? []
        : [{ kind: 'buttons', buttons: buttons.map(label => ({ label, intent: { type: 'network.show' } })) }],
  };
}

export function form(error?: string): Form {
  return {
    language: 'nb',
    title: 'Start et nettverk',
    submit: 'Start',
    cancel: 'Avbryt',
    intent: { type: 'network.start', kind: 'cooperationForum' },
    fields: [
      { kind: 'text', name: 'name', label: 'Navn', max: 80, isRequired: true, whenMissing: 'Skriv et navn', error },
      {
        kind: 'choice',
        name: 'language',
        label: 'Språk',
        isRequired: true,
        whenMissing: 'Velg et språk',
        choices: [
          { value: 'nb', label: 'bokmål' },
          { value: 'nn', label: 'nynorsk' },
        ],
        value: 'nb',
      },
    ],
  };
}
