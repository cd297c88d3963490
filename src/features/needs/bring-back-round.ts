import { type Delivery, deliveries, owed, posting, postingId, postingPlaces } from '../../delivery/delivery.ts';
import { retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Actor } from '../networks/identify-member.ts';
import type { ChannelKey } from '../networks/network.ts';
import { channelLinks, networkPartition } from '../networks/network-store.ts';
import { aboutRound, roundPartition } from './need-store.ts';
import type { Round } from './round.ts';

/**
 * Owes a linked channel the posting of a round that is not closed anew, when it is gone, never was there or nobody knows
 * whether it stands. Any member may.
 */
export async function bringBackRound(
  { store, world }: Tools,
  actor: Actor,
  round: Round,
  channel: ChannelKey,
): Promise<void> {
  if (round.networkId !== actor.network.id || round.closing) return;
  const partition = roundPartition(round.id);
  await retrying(async () => {
    const [link, standing] = await Promise.all([
      channelLinks.get(store, networkPartition(round.networkId), channel),
      deliveries.get(store, partition, postingId(channel)),
    ]);
    const [place] = link ? postingPlaces([link.value]) : [];
    if (!place || (standing && !isLost.has(standing.value.state))) return;
    const again = owed(aboutRound(round), posting, place, { now: world.clock.now() });
    await store.batch(partition, [
      standing ? deliveries.replace(standing, again) : deliveries.create(postingId(channel), again),
    ]);
  });
}

const isLost: ReadonlySet<Delivery['state']> = new Set(['gone', 'given-up', 'unknown']);
