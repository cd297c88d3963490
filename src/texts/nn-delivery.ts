import { countIn } from './count.ts';
import type { DeliveryTexts } from './nb-delivery.ts';

const count = countIn('nn');

export const nnDelivery: DeliveryTexts = {
  say: {
    troubleTitle: n => `${count(n, 'utsending', 'utsendingar')} kom ikkje fram`,
    why: {
      unknown: 'vi veit ikkje om ho kom fram',
      failed: 'ho let seg ikkje sende',
      blocked: 'personen har blokkert boten',
      left: 'personen er ikkje lenger i organisasjonen',
      deleted: 'staden er sletta, eller boten er fjerna derifrå',
      'no-route': 'ingen konto og inga e-postadresse',
    },
  },
  deeds: {
    'delivery.send': 'koordinatoren og leiaren kan sende ut',
    'delivery.reach': 'koordinatoren og leiaren kan sjå kven som er nådd',
    'delivery.repeat': 'koordinatoren og leiaren kan sende på nytt',
  },
  fieldNames: {},
  commands: {},
  refusals: {},
};
