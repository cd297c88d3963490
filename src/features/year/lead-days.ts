/** «30, 7 dager før»: how long before something people are to be told, as they write it. */

export const mostLeadDays = 6;
const longestLead = 365;

/** Words that say nothing more. */
const fillers = /\b(?:dag(?:er|ar)?|days?|og|and)\b|før|before|[,.\s]+/giu;
const none = /^(?:ingen|inga|none|0)$/i;
const numbers = /(\d{1,4})\s*(?:(dag(?:er|ar)?|days?)|(uke[r]?|veke[r]?|weeks?))?(?![\d\p{L}])/giu;

/**
 * In: numbers of days or weeks in any order, or that there are none. Out: days, the longest first, each once; undefined
 * when some of it is neither, or says more than six, or more than a year. A number takes the unit of the one after it.
 */
export function readLeadDays(words: string): readonly number[] | undefined {
  if (none.test(words.trim())) return [];
  if (words.replace(numbers, '').replace(fillers, '') !== '') return undefined;
  let perUnit = 1;
  const days = [...words.matchAll(numbers)].toReversed().map(([, count, inDays, inWeeks]) => {
    if (inDays !== undefined) perUnit = 1;
    if (inWeeks !== undefined) perUnit = 7;
    return Number(count) * perUnit;
  });
  const each = [...new Set(days)].toSorted((a, b) => b - a);
  const isFit = each.length > 0 && each.length <= mostLeadDays && each.every(day => day >= 1 && day <= longestLead);
  return isFit ? each : undefined;
}
