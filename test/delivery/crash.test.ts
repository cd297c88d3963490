/** A fan-out to two hundred channels, the process killed at every step of it and begun again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deliveries } from '../../src/delivery/delivery.ts';
import { claimMs } from '../../src/delivery/next-try.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { instantOf } from '../../src/world.ts';
import { randomIds } from '../store/random-ids.ts';
import { type FanOut, openFanOut } from './fan-out.ts';
import type { Life } from './mortal-process.ts';

const script = fileURLToPath(new URL('mortal-process.ts', import.meta.url));

let folder: string;
let fanOut: FanOut;
let store: Store;
/** Both platforms' clock goes so much before the machine's. */
let aheadMs: number;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'laget-fan-out-'));
  store = openSqliteStore({ folder, ids: randomIds });
  aheadMs = 0;
  fanOut = await openFanOut(store, { now: () => instantOf(Date.now() + aheadMs) }, 100);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await fanOut.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

function begin(life: Pick<Life, 'aheadMs' | 'dies'>): ChildProcess {
  const words = JSON.stringify({ settings: fanOut.settings, folder, ...life } satisfies Life);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, words], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {},
  });
  children.push(child);
  return child;
}

/** Begins Laget again, when the dead one's claims have run out, and lets it work until nothing is owed. */
async function beginAgain(): Promise<void> {
  aheadMs = claimMs + 1000;
  const child = begin({ aheadMs });
  await untilDone(child);
  child.kill('SIGKILL');
}

/** Nothing is owed any more, and the news of what nobody can know has been told. */
async function untilDone(child: ChildProcess): Promise<void> {
  await until(async () => (await owed()).length === 0);
  aheadMs += 15_000;
  child.send(aheadMs);
  if ((await unknownChannels()).length > 0) await until(async () => fanOut.toldCoordinator().length > 0);
}

/** Postings that have not come to an end. */
async function owed(): Promise<readonly string[]> {
  const all = await deliveries.all(store, fanOut.partition);
  const isOpen = (state: string) => ['due', 'claimed', 'failed'].includes(state);
  const postings = all.filter(({ value }) => value.message.kind === 'posting');
  return postings.length < fanOut.channels.length
    ? ['not yet']
    : postings.filter(({ value }) => isOpen(value.state)).map(({ id }) => id);
}

async function until(isSo: () => Promise<boolean>, mostMs = 60_000): Promise<void> {
  for (const end = Date.now() + mostMs; !(await isSo()); await sleep(100)) {
    if (Date.now() > end) throw new Error('It took too long');
  }
}

async function unknownChannels() {
  const unknown = (await deliveries.all(store, fanOut.partition)).filter(({ value }) => value.state === 'unknown');
  return unknown.flatMap(({ value: { to } }) => (to.kind === 'channel' ? [to] : []));
}

/** As many as one card lists; the rest is told by its number. */
const mostNamed = 10;

async function expectEachOnce(): Promise<void> {
  const postings = (await deliveries.all(store, fanOut.partition)).filter(
    ({ value }) => value.message.kind === 'posting',
  );
  const unknown = await unknownChannels();
  const unknownKeys = unknown.map(({ key }) => key);
  const shown = fanOut.channels.map(channel => ({ ...channel, shown: fanOut.shownIn(channel) }));

  expect(shown.filter(channel => channel.shown > 1)).toEqual([]);
  expect(shown.filter(({ platform, shown: times }) => platform === 'slack' && times !== 1)).toEqual([]);
  expect(shown.filter(({ key, shown: times }) => times === 0 && !unknownKeys.includes(key))).toEqual([]);
  expect(unknownKeys.filter(key => !key.startsWith('teams|'))).toEqual([]);
  expect(postings.filter(({ value }) => value.state !== 'sent' && value.state !== 'unknown')).toEqual([]);
  const told = fanOut.toldCoordinator().join('\n');
  expect(unknown.slice(0, mostNamed).filter(({ label }) => !told.includes(label))).toEqual([]);
  expect(fanOut.problems()).toEqual([]);
}

describe.each(['before claim', 'after claim', 'before record'] as const)('killed %s', at => {
  test.each([1, 150])(
    'for the %ith time: nothing stands twice, and what nobody can know is said',
    async time => {
      const dying = begin({ aheadMs: 0, dies: { at, time } });
      await once(dying, 'exit');
      expect(dying.signalCode).toBe('SIGKILL');
      await beginAgain();
      await expectEachOnce();
    },
    90_000,
  );
});

describe('killed after a send, before its reply', () => {
  test.each([1, 60])(
    'when %i stand',
    async count => {
      const dying = begin({ aheadMs: 0 });
      await until(async () => fanOut.channels.filter(channel => fanOut.shownIn(channel) > 0).length >= count);
      dying.kill('SIGKILL');
      await once(dying, 'exit');
      await beginAgain();
      await expectEachOnce();
    },
    90_000,
  );
});

describe('two processes on one folder', () => {
  test('send each posting once', async () => {
    begin({ aheadMs });
    begin({ aheadMs });
    await until(async () => (await owed()).length === 0);
    await expectEachOnce();
    expect(fanOut.channels.map(fanOut.shownIn)).toEqual(fanOut.channels.map(() => 1));
  }, 90_000);

  test('go on with the work of the one that is killed when its claims have run out', async () => {
    const living = begin({ aheadMs });
    const dying = begin({ aheadMs, dies: { at: 'after claim', time: 3 } });
    await once(dying, 'exit');
    aheadMs = claimMs + 1000;
    living.send(aheadMs);
    await untilDone(living);
    await expectEachOnce();
  }, 90_000);
});
