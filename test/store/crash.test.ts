import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { ended, startChild } from './child.ts';
import { randomIds } from './random-ids.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'laget-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => openSqliteStore({ folder, ids: randomIds });

/** What one writer has stored: each number with how many of its two halves. */
async function halvesOf(store: Store, name: string): Promise<ReadonlyMap<string, number>> {
  const halves = new Map<string, number>();
  let after: string | undefined;
  do {
    const page = await store.query(name, { type: 'half', limit: 5000, ...(after !== undefined && { after }) });
    for (const { body } of page.docs) {
      const { number } = body as { number: string };
      halves.set(number, (halves.get(number) ?? 0) + 1);
    }
    after = page.next;
  } while (after !== undefined);
  return halves;
}

/** @returns how many batches of this writer were acknowledged */
async function expectWhole(store: Store, name: string): Promise<number> {
  const halves = await halvesOf(store, name);
  const acknowledged = acknowledgedBy(name);
  expect(acknowledged.filter(number => !halves.has(number))).toEqual([]);
  expect([...halves].filter(([, count]) => count !== 2)).toEqual([]);
  return acknowledged.length;
}

/** Empty when the process was killed before it wrote anything. */
function acknowledgedBy(name: string): readonly string[] {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
}

describe('a process killed while it writes', () => {
  const kills = 25;
  const longestLifeMs = 300;

  test(`loses nothing acknowledged and tears no batch, ${kills} times`, async () => {
    const names = Array.from({ length: kills }, (_, life) => `life-${life}`);
    for (const name of names) {
      const child = startChild('writer.ts', folder, name, 'Infinity');
      const end = ended(child);
      await sleep(40 + Math.random() * longestLifeMs);
      child.kill('SIGKILL');
      expect((await end).errors).toBe('');

      const store = open();
      await expectWhole(store, name);
      await store.close();
    }

    const store = open();
    let acknowledged = 0;
    for (const name of names) acknowledged += await expectWhole(store, name);
    const { body: counted } = (await store.get('shared', 'counter')) ?? {};
    expect(await store.count('shared', 'mark')).toBe(counted);
    await store.close();
    process.stderr.write(`killed ${kills} times: ${acknowledged} batches acknowledged, none lost, none torn\n`);
    expect(acknowledged).toBeGreaterThan(kills);
  });
});

describe('a folder opened by two processes', () => {
  test('keeps what both write, and counts what both count', async () => {
    const children = ['one', 'two'].map(name => ended(startChild('writer.ts', folder, name, '60')));
    const outputs = await Promise.all(children);
    expect(outputs.map(({ errors }) => errors)).toEqual(['', '']);

    const store = open();
    expect([await expectWhole(store, 'one'), await expectWhole(store, 'two')]).toEqual([8 * 60, 8 * 60]);
    const counted = 2 * 8 * 6;
    expect(await store.get('shared', 'counter')).toMatchObject({ body: counted });
    expect(await store.count('shared', 'mark')).toBe(counted);
    await store.close();
  });

  test('shows one what the other wrote', async () => {
    const [one, two] = [open(), open()];
    const [etag = ''] = await one.batch('p', [{ kind: 'create', id: 'a', type: 't', body: 1 }]);
    expect(await two.get('p', 'a')).toMatchObject({ etag, body: 1 });
    await two.batch('p', [{ kind: 'replace', id: 'a', etag, type: 't', body: 2 }]);
    expect(await one.get('p', 'a')).toMatchObject({ body: 2 });
    await Promise.all([one.close(), two.close()]);
  });
});

describe('a store that another program has locked', () => {
  const upsert = { kind: 'upsert', id: 'a', type: 't', body: 1 } as const;
  let store: Store;
  let other: DatabaseSync;
  beforeEach(() => {
    store = open();
    other = new DatabaseSync(join(folder, 'laget.sqlite'));
    other.exec('BEGIN IMMEDIATE');
  });
  afterEach(async () => {
    other.close();
    await store.close();
  });

  test('waits until it is free', async () => {
    const batch = store.batch('p', [upsert]);
    await sleep(300);
    other.exec('ROLLBACK');
    expect(await batch).toHaveLength(1);
  });

  test('answers others meanwhile, and gives up after some seconds with nothing saved', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 10);
    const tries = ['a', 'b'].map(id => store.batch('p', [{ ...upsert, id }]));
    expect(await store.get('p', 'a')).toBeUndefined();
    for (const batch of tries) await expect(batch).rejects.toMatchObject({ name: 'StoreUnavailable', outage: 'busy' });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(20);
    other.exec('ROLLBACK');
    expect(await store.count('p', 't')).toBe(0);
    expect(await store.batch('p', [upsert])).toHaveLength(1);
  });
});
