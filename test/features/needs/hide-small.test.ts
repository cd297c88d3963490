import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hideSmall } from '../../../src/features/needs/hide-small.ts';

const sum = (counts: readonly number[]) => counts.reduce((all, each) => all + each, 0);

describe('with a limit of three', () => {
  test.each([
    ['nothing small: all is shown', [5, 3, 0], [5, 3, 0], 8],
    ['one small: the next goes with it', [5, 2, 9, 4], [5, 'hidden', 9, 'hidden'], 20],
    ['two small that are not all ones: they alone', [1, 2, 7], ['hidden', 'hidden', 7], 10],
    ['two ones are known from their sum: one more goes', [1, 1, 7, 8], ['hidden', 'hidden', 'hidden', 8], 17],
    ['one group alone: the total too', [2, 0], ['hidden', 0], 'hidden'],
  ] as const)('%s', (_, counts, cells, total) => {
    expect(hideSmall(counts, sum(counts), 3)).toEqual({ cells, total });
  });
});

/** Every way to fill the hidden cells that agrees with what is shown. */
function possible(cells: readonly (number | 'hidden')[], total: number | 'hidden', most: number): number[][] {
  const hidden = cells.filter(cell => cell === 'hidden').length;
  const shown = sum(cells.filter(cell => cell !== 'hidden'));
  const ways = (left: number): number[][] =>
    left === 0 ? [[]] : ways(left - 1).flatMap(way => Array.from({ length: most }, (_, index) => [...way, index + 1]));
  return ways(hidden).filter(way => total === 'hidden' || shown + sum(way) === total);
}

test('whoever knows the total still cannot tell any hidden count, and no small one is shown', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { maxLength: 5 }), fc.integer({ min: 2, max: 5 }), (counts, limit) => {
      const { cells, total } = hideSmall(counts, sum(counts), limit);
      for (const [at, cell] of cells.entries()) {
        if (cell !== 'hidden') {
          expect(cell).toBe(counts[at]);
          expect(cell === 0 || cell >= limit).toBe(true);
        }
      }
      expect(total === 'hidden' || total === 0 || total >= limit).toBe(true);
      const ways = possible(cells, total, 12);
      const hidden = cells.filter(cell => cell === 'hidden').length;
      for (let place = 0; place < hidden; place += 1) {
        expect(new Set(ways.map(way => way[place])).size).toBeGreaterThan(1);
      }
    }),
  );
});
