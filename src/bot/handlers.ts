import type { IntentOf, IntentType } from '../intents/intent.ts';
import type { Answer, Asking } from './asking.ts';
import { networkHandlers } from './network-handlers.ts';
import { pollHandlers } from './poll-handlers.ts';

/** One row for each intent; a row that is missing does not compile. */
export type Handlers = {
  readonly [T in IntentType]: (asking: Asking, intent: IntentOf<T>) => Promise<Answer>;
};

export const handlers: Handlers = { ...networkHandlers, ...pollHandlers };
