import { afterAll, beforeAll } from '@jest/globals';
import { openCosmosStore } from '../../src/store/cosmos-store.ts';
import { testWorld } from '../cast.ts';
import { type StrictCosmos, startStrictCosmos } from '../store/strict-cosmos.ts';
import { tellPollStories } from './poll-stories.ts';

let cosmos: StrictCosmos;
let databases = 0;

beforeAll(async () => {
  cosmos = await startStrictCosmos();
});
afterAll(() => cosmos.close());

tellPollStories(() => {
  databases += 1;
  return openCosmosStore({ ...cosmos, database: `story-${databases}`, ids: testWorld().ids });
});
