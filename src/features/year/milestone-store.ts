/** What is kept of milestones, and under which key: each in its own partition, with its reminders and what was posted of it. */
import { z } from 'zod';
import { retrying } from '../../outcome.ts';
import { Collection, type Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import type { NetworkId } from '../networks/network.ts';
import { networkPartition } from '../networks/network-store.ts';
import { type Milestone, type MilestoneId, milestoneId, milestoneSchema, yearOf } from './milestone.ts';

export const milestonePartition = (id: MilestoneId) => `milestone|${id}`;

/** Partition `milestone|<id>`, id `milestone`. */
export const milestones = new Collection('milestone', milestoneSchema, () => ({}), 500);

/** Partition `network|<id>`, id `milestone-number|<n>`: the network's milestones by number. */
export const milestoneNumbers = new Collection(
  'milestone-number',
  z.object({ milestoneId, number: z.int().positive() }),
  entry => ({ sortKey: String(entry.number).padStart(8, '0') }),
);

type Stored = Pick<Tools, 'store'>;

/** Undefined also when it was taken away. */
export async function milestoneBy({ store }: Stored, id: MilestoneId): Promise<Kept<Milestone> | undefined> {
  const milestone = await milestones.get(store, milestonePartition(id), 'milestone');
  return milestone?.value.removedAt ? undefined : milestone;
}

export async function milestoneNumbered(
  tools: Stored,
  networkId: NetworkId,
  number: number,
): Promise<Kept<Milestone> | undefined> {
  const entry = await milestoneNumbers.get(tools.store, networkPartition(networkId), `milestone-number|${number}`);
  return entry && milestoneBy(tools, entry.value.milestoneId);
}

/** Those of a calendar year that stand, in the order of their days. */
export async function milestonesIn(tools: Stored, networkId: NetworkId, year: number): Promise<readonly Milestone[]> {
  const entries = await milestoneNumbers.all(tools.store, networkPartition(networkId));
  const found = await Promise.all(entries.map(entry => milestoneBy(tools, entry.value.milestoneId)));
  return found
    .flatMap(kept => (kept && yearOf(kept.value.on) === year ? [kept.value] : []))
    .toSorted((a, b) => (a.on === b.on ? a.number - b.number : a.on < b.on ? -1 : 1));
}

/** Numbers for new milestones, taken once however often they are asked for. @returns in the order of the ids */
export async function takeNumbers(
  { store }: Stored,
  networkId: NetworkId,
  ids: readonly MilestoneId[],
): Promise<readonly number[]> {
  const partition = networkPartition(networkId);
  return retrying(async () => {
    const taken = new Map(
      (await milestoneNumbers.all(store, partition)).map(({ value }) => [value.milestoneId, value]),
    );
    const highest = Math.max(0, ...[...taken.values()].map(({ number }) => number));
    const missing = ids.filter(id => !taken.has(id)).map((id, at) => ({ milestoneId: id, number: highest + at + 1 }));
    for (const entry of missing) taken.set(entry.milestoneId, entry);
    const creates = missing.map(entry => milestoneNumbers.create(`milestone-number|${entry.number}`, entry));
    if (creates.length > 0) await store.batch(partition, creates);
    return ids.flatMap(id => taken.get(id)?.number ?? []);
  });
}
