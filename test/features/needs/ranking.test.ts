/** Which entries are put to the members, what is written of it, and what the result says of them. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { NeedId } from '../../../src/features/needs/need.ts';
import { needContent } from '../../../src/features/needs/need-fields.ts';
import type { NeedSet } from '../../../src/features/needs/need-set.ts';
import { roundPartition } from '../../../src/features/needs/need-store.ts';
import { fateOf, pickRanked, type RankedEntry, rankOf } from '../../../src/features/needs/ranking.ts';
import { rankings } from '../../../src/features/needs/ranking-store.ts';
import type { Round } from '../../../src/features/needs/round.ts';
import { saveNeed } from '../../../src/features/needs/save-need.ts';
import { dropRanking, type RankingWanted, startRanking } from '../../../src/features/needs/start-ranking.ts';
import { submitNeed } from '../../../src/features/needs/submit-need.ts';
import type { NetworkId } from '../../../src/features/networks/network.ts';
import { actorOf, type CastKey, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf, openedRound } from './round-room.ts';

/** Two single needs and a bundle of two. */
const set = {
  entries: [
    { key: 'BM-2027-0001', needs: [{ id: 'n1', reference: 'BM-2027-0001' }] },
    { key: 'BM-2027-0014', needs: [{ id: 'n14', reference: 'BM-2027-0014' }] },
    {
      key: 'bundle-0003',
      bundle: { number: 3 },
      needs: [
        { id: 'n2', reference: 'BM-2027-0002' },
        { id: 'n4', reference: 'BM-2027-0004' },
      ],
    },
  ],
} as unknown as NeedSet;

const keysOf = (words: string, of = set) => {
  const picked = pickRanked(of, words);
  return picked.ok ? picked.value.map(({ key }) => key) : picked.refusal;
};

describe('which entries', () => {
  test.each([
    ['', ['BM-2027-0001', 'BM-2027-0014', 'bundle-0003']],
    [' \n ', ['BM-2027-0001', 'BM-2027-0014', 'bundle-0003']],
    ['felles behov 3, BM-2027-0001', ['BM-2027-0001', 'bundle-0003']],
    ['bm 2027 14\n1', ['BM-2027-0001', 'BM-2027-0014']],
    ['BM-2027-0004; BM-2027-0014', ['BM-2027-0014', 'bundle-0003']],
    ['joint need 3; 14; 14', ['BM-2027-0014', 'bundle-0003']],
    ['1, 99', { code: 'unknown-entry', field: 'entries', words: '99' }],
    ['1, BM-2026-0014', { code: 'unknown-entry', field: 'entries', words: 'BM-2026-0014' }],
    ['1, felles behov 14', { code: 'unknown-entry', field: 'entries', words: 'felles behov 14' }],
    ['1, alle', { code: 'unknown-entry', field: 'entries', words: 'alle' }],
    [`1, ${'alle '.repeat(300)}`, { code: 'unknown-entry', field: 'entries', words: 'alle '.repeat(12) }],
    ['14', { code: 'too-few-to-rank', field: 'entries', fewest: 2 }],
  ])('%j names %j', (words, named) => {
    expect(keysOf(words)).toEqual(named);
  });

  test('more than a list holds are refused, and some of them may be named', () => {
    const many = {
      entries: Array.from({ length: 41 }, (_, at) => ({
        key: `${at}`,
        needs: [{ id: `n${at}`, reference: `BM-2027-${String(at).padStart(4, '0')}` }],
      })),
    } as unknown as NeedSet;
    expect(keysOf('', many)).toEqual({ code: 'too-many-to-rank', field: 'entries', count: 41, most: 40 });
    expect(keysOf('3, 7', many)).toEqual(['3', '7']);
  });
});

const entry = (key: string, needIds: readonly string[], bundle?: number) =>
  ({ key, needIds, text: key, ...(bundle && { bundle }) }) as unknown as RankedEntry;

describe('what the result says', () => {
  test('each entry has its option’s rank, by its key, and none where nobody named it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }), { maxLength: 40 }),
        ranks => {
          const entries = ranks.map((_, at) => entry(`key-${at}`, [`n${at}`]));
          const of = rankOf({ entries }, ranks);
          expect(entries.map(({ key }) => of.get(key))).toEqual(ranks);
          expect(of.size).toBe(ranks.filter(rank => rank !== undefined).length);
        },
      ),
    );
  });

  test.each([
    ['stands', entry('BM-2027-0001', ['n1']), [], { kind: 'stands' }],
    ['withdrawn', entry('BM-2027-0009', ['n9']), ['n9'], { kind: 'withdrawn' }],
    ['sent back, and so out of the set', entry('BM-2027-0009', ['n9']), [], { kind: 'stands' }],
    ['bundled since', entry('BM-2027-0002', ['n2']), [], { kind: 'bundled', bundle: 3 }],
    ['a bundle as it was', entry('bundle-0003', ['n2', 'n4'], 3), [], { kind: 'stands' }],
    ['a bundle of which one is withdrawn', entry('bundle-0003', ['n2', 'n9'], 3), ['n9'], { kind: 'stands' }],
    ['a bundle undone', entry('bundle-0002', ['n1', 'n14'], 2), [], { kind: 'parted' }],
    ['a bundle all withdrawn', entry('bundle-0001', ['n8', 'n9'], 1), ['n8', 'n9'], { kind: 'withdrawn' }],
  ])('%s', (_name, of, withdrawn, fate) => {
    expect(fateOf(of, set, new Set(withdrawn))).toEqual(fate);
  });
});

