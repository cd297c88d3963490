/** What those who lead are told of deliveries that did not reach their place, and of sendings nobody decides on. */
import { troubleCard } from '../../../cards/deliveries/delivery-cards.ts';
import { lapsedCard, waitingCard } from '../../../cards/deliveries/delivery-waiting.ts';
import { news, partitionOf, type Thing } from '../../delivery/delivery.ts';
import { lapsesAt } from '../../delivery/look-after-sendings.ts';
import { type Sending, sendingId, sendings } from '../../delivery/sending.ts';
import type { Tools } from '../../tools.ts';
import type { Writer } from '../writer.ts';
import { reachedBy } from './delivery-reach.ts';
import { shownThing } from './delivery-things.ts';

export const deliveryWriters: Readonly<Record<string, Writer>> = {
  /** Nothing, when all has been put right meanwhile. */
  trouble: async ({ tools }, { thing }, { network }, speech) => {
    const { reach, stuck } = await reachedBy(tools, thing, network, speech);
    if (stuck.length === 0) return undefined;
    const shown = { thing: await shownThing(tools, thing, speech), network: network.name, reach, stuck };
    return { card: troubleCard(shown, speech) };
  },

  [news.waiting]: async (desk, { thing, message }, { network }, speech) => {
    const sending = await sendingNamed(desk.tools, thing, message.detail);
    if (sending?.state !== 'shown') return undefined;
    const told = { thing: await shownThing(desk.tools, thing, speech), network: network.name, ...about(sending) };
    return { card: waitingCard({ ...told, sending: sending.id, until: lapsesAt(sending) }, speech) };
  },

  [news.lapsed]: async (desk, { thing, message }, { network }, speech) => {
    const sending = await sendingNamed(desk.tools, thing, message.detail);
    if (sending?.state !== 'lapsed') return undefined;
    const told = { thing: await shownThing(desk.tools, thing, speech), network: network.name, ...about(sending) };
    return { card: lapsedCard(told, speech) };
  },
};

async function sendingNamed({ store }: Tools, thing: Thing, id = ''): Promise<Sending | undefined> {
  return (await sendings.get(store, partitionOf(thing), sendingId(id)))?.value;
}

function about({ message, to }: Sending) {
  return { message: message.kind, count: to.length };
}
