import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Conflict } from '../../src/outcome.ts';
import { openCosmosStore } from '../../src/store/cosmos-store.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Operation, Store } from '../../src/store/store.ts';
import { instantOf } from '../../src/world.ts';
import { randomIds } from './random-ids.ts';
import { type StrictCosmos, startStrictCosmos } from './strict-cosmos.ts';

let cosmos: StrictCosmos;
let stores: readonly Store[];
beforeAll(async () => {
  cosmos = await startStrictCosmos();
  stores = [
    openSqliteStore({ folder: ':memory:', ids: randomIds }),
    await openCosmosStore({ ...cosmos, database: 'agree', ids: randomIds }),
  ];
});
afterAll(async () => {
  for (const store of stores) await store.close();
  await cosmos.close();
});

/** An operation before its etag is known, which each store makes for itself. */
const wish = fc.record({
  kind: fc.constantFrom('create', 'upsert', 'replace', 'delete', 'delete-known', 'check'),
  id: fc.constantFrom('a', 'b/ŋ', 'c', '🗳️'),
  isStale: fc.boolean(),
  type: fc.constantFrom('ballot', 'delivery'),
  sortKey: fc.option(fc.constantFrom('', '1', '2', 'å'), { nil: undefined }),
  dueAt: fc.option(fc.integer({ min: 0, max: 3 }).map(instantOf), { nil: undefined }),
  body: fc.jsonValue(),
});
const wishes = fc.uniqueArray(wish, { minLength: 1, maxLength: 4, selector: ({ id }) => id });
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

function operationOf({ kind, id, isStale, ...content }: Wish, etags: ReadonlyMap<string, string>): Operation {
  const etag = (isStale ? undefined : etags.get(id)) ?? 'stale';
  switch (kind) {
    case 'create':
    case 'upsert':
      return { kind, id, ...content };
    case 'replace':
      return { kind, id, etag, ...content };
    case 'delete-known':
      return { kind: 'delete', id, etag };
    case 'check':
      return { kind, id, etag };
    default:
      return { kind: 'delete', id };
  }
}

/** Writes the batches one after another; what came of each, and the etag that each document should have. */
async function write(store: Store, partition: string, batches: readonly (readonly Wish[])[]) {
  const etags = new Map<string, string>();
  const outcomes: string[] = [];
  for (const batch of batches) {
    const operations = batch.map(one => operationOf(one, etags));
    try {
      const answered = await store.batch(partition, operations);
      outcomes.push(answered.map(etag => (etag === '' ? '-' : 'etag')).join());
      const written = operations.map(({ kind, id }, index) => ({ kind, id, etag: answered[index] ?? '' }));
      for (const { kind, id, etag } of written) if (kind !== 'check') etags.set(id, etag);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      outcomes.push('conflict');
    }
  }
  return { outcomes, etags };
}

/** All that queries and counts show. */
async function look(store: Store, partition: string) {
  const perType = ['ballot', 'delivery'].map(async type => ({
    rising: (await store.query(partition, { type, limit: 10 })).docs,
    falling: (await store.query(partition, { type, descending: true, limit: 10 })).docs,
    range: (await store.query(partition, { type, from: '1', to: 'å', limit: 10 })).docs,
    count: await store.count(partition, type),
  }));
  return Promise.all(perType);
}

async function writeAndLook(store: Store, partition: string, batches: readonly (readonly Wish[])[]) {
  const { outcomes, etags } = await write(store, partition, batches);
  const seen = await look(store, partition);
  for (const { id, etag } of seen.flatMap(({ rising }) => rising)) expect(etag).toBe(etags.get(id));
  const withoutEtags = JSON.parse(JSON.stringify(seen, (name, value) => (name === 'etag' ? undefined : value)));
  return { outcomes, seen: withoutEtags };
}

test('whatever batches are written, both stores end alike', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wishes, { minLength: 1, maxLength: 8 }), async batches => {
      const partition = `p|${randomIds.random()}`;
      const [sqlite, other] = await Promise.all(stores.map(store => writeAndLook(store, partition, batches)));
      expect(other).toEqual(sqlite);
    }),
    { numRuns: 60 },
  );
});
