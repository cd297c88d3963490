import type { Need } from '../../features/needs/need.ts';
import { needs, roundPartition } from '../../features/needs/need-store.ts';
import type { RoundId } from '../../features/needs/round.ts';
import type { Tools } from '../../tools.ts';

/** Returned needs whose own deadline was this one, and that have not come again; none before it has passed. */
export async function unansweredIn({ store, world }: Tools, round: RoundId, dueAt: string): Promise<readonly Need[]> {
  if (world.clock.now() <= dueAt) return [];
  const all = await needs.all(store, roundPartition(round));
  return all
    .map(({ value }) => value)
    .filter(({ state, returned }) => state === 'returned' && returned?.dueAt === dueAt);
}
