import type { DeliveryRefusal } from '../../src/delivery/delivery-refusal.ts';
import type { Samples } from './every-text.ts';

export const deliverySamples: Samples<DeliveryRefusal> = {};
