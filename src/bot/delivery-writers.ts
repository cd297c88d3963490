/** What the coordinators are told of deliveries that did not reach their place. */
import { troubleCard } from '../../cards/delivery-cards.ts';
import { deliveries, partitionOf } from '../delivery/delivery.ts';
import { reachOf } from '../delivery/reach.ts';
import type { Writer } from './write-to.ts';

export const deliveryWriters: Readonly<Record<string, Writer>> = {
  /** Nothing, when all has been put right meanwhile. */
  trouble: async ({ tools: { store } }, { thing }, { network }, speech) => {
    const all = await deliveries.all(store, partitionOf(thing));
    const reach = reachOf(all);
    return reach.troubled.length > 0 ? { card: troubleCard({ thing, network, reach }, speech) } : undefined;
  },
};
