import { describe, expect, test } from '@jest/globals';
import { coverageStateOf } from '../../../src/features/needs/coverage.ts';
import type { Invited } from '../../../src/features/needs/invited.ts';
import type { Need, NeedId } from '../../../src/features/needs/need.ts';
import type { NeedContent } from '../../../src/features/needs/need-fields.ts';
import type { NeedState } from '../../../src/features/needs/need-state.ts';
import { type TotalList, type TotalsShown, totalsOf, totalsShown } from '../../../src/features/needs/need-totals.ts';
import type { RoundId } from '../../../src/features/needs/round.ts';
import { summed } from '../../../src/features/needs/round-coverage.ts';
import { type Instant, idFrom } from '../../../src/world.ts';
import { castMemberId, castNetwork } from '../../cast.ts';

function need(partyKey: string, content: NeedContent, state: NeedState = 'submitted'): Need {
  return {
    id: idFrom(partyKey, JSON.stringify(content), state) as NeedId,
    networkId: castNetwork.id,
    roundId: 'round-1' as RoundId,
    partyKey,
    form: 'input',
    state,
    content,
    pages: {},
    startedAt: '2027-01-11T08:00:00.000Z' as Instant,
    startedBy: castMemberId('per'),
    history: [],
  };
}

const codesIn = (list: TotalList) => ['a', 'b', 'c', 'd'].map(letter => `${list}-${letter}`);

describe('totals', () => {
  test('count parties, not needs, and only needs that stand', () => {
    const totals = totalsOf([
      need('one', { themes: ['trauma', 'absence'], sectors: ['eps'], participantCount: 10 }),
      need('one', { themes: ['trauma'], participantCount: 20 }, 'complete'),
      need('two', { themes: ['trauma'] }, 'inNetwork'),
      need('three', { themes: ['trauma'], participantCount: 5 }, 'draft'),
      need('four', { themes: ['trauma'] }, 'returned'),
      need('five', { themes: ['trauma'] }, 'withdrawn'),
    ]);
    expect(totals).toEqual({
      parties: 2,
      themes: { trauma: 2, absence: 1 },
      targetGroups: {},
      sectors: { eps: 1 },
      participants: { parties: 1, sum: 30 },
    });
  });

  test('participants are told only summed over as many as the limit, and not where each can only have said one', () => {
    const from = (...all: readonly number[]) =>
      totalsShown(totalsOf(all.map((n, at) => need(String(at), { participantCount: n }))), 3, codesIn).participants;
    expect([from(10, 20, 30), from(10, 20), from(1, 1, 1), from(1, 1, 2)]).toEqual([60, undefined, undefined, 4]);
  });

  test('a code that is offered no more is counted', () => {
    const totals = totalsOf(['1', '2', '3'].map(party => need(party, { themes: ['gone'], sectors: ['sectors-a'] })));
    expect(totalsShown(totals, 3, codesIn).themes).toEqual({ kind: 'shown', counts: [['gone', 3]], hidden: 4 });
  });
});

const parties: readonly Invited[] = [
  { key: 'one', name: 'One', ownerType: 'municipality', county: '55' },
  { key: 'two', name: 'Two', ownerType: 'municipality', county: '56' },
  { key: 'three', name: 'Three', ownerType: 'privateKindergarten' },
  { key: 'four', name: 'Four', ownerType: 'municipality', county: '55' },
];

/** Nothing, or one or both of two. */
const choices = [['a'], ['b'], ['a', 'b']] as const;
const gifts: readonly (NeedContent | undefined)[] = [
  undefined,
  ...choices.flatMap(themes =>
    choices.map(sectors => ({ themes: [...themes], sectors: [...sectors], targetGroups: ['a'] })),
  ),
];

/** All that a posting shows: who has answered, by county and by type of owner, and the totals. */
function posted(given: readonly (NeedContent | undefined)[], limit: number) {
  const needs = parties.flatMap(({ key }, at) => (given[at] ? [need(key, given[at])] : []));
  const covered = parties.map((invited, at) => {
    const has = { hasSubmitted: given[at] !== undefined, hasReturned: false, hasDraft: false, isReachable: true };
    return { invited, state: coverageStateOf(has), needs: [], people: [] };
  });
  const { all, byCounty, byOwnerType } = summed(covered);
  const totals = totalsOf(needs);
  const shown = totalsShown(totals, limit, () => ['a', 'b']);
  return { output: JSON.stringify([all, [...byCounty], [...byOwnerType], shown]), totals, shown };
}

test.each([2, 3])('limit %i: no hidden count can be worked out from all that is posted together', limit => {
  const worlds = gifts.flatMap(a =>
    gifts.flatMap(b => gifts.flatMap(c => gifts.map(d => posted([a, b, c, d], limit)))),
  );
  for (const alike of Map.groupBy(worlds, ({ output }) => output).values()) {
    const [first] = alike;
    if (!first) throw new Error('A group of none');
    for (const list of ['themes', 'sectors'] as const) {
      for (const code of hiddenIn(first.shown, list)) {
        const possible = new Set(alike.map(({ totals }) => totals[list][code] ?? 0));
        const isKnown = possible.size === 1 && !possible.has(0);
        expect({ output: first.output, list, code, isKnown }).toMatchObject({ isKnown: false });
      }
    }
  }
});

function hiddenIn(shown: TotalsShown, list: TotalList): readonly string[] {
  const { [list]: told } = shown;
  const codes = told.kind === 'shown' ? told.counts.map(([code]) => code) : [];
  return ['a', 'b'].filter(code => !codes.includes(code));
}
