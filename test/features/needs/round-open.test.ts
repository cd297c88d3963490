import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deliveries } from '../../../src/delivery/delivery.ts';
import { schedules } from '../../../src/delivery/schedule.ts';
import { roundDrafts, roundPartition, rounds } from '../../../src/features/needs/need-store.ts';
import { openRound } from '../../../src/features/needs/open-round.ts';
import { previewRound } from '../../../src/features/needs/preview-round.ts';
import { roundStateOf } from '../../../src/features/needs/round.ts';
import type { RoundWanted } from '../../../src/features/needs/round-plan.ts';
import type { NetworkId } from '../../../src/features/networks/network.ts';
import type { Instant } from '../../../src/world.ts';
import { actorOf, type CastKey, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf, openedRound, usualRound } from './round-room.ts';

let tools: TestTools;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

const preview = async (wanted: Partial<RoundWanted> = {}, who: CastKey = 'kari') =>
  previewRound(tools, await actorOf(tools, who), { ...usualRound, ...wanted });

describe('a round', () => {
  test('is shown, and nothing is owed before it is opened', async () => {
    const draft = doneOf(await preview());
    expect(draft).toMatchObject({ scheme: 'collective', closesAt: '2027-02-01T22:59:59.000Z' });
    expect(draft.invited).toHaveLength(42);
    expect(await rounds.get(tools.store, roundPartition(draft.id), 'round')).toBeUndefined();
    expect(await deliveries.all(tools.store, roundPartition(draft.id))).toEqual([]);
  });

  test('is opened as it was shown, once, whoever presses', async () => {
    const draft = doneOf(await preview());
    const first = doneOf(await openRound(tools, await actorOf(tools, 'kari'), draft.id)).value;
    const again = doneOf(await openRound(tools, await actorOf(tools, 'kari'), draft.id)).value;
    expect(again).toEqual(first);
    expect(first).toMatchObject({ number: 1, invited: draft.invited, closesAt: draft.closesAt });
    const partition = roundPartition(draft.id);
    const owed = (await deliveries.all(tools.store, partition)).map(({ value }) => value.message.kind);
    expect(owed).toEqual(['posting', 'posting', 'posting', 'round-invitation', 'round-invitation']);
    expect(await schedules.all(tools.store, partition)).toHaveLength(2);
    expect(await roundDrafts.get(tools.store, partition, 'draft')).toBeUndefined();
    expect(await openedRound(tools)).toMatchObject({ number: 2 });
  });

  test('opened by two at once is one round', async () => {
    const { id } = doneOf(await preview());
    const actor = await actorOf(tools, 'kari');
    const [one, other] = await Promise.all([openRound(tools, actor, id), openRound(tools, actor, id)]);
    expect(doneOf(one).value).toEqual(doneOf(other).value);
  });

  test('that opens later waits, and nobody is reminded before', async () => {
    const round = await openedRound(tools, { opensOn: '18. januar' });
    expect(round.opensAt).toBe('2027-01-17T23:00:00.000Z');
    expect(roundStateOf(round, tools.world.clock.now())).toBe('coming');
    const schedule = await schedules.get(tools.store, roundPartition(round.id), 'schedule|round-reminder');
    expect(schedule?.value.dueAt).toBe('2027-01-25T08:00:00.000Z');
  });

  test('is found by nobody in another network', async () => {
    await seatForum(tools, 'other' as NetworkId);
    const { id } = doneOf(await preview());
    const stranger = await actorOf(tools, 'kari', 'request-other', 'other' as NetworkId);
    expect(await openRound(tools, stranger, id)).toMatchObject({ refusal: { code: 'round-draft-gone' } });
    await openRound(tools, await actorOf(tools, 'kari'), id);
    expect(await openRound(tools, stranger, id)).toMatchObject({ refusal: { code: 'round-draft-gone' } });
  });

  test('shown too long ago is over before it began', async () => {
    const { id } = doneOf(await preview());
    tools.world.clock.set('2027-02-01T23:00:00.000Z');
    expect(await openRound(tools, await actorOf(tools, 'kari'), id)).toMatchObject({
      refusal: { code: 'round-draft-late' },
    });
  });
});

describe('the deadline is the last second of its day', () => {
  test.each([
    ['1. februar', '2027-02-01T22:59:59.000Z', '2027-02-01T23:00:00.000Z'],
    ['1. april 2027', '2027-04-01T21:59:59.000Z', '2027-04-01T22:00:00.000Z'],
  ])('%s', async (closesOn, onTime, late) => {
    const round = await openedRound(tools, { closesOn });
    expect(roundStateOf(round, onTime as Instant)).toBe('open');
    expect(roundStateOf(round, late as Instant)).toBe('over');
  });
});

describe('is refused', () => {
  test.each([
    [{ scheme: 'regional' }, { code: 'scheme-closed', field: 'scheme', instead: { code: 'collective' } }],
    [{ scheme: 'REKOMP' }, { code: 'scheme-closed', field: 'scheme', instead: { code: 'collective' } }],
    [{ scheme: 'egen' }, { code: 'unknown-scheme', field: 'scheme' }],
    [{ year: 2026 }, { code: 'round-year', field: 'year', first: 2027, last: 2030 }],
    [{ invited: ['Troms', 'Andeby'] }, { code: 'unknown-place', field: 'invited', line: 2, words: 'Andeby' }],
    [{ invited: [] }, { code: 'nobody-invited', field: 'invited' }],
    [{ closesOn: '10. januar 2027' }, { code: 'deadline-past', field: 'closesOn' }],
    [{ closesOn: '1. mars 2028' }, { code: 'deadline-far', field: 'closesOn' }],
    [{ closesOn: 'snart' }, { code: 'unread-date', field: 'closesOn' }],
    [{ opensOn: '10. januar 2027' }, { code: 'round-opens-past', field: 'opensOn' }],
    [{ opensOn: '2. februar 2027' }, { code: 'round-opens-late', field: 'opensOn' }],
  ])('%j', async (wanted, refusal) => {
    expect(await preview(wanted)).toMatchObject({ ok: false, refusal });
  });

  test('to all but the coordinator', async () => {
    for (const who of ['askeladden', 'veslefrikk'] as const) {
      expect(await preview({}, who)).toMatchObject({ refusal: { code: 'not-allowed', deed: 'round.open' } });
    }
    const { id } = doneOf(await preview());
    expect(await openRound(tools, await actorOf(tools, 'askeladden'), id)).toMatchObject({ ok: false });
  });
});

test.each([
  ['kollektiv', 'collective'],
  ['Kollektiv kompetanseutvikling i videregående', 'collectiveUpperSecondary'],
  ['collectiveUpperSecondary', 'collectiveUpperSecondary'],
])('the scheme «%s»', async (words, scheme) => {
  expect(doneOf(await preview({ scheme: words }))).toMatchObject({ scheme });
});
