/** How many parties have reported each theme, target group and sector: for all to see without telling of any one. Pure. */
import { z } from 'zod';
import { type HiddenList, hideSmall } from './hide-small.ts';
import type { Need } from './need.ts';
import type { NeedField } from './need-fields.ts';
import { isInSet } from './need-set.ts';

export const totalLists = ['themes', 'targetGroups', 'sectors'] as const satisfies readonly NeedField[];
export type TotalList = (typeof totalLists)[number];

/** By code; a party that has reported one in several needs is counted once. */
const counts = z.record(z.string(), z.int().positive());

export const needTotalsSchema = z.object({
  /** Those of whom at least one need stands. */
  parties: z.int().nonnegative(),
  themes: counts,
  targetGroups: counts,
  sectors: counts,
  /** Those who have said how many take part, and how many that is. */
  participants: z.object({ parties: z.int().nonnegative(), sum: z.int().nonnegative() }),
});
export type NeedTotals = z.infer<typeof needTotalsSchema>;

export function totalsOf(all: readonly Need[]): NeedTotals {
  const standing = all.filter(isInSet);
  const byParty = [...Map.groupBy(standing, ({ partyKey }) => partyKey).values()];
  const countsOf = (list: TotalList) => {
    const chosen = byParty.flatMap(needs => [...new Set(needs.flatMap(({ content }) => content[list] ?? []))]);
    return Object.fromEntries([...Map.groupBy(chosen, code => code)].map(([code, { length }]) => [code, length]));
  };
  const counted = standing.filter(({ content }) => content.participantCount !== undefined);
  return {
    parties: byParty.length,
    themes: countsOf('themes'),
    targetGroups: countsOf('targetGroups'),
    sectors: countsOf('sectors'),
    participants: {
      parties: new Set(counted.map(({ partyKey }) => partyKey)).size,
      sum: counted.reduce((sum, { content }) => sum + (content.participantCount ?? 0), 0),
    },
  };
}

export type TotalsShown = Readonly<Record<TotalList, HiddenList>> & {
  readonly parties: number;
  /** The smallest number that is shown. */
  readonly limit: number;
  readonly participants?: number;
};

/**
 * Out: as much of the totals as tells of no party.
 * @param codesIn every code of a list that may be chosen in the network, used or not
 */
export function totalsShown(
  totals: NeedTotals,
  limit: number,
  codesIn: (list: TotalList) => readonly string[],
): TotalsShown {
  const listed = (list: TotalList) => {
    const codes = new Set([...codesIn(list), ...Object.keys(totals[list])]);
    return hideSmall(new Map([...codes].map(code => [code, totals[list][code] ?? 0])), totals.parties, limit);
  };
  const { parties, sum } = totals.participants;
  return {
    parties: totals.parties,
    limit,
    themes: listed('themes'),
    targetGroups: listed('targetGroups'),
    sectors: listed('sectors'),
    // Where each can only have said one, the sum tells what each said.
    ...(parties >= limit && sum > parties && { participants: sum }),
  };
}
