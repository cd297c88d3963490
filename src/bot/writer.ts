import type { Card } from '../../cards/card.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Member, Network } from '../features/networks/network.ts';
import type { Speech } from '../texts/speak.ts';
import type { Tools } from '../tools.ts';
import type { Instant } from '../world.ts';
import type { Settings } from './asking.ts';
import type { CalendarFile } from './platform.ts';

export type Words = {
  readonly card: Card;
  readonly calendar?: CalendarFile | undefined;
  /** Nobody is disturbed before this. */
  readonly notBefore?: Instant | undefined;
};

export type Recipient = { readonly network: Network; readonly member: Member };

/** What a writer has at hand. */
export type Desk = { readonly tools: Tools; readonly settings: Settings };

/** @returns undefined when there is nothing left to say */
export type Writer = (
  desk: Desk,
  delivery: Pick<Delivery, 'thing' | 'message' | 'to'>,
  to: Recipient,
  speech: Speech,
) => Promise<Words | undefined>;
