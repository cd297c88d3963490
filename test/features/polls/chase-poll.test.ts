/** Who has not answered, and the reminder to them. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { members, networkPartition } from '../../../src/features/networks/network-store.ts';
import { notices } from '../../../src/features/networks/posting.ts';
import { listMissing } from '../../../src/features/polls/missing.ts';
import type { PollId } from '../../../src/features/polls/poll.ts';
import { pollPartition } from '../../../src/features/polls/poll-store.ts';
import { remindPoll } from '../../../src/features/polls/remind-poll.ts';
import { actorOf, castMemberId, castNetwork, seatForum, type TestTools, testTools } from '../../cast.ts';
import { cast, doneOf, formalPoll, open, refusalOf, seatsWithAccount, secretPoll, yes } from './poll-room.ts';

let tools: TestTools;
let poll: PollId;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  poll = await open(tools);
});
afterEach(() => tools.store.close());

const remind = async (request?: string) => remindPoll(tools, await actorOf(tools, 'kari', request), poll);
const missing = async () => doneOf(await listMissing(tools, await actorOf(tools, 'kari'), poll)).missing;
const owed = async () => (await notices.all(tools.store, pollPartition(poll))).map(kept => kept.value.to);

describe('who is missing', () => {
  test('are the voting seats that have not answered, with their parties and holders', async () => {
    for (const seat of [1, 2, 4]) await cast(tools, poll, seat, yes);
    const list = await missing();
    expect(list).toHaveLength(13);
    expect(list[0]).toMatchObject({
      seat: { number: 3 },
      party: { name: 'Alta kommune' },
      people: [{ name: 'Veslefrikk Fele' }],
    });
    expect(list.map(each => each.seat?.number)).not.toContain(17);
  });

  test('of a secret ballot are known too, to those who may chase them', async () => {
    poll = await open(tools, secretPoll);
    await cast(tools, poll, 1, yes);
    expect(await missing()).toHaveLength(15);
    expect(refusalOf(await listMissing(tools, await actorOf(tools, 'mikkel'), poll)).code).toBe('not-allowed');
  });

  test('in an opinion poll are members', async () => {
    poll = await open(tools, { ...formalPoll, kind: 'opinion' });
    await cast(tools, poll, 'nordavinden', yes);
    const names = (await missing()).flatMap(each => each.people.map(person => person.name));
    expect(names).toHaveLength(22);
    expect(names).not.toContain('Nordavinden Blåse');
  });
});

describe('a reminder', () => {
  test('goes once to each who has not answered, and says who cannot be reached', async () => {
    for (const seat of [1, 2]) await cast(tools, poll, seat, yes);
    expect(doneOf(await remind())).toMatchObject({ reminded: 13, unreachable: 1 });
    expect(await owed()).toHaveLength(13);
    expect(await owed()).not.toContain('member-askeladden');
    expect(await owed()).not.toContain('member-åse');
  });

  test('goes to the deputy while the holder has not joined', async () => {
    const holder = await members.get(tools.store, networkPartition(castNetwork.id), castMemberId('askeladden'));
    if (!holder) throw new Error('No such member');
    await tools.store.batch(holder.partition, [members.replace(holder, { ...holder.value, identities: [] })]);
    expect(doneOf(await remind())).toMatchObject({ reminded: 15, unreachable: 1 });
    expect(await owed()).toContain('member-per');
    expect(await owed()).not.toContain('member-askeladden');
  });

  test('four times the same request owes no more', async () => {
    await remind('the request');
    await Promise.all([1, 2, 3].map(() => remind('the request')));
    expect(await owed()).toHaveLength(15);
    await remind('another');
    expect(await owed()).toHaveLength(30);
  });

  test('is refused on a closed poll, and by others than coordinator and chair', async () => {
    expect(refusalOf(await remindPoll(tools, await actorOf(tools, 'huldra'), poll)).code).toBe('not-allowed');
    tools.world.clock.set('2027-02-02T12:00:00.000Z');
    expect(refusalOf(await remind()).code).toBe('poll-closed');
    expect(await owed()).toEqual([]);
  });

  test('when everyone has answered is refused', async () => {
    poll = await open(tools, { ...formalPoll, kind: 'opinion' });
    const all = [
      'kari',
      'nordavinden',
      'per',
      'tyrihans',
      'čearpmat',
      'bamse',
      'gudbrand',
      ...seatsWithAccount,
    ] as const;
    for (const who of all) await cast(tools, poll, who, yes);
    expect(doneOf(await remind())).toMatchObject({ reminded: 0, unreachable: 1 });
  });
});
