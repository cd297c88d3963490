/** What is kept of follow-ups, and under which key. */
import { z } from 'zod';
import { Collection, type Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import type { NetworkId } from '../networks/network.ts';
import { networkPartition } from '../networks/network-store.ts';
import { type FollowUpId, followUpId } from './case-conclusion.ts';
import { byDue, type FollowUp, followUpSchema, isOpen } from './follow-up.ts';

/** A partition of its own, so that it stands with its reminders: they end in the batch that closes it. */
export const followUpPartition = (id: FollowUpId) => `follow-up|${id}`;

/** Partition `follow-up|<id>`, id `follow-up`. */
export const followUps = new Collection('follow-up', followUpSchema);

/**
 * Partition `network|<id>`, id `follow-up|<id>`: where the network's open ones are found. Written before the follow-up and
 * taken away after it is closed or dropped: what is cut off between leaves an entry that leads nowhere, and never an open follow-up
 * that nobody finds.
 */
export const followUpEntries = new Collection('follow-up-entry', z.object({ id: followUpId }));
export const followUpEntryKey = (id: FollowUpId) => `follow-up|${id}`;

/** The network's open ones, those due first first. */
export async function openFollowUps(
  { store }: Pick<Tools, 'store'>,
  networkId: NetworkId,
): Promise<readonly FollowUp[]> {
  const entries = await followUpEntries.all(store, networkPartition(networkId));
  const found = await Promise.all(entries.map(({ value: { id } }) => followUpOf({ store }, id)));
  return found.flatMap(kept => (kept && isOpen(kept.value) ? [kept.value] : [])).toSorted(byDue);
}

export async function followUpOf({ store }: Pick<Tools, 'store'>, id: FollowUpId): Promise<Kept<FollowUp> | undefined> {
  return followUps.get(store, followUpPartition(id), 'follow-up');
}
