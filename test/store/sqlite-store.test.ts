import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { randomIds } from './random-ids.ts';
import { describeStore } from './store-contract.ts';

describeStore('SQLite in memory', async () => {
  const store = openSqliteStore({ folder: ':memory:', ids: randomIds });
  return { store, close: () => store.close() };
});

describeStore('SQLite in a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'laget-store-'));
  const store = openSqliteStore({ folder, ids: randomIds });
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return { store, close };
});
