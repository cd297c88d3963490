/** What is owed to people and channels, written in their language and sent by a way that works. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Reached, reachedBy } from '../../src/bot/deliveries/delivery-reach.ts';
import { type Delivery, deliveries, partitionOf } from '../../src/delivery/delivery.ts';
import type { IdentityKey } from '../../src/features/networks/network.ts';
import type { PollId } from '../../src/features/polls/poll.ts';
import { reminder, remindPoll } from '../../src/features/polls/remind-poll.ts';
import { speak } from '../../src/texts/speak.ts';
import { later } from '../../src/world.ts';
import {
  actorOf,
  castNetwork,
  castPeople,
  castStart,
  holderOf,
  seatForum,
  type TestTools,
  testTools,
} from '../cast.ts';
import { cast, doneOf, open, seatsWithAccount, yes } from '../features/polls/poll-room.ts';
import { becomes, canBeWrittenTo, platformsBy, type TestPlatform, testPlatform, ticking } from './bot-room.ts';

let tools: TestTools;
let poll: PollId;
let chat: TestPlatform;
let other: TestPlatform;
let mail: TestPlatform;
let tick: () => Promise<void>;

beforeEach(async () => {
  tools = testTools();
  [chat, other, mail] = [testPlatform('test'), testPlatform('other'), testPlatform('mail', true)];
  tick = ticking(tools, chat, other, mail);
  await seatForum(tools);
  poll = await open(tools);
  await tick();
  chat.asked.length = 0;
  for (const seat of seatsWithAccount.filter(number => number !== 1)) await cast(tools, poll, seat, yes);
});
afterEach(() => tools.store.close());

/** Holds seat 1, and is missing; so is the holder of seat 7, who has no account. */
const holder = holderOf(1);
const question = 'Du har ikke svart på «Skal forumet møtes i Karasjok?».';
const sent = { kind: 'sent', ref: 'ref' } as const;

const remind = async () => doneOf(await remindPoll(tools, await actorOf(tools, 'kari'), poll));
const told = (platform: TestPlatform) => platform.asked.filter(({ how }) => how === 'told');
const owed = async (kind: string = reminder.kind): Promise<readonly Delivery[]> =>
  (await deliveries.all(tools.store, partitionOf({ kind: 'poll', id: poll })))
    .map(({ value }) => value)
    .filter(({ message }) => message.kind === kind);
const toHolder = async () => (await owed()).filter(({ to }) => to.kind === 'member' && to.id === `member-${holder}`);

async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await tick();
    tools.world.clock.advance(1000);
  }
}

