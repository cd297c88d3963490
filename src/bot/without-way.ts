import type { Member, MemberId, Network } from '../features/networks/network.ts';
import { members, networkPartition } from '../features/networks/network-store.ts';
import type { Asking } from './asking.ts';
import { routesTo } from './routes.ts';

/** Those of the people whom nothing can be written to as things are now: no chat leads to them, and no e-mail. */
export async function withoutWay(
  { tools, platformOf }: Pick<Asking, 'tools' | 'platformOf'>,
  network: Network,
  people: readonly MemberId[],
): Promise<readonly Member[]> {
  const all = await members.all(tools.store, networkPartition(network.id));
  const asked = all.map(({ value }) => value).filter(({ id }) => people.includes(id));
  const ways = await Promise.all(asked.map(member => routesTo(tools, platformOf, network, member)));
  return asked.filter((_, at) => ways[at]?.length === 0);
}
