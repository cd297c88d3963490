/** A case (sak) of a meeting: what it is, where it stands and what can be done with it. Pure. */
import { z } from 'zod';
import { instant, memberId } from '../networks/network.ts';
import { meetingId } from './meeting.ts';

export const caseId = z.string().min(1).max(100) as unknown as z.ZodType<string & { readonly brand: 'CaseId' }>;
export type CaseId = z.infer<typeof caseId>;

/** Beslutning, drøfting, orientering, godkjenning, eventuelt. */
export const caseTypes = ['decision', 'discussion', 'information', 'approval', 'other'] as const;
export type CaseType = (typeof caseTypes)[number];

/** What one agenda holds, with the suggestions that wait: more are not treated in one meeting, nor shown in one card. */
export const mostCases = 40;
export const mostLinks = 10;
/** What each box of a form holds, so that all of one form together fit in a card of either chat. */
export const mostCharacters = {
  title: 150,
  owner: 100,
  basis: 200,
  reason: 300,
  order: 300,
  proposal: 2000,
  links: 3000,
  discussion: 3000,
  conclusion: 2000,
  dissent: 1500,
  followUps: 1500,
  comment: 3000,
  note: 500,
} as const;

/** A deed with its author. */
export const deed = z.object({ at: instant, by: memberId, request: z.string() });
export type Done = z.infer<typeof deed>;

const caseNumber = z.object({ number: z.int().positive(), year: z.int() });
export type CaseNumber = z.infer<typeof caseNumber>;

export const link = z.object({ title: z.string(), url: z.string() });
export type Link = z.infer<typeof link>;

export const caseSchema = z.object({
  id: caseId,
  meetingId,
  /** Running per network and year: given once, never changed and never used again, also when the case is withdrawn. */
  number: caseNumber.optional(),
  /** Empty where `approves` says what it is about. */
  title: z.string(),
  caseType: z.enum(caseTypes),
  /** The member or the party that presents it. */
  owner: z.string().optional(),
  minutes: z.int().positive().optional(),
  /** Papers: https only. */
  links: z.array(link),
  /** Forslag til innstilling or vedtak. */
  proposal: z.string().optional(),
  /** Everything is open unless the law exempts it, and then the law's paragraph is named (offentleglova § 3). */
  access: z.discriminatedUnion('level', [
    z.object({ level: z.literal('public') }),
    z.object({ level: z.literal('exempt'), basis: z.string() }),
  ]),
  /** The earlier meeting whose minutes are to be approved. */
  approves: z.object({ meetingId, number: z.int().positive() }).optional(),
  suggested: deed,
  /** Put on the agenda by the secretariat. */
  accepted: deed.optional(),
  withdrawn: deed.optional(),
  /** Raised by every edit: whoever edits over somebody else's edit is told. */
  revision: z.int().nonnegative().default(0),
  edited: deed.optional(),
});
export type Case = z.infer<typeof caseSchema>;

export type CaseState = 'suggested' | 'onAgenda' | 'withdrawn';

export function stateOfCase({ accepted, withdrawn }: Pick<Case, 'accepted' | 'withdrawn'>): CaseState {
  if (withdrawn) return 'withdrawn';
  return accepted ? 'onAgenda' : 'suggested';
}

const possibleIn = {
  accept: ['suggested'],
  edit: ['suggested', 'onAgenda'],
  withdraw: ['suggested', 'onAgenda'],
  conclude: ['onAgenda'],
} as const satisfies Record<string, readonly CaseState[]>;

/** What can be done with a case as it stands, asked by rules and cards alike; the meeting must allow it too. */
export function caseCan(each: Case, wanted: keyof typeof possibleIn): boolean {
  const states: readonly CaseState[] = possibleIn[wanted];
  return states.includes(stateOfCase(each));
}

/** Without the proposal and the papers of a case exempt from public access, for those who may not read them. */
export function caseReadBy(each: Case, mayReadExempt: boolean): Case {
  if (mayReadExempt || each.access.level === 'public') return each;
  const { proposal: _, ...rest } = each;
  return { ...rest, links: [] };
}

/** `4/27`, as agendas in the field number their cases: running number and year. */
export function caseNumberText({ number, year }: CaseNumber): string {
  return `${number}/${String(year % 100).padStart(2, '0')}`;
}
