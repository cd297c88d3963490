import { countIn } from './count.ts';
import type { DeliveryTexts } from './nb-delivery.ts';

const count = countIn('en');

export const enDelivery: DeliveryTexts = {
  say: {
    troubleTitle: n => `${count(n, 'delivery', 'deliveries')} did not arrive`,
    why: {
      unknown: 'we do not know whether it arrived',
      failed: 'it could not be sent',
      blocked: 'the person has blocked the bot',
      left: 'the person is no longer in the organisation',
      deleted: 'the place is deleted, or the bot was removed from it',
      'no-route': 'no account and no e-mail address',
    },
  },
  deeds: {
    'delivery.send': 'the coordinator and the chair can send things out',
    'delivery.reach': 'the coordinator and the chair can see who was reached',
    'delivery.repeat': 'the coordinator and the chair can send again',
  },
  fieldNames: {},
  commands: {},
  refusals: {},
};
