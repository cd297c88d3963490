/** Who has answered a round, who is reminded of it, and how it is extended and closed. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deliveries, redraws } from '../../../src/delivery/delivery.ts';
import { schedules } from '../../../src/delivery/schedule.ts';
import { sendings } from '../../../src/delivery/sending.ts';
import { closeRound } from '../../../src/features/needs/close-round.ts';
import { coverageStateOf, coverageStates } from '../../../src/features/needs/coverage.ts';
import { extendRound } from '../../../src/features/needs/extend-round.ts';
import type { Need, NeedId } from '../../../src/features/needs/need.ts';
import { type NeedState, needStates } from '../../../src/features/needs/need-state.ts';
import { needDocId, needs, roundDrafts, roundPartition, rounds } from '../../../src/features/needs/need-store.ts';
import { previewRound } from '../../../src/features/needs/preview-round.ts';
import { remindRound } from '../../../src/features/needs/remind-round.ts';
import { type Round, roundStateOf } from '../../../src/features/needs/round.ts';
import {
  lackingOf,
  missingFirstReached,
  peopleWaitedFor,
  readCoverage,
  summed,
} from '../../../src/features/needs/round-coverage.ts';
import { turnRounds } from '../../../src/features/needs/round-turns.ts';
import { actorOf, type CastKey, castMemberId, castNetwork, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf, openedRound, usualRound } from './round-room.ts';

let tools: TestTools;
let round: Round;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  round = await openedRound(tools);
});
afterEach(() => tools.store.close());

let given = 0;

async function give(partyKey: string, state: NeedState, more: Partial<Need> = {}): Promise<void> {
  given += 1;
  const id = `need-${given}` as NeedId;
  const now = tools.world.clock.now();
  const need: Need = {
    id,
    networkId: castNetwork.id,
    roundId: round.id,
    partyKey,
    form: 'input',
    state,
    content: {},
    pages: {},
    startedAt: now,
    startedBy: castMemberId('per'),
    history: [],
    ...more,
  };
  await tools.store.batch(roundPartition(round.id), [needs.create(needDocId(id), need)]);
}

const covered = () => readCoverage(tools, round, castNetwork.zone);
const ids = (...keys: readonly CastKey[]) => keys.map(castMemberId).toSorted();
const waiting = async () => [...peopleWaitedFor(await covered())].toSorted();
const remind = async (key?: string) => remindRound(tools, await actorOf(tools, 'kari', key), round.id);

describe('who has answered', () => {
  test('adds up to those invited, in all, by county and by type of owner', async () => {
    await give('kommune|5501', 'submitted');
    await give('kommune|5503', 'draft');
    await give('kommune|5601', 'returned', { returned: { reason: 'Mål mangler', dueAt: round.closesAt } });
    const { all, byCounty, byOwnerType } = summed(await covered());
    expect(all).toEqual({ invited: 42, answered: 1, draft: 1, returned: 1, missing: 4, unreachable: 35 });
    for (const groups of [byCounty, byOwnerType]) {
      const sums = [...groups.values()];
      for (const state of ['invited', 'answered', 'draft', 'returned', 'missing', 'unreachable'] as const) {
        expect(sums.reduce((sum, group) => sum + group[state], 0)).toBe(all[state]);
      }
    }
    expect([...byCounty.keys()]).toEqual(['55', '56', '']);
    expect([...byOwnerType.keys()]).toEqual(['countyMunicipality', 'municipality', 'privateKindergarten']);
  });

  test('waits for one that was returned whatever else was sent, and not for one that withdrew and sent another', async () => {
    await give('kommune|5501', 'submitted');
    await give('kommune|5501', 'returned');
    await give('kommune|5503', 'withdrawn');
    await give('kommune|5503', 'submitted');
    const states = new Map((await covered()).map(({ invited, state }) => [invited.key, state]));
    expect(states.get('kommune|5501')).toBe('returned');
    expect(states.get('kommune|5503')).toBe('answered');
  });

  test('adds up for whatever is given', async () => {
    const states = fc.sample(
      fc.array(fc.tuple(fc.nat(round.invited.length - 1), fc.constantFrom(...needStates)), { maxLength: 60 }),
      {
        numRuns: 40,
        seed: 1,
      },
    );
    const bare = await covered();
    for (const given of states) {
      const needsOf = Map.groupBy(given, ([at]) => at);
      const all = bare.map((each, at) => {
        const has = (...wanted: readonly NeedState[]) =>
          (needsOf.get(at) ?? []).some(([, state]) => wanted.includes(state));
        const hasSubmitted = has(...needStates.filter(state => !['draft', 'returned', 'withdrawn'].includes(state)));
        const isReachable = each.people.length > 0;
        return {
          ...each,
          state: coverageStateOf({ hasSubmitted, hasReturned: has('returned'), hasDraft: has('draft'), isReachable }),
        };
      });
      const shown = summed(all);
      for (const { invited, ...counts } of [shown.all, ...shown.byCounty.values(), ...shown.byOwnerType.values()]) {
        expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(invited);
      }
      for (const groups of [shown.byCounty, shown.byOwnerType]) {
        for (const state of ['invited', ...coverageStates] as const) {
          expect([...groups.values()].reduce((sum, group) => sum + group[state], 0)).toBe(shown.all[state]);
        }
      }
    }
  });

  test('names first those who lack and can be reached', async () => {
    const all = await covered();
    const missing = missingFirstReached(all);
    const reached = missing.map(({ people }) => people.length > 0);
    expect(reached).toEqual(reached.toSorted((a, b) => Number(b) - Number(a)));
    expect(new Set(reached)).toEqual(new Set([true, false]));
    const lacking = all.filter(({ state }) => state !== 'answered');
    expect(missing.map(({ invited }) => invited.key).toSorted()).toEqual(
      lacking.map(({ invited }) => invited.key).toSorted(),
    );
    expect(missing).not.toEqual(lacking);
  });

  test('tells what lacks: nothing begun, a draft of its last day, returned until a moment', async () => {
    await give('kommune|5503', 'draft', {
      pages: { who: { revision: 1, savedAt: tools.world.clock.advance(86_400_000), savedBy: castMemberId('pål') } },
    });
    await give('kommune|5601', 'returned', { returned: { reason: 'Mål mangler', dueAt: round.closesAt } });
    const lacking = new Map((await covered()).map(each => [each.invited.key, lackingOf(each, castNetwork.zone)]));
    expect(lacking.get('kommune|5501')).toEqual({ kind: 'begun' });
    expect(lacking.get('kommune|5503')).toEqual({ kind: 'draft', on: '2027-01-12' });
    expect(lacking.get('kommune|5601')).toEqual({ kind: 'returned', dueAt: round.closesAt });
  });

  test('waits for the people of those who have not answered, and no others', async () => {
    const all = ids(
      ...(['askeladden', 'per', 'pål', 'veslefrikk', 'tyrihans', 'njávešeatni', 'čearpmat'] as const),
      ...(['lurvehette', 'tommeliten', 'åse'] as const),
    );
    expect(await waiting()).toEqual(all);
    await give('kommune|5501', 'submitted');
    await give('eier|soria moria barnehager', 'submitted');
    expect(await waiting()).toEqual(all.filter(id => !ids('askeladden', 'per', 'åse').includes(id)));
  });
});

describe('reminding now', () => {
  test('shows many before they get it, and the same request owes no more', async () => {
    const first = doneOf(await remind('r1'));
    expect(first).toMatchObject({ reminded: 10, rested: 0, unreachable: 35 });
    expect(doneOf(await remind('r1'))).toMatchObject({ reminded: 10 });
    const made = await sendings.all(tools.store, roundPartition(round.id));
    expect(made.map(({ value }) => [value.state, value.to.length])).toEqual([['shown', 10]]);
  });

  test('is refused when there is nobody, and when the deadline has passed', async () => {
    round = await openedRound(tools, { invited: ['Tromsø'] });
    doneOf(await remind());
    expect(await remind()).toMatchObject({ refusal: { code: 'reminded-lately' } });
    await give('kommune|5501', 'submitted');
    expect(await remind()).toMatchObject({ refusal: { code: 'round-all-answered' } });
    tools.world.clock.set('2027-02-01T23:00:00.000Z');
    expect(await remind()).toMatchObject({ refusal: { code: 'round-not-open', number: 2 } });
    expect(await remindRound(tools, await actorOf(tools, 'pål'), round.id)).toMatchObject({
      refusal: { code: 'not-allowed', deed: 'round.remind' },
    });
  });
});

describe('the deadline', () => {
  const extend = async (closesOn: string, who: CastKey = 'kari') =>
    extendRound(tools, await actorOf(tools, who), round.id, closesOn);

  test('is moved to the end of a later day, with its reminders, also after it has passed', async () => {
    expect(doneOf(await extend('15. februar'))).toMatchObject({ closesAt: '2027-02-15T22:59:59.000Z' });
    tools.world.clock.set('2027-02-16T08:00:00.000Z');
    round = doneOf(await extend('1. mars'));
    expect(roundStateOf(round, tools.world.clock.now())).toBe('open');
    const schedule = await schedules.get(tools.store, roundPartition(round.id), 'schedule|round-reminder');
    expect(schedule?.value).toMatchObject({ deadline: '2027-03-01T22:59:59.000Z', dueAt: '2027-02-22T08:00:00.000Z' });
  });

  test('is not moved nearer, nor by a party', async () => {
    expect(await extend('25. januar')).toMatchObject({ refusal: { code: 'not-later', closesAt: round.closesAt } });
    expect(await extend('15. februar', 'pål')).toMatchObject({ refusal: { code: 'not-allowed' } });
  });

  test('passes by itself: the postings are drawn anew once', async () => {
    const partition = roundPartition(round.id);
    tools.world.clock.set('2027-02-01T22:59:59.000Z');
    await turnRounds(tools);
    expect(await redraws.all(tools.store, partition)).toEqual([]);
    tools.world.clock.set('2027-02-01T23:00:00.000Z');
    await Promise.all([turnRounds(tools), turnRounds(tools)]);
    expect(await redraws.all(tools.store, partition)).toHaveLength(1);
    expect((await rounds.get(tools.store, partition, 'round'))?.value.turnAt).toBeUndefined();
  });
});

test('a round opens by itself, and is drawn anew when its deadline passes too', async () => {
  round = await openedRound(tools, { opensOn: '18. januar' });
  tools.world.clock.set('2027-01-17T23:00:00.000Z');
  await turnRounds(tools);
  expect((await rounds.get(tools.store, roundPartition(round.id), 'round'))?.value.turnAt).toBe(
    '2027-02-01T22:59:59.001Z',
  );
});

test('what was shown and never opened is forgotten after a week', async () => {
  const { id } = doneOf(await previewRound(tools, await actorOf(tools, 'kari'), usualRound));
  tools.world.clock.advance(8 * 86_400_000);
  await turnRounds(tools);
  expect(await roundDrafts.get(tools.store, roundPartition(id), 'draft')).toBeUndefined();
});

describe('closing', () => {
  const close = async (key?: string, who: CastKey = 'kari') =>
    closeRound(tools, await actorOf(tools, who, key), round.id);

  test('takes the reminders away; the same request is answered the same, another is told', async () => {
    const at = tools.world.clock.now();
    expect(doneOf(await close('c1'))).toMatchObject({ closing: { at } });
    tools.world.clock.advance(60_000);
    expect(doneOf(await close('c1'))).toMatchObject({ closing: { at } });
    expect(await close('c2')).toMatchObject({ refusal: { code: 'round-closed', number: 1, at } });
    const partition = roundPartition(round.id);
    expect(await schedules.all(tools.store, partition)).toEqual([]);
    expect(await remind()).toMatchObject({ refusal: { code: 'round-not-open' } });
    tools.world.clock.set('2027-02-02T08:00:00.000Z');
    await turnRounds(tools);
    const owed = (await deliveries.all(tools.store, partition)).map(({ value }) => value.message.kind);
    expect(owed).not.toContain('round-reminder');
  });

  test('is for those who lead', async () => {
    expect(await close('c3', 'pål')).toMatchObject({ refusal: { code: 'not-allowed', deed: 'round.close' } });
    doneOf(await close('c4', 'askeladden'));
  });
});
