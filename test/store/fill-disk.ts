/** Fills the small disk that holds FOLDER, and says what the store made of it: `fill-disk.ts FOLDER`. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { randomIds } from './random-ids.ts';

const [, , folder = ''] = argv;
const ballast = join(folder, 'ballast');

const kept = join(folder, 'kept');
await openSqliteStore({ folder: kept, ids: randomIds }).close();
const store = openSqliteStore({ folder, ids: randomIds });
writeFileSync(ballast, Buffer.alloc(600_000));
const first = await fill(store, 'first');
const readable = await store.count('p', 'first');
rmSync(ballast);
const [roomAgain] = await Promise.allSettled([store.batch('p', [{ kind: 'upsert', id: 'a', type: 'after', body: 1 }])]);
const second = await fill(store, 'second');
await store.close();
fillRest();

const starts = [await start(kept), await start(join(folder, 'new'))];
stdout.write(JSON.stringify({ first, readable, roomAgain: roomAgain.status, second, starts }));

async function fill(store: Store, type: string) {
  let saved = 0;
  for (;;) {
    // Two at once share a commit, and so its failure.
    const tries = await Promise.allSettled(
      ['left', 'right'].map(side =>
        store.batch('p', [
          { kind: 'create', id: `${type}-${saved}-${side}`, type, body: 'x'.repeat(10_000) },
          { kind: 'create', id: `${type}-${saved}-${side}-2`, type, body: 'x'.repeat(10_000) },
        ]),
      ),
    );
    const failures = tries.flatMap(settled => (settled.status === 'rejected' ? [String(settled.reason)] : []));
    if (failures.length > 0) return { saved: saved * 4, failures, found: await store.count('p', type) };
    saved += 1;
  }
}

function fillRest(): void {
  try {
    for (let part = 0; ; part += 1) writeFileSync(join(folder, `rest-${part}`), Buffer.alloc(1000));
  } catch {
    // Full: as intended.
  }
}

async function start(inside: string): Promise<string> {
  try {
    await openSqliteStore({ folder: inside, ids: randomIds }).close();
    return 'opened';
  } catch (error) {
    return String(error);
  }
}
