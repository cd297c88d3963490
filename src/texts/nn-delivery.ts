import type { DeliveryTexts } from './nb-delivery.ts';

export const nnDelivery: DeliveryTexts = {
  say: {},
  deeds: {},
  fieldNames: {},
  commands: {},
  refusals: {},
};