describe('a reminder', () => {
  test('is sent once to each, where they are', async () => {
    await canBeWrittenTo(tools, holder, 'there');
    expect((await remind()).reminded).toBe(2);
    await pass(5);
    expect(told(chat).map(({ to }) => to)).toEqual(['there']);
    expect(told(mail).map(({ to }) => to)).toEqual([castPeople.åse.email]);
    expect(told(chat)[0]?.text).toContain(question);
    expect(told(mail)[0]?.outgoing?.card.title).toBe('Påminnelse: Skal forumet møtes i Karasjok?');
    expect((await owed()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  test('is not sent to one who has answered since it was asked for', async () => {
    await canBeWrittenTo(tools, holder, 'there');
    await remind();
    await cast(tools, poll, 1, yes);
    await pass(3);
    expect(told(chat)).toEqual([]);
    expect((await toHolder()).map(({ state }) => state)).toEqual(['unneeded']);
  });

  test('is in the person’s own language', async () => {
    await canBeWrittenTo(tools, holder, 'there');
    await becomes(tools, holder, { language: 'nn' });
    await remind();
    await pass(2);
    expect(told(chat)[0]?.text).toContain('Du har ikkje svara på');
  });

  test('whose sending fails is tried again, ever more seldom, and tells the platform what it was called', async () => {
    await canBeWrittenTo(tools, holder, 'there');
    chat.answers(() => ({ kind: 'failed', mayStand: true }));
    await remind();
    await pass(5);
    expect(told(chat)).toHaveLength(3);
    chat.answers(() => sent);
    await pass(10);
    expect(told(chat)).toHaveLength(4);
    expect(new Set(told(chat).map(({ outgoing }) => outgoing?.key)).size).toBe(1);
    expect(told(chat).map(({ outgoing }) => outgoing?.mayStand)).toEqual([false, true, true, true]);
    expect(told(chat)[0]?.outgoing?.since).toBe(castStart);
  });

  test('to one who has blocked one account goes to the other, and then by e-mail', async () => {
    const second = 'other|somewhere|second' as IdentityKey;
    await canBeWrittenTo(tools, holder, 'elsewhere', { account: second, usedAt: later(castStart, -60_000) });
    await canBeWrittenTo(tools, holder, 'there');
    chat.answers(() => ({ kind: 'gone', why: 'blocked' }));
    other.answers(() => ({ kind: 'gone', why: 'left' }));
    await remind();
    await pass(5);
    expect([told(chat), told(other)].map(all => all.map(({ to }) => to))).toEqual([['there'], ['elsewhere']]);
    expect(told(mail).map(({ to }) => to)).toContain(castPeople[holder].email);
    expect(await toHolder()).toMatchObject([{ state: 'sent', deadRoutes: [{ why: 'blocked' }, { why: 'left' }] }]);
    expect(await owed('trouble')).toEqual([]);
  });

  test('that reaches nobody is told to the coordinator by name, with why and what to do', async () => {
    tick = ticking(tools, chat);
    await canBeWrittenTo(tools, holder, 'there');
    await canBeWrittenTo(tools, 'kari', 'kari');
    chat.answers(to => (to === 'there' ? { kind: 'gone', why: 'blocked' } : sent));
    await remind();
    await pass(30);
    const news = told(chat).filter(({ to }) => to === 'kari');
    expect(news).toHaveLength(1);
    expect(news[0]?.text).toContain('Avstemning 1: Skal forumet møtes i Karasjok?');
    expect(news[0]?.text).toContain('3 av 5 nådd: 1 har blokkert boten, 1 har ingen vei.');
    expect(news[0]?.text).toContain(`${castPeople[holder].name} – påminnelse: har blokkert boten`);
    expect(news[0]?.text).toContain(`${castPeople.åse.name} – påminnelse: ingen konto`);
    expect(news[0]?.text).toContain(`[Send på nytt: ${castPeople[holder].name}]`);
    expect(news[0]?.text).not.toContain(`Send på nytt: ${castPeople.åse.name}`);
    expect(news[0]?.text).toContain('trenger en kode fra «inviter», eller en e-postadresse i medlemslista');
    const reached = async (...platforms: TestPlatform[]) =>
      reachedBy(tools, { kind: 'poll', id: poll }, castNetwork, speak('nb', 'Europe/Oslo'), platformsBy(...platforms));
    const hasNoWay = ({ stuck }: Reached) => stuck.filter(each => each.hasNoWay).map(({ where }) => where);
    expect(hasNoWay(await reached(chat))).toEqual([castPeople.åse.name]);
    expect(hasNoWay(await reached(chat, mail))).toEqual([]);
  });

  test('that is put right before it can be told of, is not told of', async () => {
    await canBeWrittenTo(tools, holder, 'there');
    await canBeWrittenTo(tools, 'kari', 'kari');
    const people: readonly string[] = [castPeople[holder].email, castPeople.åse.email];
    mail.answers(to => (people.includes(to) ? { kind: 'gone', why: 'left' } : sent));
    chat.answers(to => (to === 'there' ? { kind: 'gone', why: 'blocked' } : sent));
    await remind();
    await pass(5);
    for (const kept of await deliveries.all(tools.store, partitionOf({ kind: 'poll', id: poll }))) {
      if (kept.value.state !== 'given-up') continue;
      await tools.store.batch(kept.partition, [deliveries.replace(kept, { ...kept.value, state: 'sent', ref: 'ref' })]);
    }
    await pass(30);
    expect(told(chat).filter(({ to }) => to === 'kari')).toEqual([]);
    expect((await owed('trouble')).map(({ state }) => state)).toEqual(['unneeded']);
  });
});

describe('a posting', () => {
  test('waits for a platform that is not set up at the moment', async () => {
    tick = ticking(tools, mail);
    const second = await open(tools);
    await tick();
    tick = ticking(tools, chat, mail);
    await pass(3);
    const all = await deliveries.all(tools.store, partitionOf({ kind: 'poll', id: second }));
    expect(all.map(({ value }) => value.state)).toEqual(['sent', 'sent', 'sent']);
    expect(chat.asked.filter(({ how }) => how === 'posted')).toHaveLength(3);
  });

  test('frozen when it was agreed to is posted just so, and then redrawn as it is now', async () => {
    const partition = partitionOf({ kind: 'poll', id: poll });
    const [kept] = (await deliveries.all(tools.store, partition)).filter(
      ({ value }) => value.message.kind === 'posting',
    );
    if (!kept) throw new Error('No posting');
    const { ref: _, drawn: __, restsUntil: ___, ...rest } = kept.value;
    const card = { language: 'nb', title: 'Slik sto det', parts: [{ kind: 'text', text: 'da det ble vist' }] };
    const frozen: Delivery = {
      ...rest,
      state: 'due',
      dueAt: tools.world.clock.now(),
      written: { card: JSON.stringify(card) },
    };
    await tools.store.batch(partition, [deliveries.replace(kept, frozen)]);
    chat.asked.length = 0;
    await tick();
    expect(chat.asked.filter(({ how }) => how === 'posted').map(({ text }) => text)).toEqual([
      'Slik sto det\nda det ble vist',
    ]);
    await pass(4);
    expect(chat.asked.filter(({ how }) => how === 'redrawn').at(-1)?.text).toContain('14 av 16 har svart');
  });
});
