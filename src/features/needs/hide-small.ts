/** Keeps a table of counts from telling of a few: small cells, and whatever they could be worked out from. Pure. */

/** `hidden`: there is at least one, and it is not told how many. */
export type Shown = number | 'hidden';

export type HiddenTable = { readonly cells: readonly Shown[]; readonly total: Shown };

/**
 * In: the counts of a list of groups, in which one thing may count more than once, and the number of things. Out: the same,
 * where what is smaller than `limit` is hidden, with so many others, the smallest first, that no hidden one is the only
 * one or known from the sum of those hidden; the total too where all are hidden and still known. Zero is shown.
 * @param limit the smallest count that is shown, at least 1
 */
export function hideSmall(counts: readonly number[], total: number, limit: number): HiddenTable {
  const bySize = counts.map((count, at) => ({ count, at })).filter(({ count }) => count > 0);
  bySize.sort((a, b) => a.count - b.count || a.at - b.at);
  const small = bySize.filter(({ count }) => count < limit).length;
  if (small === 0) return { cells: counts, total: total > 0 && total < limit ? 'hidden' : total };
  let hidden = small;
  while (hidden < bySize.length && isKnown(bySize.slice(0, hidden))) hidden += 1;
  const places = new Set(bySize.slice(0, hidden).map(({ at }) => at));
  return {
    cells: counts.map((count, at) => (places.has(at) ? 'hidden' : count)),
    total: total < limit || isKnown(bySize.slice(0, hidden)) ? 'hidden' : total,
  };
}

/** One alone is known from the total, and so are ones when the sum is their number. */
function isKnown(hidden: readonly { readonly count: number }[]): boolean {
  const sum = hidden.reduce((all, { count }) => all + count, 0);
  return hidden.length < 2 || sum === hidden.length;
}
