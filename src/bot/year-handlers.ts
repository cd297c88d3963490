import type { yearIntents } from '../features/year/year-intents.ts';
import type { Handlers } from './asking.ts';

export const yearHandlers: Pick<Handlers, keyof typeof yearIntents> = {};
