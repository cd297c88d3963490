/** How far what was sent about a thing has come. */
import type { Stuck } from '../../cards/delivery-cards.ts';
import { type Delivery, deliveries, type Place, partitionOf, type Thing } from '../delivery/delivery.ts';
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
  const whereOf = (to: Delivery['to']) => (to.kind === 'channel' ? channelWhere(to, speech) : nameOf(to));
  const reach = reachOf(owed.filter(({ value }) => value.networkId === networkId));
  return {
    reach,
    stuck: reach.troubled.map(({ id, to, why, message }) => ({ id, where: whereOf(to), message: message.kind, why })),
    shown: waiting.filter(({ value }) => value.state === 'shown').map(({ value }) => value.id),
  };
}

/** A network's channels often have the same name on each platform. */
function channelWhere({ key, label }: Extract<Place, { kind: 'channel' }>, { say }: Speech): string {
  const platform = say.delivery.routes[key.split('|')[0] ?? ''];
  return platform === undefined ? label : `${label} (${platform})`;
}
