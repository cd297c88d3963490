/** The count itself, and what it says. Pure. */
import type { Ballot, OptionId, Poll, Tally } from './poll.ts';

/** The order of ballots does not matter; an elector has at most one. Pure. */
export function tallyOf(poll: Poll, cast: readonly Ballot[], entitled: number): Tally {
  const sums = new Map<OptionId, number>();
  for (const ballot of cast) {
    for (const option of ballot.options) sums.set(option, (sums.get(option) ?? 0) + 1);
  }
  return {
    counts: poll.options.map(({ id }) => ({ option: id, count: sums.get(id) ?? 0 })),
    answered: cast.length,
    entitled,
  };
}

export type Standing =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'lead'; readonly option: OptionId; readonly isMajority: boolean }
  | { readonly kind: 'tie'; readonly options: readonly OptionId[] };

/** Which option has most, said plainly: a tie is a tie, and nobody casts the deciding vote. */
export function standingOf(tally: Tally): Standing {
  const most = Math.max(0, ...tally.counts.map(({ count }) => count));
  const leaders = tally.counts.filter(({ count }) => count === most).map(({ option }) => option);
  const [first, ...others] = leaders;
  if (most === 0 || first === undefined) return { kind: 'nobody' };
  if (others.length > 0) return { kind: 'tie', options: leaders };
  return { kind: 'lead', option: first, isMajority: most * 2 > tally.answered };
}
