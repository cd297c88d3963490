/** How far what was sent about a thing has come. */
import type { Stuck } from '../../cards/delivery-cards.ts';
import { deliveries, partitionOf, type Thing } from '../delivery/delivery.ts';
import { type Reach, reachOf } from '../delivery/reach.ts';
import { sendings } from '../delivery/sending.ts';
import type { NetworkId } from '../features/networks/network.ts';
import type { Speech } from '../texts/speak.ts';
import type { Tools } from '../tools.ts';
import { placeNames } from './delivery-things.ts';

export type Reached = { readonly reach: Reach; readonly stuck: readonly Stuck[]; readonly shown: readonly string[] };

/** As it stands now, with names in place of ids. */
export async function reachedBy(tools: Tools, about: Thing, networkId: NetworkId, speech: Speech): Promise<Reached> {
  const [owed, waiting, nameOf] = await Promise.all([
    deliveries.all(tools.store, partitionOf(about)),
    sendings.all(tools.store, partitionOf(about)),
    placeNames(tools, networkId, speech),
  ]);
  const reach = reachOf(owed.filter(({ value }) => value.networkId === networkId));
  return {
    reach,
    stuck: reach.troubled.map(({ id, to, why, message }) => ({ id, where: nameOf(to), message: message.kind, why })),
    shown: waiting.filter(({ value }) => value.state === 'shown').map(({ value }) => value.id),
  };
}
