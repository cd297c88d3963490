import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { castBallot } from '../../../src/features/polls/cast-ballot.ts';
import { closePoll } from '../../../src/features/polls/close-poll.ts';
import type { OptionId, PollId } from '../../../src/features/polls/poll.ts';
import { answered, ballots, castings, pollPartition } from '../../../src/features/polls/poll-store.ts';
import { createGather } from '../../../src/gather.ts';
import type { Store } from '../../../src/store/store.ts';
import { createTurns } from '../../../src/turns.ts';
import { actorOf, castPeople, castSeatId, seatForum, type TestTools, testTools } from '../../cast.ts';
import {
  abstain,
  cast,
  count,
  doneOf,
  formalPoll,
  no,
  open,
  refusalOf,
  seatsWithAccount,
  secretPoll,
  sums,
  yes,
} from './poll-room.ts';

let tools: TestTools;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

describe('an open ballot', () => {
  let poll: PollId;
  beforeEach(async () => {
    poll = await open(tools);
  });

  test('is counted for the seat, and may be changed', async () => {
    expect(doneOf(await cast(tools, poll, 3, yes)).seat?.number).toBe(3);
    expect(await sums(tools, poll)).toEqual([1, 0, 0]);
    await cast(tools, poll, 3, no);
    expect(await sums(tools, poll)).toEqual([0, 1, 0]);
  });

  test('of a holder and of a deputy are one, the last counts, and the record has each', async () => {
    await cast(tools, poll, 'veslefrikk', yes);
    tools.world.clock.advance(1000);
    await cast(tools, poll, 'tyrihans', no);
    expect(await sums(tools, poll)).toEqual([0, 1, 0]);
    const record = await castings.all(tools.store, pollPartition(poll));
    expect(record.map(({ value }) => [value.castBy, value.options])).toEqual([
      ['member-veslefrikk', [yes]],
      ['member-tyrihans', [no]],
    ]);
  });

  test.each([
    ['the coordinator, who has no seat', 'kari', 'no-seat'],
    ['an observer', 'nordavinden', 'observer'],
    ['the county governor, whose seat has no vote', 'gudbrand', 'seat-not-voting'],
  ] as const)('is not for %s', async (_, key, code) => {
    expect(refusalOf(await cast(tools, poll, key, yes)).code).toBe(code);
    expect((await count(tools, poll)).tally.answered).toBe(0);
  });

  test('is for one option that the poll has', async () => {
    const actor = await actorOf(tools, 'mikkel');
    const refusalFor = async (options: readonly OptionId[]) =>
      refusalOf(await castBallot(tools, actor, { pollId: poll, options })).code;
    expect(await refusalFor(['o9' as OptionId])).toBe('unknown-option');
    expect(await refusalFor([yes, 'o9' as OptionId])).toBe('unknown-option');
    expect(await refusalFor([])).toBe('no-choice');
    expect(await refusalFor([yes, no])).toBe('one-choice');
    expect(doneOf(await castBallot(tools, actor, { pollId: poll, options: [yes, yes] })).options).toEqual([yes]);
  });

  test('for a seat one does not have is none', async () => {
    const actor = await actorOf(tools, 'mikkel');
    const wanted = { pollId: poll, options: [yes], seat: castSeatId(1) };
    expect(refusalOf(await castBallot(tools, actor, wanted)).code).toBe('no-seat');
  });

  test('is not taken after the deadline, even before the clock has closed the poll', async () => {
    tools.world.clock.set('2027-02-01T22:59:59.000Z');
    expect((await cast(tools, poll, 1, yes)).ok).toBe(true);
    tools.world.clock.advance(1);
    expect(refusalOf(await cast(tools, poll, 2, yes)).code).toBe('poll-closed');
    expect(await sums(tools, poll)).toEqual([1, 0, 0]);
  });

  test('the order in which different seats answer does not matter', async () => {
    const other = await open(tools);
    const chosen = seatsWithAccount.map(seat => [seat, [yes, no, abstain][seat % 3] ?? yes] as const);
    for (const [seat, option] of chosen) await cast(tools, poll, seat, option);
    for (const [seat, option] of chosen.toReversed()) await cast(tools, other, seat, option);
    expect((await count(tools, poll)).tally).toEqual((await count(tools, other)).tally);
  });
});

describe('a request that comes four times', () => {
  test.each([
    ['open', formalPoll],
    ['secret', secretPoll],
  ] as const)('gives one %s ballot and four like answers', async (_, wanted) => {
    const poll = await open(tools, wanted);
    const one = await cast(tools, poll, 1, yes, 'once');
    const more = await Promise.all([1, 2, 3].map(() => cast(tools, poll, 1, yes, 'once')));
    for (const answer of more) expect(doneOf(answer).options).toEqual(doneOf(one).options);
    expect(await sums(tools, poll)).toEqual([1, 0, 0]);
  });

  test.each([
    ['open', formalPoll],
    ['secret', secretPoll],
  ] as const)('all at once gives one %s ballot', async (_, wanted) => {
    const poll = await open(tools, wanted);
    const all = await Promise.all([1, 2, 3, 4].map(() => cast(tools, poll, 1, yes, 'at once')));
    expect(all.map(answer => answer.ok)).toEqual([true, true, true, true]);
    expect((await count(tools, poll)).tally).toMatchObject({ answered: 1 });
    expect(await tools.store.count(pollPartition(poll), castings.type)).toBe(wanted.secrecy === 'open' ? 1 : 0);
  });

  test('after a later ballot does not undo it', async () => {
    const poll = await open(tools);
    await cast(tools, poll, 1, yes, 'first');
    await cast(tools, poll, 1, no, 'second');
    expect(doneOf(await cast(tools, poll, 1, yes, 'first')).options).toEqual([yes]);
    expect(await sums(tools, poll)).toEqual([0, 1, 0]);
  });

  test.each([
    ['open', formalPoll],
    ['secret', secretPoll],
  ] as const)('after the closing is answered as before: it was counted (%s)', async (_, wanted) => {
    const poll = await open(tools, wanted);
    await cast(tools, poll, 1, yes, 'in time');
    doneOf(await closePoll(tools, await actorOf(tools, 'kari'), poll));
    expect((await cast(tools, poll, 1, yes, 'in time')).ok).toBe(true);
    expect(refusalOf(await cast(tools, poll, 1, yes, 'too late')).code).toBe('poll-closed');
    expect(await sums(tools, poll)).toEqual([1, 0, 0]);
  });
});

