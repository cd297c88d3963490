/** What no sequence of deeds can bring about, tried on the real workflows with a store in memory. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyRosterFile } from '../../../src/features/networks/apply-roster.ts';
import type { Seat } from '../../../src/features/networks/network.ts';
import { networkPartition, seats } from '../../../src/features/networks/network-store.ts';
import { castBallot } from '../../../src/features/polls/cast-ballot.ts';
import { closeDuePolls, closePoll } from '../../../src/features/polls/close-poll.ts';
import { countPoll } from '../../../src/features/polls/count-poll.ts';
import { extendPoll } from '../../../src/features/polls/extend-poll.ts';
import type { Ballot, ElectorId, OptionId, Poll, PollId } from '../../../src/features/polls/poll.ts';
import { tallyOf } from '../../../src/features/polls/tally.ts';
import type { PlainDate } from '../../../src/world.ts';
import {
  actorOf,
  type CastKey,
  castNetwork,
  castPeople,
  castSeats,
  seatForum,
  type TestTools,
  testTools,
} from '../../cast.ts';
import { abstain, formalPoll, no, open, pollNow, secretPoll, yes } from './poll-room.ts';

const people = [
  'kari',
  'askeladden',
  'per',
  'veslefrikk',
  'tyrihans',
  'mikkel',
  'bamse',
  'gudbrand',
  'nordavinden',
] as const;
const watchedSeats = [1, 3, 12, 17] as const;
const option = fc.constantFrom(yes, no, abstain);
const person = fc.constantFrom<CastKey>(...people);

/** A deed as data, so that a failing sequence reads as a story. */
type Deed =
  | { readonly do: 'cast'; readonly who: CastKey; readonly option: OptionId; readonly request: string }
  | { readonly do: 'close' | 'extend'; readonly who: CastKey; readonly request: string }
  | { readonly do: 'voting'; readonly seat: number; readonly isVoting: boolean }
  | { readonly do: 'deputy'; readonly seat: number; readonly who: CastKey }
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'tick' };

/** Few requests, so that many of them are repeats. */
const request = fc.integer({ min: 1, max: 12 }).map(number => `request ${number}`);
const seat = fc.constantFrom(...watchedSeats);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('cast' as const), who: person, option, request }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'extend' as const), who: person, request }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('voting' as const), seat, isVoting: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deputy' as const), seat, who: person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tick' as const) }) },
);

async function doDeed(tools: TestTools, pollId: PollId, deed: Deed): Promise<unknown> {
  switch (deed.do) {
    case 'cast':
      return castBallot(tools, await actorOf(tools, deed.who, deed.request), { pollId, options: [deed.option] });
    case 'close':
      return closePoll(tools, await actorOf(tools, deed.who, deed.request), pollId);
    case 'extend':
      return extendPoll(tools, await actorOf(tools, deed.who, deed.request), pollId, {
        closesOn: '2027-02-10' as PlainDate,
      });
    case 'voting':
      return changeSeat(tools, deed.seat, { isVoting: deed.isVoting });
    case 'deputy':
      return changeSeat(tools, deed.seat, { deputy: deed.who });
    case 'wait':
      return tools.world.clock.advance(deed.days * 86_400_000);
    case 'tick':
      return closeDuePolls(tools);
  }
}

/** By the roster, as a coordinator does it. */
async function changeSeat(
  tools: TestTools,
  number: number,
  change: { isVoting?: boolean; deputy?: CastKey },
): Promise<void> {
  const kept = await seats.get(tools.store, networkPartition(castNetwork.id), `seat-${number}`);
  const party = castSeats.find(each => each.number === number)?.party;
  const voting = (change.isVoting ?? kept?.value.isVoting) ? 'ja' : 'nei';
  const deputy = change.deputy ? nameAndAddress(change.deputy) : ';';
  const csv = `plass;part;gruppe;stemmerett;innehaver;vara;vara e-post\n${number};${party};annet;${voting};;${deputy}`;
  const applied = await applyRosterFile(tools, castNetwork.id, csv);
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusal));
}

