/**
 * A process that writes until it is killed, or so many rounds: `writer.ts FOLDER NAME ROUNDS`. Each number is noted in a
 * file of that name once it is acknowledged.
 */
import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { Conflict } from '../../src/outcome.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { randomIds } from './random-ids.ts';

const [, , folder = '', name = '', rounds = ''] = argv;
const writersAtOnce = 8;
const acknowledged = openSync(join(folder, name), 'a');

const store = openSqliteStore({ folder, ids: randomIds });
await Promise.all(Array.from({ length: writersAtOnce }, (_, writer) => write(writer)));
await store.close();

async function write(writer: number): Promise<void> {
  for (let round = 0; round < Number(rounds); round += 1) {
    const number = `${name}-${writer}-${round}`;
    await store.batch(name, [
      { kind: 'create', id: `${number}-left`, type: 'half', body: { number } },
      { kind: 'create', id: `${number}-right`, type: 'half', body: { number, padding: 'x'.repeat(round % 3000) } },
    ]);
    writeSync(acknowledged, `${number}\n`);
    if (round % 10 === 0) await countOne(store);
  }
}

/** Many add one to the same document, each on top of what it read. */
async function countOne(store: Store): Promise<void> {
  const kept = await store.get('shared', 'counter');
  const body = Number(kept?.body ?? 0) + 1;
  const content = { id: 'counter', type: 'counter', body };
  try {
    await store.batch('shared', [
      kept ? { kind: 'replace', etag: kept.etag, ...content } : { kind: 'create', ...content },
      { kind: 'upsert', id: `mark-${body}`, type: 'mark', body },
    ]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    await countOne(store);
  }
}
