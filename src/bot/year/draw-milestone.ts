import { milestoneCard } from '../../../cards/year/year-milestone-cards.ts';
import { networkPartition, networks } from '../../features/networks/network-store.ts';
import type { MilestoneId } from '../../features/year/milestone.ts';
import { milestonePartition, milestones } from '../../features/year/milestone-store.ts';
import type { Tools } from '../../tools.ts';
import type { Drawing } from '../drawing.ts';

/** A milestone's posting; one that was removed says so. */
export async function drawMilestone({ store }: Tools, id: string): Promise<Drawing | undefined> {
  const milestone = await milestones.get(store, milestonePartition(id as MilestoneId), 'milestone');
  if (!milestone) return undefined;
  const network = await networks.get(store, networkPartition(milestone.value.networkId), 'network');
  if (!network) throw new Error('A milestone stands in no network');
  const { zone, languages } = network.value;
  return { zone, languages, write: speech => milestoneCard(milestone.value, speech) };
}
