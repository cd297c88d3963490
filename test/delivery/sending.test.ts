/** The same words to many places: shown first, then owed to each of them once, whatever happens on the way. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deliveries, type Place, partitionOf } from '../../src/delivery/delivery.ts';
import {
  mostUnseen,
  mustBeShown,
  oweAgreed,
  oweAgreedSendings,
  oweEach,
  sendings,
} from '../../src/delivery/sending.ts';
import type { Store } from '../../src/store/store.ts';
import { castMemberId, castNetwork, castStart, cutOff, type TestTools, testTools } from '../cast.ts';
import { memberNamed } from './delivery-room.ts';

let tools: TestTools;
beforeEach(() => {
  tools = testTools();
});
afterEach(() => tools.store.close());

const about = { networkId: castNetwork.id, thing: { kind: 'poll', id: 'poll' } };
const partition = partitionOf(about.thing);
const words = { kind: 'news' };
const deed = { occasion: 'the request', by: castMemberId('kari'), now: castStart };
const places = (count: number): readonly Place[] =>
  Array.from({ length: count }, (_, at) => memberNamed(`member-${at}`));
const owed = async () => (await deliveries.all(tools.store, partition)).map(({ value }) => value);
const sent = async () => (await sendings.all(tools.store, partition)).map(({ value }) => value);

describe('words', () => {
  test('to a few are owed at once, and to one more than that must be shown first', async () => {
    await tools.store.batch(partition, oweEach(about, words, places(mostUnseen), deed));
    expect(await owed()).toHaveLength(mostUnseen);
    expect(await sent()).toEqual([]);
    await tools.store.batch(partition, oweEach(about, words, places(mostUnseen + 1), { ...deed, occasion: 'another' }));
    expect(await owed()).toHaveLength(mostUnseen);
    expect(await sent()).toMatchObject([{ state: 'shown', to: places(mostUnseen + 1), madeBy: deed.by }]);
    expect([mustBeShown(places(5)), mustBeShown(places(6))]).toEqual([false, true]);
  });

  test('that wait to be seen are owed to nobody, however long they wait', async () => {
    await tools.store.batch(partition, oweEach(about, words, places(6), deed));
    tools.world.clock.advance(30 * 86_400_000);
    await oweAgreedSendings(tools);
    expect(await owed()).toEqual([]);
  });

  test('agreed to before are owed to each in their order, and no more after that', async () => {
    await tools.store.batch(partition, [oweAgreed(about, words, places(250), deed)]);
    tools.world.clock.advance(5000);
    await oweAgreedSendings(tools);
    await oweAgreedSendings(tools);
    const all = await owed();
    expect(all.toSorted((a, b) => a.number - b.number).map(({ to }) => to)).toEqual(places(250));
    expect(new Set(all.map(({ owedAt, dueAt, state }) => `${owedAt} ${dueAt} ${state}`)).size).toBe(1);
    expect(await sent()).toMatchObject([{ state: 'owed' }]);
    expect((await sent())[0]?.dueAt).toBe('2027-04-11T08:00:05.000Z');
  });

  test('are owed as they were frozen, with the way they were shown to go', async () => {
    const to = places(3);
    await tools.store.batch(partition, [oweAgreed(about, words, to, deed)]);
    const [kept] = await sendings.all(tools.store, partition);
    if (!kept) throw new Error('No sending');
    const written = { cards: ['"one"', '"two"'], each: [{ card: 1, route: 'test|a' }, { card: 0 }, {}] };
    await tools.store.batch(partition, [sendings.replace(kept, { ...kept.value, written })]);
    await oweAgreedSendings(tools);
    const all = (await owed()).toSorted((a, b) => a.number - b.number);
    expect(all.map(each => each.written)).toEqual([{ card: '"two"', route: 'test|a' }, { card: '"one"' }, undefined]);
  });
});

describe('owing two hundred and fifty', () => {
  /** As another process sees it whose writes end there. */
  const dyingAt = (write: number): TestTools => ({ ...tools, store: cutOff(tools.store, write) });

  test.each([1, 2, 3, 4])('cut off at write %i and begun again, owes each once', async write => {
    await tools.store.batch(partition, [oweAgreed(about, words, places(250), deed)]);
    await oweAgreedSendings(dyingAt(write));
    expect(await owed()).toHaveLength(Math.min(250, (write - 1) * 90));
    await oweAgreedSendings(tools);
    expect(await owed()).toHaveLength(250);
    expect(await sent()).toMatchObject([{ state: 'owed' }]);
  });

  test('leaves those that were sent meanwhile as they are', async () => {
    await tools.store.batch(partition, [oweAgreed(about, words, places(250), deed)]);
    await oweAgreedSendings(dyingAt(3));
    const [first] = await deliveries.all(tools.store, partition);
    if (!first) throw new Error('Nothing is owed');
    const done = { ...first.value, state: 'sent' as const, dueAt: undefined, ref: 'ref' };
    await tools.store.batch(partition, [deliveries.replace(first, done)]);
    await oweAgreedSendings(tools);
    expect((await deliveries.get(tools.store, partition, first.id))?.value.state).toBe('sent');
    expect(await owed()).toHaveLength(250);
  });

  test('in two processes at once owes each once', async () => {
    await tools.store.batch(partition, [oweAgreed(about, words, places(250), deed)]);
    await Promise.all([oweAgreedSendings(tools), oweAgreedSendings({ ...tools, store: slowly(tools.store) })]);
    await oweAgreedSendings(tools);
    expect(await owed()).toHaveLength(250);
    expect(await sent()).toMatchObject([{ state: 'owed' }]);
  });
});

test('a repeat of the deed owes nothing more, and another deed owes anew', async () => {
  const owing = oweEach(about, words, places(2), deed);
  await tools.store.batch(partition, owing);
  await expect(tools.store.batch(partition, owing)).rejects.toThrow();
  await tools.store.batch(partition, oweEach(about, words, places(2), { ...deed, occasion: 'another' }));
  expect(await owed()).toHaveLength(4);
});

/** Takes its turn after the other. */
function slowly(store: Store): Store {
  return {
    get: (...given) => store.get(...given),
    query: (...given) => store.query(...given),
    count: (...given) => store.count(...given),
    due: (...given) => store.due(...given),
    close: () => store.close(),
    batch: async (...given) => {
      await new Promise(resolve => setImmediate(resolve));
      return store.batch(...given);
    },
  };
}
