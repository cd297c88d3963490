import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkKey } from '../../src/store/check-key.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { StoreUnusable } from '../../src/store/store-unusable.ts';
import { createVault } from '../../src/vault.ts';
import { ended, startOnSmallDisk } from './child.ts';
import { randomIds } from './random-ids.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'laget-file-'));
  file = join(folder, 'laget.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (where = folder) => openSqliteStore({ folder: where, ids: randomIds });

/** Opening says this, and leaves the file as it was. */
function expectUnusable(sentence: string): void {
  const before = readFileSync(file);
  expect(() => open()).toThrow(StoreUnusable);
  expect(() => open()).toThrow(sentence);
  expect(readFileSync(file).equals(before)).toBe(true);
}

async function fillAndClose(documents: number): Promise<void> {
  const store = open();
  for (let number = 0; number < documents; number += 1) {
    await store.batch('p', [
      { kind: 'create', id: `${number}`, type: 't', sortKey: `${number}`, body: 'x'.repeat(500) },
    ]);
  }
  await store.close();
}

describe('a folder', () => {
  test('is made when missing, and its file is for this account only', async () => {
    const inside = join(folder, 'new', 'data');
    await open(inside).close();
    expect(spawnSync('stat', ['-c', '%a', inside, join(inside, 'laget.sqlite')]).stdout.toString()).toBe('700\n600\n');
  });

  test('keeps what was written when it is opened again', async () => {
    await fillAndClose(10);
    const store = open();
    expect(await store.count('p', 't')).toBe(10);
    await store.close();
    expect(readdirSync(folder)).toEqual(['laget.sqlite']);
  });

  test('that is a file is refused', () => {
    writeFileSync(file, 'a letter');
    expect(() => open(file)).toThrow(StoreUnusable);
    expect(() => open(file)).toThrow(`${join(file, 'laget.sqlite')} cannot be opened for writing. Check who may write`);
    expect(readFileSync(file, 'utf8')).toBe('a letter');
  });

  test('with a folder in place of the file is refused', () => {
    mkdirSync(file);
    expect(() => open()).toThrow(`${file} cannot be opened for writing`);
  });
});

describe('a file', () => {
  test('that is no database is refused', () => {
    writeFileSync(file, 'Kjære kommune, '.repeat(1000));
    expectUnusable(`${file} is not a database. Move it away, or set LAGET_DATA to another folder.`);
  });

  test('of another program is refused', () => {
    const foreign = new DatabaseSync(file);
    foreign.exec('CREATE TABLE customer (name TEXT)');
    foreign.close();
    expectUnusable(`${file} belongs to another program. Set LAGET_DATA to a folder of its own.`);
  });

  test('of a newer version is refused', async () => {
    await fillAndClose(10);
    const newer = new DatabaseSync(file);
    newer.exec('PRAGMA user_version = 2');
    newer.close();
    expectUnusable(`${file} was written by a newer Laget. Start that version, or restore an older backup.`);
  });

  test('with garbage in the middle is refused', async () => {
    await fillAndClose(200);
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096 * 3, 4096 * 9);
    writeFileSync(file, bytes);
    expectUnusable(`${file} is damaged. Keep a copy of it, and restore a backup in its place.`);
  });

  test('cut short is refused', async () => {
    await fillAndClose(200);
    truncateSync(file, 4096 * 5);
    expectUnusable(`${file} is damaged`);
  });
});

describe('a key', () => {
  const vault = createVault(new Uint8Array(32).fill(1));
  const otherVault = createVault(new Uint8Array(32).fill(2));

  test('that the store was begun with opens it again; another is refused, and remembered nowhere', async () => {
    const store = open();
    await checkKey(store, vault);
    const before = await store.get('laget', 'key-check');
    await expect(checkKey(store, otherVault)).rejects.toThrow(StoreUnusable);
    await expect(checkKey(store, otherVault)).rejects.toThrow('begun with another key');
    expect(await store.get('laget', 'key-check')).toEqual(before);
    await checkKey(store, vault);
    await store.close();
  });

  test('of two processes that begin a store at once, the first decides', async () => {
    const [one, two] = [open(), open()];
    const checks = await Promise.allSettled([checkKey(one, vault), checkKey(two, otherVault)]);
    expect(checks.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    await Promise.all([one.close(), two.close()]);
  });
});

describe('a disk', () => {
  // Needs root or a user namespace, which some containers forbid; the machine that cannot says so.
  const mayMount = spawnSync('unshare', ['--map-root-user', '--mount', 'true']).status === 0;
  const onSmallDisk = (title: string, work: () => Promise<void>) =>
    test(mayMount ? title : `${title} (not tried: this machine lets nobody mount)`, async () => {
      if (mayMount) await work();
    });

  onSmallDisk('that is full refuses every batch of that moment and keeps the rest', async () => {
    const { output, errors } = await ended(startOnSmallDisk('fill-disk.ts', folder));
    expect(errors).toBe('');
    const { first, readable, roomAgain, second, starts } = JSON.parse(output);
    const refused = Array(2).fill('StoreUnavailable: the disk of the store is full');
    expect(first).toEqual({ saved: first.saved, failures: refused, found: first.saved });
    expect(first.saved).toBeGreaterThan(0);
    expect(readable).toBe(first.saved);
    expect(roomAgain).toBe('fulfilled');
    expect(second).toEqual({ saved: second.saved, failures: refused, found: second.saved });
    expect(starts).toEqual(
      ['kept', 'new'].map(
        name => `StoreUnusable: The disk of ${join(folder, name, 'laget.sqlite')} is full. Make room and start again.`,
      ),
    );
  });

  onSmallDisk('that may not be written is refused', async () => {
    const { output } = await ended(startOnSmallDisk('try-open.ts', folder, 'mount -o remount,ro "$1" &&'));
    expect(output).toBe(
      `StoreUnusable: ${file} cannot be opened for writing. Check who may write there, and the disk.`,
    );
  });

  onSmallDisk('that may no longer be written is refused with what is on it', async () => {
    const mount = '"$2" "$3" "$1" && mount -o remount,ro "$1" &&';
    const { output } = await ended(startOnSmallDisk('try-open.ts', folder, mount));
    expect(output).toBe(
      `openedStoreUnusable: ${file} cannot be opened for writing. Check who may write there, and the disk.`,
    );
  });
});

test('of what was deleted or written over nothing is left in the folder a little later, nor in which order it was', async () => {
  const store = open();
  await store.batch('p', [{ kind: 'create', id: 'words', type: 't', body: 'svar 1 nei' }]);
  for (const body of ['urn 1/0', 'urn 1/1']) await store.batch('p', [{ kind: 'upsert', id: 'urn', type: 't', body }]);
  await store.batch('p', [{ kind: 'delete', id: 'words' }]);
  const holds = (text: string) => readdirSync(folder).filter(name => readFileSync(join(folder, name)).includes(text));
  expect(holds('urn 1/0')).not.toEqual([]);
  await wait(1500);
  expect(holds('svar 1 nei')).toEqual([]);
  expect(holds('urn 1/0')).toEqual([]);
  expect(await store.get('p', 'urn')).toMatchObject({ body: 'urn 1/1' });
  await store.close();
});
