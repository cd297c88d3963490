import type { Handlers } from './asking.ts';
import { networkHandlers } from './network-handlers.ts';
import { pollHandlers } from './poll-handlers.ts';

export const handlers: Handlers = { ...networkHandlers, ...pollHandlers };
