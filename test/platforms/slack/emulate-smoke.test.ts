/**
 * The same code against a Slack that others wrote, `emulate`. It checks no blocks, sends no 429, no presses and no
 * commands, so what stands here is what it can say: installation, messages, their look-up, direct chats and forms.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createEmulator, type Emulator } from 'emulate';
import { z } from 'zod';
import type { Bot } from '../../../src/bot/platform.ts';
import type { Address } from '../../../src/features/networks/network.ts';
import { originSchema } from '../../../src/platforms/slack/origin.ts';
import { mountSlack } from '../../../src/platforms/slack/slack-bot.ts';
import { createSlackPlatform, type SlackPlatform } from '../../../src/platforms/slack/slack-platform.ts';
import { formView } from '../../../src/platforms/slack/slack-reply.ts';
import { slackScopes } from '../../../src/platforms/slack/slack-scopes.ts';
import type { Workspace } from '../../../src/platforms/slack/slack-workspaces.ts';
import { openSqliteStore } from '../../../src/store/sqlite-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { instantOf } from '../../../src/world.ts';
import { handClock, testWorld } from '../../cast.ts';
import { firstTry, laterTry } from '../tries.ts';
import { card, form, listen, testVault } from './slack-house.ts';

const clientId = '12345.67890';
const clientSecret = 'example_client_secret';

let emulator: Emulator;
let bot: Awaited<ReturnType<typeof listen>>;
let line: Awaited<ReturnType<typeof lossyLine>>;
let store: Store;
let platform: SlackPlatform;
let workspace: Workspace;
let channel: string;

beforeAll(async () => {
  bot = await listen();
  emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        strict_scopes: true,
        team: { name: 'Organisasjonene', domain: 'organisasjonene' },
        users: [{ name: 'kari', real_name: 'Kari Trestakk', email: 'kari@example.invalid' }],
        channels: [{ name: 'samarbeidsforum' }],
        oauth_apps: [
          {
            client_id: clientId,
            client_secret: clientSecret,
            app_id: 'A000000001',
            name: 'Laget',
            redirect_uris: [`${bot.botUrl}/slack/oauth_redirect`],
            scopes: [...slackScopes],
          },
        ],
      },
    },
  });
  line = await lossyLine(emulator.url);
  // The emulator has a clock of its own, and a lost answer is looked for by the time.
  const world = testWorld(handClock(instantOf(Date.now())));
  store = openSqliteStore({ folder: ':memory:', ids: world.ids });
  const config = {
    signingSecret: 'unused',
    oauth: { clientId, clientSecret },
    apiUrl: `${line.url}/api`,
    authorizeUrl: `${emulator.url}/oauth/v2/authorize`,
  };
  platform = createSlackPlatform({ config, store, vault: testVault, world });
  const handler: Bot = { handle: async () => ({}) };
  const shared = { config, store, vault: testVault, world, bot: handler, platform, allowedWorkspaces: [] };
  mountSlack(bot.app, { ...shared, publicUrl: bot.botUrl });
  workspace = await install();
  channel = await channelNamed('samarbeidsforum');
});

afterAll(async () => {
  await line.close();
  await emulator.close();
  await bot.close();
  await store.close();
});

const to = () => JSON.stringify({ team: workspace.team, channel }) as Address;

test('the app was installed by OAuth, and Slack knows its token', async () => {
  expect(await workspace.client.apiCall('auth.test')).toMatchObject({ ok: true, team_id: workspace.team });
});

test('a card is posted, replaced, and found gone', async () => {
  const sent = await platform.post(to(), firstTry(card('Én', ['Vis']), 'posting:1'));
  if (sent.kind !== 'sent') throw new Error(sent.kind);
  expect(await platform.update(to(), sent.ref, card('To'))).toEqual(sent);
  expect(await standing()).toMatchObject([{ ts: sent.ref, text: 'To' }]);
  await workspace.client.apiCall('chat.delete', { channel, ts: sent.ref });
  expect(await platform.update(to(), sent.ref, card('Tre'))).toEqual({ kind: 'gone', why: 'deleted' });
});

test('a posting whose answer was lost is found by its key', async () => {
  line.loseNext('chat.postMessage');
  const sent = await platform.post(to(), firstTry(card('Funnet igjen'), 'posting:2'));
  expect(sent).toEqual({ kind: 'sent', ref: (await standing())[0]?.ts });
  expect((await standing()).filter(({ text }) => text === 'Funnet igjen')).toHaveLength(1);
});

test('a posting that may stand is found behind many others', async () => {
  const since = instantOf(Date.now());
  const first = await platform.post(to(), firstTry(card('Den første'), 'posting:first'));
  for (let number = 0; number < 40; number += 1) {
    await workspace.client.apiCall('chat.postMessage', { channel, text: `nummer ${number}` });
  }
  expect(await platform.post(to(), laterTry(card('Den første'), 'posting:first', since))).toEqual(first);
});

test('an unknown channel is gone', async () => {
  const nowhere = JSON.stringify({ team: workspace.team, channel: 'C0NOWHERE' }) as Address;
  expect(await platform.post(nowhere, firstTry(card('Kortet'), 'posting:3'))).toEqual({ kind: 'gone', why: 'deleted' });
});

test('a person is told in a direct chat', async () => {
  const toKari = JSON.stringify({ team: workspace.team, user: await kariId() }) as Address;
  expect(await platform.tell(toKari, firstTry(card('Bare til deg'), 'reminder:1'))).toMatchObject({ kind: 'sent' });
});

test('a form is opened with a trigger of its own', async () => {
  const asked = { user_id: await kariId() };
  const { trigger_id } = z
    .object({ trigger_id: z.string() })
    .parse(await workspace.client.apiCall('views.generateTriggerId', asked));
  const origin = originSchema.parse({
    team: workspace.team,
    user: await kariId(),
    userTeam: workspace.team,
    userName: '',
    channel,
    channelName: 'samarbeidsforum',
    kind: 'channel',
  });
  const opened = await workspace.client.apiCall('views.open', { trigger_id, view: formView(form(), origin) });
  expect(opened).toMatchObject({ view: { callback_id: 'network.start', title: { text: 'Start et nettverk' } } });
});

async function standing() {
  const { messages } = z
    .object({ messages: z.array(z.object({ ts: z.string(), text: z.string(), metadata: z.unknown() })) })
    .parse(await workspace.client.apiCall('conversations.history', { channel, include_all_metadata: true }));
  return messages.filter(({ metadata }) => metadata !== undefined);
}

/** The page where a person lets the app in is a form with one button a person. */
async function install(): Promise<Workspace> {
  const begun = await fetch(`${bot.botUrl}/slack/install`, { redirect: 'manual' });
  const [cookie = ''] = (begun.headers.get('set-cookie') ?? '').split(';');
  const page = await (await fetch(begun.headers.get('location') ?? '')).text();
  const hidden = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  const fields = new URLSearchParams(
    Array.from(hidden, ([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]),
  );
  const chosen = await fetch(`${emulator.url}/oauth/v2/authorize/callback`, {
    method: 'POST',
    body: fields,
    redirect: 'manual',
  });
  const back = await fetch(chosen.headers.get('location') ?? '', { redirect: 'manual', headers: { cookie } });
  const team = new URL(back.headers.get('location') ?? '').searchParams.get('team') ?? '';
  const found = await platform.workspaces.find(team);
  if (!found) throw new Error('the app was not installed');
  return found;
}

async function channelNamed(name: string): Promise<string> {
  const list = z.object({ channels: z.array(z.object({ id: z.string(), name: z.string() })) });
  const { channels } = list.parse(await workspace.client.apiCall('conversations.list'));
  return channels.find(each => each.name === name)?.id ?? '';
}

async function kariId(): Promise<string> {
  const list = z.object({ members: z.array(z.object({ id: z.string(), name: z.string() })) });
  const { members } = list.parse(await workspace.client.apiCall('users.list'));
  return members.find(({ name }) => name === 'kari')?.id ?? '';
}

/** Hands everything on to Slack, and loses an answer when it is told to. */
async function lossyLine(target: string) {
  let lost: string | undefined;
  const server = createServer((request, response) => void handOn(request, response));

  async function handOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '', method = 'GET', headers } = request;
    const body = Buffer.concat(await Array.fromAsync(request, chunk => Buffer.from(chunk)));
    const answer = await fetch(`${target}${url}`, {
      method,
      body: String(body),
      headers: { 'content-type': headers['content-type'] ?? '', authorization: headers.authorization ?? '' },
    });
    const text = await answer.text();
    if (lost !== undefined && url.endsWith(lost)) {
      lost = undefined;
      response.destroy();
      return;
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    loseNext(method: string) {
      lost = method;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The emulator wants to be told a port. */
async function freePort(): Promise<number> {
  const { botUrl, close } = await listen();
  await close();
  return Number(new URL(botUrl).port);
}
