import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CosmosClient } from '@azure/cosmos';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openCosmosStore } from '../../src/store/cosmos-store.ts';
import type { Store } from '../../src/store/store.ts';
import { StoreUnusable } from '../../src/store/store-unusable.ts';
import { instantOf } from '../../src/world.ts';
import { randomIds } from './random-ids.ts';
import { realCosmos } from './real-cosmos.ts';
import { describeStore } from './store-contract.ts';
import { type StrictCosmos, startStrictCosmos } from './strict-cosmos.ts';

describeStore('Cosmos DB, behind a strict emulator', async () => {
  const cosmos = await startStrictCosmos();
  const store = await openCosmosStore({ ...cosmos, database: 'contract', ids: randomIds });
  const close = async () => {
    await store.close();
    await cosmos.close();
  };
  return { store, close };
});

if (realCosmos) {
  const account = realCosmos;
  describeStore('Cosmos DB, a real account', async () => {
    const store = await openCosmosStore({ ...account, ids: randomIds });
    return { store, close: () => store.close() };
  });
}

describe('a Cosmos DB account', () => {
  let cosmos: StrictCosmos;
  let store: Store;
  beforeAll(async () => {
    cosmos = await startStrictCosmos();
    store = await openCosmosStore({ ...cosmos, database: 'laget', ids: randomIds });
  });
  afterAll(async () => {
    await store.close();
    await cosmos.close();
  });

  const write = () => store.batch('p', [{ kind: 'upsert', id: 'id', type: 't', body: 1 }]);
  const requests: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['batch', write],
    ['get', () => store.get('p', 'id')],
    ['query', () => store.query('p', { type: 't', limit: 10 })],
    ['count', () => store.count('p', 't')],
    ['due', () => store.due('t', instantOf(0), 10)],
  ];

  test.each(requests)('that is throttled is asked again, as late as it says: %s', async (_, ask) => {
    await write();
    const expected = await ask();
    cosmos.throttleNext(3, 30);
    const startMs = performance.now();
    const answer = await ask();
    expect(performance.now() - startMs).toBeGreaterThanOrEqual(85);
    if (ask !== write) expect(answer).toEqual(expected);
  });

  test.each(requests)('that stays throttled is given up, and nothing is saved: %s', async (_, ask) => {
    await write();
    const before = await store.get('p', 'id');
    cosmos.throttleNext(1000, 1);
    await expect(ask()).rejects.toMatchObject({ name: 'StoreUnavailable', outage: 'throttled' });
    cosmos.throttleNext(0, 0);
    expect(await store.get('p', 'id')).toEqual(before);
  });

  describe('whose answer is lost', () => {
    const content = { type: 't', body: 'new' };

    test('is asked what became of the batch: saved is saved', async () => {
      await write();
      cosmos.loseNext('after');
      const [created, upserted] = await store.batch('p', [
        { kind: 'create', id: 'lost', ...content },
        { kind: 'upsert', id: 'id', ...content },
      ]);
      expect(await store.get('p', 'lost')).toMatchObject({ body: 'new', etag: created });
      expect(await store.get('p', 'id')).toMatchObject({ body: 'new', etag: upserted });
    });

    test('and saved nothing, says so', async () => {
      cosmos.loseNext('before');
      const creating = store.batch('p', [{ kind: 'create', id: 'never', ...content }]);
      await expect(creating).rejects.toMatchObject({ name: 'StoreUnavailable', outage: 'failed' });
      expect(await store.get('p', 'never')).toBeUndefined();
    });
  });

  test('that wants a long pause is not asked before it, but given up', async () => {
    cosmos.throttleNext(1, 60_000);
    await expect(store.count('p', 't')).rejects.toMatchObject({ outage: 'throttled' });
  });

  test('is opened twice, with what was there', async () => {
    await store.batch('p', [{ kind: 'upsert', id: 'kept', type: 't', body: 'here' }]);
    const again = await openCosmosStore({ ...cosmos, database: 'laget', ids: randomIds });
    expect(await again.get('p', 'kept')).toMatchObject({ body: 'here' });
    await again.close();
  });

  test('does not open with a wrong key', async () => {
    const key = Buffer.from('another key').toString('base64');
    const opening = openCosmosStore({ ...cosmos, key, database: 'laget', ids: randomIds });
    await expect(opening).rejects.toThrow(StoreUnusable);
    await expect(opening).rejects.toThrow('Set COSMOS_KEY to a key of this account');
  });

  test.each(['Session', 'ConsistentPrefix', 'Eventual'])('does not open with %s consistency', async consistency => {
    const lax = await startStrictCosmos(consistency);
    const opening = openCosmosStore({ ...lax, database: 'laget', ids: randomIds });
    await expect(opening).rejects.toThrow(StoreUnusable);
    await expect(opening).rejects.toThrow("Set the account's default consistency to Strong or Bounded staleness");
    await lax.close();
  });

  test("does not open another program's container", async () => {
    const client = new CosmosClient({ ...cosmos, connectionPolicy: { enableEndpointDiscovery: false } });
    const { database } = await client.databases.create({ id: 'foreign' });
    await database.containers.create({
      id: 'documents',
      partitionKey: '/tenant',
      indexingPolicy: { compositeIndexes: [] },
    });
    client.dispose();
    const opening = openCosmosStore({ ...cosmos, database: 'foreign', ids: randomIds });
    await expect(opening).rejects.toThrow('belongs to another program');
  });

  test('that is not there is named', async () => {
    const free = await freePort();
    const endpoint = `http://127.0.0.1:${free}`;
    const opening = openCosmosStore({ ...cosmos, endpoint, database: 'laget', ids: randomIds });
    await expect(opening).rejects.toThrow(`Cosmos DB at ${endpoint} cannot be reached`);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
