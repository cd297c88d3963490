import type { DeliveryTexts } from './nb-delivery.ts';

export const enDelivery: DeliveryTexts = {
  say: {},
  deeds: {},
  fieldNames: {},
  commands: {},
  refusals: {},
};
