/** One collection of needs: what is asked for, of whom, until when, and what may be done with it when. Pure. */
import { z } from 'zod';
import { done, type Outcome, refused } from '../../outcome.ts';
import { type GrantScheme, runsIn, schemeOf } from '../../reference/grant-schemes.ts';
import type { Instant } from '../../world.ts';
import { instant, memberId, networkId } from '../networks/network.ts';
import { invitedSchema } from './invited.ts';

export const roundId = z.string().min(1).max(100) as unknown as z.ZodType<string & { brand: 'RoundId' }>;
export type RoundId = z.infer<typeof roundId>;

/** `input`: a quick innspill of six fields. `need`: a whole behovsmelding. */
export const roundForms = ['input', 'need'] as const;
export type RoundForm = (typeof roundForms)[number];

export const roundSchema = z.object({
  id: roundId,
  networkId,
  /** What people call it by: 1, 2, 3 … within the network. */
  number: z.int().positive(),
  form: z.enum(roundForms),
  /** A grant scheme's code, and the year the grant is for. */
  scheme: z.string(),
  year: z.int(),
  invited: z.array(invitedSchema),
  opensAt: instant,
  closesAt: instant,
  openedBy: memberId,
  madeAt: instant,
  /** Opened or over by then without anyone doing anything: its postings are drawn anew. */
  turnAt: instant.optional(),
  closing: z.object({ at: instant, by: memberId, request: z.string() }).optional(),
  /** What it brought is given on for the agenda: what is bundled stays so. */
  handedOver: z.object({ at: instant, by: memberId }).optional(),
});
export type Round = z.infer<typeof roundSchema>;

export type RoundState = 'coming' | 'open' | 'over' | 'closed';

/** `over`: the deadline has passed, and the secretariat may still take what is late. Up to and with the deadline it is open. */
export function roundStateOf({ opensAt, closesAt, closing }: Round, now: Instant): RoundState {
  if (closing) return 'closed';
  if (now < opensAt) return 'coming';
  return now <= closesAt ? 'open' : 'over';
}

/** In which states a thing may be done, asked by rule and button alike. */
const statesFor = {
  answer: ['open'],
  takeLate: ['over'],
  import: ['open', 'over'],
  remind: ['open'],
  extend: ['coming', 'open', 'over'],
  close: ['coming', 'open', 'over'],
  /** Before that, whoever compares two looks would learn what the last one to answer chose. */
  shareTotals: ['over', 'closed'],
} as const satisfies Record<string, readonly RoundState[]>;
export type RoundDeed = keyof typeof statesFor;

export function roundCan(deed: RoundDeed, round: Round, now: Instant): boolean {
  const states: readonly RoundState[] = statesFor[deed];
  return states.includes(roundStateOf(round, now));
}

export type SchemeRefusal =
  | { readonly code: 'unknown-scheme'; readonly field: 'scheme' }
  /** Closed for new needs; `instead` is the one that took its place. */
  | { readonly code: 'scheme-closed'; readonly field: 'scheme'; readonly year: number; readonly instead?: GrantScheme };

/** Whether needs may be collected for a scheme in a year. */
export function openScheme(code: string, year: number): Outcome<GrantScheme, SchemeRefusal> {
  const scheme = schemeOf(code);
  if (!scheme) return refused({ code: 'unknown-scheme', field: 'scheme' });
  if (runsIn(scheme, year)) return done(scheme);
  const instead = scheme.replacedBy === undefined ? undefined : schemeOf(scheme.replacedBy);
  return refused({ code: 'scheme-closed', field: 'scheme', year, ...(instead && { instead }) });
}
