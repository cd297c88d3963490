/** What a meeting concluded on a case. Pure. */
import { z } from 'zod';
import type { PlainDate } from '../../world.ts';
import { memberId } from '../networks/network.ts';
import { caseId, deed } from './case.ts';

/** Enighet, tatt til orientering, utsatt. Voting is another matter, with seats, quorum and recusal. */
export const conclusionMethods = ['consensus', 'noted', 'postponed'] as const;
export type ConclusionMethod = (typeof conclusionMethods)[number];

export const followUpId = z.string().min(1).max(100) as unknown as z.ZodType<string & { readonly brand: 'FollowUpId' }>;
export type FollowUpId = z.infer<typeof followUpId>;

const plainDate = z.iso.date() as unknown as z.ZodType<PlainDate>;

export const agreedFollowUp = z.object({
  id: followUpId,
  ownerId: memberId,
  /** The owner's name when it was agreed: what the minutes said stands, whatever becomes of the person. */
  who: z.string(),
  what: z.string(),
  dueOn: plainDate.optional(),
});
export type AgreedFollowUp = z.infer<typeof agreedFollowUp>;

const dissent = z.object({ party: z.string(), text: z.string() });
export type Dissent = z.infer<typeof dissent>;

/** One version; a correction is the next one, and the latest counts. None is ever changed. */
export const conclusionSchema = z
  .object({
    caseId,
    version: z.int().positive(),
    discussion: z.string().optional(),
    method: z.enum(conclusionMethods),
    text: z.string().optional(),
    /** Protokolltilførsel. */
    dissent: z.array(dissent),
    followUps: z.array(agreedFollowUp),
  })
  .extend(deed.shape);
export type Conclusion = z.infer<typeof conclusionSchema>;

/** The one that counts for each case. */
export function latestConclusions(all: readonly Conclusion[]): ReadonlyMap<Conclusion['caseId'], Conclusion> {
  return new Map(all.toSorted((a, b) => a.version - b.version).map(each => [each.caseId, each]));
}
