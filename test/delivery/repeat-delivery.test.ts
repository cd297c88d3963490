/** By hand only, and only what did not arrive or may not have. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Delivery, deliveries, deliveryStates, type Place } from '../../src/delivery/delivery.ts';
import { repeatDelivery } from '../../src/delivery/repeat-delivery.ts';
import type { Address, NetworkId } from '../../src/features/networks/network.ts';
import { channelLinks, networkPartition } from '../../src/features/networks/network-store.ts';
import { later } from '../../src/world.ts';
import { actorOf, type CastKey, castNetwork, castStart, seatForum, type TestTools, testTools } from '../cast.ts';
import { doneOf, refusalOf } from '../features/polls/poll-room.ts';
import { channel, owedTo, person } from './any-delivery.ts';
import { createRoom, partition, pass, thing } from './delivery-room.ts';

let tools: TestTools;
beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

const id = 'words|one';

async function stands(more: Partial<Delivery>, to: Place = person): Promise<void> {
  await tools.store.batch(partition, [deliveries.upsert(id, { ...owedTo(to), dueAt: undefined, ...more })]);
}
const repeat = async (who: CastKey = 'kari', request?: string) =>
  repeatDelivery(tools, await actorOf(tools, who, request), thing, id);
const now = async () => (await deliveries.get(tools.store, partition, id))?.value;

describe('a delivery', () => {
  const stuck: ReadonlySet<Delivery['state']> = new Set(['unknown', 'given-up', 'gone']);

  test.each(deliveryStates.filter(state => stuck.has(state)))(
    'that is %s is due anew, with nothing held against it',
    async state => {
      const written = { card: '{}', route: 'test|a' };
      await stands({
        state,
        why: 'blocked',
        troubledAt: castStart,
        failures: 9,
        mayStand: true,
        deadRoutes: [{ route: 'test|a', why: 'blocked' }],
        ref: 'ref',
        drawn: 'digest',
        restsUntil: later(castStart, 60_000),
        written,
      });
      tools.world.clock.advance(60_000);
      doneOf(await repeat());
      expect(await now()).toEqual({
        ...owedTo(person),
        owedAt: castStart,
        dueAt: later(castStart, 60_000),
      });
    },
  );

  test.each(deliveryStates.filter(state => !stuck.has(state) && state !== 'unneeded'))(
    'that is %s is not repeated',
    async state => {
      await stands({ state });
      const before = await now();
      expect(refusalOf(await repeat())).toEqual({ code: 'already-delivered' });
      expect(await now()).toEqual(before);
    },
  );

  test('that nobody needs any more is not repeated', async () => {
    await stands({ state: 'unneeded' });
    expect(refusalOf(await repeat())).toEqual({ code: 'no-delivery' });
  });

  test('that is not there, or is another network’s, is not there', async () => {
    expect(refusalOf(await repeat())).toEqual({ code: 'no-delivery' });
    await stands({ state: 'unknown', networkId: 'another' as NetworkId });
    expect(refusalOf(await repeat())).toEqual({ code: 'no-delivery' });
  });

  test('is repeated by those who lead, and by nobody else', async () => {
    await stands({ state: 'unknown' });
    for (const who of ['huldra', 'mikkel', 'nordavinden'] as const) {
      expect(refusalOf(await repeat(who))).toEqual({ code: 'not-allowed', deed: 'delivery.repeat' });
    }
    expect((await now())?.state).toBe('unknown');
    doneOf(await repeat('askeladden'));
  });

  test.each([
    ['failed', 'event'],
    ['deleted', undefined],
  ] as const)('to the calendar that is stuck because it is %s, brings up to date event %s', async (why, ref) => {
    await stands({ state: 'given-up', why, ref: 'event', to: { kind: 'calendar' } });
    doneOf(await repeat());
    expect((await now())?.ref).toBe(ref);
  });

  test('to a channel goes where the channel is now', async () => {
    const [link] = await channelLinks.all(tools.store, networkPartition(castNetwork.id));
    if (!link || channel.kind !== 'channel') throw new Error('No channel is linked');
    await stands({ state: 'gone', why: 'deleted' }, { ...channel, key: link.value.key, address: 'before' as Address });
    doneOf(await repeat());
    expect((await now())?.to).toMatchObject({ key: link.value.key, address: link.value.address });
  });
});

test('a request that comes four times, in two processes, sends once; the next request sends once more', async () => {
  let result: 'unknown' | 'failed' = 'unknown';
  const room = createRoom(tools, { answer: () => ({ kind: result }) });
  await stands({ state: 'given-up', why: 'failed' });
  for (let times = 0; times < 4; times += 1) {
    doneOf(await repeat('kari', 'the request'));
    await pass(tools, 2, room.deliver);
  }
  await Promise.all([1, 2, 3].map(() => repeat('kari', 'the request')));
  await pass(tools, 2, room.deliver);
  expect(room.tries.map(({ mayStand }) => mayStand)).toEqual([false]);
  result = 'failed';
  doneOf(await repeat('kari', 'another'));
  expect(refusalOf(await repeat('askeladden', 'a third'))).toEqual({ code: 'already-delivered' });
  await room.deliver();
  expect(room.tries).toHaveLength(2);
});
