import { retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { ChannelKey } from './network.ts';
import { channelLinks, channelPartition, channels, networkPartition } from './network-store.ts';

/**
 * The bot was added to a channel. Answers whether it has yet to introduce itself there: true once for each time it is
 * added, however often the platform tells of it.
 */
export async function joinChannel({ store, world }: Tools, key: ChannelKey): Promise<boolean> {
  return retrying(async () => {
    const now = world.clock.now();
    const known = await channels.get(store, channelPartition(key), 'channel');
    if (known && !known.value.lostAt) return false;
    const { lostAt: _, ...rest } = known?.value ?? {};
    const joined = { ...rest, introducedAt: now };
    // The channel itself comes last: until it is written, a repeat does all of it again.
    if (known?.value.networkId) await markLink({ store }, known.value.networkId, key, undefined);
    await store.batch(channelPartition(key), [
      known ? channels.replace(known, joined) : channels.create('channel', joined),
    ]);
    return true;
  });
}

/** The bot was removed from a channel: nothing more is posted there until it is added again. */
export async function leaveChannel({ store, world }: Tools, key: ChannelKey): Promise<void> {
  await retrying(async () => {
    const now = world.clock.now();
    const known = await channels.get(store, channelPartition(key), 'channel');
    if (!known || known.value.lostAt) return;
    if (known.value.networkId) await markLink({ store }, known.value.networkId, key, now);
    await store.batch(channelPartition(key), [channels.replace(known, { ...known.value, lostAt: now })]);
  });
}

async function markLink(
  { store }: Pick<Tools, 'store'>,
  networkId: Parameters<typeof networkPartition>[0],
  key: ChannelKey,
  lostAt: ReturnType<Tools['world']['clock']['now']> | undefined,
): Promise<void> {
  const link = await channelLinks.get(store, networkPartition(networkId), key);
  if (link) await store.batch(link.partition, [channelLinks.replace(link, { ...link.value, lostAt })]);
}
