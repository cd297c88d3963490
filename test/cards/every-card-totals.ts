/** Every state a round's totals can be in: nothing reported, too little to tell, all of every list. */
import { type CountedShown, roundTotalsCard } from '../../cards/needs/round-totals.ts';
import { vocabularyOf } from '../../src/features/needs/need-terms.ts';
import { type NeedTotals, type TotalList, totalLists, totalsShown } from '../../src/features/needs/need-totals.ts';
import { vocabulary } from '../../src/reference/vocabulary.ts';
import type { Instant } from '../../src/world.ts';
import type { States } from './every-card-states.ts';

const codesIn = (list: TotalList) => vocabulary[vocabularyOf[list]].map(({ code }) => code);
const countedAt = '2027-02-01T23:00:00.000Z' as Instant;

function totals(parties: number, countOf: (at: number) => number): NeedTotals {
  const countsOf = (list: TotalList) =>
    Object.fromEntries(codesIn(list).flatMap((code, at) => (countOf(at) > 0 ? [[code, countOf(at)]] : [])));
  return {
    parties,
    themes: countsOf('themes'),
    targetGroups: countsOf('targetGroups'),
    sectors: countsOf('sectors'),
    participants: { parties, sum: parties * 31 },
  };
}

const counted = (given: NeedTotals, limit = 3): CountedShown => ({
  totals: totalsShown(given, limit, codesIn),
  countedAt,
});

export const everyCount = {
  nothing: counted(totals(0, () => 0)),
  'too few': counted(totals(2, at => (at < 2 ? 1 : 0))),
  'all small': counted(totals(9, at => 1 + (at % 2))),
  'what would be told': counted(totals(5, at => [3, 2][at] ?? 0)),
  usual: counted(totals(38, at => Math.max(0, 19 - 2 * at))),
  everything: counted(totals(357, at => 300 - at)),
  'no limit': counted(
    totals(3, at => 1 + (at % 3)),
    1,
  ),
} as const satisfies Record<string, CountedShown>;

/** @param draw the round the card is of */
export function totalsStates(round: Parameters<typeof roundTotalsCard>[0]['round']): Readonly<Record<string, States>> {
  return {
    roundTotalsCard: Object.entries(everyCount).flatMap(
      ([state, shown]): States => [
        [state, speech => roundTotalsCard({ round, counted: shown }, speech)] as const,
        [`${state}, live`, speech => roundTotalsCard({ round, counted: { ...shown, isLive: true } }, speech)] as const,
        ...totalLists.flatMap(list =>
          [0, 20, 600].map((from): States[number] => [
            `${state}, ${list} ${from}`,
            speech => roundTotalsCard({ round, counted: shown, page: { list, from } }, speech),
          ]),
        ),
      ],
    ),
  };
}
