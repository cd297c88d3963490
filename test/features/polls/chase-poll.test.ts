/** Who has not answered, and the reminder to them. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deliveries, placeKey } from '../../../src/delivery/delivery.ts';
import { oweAgreedSendings, sendings } from '../../../src/delivery/sending.ts';
import { members, networkPartition } from '../../../src/features/networks/network-store.ts';
import { listMissing } from '../../../src/features/polls/missing.ts';
import type { PollId } from '../../../src/features/polls/poll.ts';
import { pollPartition } from '../../../src/features/polls/poll-store.ts';
import { reminder, remindPoll } from '../../../src/features/polls/remind-poll.ts';
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
const isReminder = ({ value }: { readonly value: { readonly message: { readonly kind: string } } }) =>
  value.message.kind === reminder.kind;
const reminders = async () => (await deliveries.all(tools.store, pollPartition(poll))).filter(isReminder);
const owed = async () => (await reminders()).map(({ value: { to } }) => placeKey(to));
const asked = async () => (await sendings.all(tools.store, pollPartition(poll))).filter(isReminder);
const shown = async () => (await asked()).filter(({ value }) => value.state === 'shown');
/** Whom the sending that is shown would go to. */
const shownTo = async () =>
  (await shown()).flatMap(({ value }) => value.to.map(to => (to.kind === 'member' ? to.id : '')));

/** As if whoever leads had seen it and said yes. */
async function agree(): Promise<void> {
  for (const kept of await shown()) {
    const agreed = { ...kept.value, state: 'agreed' as const, dueAt: tools.world.clock.now() };
    await tools.store.batch(kept.partition, [sendings.replace(kept, agreed)]);
  }
  await oweAgreedSendings(tools);
}

/** All but these have answered. */
async function onlyMissing(...seats: readonly number[]): Promise<void> {
  for (const seat of seatsWithAccount.filter(number => !seats.includes(number))) await cast(tools, poll, seat, yes);
}

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
  test('to many waits to be seen by whoever leads, and then goes once to each who has not answered', async () => {
    for (const seat of [1, 2]) await cast(tools, poll, seat, yes);
    expect(doneOf(await remind())).toMatchObject({ reminded: 14, rested: 0, unreachable: 0 });
    expect(await owed()).toEqual([]);
    expect(await shownTo()).toHaveLength(14);
    expect(await shownTo()).not.toContain('member-askeladden');
    // Without an account, and so with no way but e-mail: whoever leads is shown that.
    expect(await shownTo()).toContain('member-åse');
    await agree();
    expect(await owed()).toHaveLength(14);
  });

  test('to a few goes at once', async () => {
    await onlyMissing(1, 2);
    expect(doneOf(await remind())).toMatchObject({ reminded: 3, unreachable: 0 });
    expect((await owed()).toSorted()).toEqual(['member-askeladden', 'member-pål', 'member-åse']);
    expect(await asked()).toEqual([]);
  });

  test('goes to the deputy while the holder has not joined', async () => {
    const holder = await members.get(tools.store, networkPartition(castNetwork.id), castMemberId('askeladden'));
    if (!holder) throw new Error('No such member');
    await tools.store.batch(holder.partition, [members.replace(holder, { ...holder.value, identities: [] })]);
    expect(doneOf(await remind())).toMatchObject({ reminded: 16, unreachable: 0 });
    expect(await shownTo()).toContain('member-per');
    expect(await shownTo()).not.toContain('member-askeladden');
  });

  test.each(['many', 'few'])('to %s, four times the same request, owes no more and is answered the same', async how => {
    if (how === 'few') await onlyMissing(1, 2);
    const first = doneOf(await remind('the request'));
    const more = await Promise.all([1, 2, 3].map(() => remind('the request')));
    expect(more.map(doneOf)).toEqual([first, first, first]);
    await agree();
    expect(doneOf(await remind('the request'))).toEqual(first);
    await agree();
    expect(await owed()).toHaveLength(first.reminded);
  });

  test('that nobody has agreed to gives way to the next one', async () => {
    await remind();
    await cast(tools, poll, 1, yes);
    await remind();
    expect(await shown()).toHaveLength(1);
    expect(await shownTo()).toHaveLength(15);
    expect((await asked()).map(({ value }) => value.state).toSorted()).toEqual(['dropped', 'shown']);
  });

  test('goes to nobody who has just had one, or has had as many as the network allows', async () => {
    await onlyMissing(1, 2);
    const refused = async () => refusalOf(await remind()).code;
    for (const day of [1, 2, 3, 4]) {
      doneOf(await remind());
      expect(await owed()).toHaveLength(3 * day);
      expect(await refused()).toBe('reminded-lately');
      tools.world.clock.advance(24 * 3_600_000);
    }
    expect(await refused()).toBe('reminded-lately');
    expect(await owed()).toHaveLength(12);
  });

  test('goes to those who have had none, and says how many are left alone', async () => {
    await onlyMissing(1, 2);
    await remind();
    const { network } = await actorOf(tools, 'kari');
    const kept = await members.get(tools.store, networkPartition(network.id), castMemberId('per'));
    if (!kept) throw new Error('No such member');
    // The holder has gone, and the deputy is asked in their place.
    const holder = await members.get(tools.store, networkPartition(network.id), castMemberId('askeladden'));
    if (!holder) throw new Error('No such member');
    await tools.store.batch(holder.partition, [members.replace(holder, { ...holder.value, identities: [] })]);
    expect(doneOf(await remind())).toMatchObject({ reminded: 1, rested: 2 });
    expect(await owed()).toContain('member-per');
  });

  test('is refused while an earlier one is still being owed', async () => {
    await remind();
    const [kept] = await shown();
    if (!kept) throw new Error('Nothing is shown');
    const agreed = { ...kept.value, state: 'agreed' as const, dueAt: tools.world.clock.now() };
    await tools.store.batch(kept.partition, [sendings.replace(kept, agreed)]);
    expect(refusalOf(await remind()).code).toBe('reminded-lately');
  });

  test('is refused on a closed poll, and by others than coordinator and chair', async () => {
    expect(refusalOf(await remindPoll(tools, await actorOf(tools, 'huldra'), poll)).code).toBe('not-allowed');
    tools.world.clock.set('2027-02-02T12:00:00.000Z');
    expect(refusalOf(await remind()).code).toBe('poll-closed');
    expect(await asked()).toEqual([]);
  });

  test('when everyone who can be has answered goes to those who have no account', async () => {
    poll = await open(tools, { ...formalPoll, kind: 'opinion' });
    const all = ['kari', 'nordavinden', 'per', 'tyrihans', 'bamse', 'gudbrand', ...seatsWithAccount] as const;
    for (const who of all) await cast(tools, poll, who, yes);
    expect(doneOf(await remind())).toMatchObject({ reminded: 2, unreachable: 0 });
    expect((await owed()).toSorted()).toEqual(['member-åse', 'member-čearpmat']);
  });
});
