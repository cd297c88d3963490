/** What the members were asked to put in order of what a round has brought, and what came of it. Pure. */
import { z } from 'zod';
import { done, type Outcome, refused } from '../../outcome.ts';
import { instant, memberId, networkId } from '../networks/network.ts';
import { needId } from './need.ts';
import type { NeedSet, SetEntry } from './need-set.ts';
import { roundId } from './round.ts';

export const fewestToRank = 2;
/** As many as one list to choose from holds and is still read through. */
export const mostToRank = 40;

const rankedEntry = z.object({
  /** The entry's in the set as it was then. */
  key: z.string(),
  needIds: z.array(needId),
  /** The bundle's number, of an entry that was one. */
  bundle: z.int().positive().optional(),
  /** As it stood in the poll: what becomes of the need changes nothing of it. */
  text: z.string(),
});
export type RankedEntry = z.infer<typeof rankedEntry>;

export const rankingSchema = z.object({
  networkId,
  roundId,
  number: z.int().positive(),
  /** The poll it was put to. Where that is not there, it was never asked. */
  pollId: z.string(),
  /** In the order of the poll's options. */
  entries: z.array(rankedEntry),
  madeAt: instant,
  madeBy: memberId,
  /** A repeat of the request that made it finds it. */
  request: z.string(),
});
export type Ranking = z.infer<typeof rankingSchema>;

/**
 * In: the entries, and the rank of each option in the poll's order; none where nobody named it. Out: the rank of each
 * entry that has one, by its key.
 */
export function rankOf(
  { entries }: Pick<Ranking, 'entries'>,
  ranks: readonly (number | undefined)[],
): ReadonlyMap<string, number> {
  return new Map(
    entries.flatMap(({ key }, at) => {
      const rank = ranks[at];
      return rank === undefined ? [] : [[key, rank] as const];
    }),
  );
}

export type PickRankedRefusal =
  | { readonly code: 'too-few-to-rank'; readonly field: 'entries'; readonly fewest: number }
  | { readonly code: 'too-many-to-rank'; readonly field: 'entries'; readonly count: number; readonly most: number }
  | { readonly code: 'unknown-entry'; readonly field: 'entries'; readonly words: string };

/** In: references and bundles' numbers, parted by commas, semicolons or lines; nothing for all. Out: in the set's order. */
export function pickRanked(
  { entries }: Pick<NeedSet, 'entries'>,
  words: string,
): Outcome<readonly SetEntry[], PickRankedRefusal> {
  const named = words
    .split(/[,;\n]/)
    .map(each => each.trim())
    .filter(each => each !== '');
  const found = named.map(each => entries.find(entry => isMeant(entry, each)));
  const unknown = named.find((_, at) => !found[at]);
  if (unknown !== undefined)
    return refused({ code: 'unknown-entry', field: 'entries', words: unknown.slice(0, mostTold) });
  const picked = named.length === 0 ? entries : entries.filter(entry => found.includes(entry));
  if (picked.length < fewestToRank) return refused({ code: 'too-few-to-rank', field: 'entries', fewest: fewestToRank });
  return picked.length > mostToRank
    ? refused({ code: 'too-many-to-rank', field: 'entries', count: picked.length, most: mostToRank })
    : done(picked);
}

/** Enough to know it again. */
const mostTold = 60;

/** «BM-2027-0007», «bm 2027 7» and «7» name a need, also in its bundle; «felles behov 3» a bundle. */
function isMeant({ bundle, needs }: SetEntry, words: string): boolean {
  const [, name = '', number = ''] = /^(.*?)(\d+)$/.exec(words) ?? [];
  if (number === '') return false;
  if (/felles|joint|bundle/i.test(name)) return bundle?.number === Number(number);
  const [, year] = /(\d{4})/.exec(name) ?? [];
  return needs.some(({ reference = '' }) => {
    const [, its, last] = reference.split('-');
    return Number(last) === Number(number) && (year === undefined || its === year);
  });
}

/** What has become of what was ranked. */
export type EntryFate =
  | { readonly kind: 'stands' | 'withdrawn' | 'parted' }
  | { readonly kind: 'bundled'; readonly bundle: number };

/** @param set what the round holds now. @param withdrawn the ids of needs that are withdrawn */
export function fateOf(
  entry: RankedEntry,
  { entries }: Pick<NeedSet, 'entries'>,
  withdrawn: ReadonlySet<string>,
): EntryFate {
  if (entry.needIds.every(id => withdrawn.has(id))) return { kind: 'withdrawn' };
  const isIn = ({ needs }: SetEntry) => needs.some(({ id }) => entry.needIds.includes(id));
  const bundle = entries.find(isIn)?.bundle?.number;
  if (bundle === entry.bundle) return { kind: 'stands' };
  if (bundle !== undefined) return { kind: 'bundled', bundle };
  return entries.some(isIn) ? { kind: 'parted' } : { kind: 'stands' };
}
