/** What one party reports that it lacks: an innspill or a behovsmelding, from its first draft to the grant decision. Pure. */
import { z } from 'zod';
import { instant, memberId, networkId, plainDate } from '../networks/network.ts';
import { analysisBases, anchorings, needKinds, needPages, partnerStates, privateOwnerAnswers } from './need-fields.ts';
import { type NeedStep, needStates, needSteps } from './need-state.ts';
import { roundForms, roundId } from './round.ts';

export const needId = z.string().min(1).max(100) as unknown as z.ZodType<string & { brand: 'NeedId' }>;
export type NeedId = z.infer<typeof needId>;

const amount = z.int().nonnegative();

/** As it is kept: looked through when it was typed, and not again each time it is read. */
export const keptContent = z
  .object({
    kind: z.enum(needKinds),
    ownerType: z.string(),
    participants: z.array(z.string()),
    sectors: z.array(z.string()),
    sectorExplanation: z.string(),
    privateOwners: z.enum(privateOwnerAnswers),
    privateOwnersText: z.string(),
    title: z.string(),
    themes: z.array(z.string()),
    description: z.string(),
    analysisBasis: z.array(z.enum(analysisBases)),
    analysisText: z.string(),
    staffInvolvement: z.string(),
    anchoring: z.array(z.enum(anchorings)),
    anchoredOn: plainDate,
    targetGroups: z.array(z.string()),
    participantCount: z.int(),
    levels: z.array(z.string()),
    goal: z.string(),
    plannedMeasure: z.string(),
    partner: z.string(),
    partnerState: z.enum(partnerStates),
    wantsStatped: z.boolean(),
    from: z.string(),
    to: z.string(),
    amounts: z.array(z.object({ year: z.int(), owner: amount, partner: amount, coordination: amount })),
    coFunding: amount,
    priority: z.int(),
    samiPerspective: z.string(),
    links: z.array(z.string()),
    explanation: z.string(),
    contact: z.string(),
    phone: z.string(),
  })
  .partial();

/** Each save of a page is one more; whoever saves says which one they had before them. */
const page = z.object({ revision: z.int().positive(), savedAt: instant, savedBy: memberId });

const stepNames = Object.keys(needSteps) as [NeedStep, ...NeedStep[]];

export const needSchema = z.object({
  id: needId,
  networkId,
  roundId,
  /** Which of the invited. */
  partyKey: z.string(),
  form: z.enum(roundForms),
  /** `BM-2027-0007`, given when it is first sent; never given to another. */
  reference: z.string().optional(),
  state: z.enum(needStates),
  content: keptContent,
  pages: z.partialRecord(z.enum(needPages), page),
  startedAt: instant,
  startedBy: memberId,
  /** It came in a file; `revision`: what its pages had when it was last taken in. */
  takenIn: z.object({ at: instant, by: memberId, revision: z.int().positive() }).optional(),
  /** Taken after the deadline, by the secretariat. */
  late: z.object({ reason: z.string(), by: memberId }).optional(),
  /** A returned need has a deadline of its own. */
  returned: z.object({ reason: z.string(), dueAt: instant }).optional(),
  /** Every step, oldest first; `isOwn`: by one of the secretariat who answers for the party too. */
  history: z.array(
    z.object({
      step: z.enum(stepNames),
      at: instant,
      by: memberId,
      reason: z.string().optional(),
      isOwn: z.boolean().optional(),
    }),
  ),
});
export type Need = z.infer<typeof needSchema>;
