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

/** Year by year, in the order of the years. */
export function sumAmounts(all: readonly (readonly YearAmount[])[]): readonly YearAmount[] {
  const byYear = new Map<number, YearAmount>();
  for (const each of all.flat()) {
    const sum = byYear.get(each.year) ?? { year: each.year, owner: 0, partner: 0, coordination: 0 };
    byYear.set(each.year, {
      year: each.year,
      owner: sum.owner + each.owner,
      partner: sum.partner + each.partner,
      coordination: sum.coordination + each.coordination,
    });
  }
  return [...byYear.values()].toSorted((a, b) => a.year - b.year);
}

/** Both months count; 0 while one of them is unknown. */
export function monthsOf({ from, to }: Pick<NeedContent, 'from' | 'to'>): number {
  if (!from || !to) return 0;
  const [first, last] = [from, to].map(month => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)));
  return (last ?? 0) - (first ?? 0) + 1;
}
