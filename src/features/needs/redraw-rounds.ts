import { oweRedraw } from '../../delivery/delivery.ts';
import type { Tools } from '../../tools.ts';
import type { NetworkId } from '../networks/network.ts';
import { aboutRound } from './need-store.ts';
import { latestRounds } from './round-meant.ts';

/** Those whose postings people still look at. */
const mostRounds = 5;

/** The latest rounds' postings are drawn anew: what they name is called something else. May be repeated. */
export async function redrawRounds({ store, world }: Tools, network: NetworkId): Promise<void> {
  const now = world.clock.now();
  for (const { partition, value } of await latestRounds({ store }, network, mostRounds)) {
    await store.batch(partition, [oweRedraw(aboutRound(value), now)]);
  }
}
