import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { testWorld } from '../cast.ts';
import { tellPollStories } from './poll-stories.ts';

tellPollStories(async () => openSqliteStore({ folder: ':memory:', ids: testWorld().ids }));
