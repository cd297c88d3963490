import { openCosmosStore } from '../../src/store/cosmos-store.ts';
import { describeStore, testIds } from './store-contract.ts';
import { startStrictCosmos } from './strict-cosmos.ts';

describeStore('Cosmos DB, behind a strict emulator', async () => {
  const cosmos = await startStrictCosmos();
  const store = await openCosmosStore({ ...cosmos, database: 'contract', ids: testIds });
  const close = async () => {
    await store.close();
    await cosmos.close();
  };
  return { store, close };
});
