/** The milestones of a network's year: dated, known in advance, and told of in its channels before they come. */
import { z } from 'zod';
import type { About } from '../../delivery/delivery.ts';
import { instant, memberId, networkId, plainDate } from '../networks/network.ts';

export const milestoneId = z.string().min(1).max(200) as unknown as z.ZodType<string & { brand: 'MilestoneId' }>;
export type MilestoneId = z.infer<typeof milestoneId>;

export const mostTitle = 120;
export const mostNote = 500;
/** Each can be chosen among the others in one form. */
export const mostInYear = 60;

export const milestoneSchema = z.object({
  id: milestoneId,
  networkId,
  /** What people call it by: 1, 2, 3 … within the network. */
  number: z.int().positive(),
  title: z.string(),
  on: plainDate,
  /** Days before it, the longest first, when the network's channels are told. */
  leadDays: z.array(z.int().positive()),
  note: z.string().optional(),
  addedBy: memberId,
  addedAt: instant,
  /** What was posted of it says so from then on. */
  removedAt: instant.optional(),
});
export type Milestone = z.infer<typeof milestoneSchema>;

/** What its deliveries are about. */
export const aboutMilestone = ({ id, networkId }: Pick<Milestone, 'id' | 'networkId'>): About => ({
  networkId,
  thing: { kind: 'milestone', id },
});

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
