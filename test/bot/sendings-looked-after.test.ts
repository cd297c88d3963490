/** A sending that nobody decides on is reminded of once and lapses; what is over is forgotten, in its time and no sooner. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deliveries, news } from '../../src/delivery/delivery.ts';
import { endSchedule } from '../../src/delivery/schedule.ts';
import { decisions, type Sending, sendings } from '../../src/delivery/sending.ts';
import { closePoll } from '../../src/features/polls/close-poll.ts';
import type { PollId } from '../../src/features/polls/poll.ts';
import { pollPartition } from '../../src/features/polls/poll-store.ts';
import { reminder, remindPoll } from '../../src/features/polls/remind-poll.ts';
import type { Instant } from '../../src/world.ts';
import { actorOf, castPeople, castSeats, seatForum, type TestTools, testTools } from '../cast.ts';
import { doneOf, open } from '../features/polls/poll-room.ts';
import { becomes, canBeWrittenTo, type TestPlatform, testPlatform, ticking } from './bot-room.ts';

let tools: TestTools;
let poll: PollId;
let platform: TestPlatform;

/** Monday 11 January 2027, nine in the morning, when the network is reminded too; the poll is open until 1 February. */
beforeEach(async () => {
  tools = testTools();
  platform = testPlatform('test');
  await seatForum(tools);
  const holders = castSeats.map(({ holder }) => holder).filter(key => castPeople[key].accounts.length > 0);
  for (const key of ['kari', 'askeladden', ...holders] as const) await canBeWrittenTo(tools, key, `to ${key}`);
  poll = await open(tools);
  // Those that go by themselves are not what is looked at here.
  await tools.store.batch(pollPartition(poll), [endSchedule(reminder)]);
  await tick();
  doneOf(await remindPoll(tools, await actorOf(tools, 'kari'), poll));
});
afterEach(() => tools.store.close());

const tick = () => ticking(tools, platform)();

/** Nothing is looked at more often than once an hour. */
async function until(end: string): Promise<void> {
  while (tools.world.clock.now() < end) {
    tools.world.clock.advance(3_600_000);
    for (let times = 0; times < 3; times += 1) await tick();
  }
}

async function sendingNow(): Promise<Sending> {
  const [kept] = await sendings.all(tools.store, pollPartition(poll));
  if (!kept) throw new Error('There is none');
  return kept.value;
}

const toldTo = (key: string, words: string) =>
  platform.asked.filter(({ how, to, text }) => how === 'told' && to === `to ${key}` && text.includes(words));
const kindsLeft = async () =>
  (await deliveries.all(tools.store, pollPartition(poll))).map(({ value }) => value.message.kind);

describe('a sending that nobody decides on', () => {
  test('is reminded of once, on the next work morning, to the one who was shown it', async () => {
    await until('2027-01-12T07:00:00.000Z');
    expect(toldTo('kari', 'En utsending venter på deg')).toEqual([]);
    await until('2027-01-12T09:00:00.000Z');
    const [told, ...more] = toldTo('kari', 'En utsending venter på deg');
    expect(told?.text).toContain('Påminnelse til 16: ingenting er sendt, for ingen har sagt ja.');
    expect(told?.text).toContain('[Se over før det sendes] [Ikke send]');
    expect(more).toEqual([]);
    await until('2027-01-22T12:00:00.000Z');
    expect(toldTo('kari', 'En utsending venter på deg')).toHaveLength(1);
    expect(toldTo('askeladden', 'En utsending venter på deg')).toEqual([]);
    expect((await sendingNow()).state).toBe('shown');
  });

  test('waits over the weekend', async () => {
    await until('2027-01-11T10:00:00.000Z');
    tools.world.clock.set('2027-01-15T20:00:00.000Z');
    await tick();
    await until('2027-01-17T20:00:00.000Z');
    expect(toldTo('kari', 'En utsending venter på deg')).toEqual([]);
    await until('2027-01-18T10:00:00.000Z');
    expect(toldTo('kari', 'En utsending venter på deg')).toHaveLength(1);
  });

  test('is told to the coordinators when the one who made it leads no more', async () => {
    await becomes(tools, 'kari', { roles: [] });
    await becomes(tools, 'askeladden', { roles: ['coordinator'] });
    await until('2027-01-12T09:00:00.000Z');
    expect(toldTo('kari', 'En utsending venter på deg')).toEqual([]);
    expect(toldTo('askeladden', 'En utsending venter på deg')).toHaveLength(1);
  });

  test('lapses after two weeks: nothing is sent, and whoever made it is told', async () => {
    await until('2027-01-26T10:00:00.000Z');
    expect((await sendingNow()).state).toBe('lapsed');
    const [told, ...more] = toldTo('kari', 'En utsending falt bort');
    expect(told?.text).toContain('Vil du sende det senere, skriv: påminn 1');
    expect(more).toEqual([]);
    expect(await kindsLeft()).not.toContain('poll-reminder');
  });

  test('lapses on the next morning when nobody needs it any more', async () => {
    await until('2027-01-12T09:00:00.000Z');
    doneOf(await closePoll(tools, await actorOf(tools, 'kari'), poll));
    await until('2027-01-13T09:00:00.000Z');
    expect((await sendingNow()).state).toBe('lapsed');
    expect(toldTo('kari', 'En utsending falt bort')).toHaveLength(1);
  });
});

describe('what is over', () => {
  const waitDays = async (days: number) => {
    tools.world.clock.advance(days * 86_400_000);
    for (let times = 0; times < 4; times += 1) await tick();
  };

  test('is forgotten ninety days after it ended: who was told what, and the cards that were shown', async () => {
    await until('2027-01-26T10:00:00.000Z');
    doneOf(await closePoll(tools, await actorOf(tools, 'kari'), poll));
    await tick();
    await waitDays(70);
    expect((await kindsLeft()).toSorted()).toEqual(['posting', 'posting', 'posting', news.lapsed, news.waiting]);
    expect((await sendingNow()).to).toHaveLength(16);
    await waitDays(22);
    expect(await kindsLeft()).toEqual(['posting', 'posting', 'posting']);
    expect(await sendingNow()).toMatchObject({ state: 'lapsed', to: [] });
    expect((await sendingNow()).written).toBeUndefined();
    expect((await sendingNow()).dueAt).toBeUndefined();
  });

  test('is kept as long as the thing is not over: those who were reminded often enough are known', async () => {
    const [kept] = await deliveries.all(tools.store, pollPartition(poll));
    if (!kept) throw new Error('Nothing is owed');
    const forgetAt = '2027-01-12T00:00:00.000Z' as Instant;
    const to = { kind: 'member', id: 'member-kari' } as never;
    const value = { ...kept.value, message: { kind: 'poll-reminder' }, to, forgetAt };
    await tools.store.batch(kept.partition, [deliveries.upsert('words|old', value)]);
    tools.world.clock.set('2027-01-13T00:00:00.000Z');
    await tick();
    expect(await kindsLeft()).toContain('poll-reminder');
    doneOf(await closePoll(tools, await actorOf(tools, 'kari'), poll));
    tools.world.clock.set('2027-01-21T00:00:00.000Z');
    await tick();
    expect(await kindsLeft()).not.toContain('poll-reminder');
    expect(await decisions.all(tools.store, pollPartition(poll))).toEqual([]);
  });
});
