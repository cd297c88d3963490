import type { deliveryIntents } from '../delivery/delivery-intents.ts';
import type { Handlers } from './asking.ts';

export const deliveryHandlers: Pick<Handlers, keyof typeof deliveryIntents> = {};
