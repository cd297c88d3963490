/** What a delivery says to one person: a writer for each kind of message. */
import type { Card } from '../../cards/card.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Member, Network } from '../features/networks/network.ts';
import { type Speech, speak } from '../texts/speak.ts';
import type { Tools } from '../tools.ts';
import type { Instant } from '../world.ts';
import { agendaWriters } from './agenda-writers.ts';
import type { Settings } from './asking.ts';
import { deliveryWriters } from './delivery-writers.ts';
import { meetingWriters } from './meeting-writers.ts';
import type { CalendarFile } from './platform.ts';
import { pollWriters } from './poll-writers.ts';

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

/** One row for each kind of message to a person. */
const writers: Readonly<Record<string, Writer>> = {
  ...deliveryWriters,
  ...pollWriters,
  ...meetingWriters,
  ...agendaWriters,
};

/** In the person's own language, else the network's. */
export async function writeTo(
  desk: Desk,
  delivery: Pick<Delivery, 'thing' | 'message' | 'to'>,
  to: Recipient,
): Promise<Words | undefined> {
  const speech = speak(to.member.language ?? to.network.languages[0] ?? 'nb', to.network.zone);
  return writers[delivery.message.kind]?.(desk, delivery, to, speech);
}