function nameAndAddress(key: CastKey): string {
  const { name, email } = castPeople[key];
  return `${name};${email}`;
}

async function allSeats({ store }: TestTools): Promise<readonly Seat[]> {
  return (await seats.all(store, networkPartition(castNetwork.id))).map(kept => kept.value);
}

/** Which seats could vote at the opening and at some moment since: outside these nothing may ever be counted. */
type Watch = { readonly atOpening: ReadonlySet<string>; result?: Poll['closing'] };

async function checkCount(tools: TestTools, pollId: PollId, watch: Watch): Promise<void> {
  const poll = await pollNow(tools, pollId);
  const { tally, answeredBy, electors } = await countPoll(tools, poll);
  const sum = tally.counts.reduce((total, each) => total + each.count, 0);
  expect(sum).toBe(tally.answered);
  expect(answeredBy.size).toBe(tally.answered);
  expect(tally.answered).toBeLessThanOrEqual(tally.entitled);
  const electorIds = new Set<string>(electors.kind === 'seats' ? electors.seats.map(({ id }) => `seat|${id}`) : []);
  for (const elector of answeredBy) expect(electorIds).toContain(elector);
  for (const elector of electorIds) expect(watch.atOpening).toContain(elector);
  if (poll.secrecy === 'open' && !poll.closing) {
    const silenced = (await allSeats(tools)).filter(each => !each.isVoting).map(({ id }) => `seat|${id}`);
    for (const elector of silenced) expect(electorIds).not.toContain(elector);
  }
  if (watch.result) expect(poll.closing).toEqual(watch.result);
  if (poll.closing?.result) {
    watch.result = poll.closing;
    expect(tally).toEqual(poll.closing.result);
  }
}

describe('whatever is done, in whatever order, and repeated', () => {
  test.each([
    ['open', formalPoll],
    ['secret', secretPoll],
  ] as const)(
    'an %s ballot counts one for a voting seat at most, and a closed one stays as it was counted',
    async (_, wanted) => {
      await fc.assert(
        fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 25 }), async deeds => {
          const tools = testTools();
          await seatForum(tools);
          const pollId = await open(tools, wanted);
          const watch: Watch = { atOpening: new Set((await pollNow(tools, pollId)).seats.map(id => `seat|${id}`)) };
          for (const each of deeds) {
            await doDeed(tools, pollId, each);
            await checkCount(tools, pollId, watch);
          }
          await tools.store.close();
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );

  test('all at once, the count still holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 5, maxLength: 25 }),
        fc.constantFrom(formalPoll, secretPoll),
        async (deeds, wanted) => {
          const tools = testTools();
          await seatForum(tools);
          const pollId = await open(tools, wanted);
          const watch: Watch = { atOpening: new Set((await pollNow(tools, pollId)).seats.map(id => `seat|${id}`)) };
          await Promise.all(deeds.map(each => doDeed(tools, pollId, each)));
          await closeDuePolls(tools);
          await checkCount(tools, pollId, watch);
          await tools.store.close();
        },
      ),
      { numRuns: 40 },
    );
  }, 180_000);
});

describe('the count alone', () => {
  const poll = { options: [yes, no, abstain].map(id => ({ id, text: id })) } as unknown as Poll;
  const ballot = fc.record({
    elector: fc.uuid() as unknown as fc.Arbitrary<ElectorId>,
    options: fc.uniqueArray(option, { minLength: 1 }),
  }) as unknown as fc.Arbitrary<Ballot>;
  const cast = fc.uniqueArray(ballot, { maxLength: 40, selector: each => each.elector });

  test('does not depend on the order of the ballots', () => {
    const shuffled = cast.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(tallyOf(poll, other, 50)).toEqual(tallyOf(poll, all, 50));
      }),
    );
  });

  test('of two halves is the sum of their counts', () => {
    fc.assert(
      fc.property(cast, cast, (one, other) => {
        const of = (ballots: readonly Ballot[]) => tallyOf(poll, ballots, 0).counts.map(each => each.count);
        expect(of([...one, ...other])).toEqual(of(one).map((count, at) => count + (of(other)[at] ?? 0)));
      }),
    );
  });
});
