/** A poll in which up to three are named in order: what is counted, what is refused, and what no order of deeds changes. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { castBallot } from '../../../src/features/polls/cast-ballot.ts';
import { closePoll } from '../../../src/features/polls/close-poll.ts';
import { type NewPoll, openPoll } from '../../../src/features/polls/open-poll.ts';
import { type OptionId, type Poll, type PollId, rankPlaces, type Tally } from '../../../src/features/polls/poll.ts';
import { countsWith, rankedOf, tallyOf } from '../../../src/features/polls/tally.ts';
import type { Tools } from '../../../src/tools.ts';
import { actorOf, type CastKey, holderOf, seatForum, type TestTools, testTools } from '../../cast.ts';
import { count, doneOf, formalPoll, open, pollNow, refusalOf, seatsWithAccount } from './poll-room.ts';

const rankedPoll: NewPoll = {
  ...formalPoll,
  question: 'Hva er viktigst?',
  options: ['Språk', 'Traumer', 'Overganger', 'Fravær', 'Tegnspråk'],
  choice: 'ranked',
};
const secretRanked: NewPoll = { ...rankedPoll, secrecy: 'secret', reveal: 'whenClosed' };
const ids = ['o1', 'o2', 'o3', 'o4', 'o5'] as readonly string[] as readonly OptionId[];
const [language, trauma, transitions, absence] = ids as [OptionId, OptionId, OptionId, OptionId];

async function seated(): Promise<TestTools> {
  const tools = testTools();
  await seatForum(tools);
  return tools;
}

async function ranks(tools: Tools, pollId: PollId, who: CastKey | number, ...options: readonly OptionId[]) {
  return castBallot(tools, await actorOf(tools, typeof who === 'number' ? holderOf(who) : who), { pollId, options });
}

const pointsOf = ({ counts }: Pick<Tally, 'counts'>) => counts.map(each => [each.count, each.ballots]);

describe('on the store', () => {
  test('points are three, two and one, by the order that was given', async () => {
    const tools = await seated();
    const id = await open(tools, rankedPoll);
    expect(doneOf(await ranks(tools, id, 1, transitions, language, absence)).options).toEqual([
      transitions,
      language,
      absence,
    ]);
    await ranks(tools, id, 3, transitions);
    expect(pointsOf((await count(tools, id)).tally)).toEqual([
      [2, 1],
      [0, 0],
      [6, 2],
      [1, 1],
      [0, 0],
    ]);
  });

  test('a seat counts once: a later answer, also the same ones in another order, takes the place of the earlier', async () => {
    const tools = await seated();
    const id = await open(tools, rankedPoll);
    await ranks(tools, id, 'mikkel', language, trauma);
    await ranks(tools, id, 'bamse', trauma, language);
    const { tally } = await count(tools, id);
    expect(tally.answered).toBe(1);
    expect(pointsOf(tally).slice(0, 2)).toEqual([
      [2, 1],
      [3, 1],
    ]);
  });

  test.each([
    ['the same one twice', [language, trauma, language], { code: 'ranked-twice' }],
    ['four', [language, trauma, transitions, absence], { code: 'too-many-ranked', most: 3 }],
    ['one that is not there', [language, 'o6' as OptionId], { code: 'unknown-option' }],
    ['none', [], { code: 'no-choice' }],
  ])('%s is refused, and what stood stands', async (_name, options, refusal) => {
    const tools = await seated();
    const id = await open(tools, rankedPoll);
    await ranks(tools, id, 1, trauma);
    expect(refusalOf(await ranks(tools, id, 1, ...options))).toEqual(refusal);
    expect(pointsOf((await count(tools, id)).tally)[1]).toEqual([3, 1]);
  });

  test('a secret one keeps sums of points only, and the result is written once', async () => {
    const tools = await seated();
    const id = await open(tools, secretRanked);
    await ranks(tools, id, 1, trauma, language);
    await ranks(tools, id, 3, trauma, transitions, language);
    expect(refusalOf(await ranks(tools, id, 3, language))).toEqual({ code: 'already-answered' });
    await closePoll(tools, await actorOf(tools, 'kari'), id);
    const { closing } = await pollNow(tools, id);
    expect(closing?.result && pointsOf(closing.result)).toEqual([
      [3, 2],
      [6, 2],
      [2, 1],
      [0, 0],
      [0, 0],
    ]);
  });

  test('an opinion poll may be ranked too', async () => {
    const tools = await seated();
    const id = await open(tools, { ...rankedPoll, kind: 'opinion' });
    expect(doneOf(await ranks(tools, id, 'kari', absence, trauma)).seat).toBeUndefined();
    expect(pointsOf((await count(tools, id)).tally)[3]).toEqual([3, 1]);
  });

  test.each([rankedPoll, secretRanked])(
    'sums hold whoever answers, in whatever order ($secrecy)',
    async wanted => {
      const ballots = fc.uniqueArray(
        fc.record({
          seat: fc.constantFrom(...seatsWithAccount),
          options: fc.shuffledSubarray([...ids], { minLength: 1, maxLength: 3 }),
        }),
        { selector: ({ seat }) => seat, minLength: 1, maxLength: 8 },
      );
      await fc.assert(
        fc.asyncProperty(ballots, async all => {
          const tools = await seated();
          const { value } = doneOf(await openPoll(tools, await actorOf(tools, 'kari'), wanted));
          await Promise.all(all.map(({ seat, options }) => ranks(tools, value.id, seat, ...options)));
          const { tally } = await count(tools, value.id);
          expect(tally).toEqual({ ...tallyOf(value, all, 16) });
          await tools.store.close();
        }),
        { numRuns: 15 },
      );
    },
    60_000,
  );
});

describe('the count alone', () => {
  const poll = { choice: 'ranked', options: ids.map(id => ({ id, text: id })) } satisfies Pick<
    Poll,
    'choice' | 'options'
  >;
  const ballot = fc
    .shuffledSubarray([...ids], { minLength: 1, maxLength: rankPlaces.length })
    .map(options => ({ options }));
  const cast = fc.array(ballot, { maxLength: 40 });
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

  test('gives out as many points as the ballots hold places', () => {
    fc.assert(
      fc.property(cast, all => {
        const { counts } = tallyOf(poll, all, 50);
        expect(sum(counts.map(each => each.count))).toBe(
          sum(all.map(({ options }) => [0, 3, 5, 6][options.length] ?? 0)),
        );
        expect(sum(counts.map(({ ballots = 0 }) => ballots))).toBe(sum(all.map(({ options }) => options.length)));
      }),
    );
  });

  test('does not depend on the order of the ballots, nor on counting them one by one', () => {
    const shuffled = cast.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const { counts } = tallyOf(poll, all, 50);
        expect(tallyOf(poll, other, 50).counts).toEqual(counts);
        expect(other.reduce((before, each) => countsWith(poll, before, [each]), countsWith(poll, [], []))).toEqual(
          counts,
        );
      }),
    );
  });

  test('ranks by points: equals share a rank, the next is as many further down, and nobody named means no rank', () => {
    const counts = [4, 0, 6, 4, 1].map((points, at) => ({
      option: ids[at] ?? language,
      count: points,
      ballots: points,
    }));
    expect(rankedOf({ counts }).map(({ option, rank, isShared }) => [option, rank, isShared])).toEqual([
      ['o3', 1, false],
      ['o1', 2, true],
      ['o4', 2, true],
      ['o5', 4, false],
      ['o2', undefined, false],
    ]);
    fc.assert(
      fc.property(cast, all => {
        const ranked = rankedOf(tallyOf(poll, all, 50));
        for (const { count: points, rank } of ranked) {
          expect(rank).toBe(points === 0 ? undefined : 1 + ranked.filter(other => other.count > points).length);
        }
      }),
    );
  });
});
