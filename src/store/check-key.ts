import { z } from 'zod';
import { retrying } from '../outcome.ts';
import type { Vault } from '../vault.ts';
import { Collection } from './collection.ts';
import type { Store } from './store.ts';
import { StoreUnusable } from './store-unusable.ts';

const partition = 'laget';
const id = 'key-check';
const word = 'laget';
const checks = new Collection('key-check', z.object({ sealed: z.string() }));

/**
 * Refuses a key other than the one this store was begun with; remembers the key in a new store.
 * @throws StoreUnusable when secrets in the store were sealed with another key; nothing is written then
 */
export async function checkKey(store: Store, vault: Vault): Promise<void> {
  await retrying(async () => {
    const kept = await checks.get(store, partition, id);
    if (!kept) {
      await store.batch(partition, [checks.create(id, { sealed: vault.seal(word) })]);
    } else if (vault.open(kept.value.sealed) !== word) {
      throw new StoreUnusable(
        'The store was begun with another key than LAGET_KEY (or than the file `key` in LAGET_DATA). Set the key it was begun with.',
      );
    }
  });
}
