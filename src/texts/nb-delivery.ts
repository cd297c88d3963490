import type { DeliveryRefusal } from '../delivery/delivery-refusal.ts';
import type { NotReached } from '../delivery/reach.ts';
import { countIn } from './count.ts';
import type { Loosened } from './loosened.ts';
import type { RefusalTextsOf } from './refusal.ts';

export type DeliveryTexts = Loosened<typeof nbDelivery>;

const count = countIn('nb');

export const nbDelivery = {
  say: {
    troubleTitle: (n: number) => `${count(n, 'utsending', 'utsendinger')} kom ikke fram`,
    why: {
      unknown: 'vi vet ikke om den kom fram',
      failed: 'den lot seg ikke sende',
      blocked: 'personen har blokkert boten',
      left: 'personen er ikke lenger i organisasjonen',
      deleted: 'stedet er slettet, eller boten er fjernet derfra',
      'no-route': 'ingen konto og ingen e-postadresse',
    } satisfies Record<NotReached, string>,
  },
  /** Who may do it, for a refusal: «Bare … kan …». */
  deeds: {
    'delivery.send': 'koordinatoren og lederen kan sende ut',
    'delivery.reach': 'koordinatoren og lederen kan se hvem som er nådd',
    'delivery.repeat': 'koordinatoren og lederen kan sende på nytt',
  },
  /** What a field is called where it is named in a sentence. */
  fieldNames: {},
  /** What help says of each command. */
  commands: {},
  refusals: {} satisfies RefusalTextsOf<DeliveryRefusal>,
};
