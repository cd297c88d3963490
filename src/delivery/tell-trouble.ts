/** What could not be delivered is told to the coordinators: once for all that went wrong meanwhile. */
import type { MemberId, NetworkId } from '../features/networks/network.ts';
import { members, networkPartition } from '../features/networks/network-store.ts';
import { type Deed, may } from '../features/networks/who-may.ts';
import { remove } from '../store/collection.ts';
import type { Operation } from '../store/store.ts';
import type { Tools } from '../tools.ts';
import { epochMsOf, type Instant, instantOf } from '../world.ts';
import { type Delivery, isEarlierPosting, isNews, news, oweWords, troubles } from './delivery.ts';

/** What goes wrong together is told together. */
const gatherMs = 10_000;

/** How the thing's deliveries stand, told to who can do something about it. */
export const troubleMessage = { kind: news.trouble } as const;

/** Nobody is told that the news of it did not arrive, or that a posting is gone which a later one stands for. */
export function oweTrouble(delivery: Delivery, now: Instant): readonly Operation[] {
  const { networkId, thing } = delivery;
  if (isNews(delivery) || isEarlierPosting(delivery)) return [];
  return [troubles.upsert('trouble', { networkId, thing, dueAt: nextTelling(now) })];
}

/** The same for all of a while, so that steady trouble does not put off the news of it. */
function nextTelling(now: Instant): Instant {
  return instantOf((Math.floor(epochMsOf(now) / gatherMs) + 1) * gatherMs);
}

/** May run in any number of processes at once: the news is owed in the batch that removes its cause. */
export async function tellTrouble(tools: Tools): Promise<void> {
  await troubles.workOffDue(tools, async trouble => {
    const { networkId, thing } = trouble.value;
    const coordinators = await coordinatorsOf(tools, networkId);
    const now = tools.world.clock.now();
    await tools.store.batch(trouble.partition, [
      remove(trouble),
      ...oweWords({ networkId, thing }, troubleMessage, coordinators, trouble.etag, { now }),
    ]);
  });
}

/** Whoever did something, as long as they may still do what it calls for; else the coordinators. */
export async function whoStillLeads(
  { store }: Pick<Tools, 'store'>,
  network: NetworkId,
  id: MemberId,
  deed: Deed,
): Promise<readonly MemberId[]> {
  const member = await members.get(store, networkPartition(network), id);
  return member && may(member.value.roles, deed) ? [id] : coordinatorsOf({ store }, network);
}

export async function coordinatorsOf({ store }: Pick<Tools, 'store'>, id: NetworkId): Promise<readonly MemberId[]> {
  const all = await members.all(store, networkPartition(id));
  return all.filter(({ value }) => value.roles.includes('coordinator')).map(({ value }) => value.id);
}
