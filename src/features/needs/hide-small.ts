/** Keeps a list of counts from telling of a few: small numbers, and whatever they could be worked out from. Pure. */

export type HiddenList =
  /** So few answered, or each said so little, that what is not shown could be worked out from what is. */
  | { readonly kind: 'withheld' }
  | {
      readonly kind: 'shown';
      /** The largest first. */
      readonly counts: readonly (readonly [code: string, count: number])[];
      /** How many of the codes are not among them: fewer than the limit have chosen each, or nobody. */
      readonly hidden: number;
    };

/**
 * In: how many parties have chosen each code that there is, those that nobody has among them, and how many parties there
 * are; each has chosen one or more, and may have chosen several. Out: those that at least `limit` have chosen. Which of the others a few have chosen
 * and which nobody has is not told, so each of them may be anything below the limit, unless all of them would have to be
 * as large as that for every party to have chosen something: then nothing is told of the list. Held by trying every way
 * to choose, in the test.
 * @param limit the smallest count that is shown; 1 shows all, but for those of nobody
 */
export function hideSmall(counts: ReadonlyMap<string, number>, parties: number, limit: number): HiddenList {
  const shown = [...counts].filter(([, count]) => count > 0 && count >= limit);
  const hidden = counts.size - shown.length;
  const largestFirst = shown.toSorted(([, a], [, b]) => b - a);
  if (limit === 1) return { kind: 'shown', counts: largestFirst, hidden: 0 };
  const sum = shown.reduce((all, [, count]) => all + count, 0);
  const room = sum + hidden * (limit - 1) - parties;
  const isKnown = hidden > 0 && room < leastRoom;
  return parties < limit || isKnown ? { kind: 'withheld' } : { kind: 'shown', counts: largestFirst, hidden };
}

/** One would do for the numbers; with two it is not told either that there was none. */
const leastRoom = 2;
