/** A fan-out to two hundred channels, the process killed at every step of it and begun again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { deliveries, isPosting } from '../../src/delivery/delivery.ts';
import { claimMs } from '../../src/delivery/next-try.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { instantOf } from '../../src/world.ts';
import { randomIds } from '../store/random-ids.ts';
import { type FanOut, openFanOut } from './fan-out.ts';
import type { Life } from './mortal-process.ts';

const script = fileURLToPath(new URL('mortal-process.ts', import.meta.url));
const inEach = 100;
/** Most of it is waiting for the platforms' pace; all cases wait together. */
const longMs = 150_000;

type Dies = NonNullable<Life['dies']>;

type Room = {
  readonly fanOut: FanOut;
  readonly store: Store;
  /** Starts Laget as a process of its own. @param behindMs how much its clock is behind until it is told the time */
  readonly begin: (dies?: Dies, behindMs?: number) => ChildProcess;
  /** Every clock goes ahead until the claims of a dead process have run out. */
  readonly passClaims: (living?: ChildProcess) => void;
  /** Nothing is owed any more, and the news of what nobody can know has been told. */
  readonly untilDone: (living: ChildProcess) => Promise<void>;
};

async function inRoom(story: (room: Room) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'laget-fan-out-'));
  const store = openSqliteStore({ folder, ids: randomIds });
  const children: ChildProcess[] = [];
  let aheadMs = 0;
  const fanOut = await openFanOut(store, { now: () => instantOf(Date.now() + aheadMs) }, inEach);
  const goAhead = (ms: number, child?: ChildProcess) => {
    aheadMs += ms;
    child?.send(aheadMs);
  };
  try {
    await story({
      fanOut,
      store,
      begin(dies, behindMs = 0) {
        const life: Life = { settings: fanOut.settings, folder, aheadMs: aheadMs - behindMs, dies };
        const words = ['--disable-warning=ExperimentalWarning', script, JSON.stringify(life)];
        const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: {} });
        children.push(child);
        return child;
      },
      passClaims: child => goAhead(claimMs + 1000, child),
      async untilDone(child) {
        await until(async () => (await owed(fanOut, store)) === 0);
        goAhead(15_000, child);
        if ((await unknownChannels(fanOut, store)).length > 0)
          await until(async () => fanOut.toldCoordinator().length > 0);
      },
    });
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await fanOut.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Postings that have not come to an end, or have not even been made. */
async function owed(fanOut: FanOut, store: Store): Promise<number> {
  const postings = (await deliveries.all(store, fanOut.partition)).filter(({ value }) => isPosting(value));
  const open = postings.filter(({ value }) => ['due', 'claimed', 'failed'].includes(value.state));
  return fanOut.channels.length - postings.length + open.length;
}

async function unknownChannels({ partition }: FanOut, store: Store) {
  const unknown = (await deliveries.all(store, partition)).filter(({ value }) => value.state === 'unknown');
  return unknown.flatMap(({ value: { to } }) => (to.kind === 'channel' ? [to] : []));
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + longMs - 10_000; !(await isSo()); await sleep(100)) {
    if (Date.now() > end) throw new Error('It took too long');
  }
}

/** As many as one card lists; the rest is told by its number. */
const mostNamed = 10;

async function expectEachOnce({ fanOut, store }: Room): Promise<void> {
  const postings = (await deliveries.all(store, fanOut.partition)).filter(({ value }) => isPosting(value));
  const unknown = await unknownChannels(fanOut, store);
  const unknownKeys = unknown.map(({ key }) => key);
  const shown = fanOut.channels.map(channel => ({ ...channel, times: fanOut.shownIn(channel) }));

  expect(shown.filter(({ times }) => times > 1)).toEqual([]);
  expect(shown.filter(({ platform, times }) => platform === 'slack' && times !== 1)).toEqual([]);
  expect(shown.filter(({ key, times }) => times === 0 && !unknownKeys.includes(key))).toEqual([]);
  expect(unknownKeys.filter(key => !key.startsWith('teams|'))).toEqual([]);
  expect(postings.filter(({ value }) => value.state !== 'sent' && value.state !== 'unknown')).toEqual([]);
  const told = fanOut.toldCoordinator().join('\n');
  expect(unknown.slice(0, mostNamed).filter(({ label }) => !told.includes(label))).toEqual([]);
  expect(fanOut.problems()).toEqual([]);
}

async function beginAgain({ begin, passClaims, untilDone }: Room): Promise<void> {
  passClaims();
  await untilDone(begin());
}

describe('a process killed', () => {
  test.concurrent.each<Dies>([
    { at: 'before claim', time: 1 },
    { at: 'before claim', time: 150 },
    { at: 'after claim', time: 1 },
    { at: 'after claim', time: 150 },
    { at: 'before record', time: 1 },
    { at: 'before record', time: 150 },
  ])(
    '$at, time $time: nothing stands twice, and what nobody can know is said',
    dies =>
      inRoom(async room => {
        const dying = room.begin(dies);
        await once(dying, 'exit');
        expect(dying.signalCode).toBe('SIGKILL');
        await beginAgain(room);
        await expectEachOnce(room);
      }),
    longMs,
  );

  test.concurrent.each([1, 60])(
    'after a send and before its reply, when %i stand',
    count =>
      inRoom(async room => {
        const { fanOut, begin } = room;
        const dying = begin();
        await until(async () => fanOut.channels.filter(channel => fanOut.shownIn(channel) > 0).length >= count);
        dying.kill('SIGKILL');
        await once(dying, 'exit');
        await beginAgain(room);
        await expectEachOnce(room);
      }),
    longMs,
  );
});

describe('two processes on one folder', () => {
  test.concurrent(
    'send each posting once',
    () =>
      inRoom(async room => {
        const first = room.begin();
        room.begin();
        await room.untilDone(first);
        await expectEachOnce(room);
        expect(await unknownChannels(room.fanOut, room.store)).toEqual([]);
      }),
    longMs,
  );

  test.concurrent(
    'go on with the work of the one that is killed when its claims have run out',
    () =>
      inRoom(async room => {
        // To a clock an hour behind nothing is due yet, so the other has all of it to die of.
        const living = room.begin(undefined, 3_600_000);
        const dying = room.begin({ at: 'after claim', time: 3 });
        await once(dying, 'exit');
        expect([dying.signalCode, living.exitCode]).toEqual(['SIGKILL', null]);
        room.passClaims(living);
        await room.untilDone(living);
        await expectEachOnce(room);
      }),
    longMs,
  );
});
