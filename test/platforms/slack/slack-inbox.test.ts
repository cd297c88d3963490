import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Incoming, Reply } from '../../../src/bot/platform.ts';
import { mountSlack } from '../../../src/platforms/slack/slack-bot.ts';
import { createSlackPlatform } from '../../../src/platforms/slack/slack-platform.ts';
import { openSqliteStore } from '../../../src/store/sqlite-store.ts';
import { card, kariInChannel, listen, type SlackHouse, slackHouse, testVault } from './slack-house.ts';

const overLeaseMs = 61_000;
const overADayMs = 26 * 60 * 60_000;

let folder: string;
let house: SlackHouse;
let letGo: () => void = () => {};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'laget-inbox-'));
  house = await slackHouse({ folder });
});

afterEach(async () => {
  letGo();
  await house.close();
  rmSync(folder, { recursive: true });
});

/** Another process on the same folder, for the same Slack. */
async function anotherProcess(answer: (incoming: Incoming) => Promise<Reply>) {
  const store = openSqliteStore({ folder, ids: house.world.ids });
  const { app, close } = await listen();
  const heard: Incoming[] = [];
  const bot = {
    async handle(incoming: Incoming) {
      heard.push(incoming);
      return answer(incoming);
    },
  };
  const shared = { config: house.fake.config, store, vault: testVault, world: house.world };
  const running = mountSlack(app, { ...shared, bot, platform: createSlackPlatform(shared), allowedWorkspaces: [] });
  return {
    heard,
    running,
    async close() {
      await running.close();
      await close();
      await store.close();
    },
  };
}

/** Answers 200, and is stopped before it did anything. */
async function stopWhileHandling(text: string) {
  const { kari, channel } = await kariInChannel(house);
  house.answer(async () => {
    await new Promise<void>(resolve => {
      letGo = resolve;
    });
    return {};
  });
  const ts = '1800000000.000001';
  const event = { type: 'app_mention', user: kari.id, channel: channel.id, text, ts, thread_ts: undefined };
  const sent = await house.fake.send.event(event, house.fake.teamId('organisasjonene'), 'U0BOT');
  expect(sent.status).toBe(200);
  while (house.heard.length < 2) await new Promise(resolve => setTimeout(resolve, 5));
  return { kari, channel };
}

describe('an event that was answered', () => {
  test('is taken up by another process when the first was stopped, once and as the same request', async () => {
    await stopWhileHandling('hjelp');
    const other = await anotherProcess(async () => ({}));
    await other.running.start();
    expect(other.heard).toEqual([]);
    house.world.clock.advance(overLeaseMs);
    await other.running.drain();
    await other.running.drain();
    expect(other.heard).toEqual([house.heard.at(-1)]);
    await other.close();
  });

  test('is taken up by one process only when two are free', async () => {
    await stopWhileHandling('hjelp');
    const others = await Promise.all([anotherProcess(async () => ({})), anotherProcess(async () => ({}))]);
    house.world.clock.advance(overLeaseMs);
    await Promise.all(others.map(({ running }) => running.drain()));
    expect(others.flatMap(({ heard }) => heard)).toHaveLength(1);
    await Promise.all(others.map(({ close }) => close()));
  });

  test.each(['say', 'tell'])('and had its answer (%s) is not answered again', async way => {
    let isStopped = false;
    await house.close();
    const stopped = new Error('the process stopped');
    house = await slackHouse({
      storeFault: ([first]) => (isStopped && first?.kind === 'replace' ? stopped : undefined),
    });
    const { kari, channel } = await kariInChannel(house);
    await house.running.close();
    house.answer({ say: card('Svaret') });
    isStopped = true;
    const place = way === 'say' ? channel : await house.fake.personalChat(kari);
    await house.fake.say(kari, place, 'hjelp');
    await house.running.close();
    isStopped = false;
    house.world.clock.advance(overLeaseMs);
    await house.running.drain();
    expect(house.heard.map(({ kind }) => kind)).toEqual(['event', 'words', 'words']);
    expect(house.fake.messagesIn(place).filter(({ texts }) => texts[0] === 'Svaret')).toHaveLength(1);
  });
});

test('an event that fails each time is tried five times and then given up', async () => {
  const { kari, channel } = await kariInChannel(house);
  house.answer(async () => Promise.reject(new Error('a fault')));
  await house.fake.send.raw(mention(kari.id, channel.id), { 'content-type': 'application/json' });
  for (let drains = 0; drains < 7; drains += 1) {
    await house.running.drain();
    house.world.clock.advance(overLeaseMs);
  }
  expect(house.heard.slice(1)).toHaveLength(5);
  const partition = `slack|inbox|${house.fake.teamId('organisasjonene')}`;
  expect((await house.store.get(partition, 'EvSame'))?.body).toEqual({ tries: 5, dueAt: expect.any(String) });
});

