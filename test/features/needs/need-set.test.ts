import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Bundle } from '../../../src/features/needs/bundle.ts';
import type { Need } from '../../../src/features/needs/need.ts';
import { totalAsked } from '../../../src/features/needs/need-money.ts';
import { isInSet, needSet } from '../../../src/features/needs/need-set.ts';
import { type NeedState, needStates } from '../../../src/features/needs/need-state.ts';
import type { Round } from '../../../src/features/needs/round.ts';

const parties = ['kommune|5501', 'kommune|5503', 'kommune|5601', 'eier|solstua'];
const round = {
  id: 'round',
  invited: parties.map(key => ({ key, name: key, ownerType: 'municipality' })),
} as unknown as Round;

const kroner = fc.integer({ min: 0, max: 10_000_000_000 });
const amount = fc.record({
  year: fc.integer({ min: 2027, max: 2029 }),
  owner: kroner,
  partner: kroner,
  coordination: kroner,
});

const givenNeeds = fc
  .array(
    fc.record({
      partyKey: fc.constantFrom(...parties),
      state: fc.constantFrom<NeedState>(...needStates),
      content: fc.record(
        {
          amounts: fc.array(amount, { maxLength: 3 }),
          participantCount: fc.integer({ min: 1, max: 100_000 }),
          themes: fc.uniqueArray(fc.constantFrom('trauma', 'transitions', 'leadership')),
        },
        { requiredKeys: [] },
      ),
      /** Which bundle it was put in, the last of several bundlings and undoings; 0 for none. */
      bundle: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 25 },
  )
  .map(all =>
    all.map((each, at) => ({ ...each, id: `need-${at}`, reference: `BM-2027-${String(at + 1).padStart(4, '0')}` })),
  );

type Given = typeof givenNeeds extends fc.Arbitrary<infer T> ? T : never;

function setOf(given: Given, undone: readonly number[]) {
  const bundles = [1, 2, 3].map(number => ({
    number,
    title: `Felles ${number}`,
    responsible: parties[number],
    needIds: given.filter(({ bundle }) => bundle === number).map(({ id }) => id),
    ...(undone.includes(number) && { undone: { at: '2027-02-02T08:00:00.000Z', by: 'kari' } }),
  }));
  return needSet(round, given as unknown as Need[], bundles as unknown as Bundle[]);
}

test('sums equal the sum of the parts, and each need stands once, after any bundlings and undoings', () => {
  fc.assert(
    fc.property(givenNeeds, fc.subarray([1, 2, 3]), (given, undone) => {
      const standing = given.filter(need => isInSet(need as unknown as Need));
      const { entries } = setOf(given, undone);
      const total = (contents: readonly { readonly content: object }[]) =>
        contents.reduce((sum, { content }) => sum + totalAsked(content), 0);
      expect(total(entries)).toBe(total(standing));
      for (const entry of entries) expect(totalAsked(entry.content)).toBe(total(entry.needs));
      const ids = entries.flatMap(({ needs }) => needs.map(({ id }) => String(id)));
      expect(ids.toSorted()).toEqual(standing.map(({ id }) => id).toSorted());
    }),
  );
});

test('the same needs make the same set, whichever order they were read in', () => {
  fc.assert(
    fc.property(givenNeeds, fc.infiniteStream(fc.nat()), (given, dice) => {
      const shuffled = given
        .map(each => ({ each, at: dice.next().value }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ each }) => each);
      const named = (of: typeof given) =>
        setOf(of, []).entries.map(({ key, needs }) => [key, needs.map(({ id }) => id)]);
      expect(named(shuffled)).toEqual(named(given));
    }),
  );
});

test('stands in the order of the municipalities’ numbers, named owners last', () => {
  const need = (partyKey: string, reference: string) =>
    ({ id: reference, partyKey, reference, state: 'submitted', content: {} }) as unknown as Need;
  const needs = [
    need('eier|solstua', 'BM-2027-0001'),
    need('kommune|5601', 'BM-2027-0002'),
    need('kommune|5501', 'BM-2027-0003'),
  ];
  expect(needSet(round, needs, []).entries.map(({ key }) => key)).toEqual([
    'BM-2027-0003',
    'BM-2027-0002',
    'BM-2027-0001',
  ]);
});
