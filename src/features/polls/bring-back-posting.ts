import { type Delivery, deliveries, owed, posting, postingId, postingPlaces } from '../../delivery/delivery.ts';
import { retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Actor } from '../networks/identify-member.ts';
import type { ChannelKey } from '../networks/network.ts';
import { channelLinks, networkPartition } from '../networks/network-store.ts';
import { may } from '../networks/who-may.ts';
import type { Poll } from './poll.ts';
import { pollPartition } from './poll-store.ts';

/**
 * Owes a linked channel the poll's posting anew when it is gone or nobody knows whether it stands; an open poll's also
 * when it never was. Any member may bring back an open poll, only those who lead it one that is closed.
 * @returns whether a posting is owed now that was not
 */
export async function bringBackPosting(
  { store, world }: Tools,
  actor: Actor,
  poll: Poll,
  channel: ChannelKey,
): Promise<boolean> {
  if (poll.networkId !== actor.network.id) return false;
  return retrying(async () => {
    const [link, standing] = await Promise.all([
      channelLinks.get(store, networkPartition(poll.networkId), channel),
      deliveries.get(store, pollPartition(poll.id), postingId(channel)),
    ]);
    const [place] = link ? postingPlaces([link.value]) : [];
    if (!place || !mayBringBack(actor, poll, standing?.value)) return false;
    const about = { networkId: poll.networkId, thing: { kind: 'poll', id: poll.id } };
    const again = owed(about, posting, place, { now: world.clock.now() });
    await store.batch(pollPartition(poll.id), [
      standing ? deliveries.replace(standing, again) : deliveries.create(postingId(channel), again),
    ]);
    return true;
  });
}

function mayBringBack({ roles }: Actor, poll: Poll, standing: Delivery | undefined): boolean {
  const isMissing = standing ? isLost.has(standing.state) : !poll.closing;
  return isMissing && (!poll.closing || may(roles, 'poll.post-again'));
}

const isLost: ReadonlySet<Delivery['state']> = new Set(['gone', 'given-up', 'unknown']);
