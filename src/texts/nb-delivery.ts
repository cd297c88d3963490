import type { DeliveryRefusal } from '../delivery/delivery-refusal.ts';
import type { Loosened } from './loosened.ts';
import type { RefusalTextsOf } from './refusal.ts';

export type DeliveryTexts = Loosened<typeof nbDelivery>;

export const nbDelivery = {
  say: {},
  /** Who may do it, for a refusal: «Bare … kan …». */
  deeds: {},
  /** What a field is called where it is named in a sentence. */
  fieldNames: {},
  /** What help says of each command. */
  commands: {},
  refusals: {} satisfies RefusalTextsOf<DeliveryRefusal>,
};
