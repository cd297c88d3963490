import { describe, expect, test } from '@jest/globals';
import { type HiddenList, hideSmall } from '../../../src/features/needs/hide-small.ts';

const byLetter = (counts: readonly number[]) => new Map(counts.map((count, at) => ['abcdefgh'.charAt(at), count]));
const shown = (counts: readonly (readonly [string, number])[], hidden: number) => ({ kind: 'shown', counts, hidden });

describe('with a limit of three', () => {
  test.each([
    [
      'nothing small',
      [5, 3],
      6,
      shown(
        [
          ['a', 5],
          ['b', 3],
        ],
        0,
      ),
    ],
    ['one small: which of the others it is, is not told', [1, 2, 7, 0], 8, shown([['c', 7]], 3)],
    [
      'the largest first, equal ones in their own order',
      [3, 9, 3, 0, 1],
      9,
      shown(
        [
          ['b', 9],
          ['a', 3],
          ['c', 3],
        ],
        2,
      ),
    ],
    ['all small', [1, 2, 1, 1], 4, shown([], 4)],
    ['only zeros hidden', [6, 0, 0], 6, shown([['a', 6]], 2)],
    ['the only small one is all that the rest can have', [3, 2], 5, { kind: 'withheld' }],
    ['nearly so', [4, 2], 5, { kind: 'withheld' }],
    ['every one as large as may be hidden', [2, 2], 4, { kind: 'withheld' }],
    ['fewer parties than the limit', [2, 1, 1, 0], 2, { kind: 'withheld' }],
    ['nobody', [0, 0, 0], 0, { kind: 'withheld' }],
  ] as const)('%s', (_, counts, parties, expected) => {
    expect(hideSmall(byLetter(counts), parties, 3)).toEqual(expected);
  });
});

test('a limit of one shows everything but what nobody has chosen', () => {
  expect(hideSmall(byLetter([1, 0, 2]), 2, 1)).toEqual(
    shown(
      [
        ['c', 2],
        ['a', 1],
      ],
      0,
    ),
  );
});

/** Every way to count so many codes among so many parties, each of which has chosen from one to `most` of them. */
function everyCount(codes: number, parties: number, most: number): readonly (readonly number[])[] {
  const subsets = Array.from({ length: 2 ** codes }, (_, bits) =>
    Array.from({ length: codes }, (__, at) => (bits >> at) & 1),
  ).filter(chosen => {
    const size = chosen.reduce((sum, each) => sum + each, 0);
    return size >= 1 && size <= most;
  });
  let reached = new Map([['', Array.from({ length: codes }, () => 0)]]);
  for (let party = 0; party < parties; party += 1) {
    const next = [...reached.values()].flatMap(counts =>
      subsets.map(chosen => counts.map((count, at) => count + (chosen[at] ?? 0))),
    );
    reached = new Map(next.map(counts => [counts.join(), counts]));
  }
  return [...reached.values()];
}

/**
 * Every list lets more than one be chosen. Whoever knows how the list is made, how many parties there are and what is shown: no count that is hidden can be only
 * one, but for that nobody has chosen any more when all have chosen as many as they may.
 */
test.each([2, 3, 4].flatMap(limit => [2, 3, 4, 5].flatMap(codes => [2, 3].map(most => [limit, codes, most] as const))))(
  'limit %i, %i codes of which each may choose %i: no hidden count can be worked out',
  (limit, codes, most) => {
    for (let parties = 1; parties <= 11 - codes; parties += 1) {
      const alike = Map.groupBy(everyCount(codes, parties, most), counts =>
        JSON.stringify(hideSmall(byLetter(counts), parties, limit)),
      );
      for (const [output, ways] of alike)
        expect({ output, parties, known: known(output, ways, limit) }).toMatchObject({ known: [] });
    }
  },
);

/** Which of those that are not shown have one count in every way that shows the same, but for nobody. */
function known(output: string, ways: readonly (readonly number[])[], limit: number): readonly number[] {
  const list = JSON.parse(output) as HiddenList;
  const told = list.kind === 'shown' ? list.counts : [];
  expect(told.every(([, count]) => count >= limit)).toBe(true);
  const places = ways[0]?.map((_, at) => at) ?? [];
  return places
    .filter(at => told.every(([code]) => code !== 'abcdefgh'.charAt(at)))
    .filter(at => {
      const possible = new Set(ways.map(counts => counts[at] ?? 0));
      return possible.size === 1 && !possible.has(0);
    });
}