describe('on the store', () => {
  let tools: TestTools;
  let round: Round;
  const opened = new Set<string>();

  async function given(who: CastKey, party: string, id: string, title: string) {
    const content = needContent.parse({
      title,
      sectors: ['kindergarten', 'primarySchool'],
      themes: ['transitions'],
      description: 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.',
      targetGroups: ['teachers'],
      participantCount: '40',
    });
    const ref = { round: round.id, need: id as NeedId };
    await saveNeed(tools, await actorOf(tools, who), { ...ref, party, page: 'what', revision: 0, content });
    await submitNeed(tools, await actorOf(tools, who), ref);
  }

  beforeEach(async () => {
    tools = testTools();
    opened.clear();
    await seatForum(tools);
    round = await openedRound(tools);
    await given('askeladden', 'kommune|5501', 'need-1', 'Trygge overganger');
    await given('pål', 'kommune|5503', 'need-2', 'Traumer');
  });
  afterEach(() => tools.store.close());

  const start = async (pollId: string, more: Partial<RankingWanted> & { request?: string; who?: CastKey } = {}) => {
    const { request = pollId, who = 'kari', ...wanted } = more;
    return startRanking(tools, await actorOf(tools, who, request), {
      round: round.id,
      entries: '',
      pollId,
      textOf: ({ content }) => content.title ?? '',
      wasOpened: async id => opened.has(id),
      ...wanted,
    });
  };
  const stored = async () => (await rankings.all(tools.store, roundPartition(round.id))).map(({ value }) => value);

  test('what each option stands for is written, and a repeat finds it, whatever came in since', async () => {
    const { value } = doneOf(await start('poll-1'));
    expect(value.entries).toEqual([
      { key: 'BM-2027-0001', needIds: ['need-1'], text: 'Trygge overganger' },
      { key: 'BM-2027-0002', needIds: ['need-2'], text: 'Traumer' },
    ]);
    await given('veslefrikk', 'kommune|5601', 'need-3', 'Tegnspråk');
    expect(doneOf(await start('poll-1')).value).toEqual(value);
    expect(await stored()).toHaveLength(1);
  });

  test('another one is refused while one is opened or stands, unless it is said to take its place', async () => {
    await start('poll-1');
    expect(await start('poll-2')).toEqual({ ok: false, refusal: { code: 'ranking-exists' } });
    opened.add('poll-1');
    tools.world.clock.advance(120_000);
    expect(await start('poll-2')).toEqual({ ok: false, refusal: { code: 'ranking-exists' } });
    expect((await start('poll-2', { instead: 'poll-1' })).ok).toBe(true);
    opened.add('poll-2');
    expect(await start('poll-3', { instead: 'poll-1' })).toEqual({ ok: false, refusal: { code: 'ranking-exists' } });
    expect((await stored()).map(({ number, pollId }) => [number, pollId])).toEqual([
      [1, 'poll-1'],
      [2, 'poll-2'],
    ]);
  });

  test('one whose poll never came stands in nobody’s way, nor does one whose poll was refused', async () => {
    await start('poll-1');
    tools.world.clock.advance(120_000);
    await dropRanking(tools, doneOf(await start('poll-2')));
    expect((await start('poll-3')).ok).toBe(true);
  });

  test('two who ask at the same time write one', async () => {
    const both = await Promise.all([start('poll-1'), start('poll-2', { who: 'askeladden' })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stored()).toHaveLength(1);
  });

  test('it is for coordinator and chair, and for the round’s own network', async () => {
    expect(await start('poll-1', { who: 'mikkel' })).toEqual({
      ok: false,
      refusal: { code: 'not-allowed', deed: 'round.rank' },
    });
    const other = 'other' as NetworkId;
    await seatForum(tools, other);
    const actor = await actorOf(tools, 'kari', 'request', other);
    const wanted = { round: round.id, entries: '', pollId: 'p', textOf: () => '', wasOpened: async () => false };
    expect(await startRanking(tools, actor, wanted)).toEqual({ ok: false, refusal: { code: 'no-round' } });
  });
});