describe('a secret ballot', () => {
  test('is given once for the seat, whoever gives it', async () => {
    const poll = await open(tools, secretPoll);
    expect((await cast(tools, poll, 'veslefrikk', yes)).ok).toBe(true);
    expect(refusalOf(await cast(tools, poll, 'tyrihans', no)).code).toBe('already-answered');
    expect(refusalOf(await cast(tools, poll, 'veslefrikk', no)).code).toBe('already-answered');
    expect(await sums(tools, poll)).toEqual([1, 0, 0]);
  });

  test('of fifty at once: none is lost', async () => {
    const poll = await open(tools, { ...secretPoll, kind: 'opinion' });
    const voters = (Object.keys(castPeople) as (keyof typeof castPeople)[]).filter(
      key => castPeople[key].accounts.length > 0,
    );
    const presses = Array.from({ length: 50 }, (_, at) => voters[at % voters.length] ?? 'kari');
    const answers = await Promise.all(presses.map((key, at) => cast(tools, poll, key, at % 2 === 0 ? yes : no)));
    const given = answers.filter(answer => answer.ok);
    expect(given).toHaveLength(voters.length);
    const { tally } = await count(tools, poll);
    expect(tally.answered).toBe(voters.length);
    expect(tally.counts.reduce((sum, each) => sum + each.count, 0)).toBe(voters.length);
    expect(await tools.store.count(pollPartition(poll), answered.type)).toBe(voters.length);
  });
});

/** The same store over a slow line: what was read is old when it is written. */
function faraway(store: Store): Store {
  let asked = 0;
  const slowly = async <T>(work: () => Promise<T>): Promise<T> => {
    asked += 1;
    await wait(asked % 4);
    return work();
  };
  return {
    get: (...given) => slowly(() => store.get(...given)),
    batch: (...given) => slowly(() => store.batch(...given)),
    query: (...given) => slowly(() => store.query(...given)),
    count: (...given) => slowly(() => store.count(...given)),
    due: (...given) => slowly(() => store.due(...given)),
    close: () => store.close(),
  };
}

test('a secret ballot’s voters in six processes at once get no fault', async () => {
  const poll = await open(tools, secretPoll);
  const processes = Array.from({ length: 6 }, () => ({
    ...tools,
    store: faraway(tools.store),
    turns: createTurns(),
    gather: createGather(),
  }));
  const votes = seatsWithAccount.map((seat, at) => cast(processes[at % 6] ?? tools, poll, seat, yes));
  expect((await Promise.all(votes)).map(each => each.ok)).toEqual(seatsWithAccount.map(() => true));
  expect(await sums(tools, poll)).toEqual([15, 0, 0]);
});

describe('two processes on one store', () => {
  let folder: string;
  let one: TestTools;
  let other: TestTools;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'laget-polls-'));
    one = testTools(folder);
    other = testTools(folder, one.world.clock);
    await seatForum(one);
  });
  afterEach(async () => {
    await Promise.all([one.store.close(), other.store.close()]);
    rmSync(folder, { recursive: true });
  });

  test('what a secret ballot leaves on the disk joins no seat, member or time to an option', async () => {
    const poll = await open(one, secretPoll);
    for (const seat of seatsWithAccount) {
      one.world.clock.advance(60_000);
      await cast(one, poll, seat, seat % 2 === 0 ? yes : no);
    }
    expect(await sums(one, poll)).toEqual([8, 7, 0]);
    const database = new DatabaseSync(join(folder, 'laget.sqlite'), { readOnly: true });
    const rows = database.prepare('SELECT type, partition, id, sortKey, dueAt, etag, body FROM document').all();
    database.close();
    const types = rows.filter(row => row['partition'] === pollPartition(poll)).map(row => row['type']);
    expect(new Set(types)).toEqual(new Set(['poll', 'answered', 'urn', 'delivery', 'redraw', 'schedule']));
    for (const row of rows.filter(({ type }) => type !== 'poll')) {
      const text = JSON.stringify(row);
      if (/\bo[123]\b/.test(text))
        expect({ type: row['type'], text }).toEqual({
          type: 'urn',
          text: expect.not.stringMatching(/seat|member|T\d\d:/),
        });
      if (row['type'] === 'answered') expect(text).not.toMatch(/T\d\d:|options|count/);
    }
  });

  test.each([
    ['open', formalPoll],
    ['secret', secretPoll],
  ] as const)('every seat at once, each from both: one %s ballot each', async (_, wanted) => {
    const poll = await open(one, wanted);
    const answers = await Promise.all(
      seatsWithAccount.flatMap(seat => [cast(one, poll, seat, yes), cast(other, poll, seat, no)]),
    );
    const { tally } = await count(other, poll);
    expect(tally.answered).toBe(15);
    expect(tally.counts.reduce((sum, each) => sum + each.count, 0)).toBe(15);
    if (wanted.secrecy === 'secret') expect(answers.filter(answer => answer.ok)).toHaveLength(15);
    else expect(await one.store.count(pollPartition(poll), ballots.type)).toBe(15);
  });
});
