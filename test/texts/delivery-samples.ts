import type { DeliveryRefusal } from '../../src/delivery/delivery-refusal.ts';
import type { Samples } from './samples.ts';

export const deliverySamples: Samples<DeliveryRefusal> = {
  'no-delivery': { code: 'no-delivery' },
  'already-delivered': { code: 'already-delivered' },
  'no-sending': { code: 'no-sending' },
  'sending-over': { code: 'sending-over' },
  'sending-changed': { code: 'sending-changed' },
  'no-such-route': { code: 'no-such-route', field: 'by', by: 'mail' },
  'reminded-lately': { code: 'reminded-lately' },
  'no-such-thing': { code: 'no-such-thing' },
};
