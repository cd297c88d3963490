/** The count itself, and what it says. Pure. */
import { type Ballot, type Counts, type OptionId, type Poll, type Tally, worthOf } from './poll.ts';

type Counted = Pick<Poll, 'options' | 'choice'>;
type Cast = Pick<Ballot, 'options'>;

/** The order of ballots does not matter; an elector has at most one. Pure. */
export function tallyOf(poll: Counted, cast: readonly Cast[], entitled: number): Tally {
  const sums = new Map<OptionId, { count: number; ballots: number }>();
  for (const ballot of cast) {
    for (const [place, option] of ballot.options.entries()) {
      const { count = 0, ballots = 0 } = sums.get(option) ?? {};
      sums.set(option, { count: count + worthOf(poll, place), ballots: ballots + 1 });
    }
  }
  return { counts: inOrder(poll, sums), answered: cast.length, entitled };
}

/** Sums kept apart from the poll, with one ballot more or none. */
export function countsWith(poll: Counted, before: Counts, cast: readonly Cast[]): Counts {
  const sums = new Map(before.map(({ option, count, ballots = 0 }) => [option, { count, ballots }]));
  for (const { option, count, ballots = 0 } of tallyOf(poll, cast, 0).counts) {
    const had = sums.get(option) ?? { count: 0, ballots: 0 };
    sums.set(option, { count: had.count + count, ballots: had.ballots + ballots });
  }
  return inOrder(poll, sums);
}

type Sum = { readonly count: number; readonly ballots: number };

function inOrder({ options, choice }: Counted, sums: ReadonlyMap<OptionId, Sum>): Counts {
  return options.map(({ id }) => {
    const { count, ballots } = sums.get(id) ?? { count: 0, ballots: 0 };
    return { option: id, count, ...(choice === 'ranked' && { ballots }) };
  });
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

export type Ranked = {
  readonly option: OptionId;
  readonly count: number;
  readonly ballots: number;
  /** 1, 2, 2, 4 …: equal counts share one. What nobody named has none. */
  readonly rank?: number;
  readonly isShared: boolean;
};

/** Most first; equals in the poll's own order. */
export function rankedOf({ counts }: Pick<Tally, 'counts'>): readonly Ranked[] {
  return counts
    .map(({ option, count, ballots = 0 }) => ({
      option,
      count,
      ballots,
      ...(count > 0 && { rank: 1 + counts.filter(other => other.count > count).length }),
      isShared: count > 0 && counts.filter(other => other.count === count).length > 1,
    }))
    .toSorted((a, b) => b.count - a.count);
}
