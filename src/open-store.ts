import type { Config } from './config.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';
import type { IdMaker } from './world.ts';

/**
 * The store the environment asks for: Cosmos DB when it is given, otherwise SQLite in the data folder.
 * @throws StoreUnusable with one sentence for whoever runs the server
 */
export async function openStore(config: Pick<Config, 'cosmos' | 'dataFolder'>, ids: IdMaker): Promise<Store> {
  if (!config.cosmos) return openSqliteStore({ folder: config.dataFolder, ids });
  // Loaded only when used: it takes longer than all the rest of the start.
  const { openCosmosStore } = await import('./store/cosmos-store.ts');
  return openCosmosStore({ ...config.cosmos, ids });
}
