/** A thousand channels are owed what they are owed: claimed, sent one at a time to each, and settled, on a file on disk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Courier } from '../../src/delivery/courier.ts';
import { createDeliverer } from '../../src/delivery/deliver-due.ts';
import { type Delivery, deliveries, owed, placeKey, posting } from '../../src/delivery/delivery.ts';
import type { Address, ChannelKey, NetworkId } from '../../src/features/networks/network.ts';
import { createGather } from '../../src/gather.ts';
import type { Kept } from '../../src/store/collection.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { Tools } from '../../src/tools.ts';
import { createTurns } from '../../src/turns.ts';
import { instantOf } from '../../src/world.ts';
import { benchWorld } from './bench-house.ts';
import type { Figure } from './report.ts';

const channels = 1000;
const things = 5;

/** Longer than the engine needs for one round: what is measured is the engine and not its waiting. */
const unhurried = [{ burst: things, everyMs: 1 }];

export async function measureDeliveries(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'laget-bench-'));
  const store = openSqliteStore({ folder, ids: benchWorld.ids });
  const tools: Tools = { store, world: benchWorld, turns: createTurns(), gather: createGather() };
  const sent = new Map<string, number>();
  const deliver = createDeliverer(tools, courierThatCounts(sent));
  const all = await oweAll(store);
  const heapBefore = heapMb();
  const seconds = await secondsOf(async () => {
    while ((await store.due(deliveries.type, benchWorld.clock.now(), 1)).length > 0) await deliver();
  });
  const heapAfter = heapMb();
  const floorSeconds = await secondsOf(() => writeTwice(store, all));
  await store.close();
  rmSync(folder, { recursive: true });
  const once = [...sent.values()].filter(times => times === 1).length;
  return [
    { what: 'deliveries sent exactly once', value: once, unit: '', target: { exactly: channels * things } },
    { what: 'deliveries through 1,000 lanes', value: once / seconds, unit: '/s' },
    {
      what: 'time for 5,000 of them',
      value: seconds,
      unit: 's',
      floor: { what: 'two writes each, at once', value: floorSeconds, ratio: seconds / floorSeconds },
    },
    // What was sent is not remembered: of 5,000 deliveries a kilobyte each would show.
    { what: 'heap grown meanwhile', value: Math.max(0, heapAfter - heapBefore), unit: 'MB', target: { most: 4 } },
  ];
}

function courierThatCounts(sent: Map<string, number>): Courier {
  return {
    prepare: async ({ value: { to } }) => ({
      kind: 'ready',
      lane: placeKey(to),
      pace: unhurried,
      hasOtherRoute: false,
      drawn: 'card',
      send: async ({ key }) => {
        sent.set(key, (sent.get(key) ?? 0) + 1);
        return { kind: 'sent', ref: key };
      },
    }),
    draw: async () => undefined,
    isOver: async () => true,
  };
}

async function oweAll(store: Store): Promise<readonly Kept<Delivery>[]> {
  const now = instantOf(Date.now() - 1000);
  const written: Kept<Delivery>[] = [];
  for (let thing = 0; thing < things; thing += 1) {
    const about = { networkId: 'bench' as NetworkId, thing: { kind: 'bench', id: String(thing) } };
    const partition = `bench|${thing}`;
    const ready = Array.from({ length: channels }, (_, index) => {
      const place = {
        kind: 'channel',
        key: `bench|${index}` as ChannelKey,
        address: `bench|${index}` as Address,
        label: 'samarbeidsforum',
        languages: ['nb'],
      } as const;
      const value = owed(about, posting, { ...place, languages: ['nb'] }, { now });
      return { id: `posting|bench|${index}`, value };
    });
    for (let start = 0; start < ready.length; start += 100) {
      const part = ready.slice(start, start + 100);
      const etags = await store.batch(
        partition,
        part.map(({ id, value }) => deliveries.create(id, value)),
      );
      written.push(...part.map(({ id, value }, at) => ({ partition, id, value, etag: etags[at] ?? '' })));
    }
  }
  return written;
}

/** What no engine can do without: each delivery claimed and settled. */
async function writeTwice(store: Store, all: readonly Kept<Delivery>[]): Promise<void> {
  await Promise.all(
    all.map(async ({ partition, id, value }) => {
      await store.batch(partition, [deliveries.upsert(id, value)]);
      await store.batch(partition, [deliveries.upsert(id, value)]);
    }),
  );
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
