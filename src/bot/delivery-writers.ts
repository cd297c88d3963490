/** What the coordinators are told of deliveries that did not reach their place. */
import { troubleCard } from '../../cards/delivery-cards.ts';
import { reachedBy } from './delivery-reach.ts';
import { shownThing } from './delivery-things.ts';
import type { Writer } from './write-to.ts';

export const deliveryWriters: Readonly<Record<string, Writer>> = {
  /** Nothing, when all has been put right meanwhile. */
  trouble: async ({ tools }, { thing }, { network }, speech) => {
    const { reach, stuck } = await reachedBy(tools, thing, network, speech);
    if (stuck.length === 0) return undefined;
    return { card: troubleCard({ thing: await shownThing(tools, thing, speech), reach, stuck }, speech) };
  },
};
