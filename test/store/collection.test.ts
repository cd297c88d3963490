/** A typed view of documents: what is due. */
import { expect, test } from '@jest/globals';
import { redraws } from '../../src/delivery/delivery.ts';
import type { Store } from '../../src/store/store.ts';
import { castNetwork, testTools } from '../cast.ts';

test('what is written anew while it is read, due at once again, is still due', async () => {
  const tools = testTools();
  const { store, world } = tools;
  const about = { networkId: castNetwork.id, thing: { kind: 'poll', id: 'poll' } };
  const change = () => store.batch('poll|poll', [redraws.upsert('redraw', { ...about, dueAt: world.clock.now() })]);
  await change();
  const busy: Store = {
    query: (...given) => store.query(...given),
    count: (...given) => store.count(...given),
    due: (...given) => store.due(...given),
    close: () => store.close(),
    batch: (...given) => store.batch(...given),
    get: async (...given) => {
      world.clock.advance(1);
      await change();
      return store.get(...given);
    },
  };
  expect(await redraws.readDue({ store: busy, world })).toHaveLength(1);
  await store.close();
});
