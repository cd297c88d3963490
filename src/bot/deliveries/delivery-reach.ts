/** How far what was sent about a thing has come. */
import type { Stuck } from '../../../cards/deliveries/delivery-cards.ts';
import { type Delivery, deliveries, type Place, partitionOf, type Thing } from '../../delivery/delivery.ts';
import { type Reach, reachOf } from '../../delivery/reach.ts';
import { sendings } from '../../delivery/sending.ts';
import type { Network } from '../../features/networks/network.ts';
import { members, networkPartition } from '../../features/networks/network-store.ts';
import type { Speech } from '../../texts/speak.ts';
import type { Tools } from '../../tools.ts';
import { type PlatformOf, routesTo } from '../routes.ts';
import { placeNames } from './delivery-things.ts';

export type Reached = { readonly reach: Reach; readonly stuck: readonly Stuck[]; readonly shown: readonly string[] };

/**
 * As it stands now, with names in place of ids.
 * @param platformOf where it is not known, a person that no way led to is taken to have none still
 */
export async function reachedBy(
  tools: Tools,
  about: Thing,
  network: Pick<Network, 'id' | 'name'>,
  speech: Speech,
  platformOf: PlatformOf = () => undefined,
): Promise<Reached> {
  const [owed, waiting, nameOf] = await Promise.all([
    deliveries.all(tools.store, partitionOf(about)),
    sendings.all(tools.store, partitionOf(about)),
    placeNames(tools, network.id, speech),
  ]);
  const whereOf = (to: Delivery['to']) => (to.kind === 'channel' ? channelWhere(to, speech) : nameOf(to));
  const reach = reachOf(owed.filter(({ value }) => value.networkId === network.id));
  const stuck = reach.troubled.map(async ({ id, to, why, message }): Promise<Stuck> => {
    const hasNoWay = why === 'no-route' && !(await hasWay(tools, network, to, platformOf));
    return { id, where: whereOf(to), message: message.kind, why, hasNoWay };
  });
  return {
    reach,
    stuck: await Promise.all(stuck),
    shown: waiting.filter(({ value }) => value.state === 'shown').map(({ value }) => value.id),
  };
}

/** Whether somebody whom no way led to can be reached by now. */
async function hasWay(
  tools: Tools,
  network: Pick<Network, 'id' | 'name'>,
  to: Delivery['to'],
  platformOf: PlatformOf,
): Promise<boolean> {
  if (to.kind !== 'member') return true;
  const member = await members.get(tools.store, networkPartition(network.id), to.id);
  return member !== undefined && (await routesTo(tools, platformOf, network, member.value)).length > 0;
}

/** A network's channels often have the same name on each platform. */
function channelWhere({ key, label }: Extract<Place, { kind: 'channel' }>, { say }: Speech): string {
  const platform = say.delivery.routes[key.split('|')[0] ?? ''];
  return platform === undefined ? label : `${label} (${platform})`;
}
