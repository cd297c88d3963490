/** Equal needs of several parties made one, with one owner responsible, until it is undone or handed over. Pure. */
import { z } from 'zod';
import { instant, memberId, networkId } from '../networks/network.ts';
import { needId } from './need.ts';
import { roundId } from './round.ts';

export const fewestInBundle = 2;
/** One batch writes them all, with the bundle, what is owed and the round that they are checked against. */
export const mostInBundle = 60;

export const bundleSchema = z.object({
  networkId,
  roundId,
  /** What people call it by: 1, 2, 3 … within the round; never given to another. */
  number: z.int().positive(),
  title: z.string(),
  /** The key of the invited party that answers for it. */
  responsible: z.string(),
  /** Where it comes from. What one of them asks for stands in the need itself, and is summed when it is read. */
  needIds: z.array(needId).min(fewestInBundle).max(mostInBundle),
  madeAt: instant,
  madeBy: memberId,
  /** A repeat of the request that made it finds it. */
  request: z.string(),
  undone: z.object({ at: instant, by: memberId }).optional(),
});
export type Bundle = z.infer<typeof bundleSchema>;