test('an event sent four times at once is handled once', async () => {
  const { kari, channel } = await kariInChannel(house);
  house.fake.repeatRequests(4);
  house.answer({ say: card('Svaret') });
  await house.fake.say(kari, channel, 'hjelp');
  await house.running.close();
  expect(house.heard).toHaveLength(2);
  expect(house.fake.messagesIn(channel)).toHaveLength(2);
  expect(house.fake.problems).toEqual([]);
});

test('a repeat an hour later changes nothing, and after a day the event is forgotten', async () => {
  const { kari, channel } = await kariInChannel(house);
  const send = () => house.fake.send.raw(mention(kari.id, channel.id), { 'content-type': 'application/json' });
  const before = house.heard.length;
  await send();
  house.world.clock.advance(60 * 60_000);
  await send();
  await house.running.close();
  expect(house.heard).toHaveLength(before + 1);
  const partition = `slack|inbox|${house.fake.teamId('organisasjonene')}`;
  expect(await house.store.get(partition, 'EvSame')).toMatchObject({ body: { tries: 1 } });
  house.world.clock.advance(overADayMs);
  await house.running.drain();
  expect(await house.store.get(partition, 'EvSame')).toBeUndefined();
});

test('what was written is on disk only until it is dealt with', async () => {
  const { kari, channel } = await kariInChannel(house);
  house.answer({ whisper: card('Svaret') });
  await house.fake.say(kari, channel, 'et spørsmål ingen andre har stilt');
  await house.running.close();
  const id = house.heard.at(-1)?.from.requestKey.replace('slack|event|', '') ?? '';
  const kept = await house.store.get(`slack|inbox|${house.fake.teamId('organisasjonene')}`, id);
  expect(kept?.body).toEqual({ tries: 1, dueAt: expect.any(String) });
});

test('a national identity number never reaches the disk, and the bot is told only that there was one', async () => {
  await stopWhileHandling('avstemning om 55900745604');
  expect(house.heard.at(-1)).toMatchObject({ kind: 'unkeepable' });
  for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file)).includes('55900745604')).toBe(false);
});

test('when the store fails Slack is asked to send again, and then it counts', async () => {
  let isDown = false;
  await house.close();
  house = await slackHouse({ storeFault: () => (isDown ? new Error('the disk is full') : undefined) });
  const { kari, channel } = await kariInChannel(house);
  await house.running.close();
  isDown = true;
  const send = () => house.fake.send.raw(mention(kari.id, channel.id), { 'content-type': 'application/json' });
  expect(await send()).toEqual({ status: 503, body: '' });
  expect(house.heard).toHaveLength(1);
  isDown = false;
  expect(await send()).toEqual({ status: 200, body: '' });
  await house.running.close();
  expect(house.heard).toHaveLength(2);
});

describe('with SLACK_BOT_TOKEN, while Slack does not say whose it is', () => {
  const down = { status: 500 };

  beforeEach(async () => {
    await house.close();
    house = await slackHouse({ folder, tokenFor: 'organisasjonene' });
    house.fake.failNext('auth.test', down);
  });

  test('an event is not answered as taken, and counts when it comes again', async () => {
    const send = () => house.fake.send.raw(mention('U1', 'C1'), { 'content-type': 'application/json' });
    expect(await send()).toEqual({ status: 503, body: '' });
    expect(await send()).toEqual({ status: 200, body: '' });
    await house.running.close();
    expect(house.heard).toHaveLength(1);
  });

  test('a command fails where the person sees it', async () => {
    const kari = await house.fake.addPerson({ name: 'Kari Trestakk', organisation: 'organisasjonene' });
    const channel = await house.fake.addPlace({ name: 'samarbeidsforum', organisation: 'organisasjonene' });
    expect(await house.fake.command(kari, channel, 'hjelp')).toMatchObject({ status: 503 });
    expect(house.heard).toEqual([]);
    expect(await house.fake.command(kari, channel, 'hjelp')).toMatchObject({ status: 200 });
    expect(house.heard).toHaveLength(1);
  });

  test('an event that was taken is kept', async () => {
    await house.platform.workspaces.own().catch(() => undefined);
    await stopWhileHandling('hjelp');
    const other = await anotherProcess(async () => ({}));
    house.fake.failNext('auth.test', down);
    house.world.clock.advance(overLeaseMs);
    await other.running.drain();
    expect(other.heard).toEqual([]);
    house.world.clock.advance(overLeaseMs);
    await other.running.drain();
    expect(other.heard).toEqual([house.heard.at(-1)]);
    await other.close();
  });
});

/** The same event each time. */
function mention(user: string, channel: string): string {
  return JSON.stringify({
    type: 'event_callback',
    team_id: house.fake.teamId('organisasjonene'),
    event_id: 'EvSame',
    event_time: 1,
    event: { type: 'app_mention', user, channel, text: 'hjelp', ts: '1.1' },
  });
}
