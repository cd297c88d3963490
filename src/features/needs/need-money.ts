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

/** Both months count; 0 while one of them is unknown. */
export function monthsOf({ from, to }: Pick<NeedContent, 'from' | 'to'>): number {
  if (!from || !to) return 0;
  const [first, last] = [from, to].map(month => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)));
  return (last ?? 0) - (first ?? 0) + 1;
}
