/** The money of a need in whole kroner; nothing is rounded. Pure. */
import type { NeedContent } from './need-fields.ts';

export type YearAmount = {
  readonly year: number;
  readonly owner: number;
  readonly partner: number;
  readonly coordination: number;
};

export function totalAsked({ amounts = [] }: Pick<NeedContent, 'amounts'>): number {
  return amounts.reduce((sum, { owner, partner, coordination }) => sum + owner + partner + coordination, 0);
}

/** One line a year, the earliest first. */
export function amountsSummed(amounts: readonly YearAmount[]): readonly YearAmount[] {
  const byYear = Map.groupBy(amounts, ({ year }) => year);
  return [...byYear]
    .toSorted(([one], [other]) => one - other)
    .map(([year, of]) => ({
      year,
      owner: of.reduce((sum, { owner }) => sum + owner, 0),
      partner: of.reduce((sum, { partner }) => sum + partner, 0),
      coordination: of.reduce((sum, { coordination }) => sum + coordination, 0),
    }));
}

/** Both months count; 0 while one of them is unknown. */
export function monthsOf({ from, to }: Pick<NeedContent, 'from' | 'to'>): number {
  if (!from || !to) return 0;
  const [first, last] = [from, to].map(month => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)));
  return (last ?? 0) - (first ?? 0) + 1;
}
