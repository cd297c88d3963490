/** A thing posted anew in a channel: the earlier postings stay true, and are missed by nobody. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Courier } from '../../src/delivery/courier.ts';
import { type Delivery, deliveries, oweRedraw, type Place, postingId } from '../../src/delivery/delivery.ts';
import { postAnew } from '../../src/delivery/post-anew.ts';
import { reachOf } from '../../src/delivery/reach.ts';
import { redrawPostings } from '../../src/delivery/redraw-postings.ts';
import type { SendResult } from '../../src/delivery/send-result.ts';
import { castNetwork, type TestTools, testTools } from '../cast.ts';
import { channel } from './any-delivery.ts';
import { owedNow, partition, pass, thing } from './delivery-room.ts';

let tools: TestTools;
beforeEach(() => {
  tools = testTools();
});
afterEach(() => tools.store.close());

const about = { networkId: castNetwork.id, thing };
const to = channel as Extract<Place, { kind: 'channel' }>;

/** Posts it once a day, so often; each posting is sent. */
async function postDaily(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    const now = tools.world.clock.now();
    const all = await deliveries.all(tools.store, partition);
    await tools.store.batch(partition, postAnew(about, to, all, now));
    await becomes({ state: 'sent', ref: `ref ${day}`, dueAt: undefined });
    tools.world.clock.advance(86_400_000);
  }
}

async function becomes(more: Partial<Delivery>): Promise<void> {
  const kept = await deliveries.get(tools.store, partition, postingId(to.key));
  if (kept) await tools.store.batch(partition, [deliveries.replace(kept, { ...kept.value, ...more })]);
}

async function redraw(answer: (ref: string) => SendResult): Promise<readonly string[]> {
  const redrawn: string[] = [];
  const update = async (ref: string) => {
    redrawn.push(ref);
    return answer(ref);
  };
  const courier: Courier = {
    prepare: async () => ({ kind: 'unneeded' }),
    draw: async () => () => ({ lane: to.key, pace: [], drawn: 'anew', update }),
    isOver: async () => true,
  };
  await tools.store.batch(partition, [oweRedraw(about, tools.world.clock.now())]);
  await pass(tools, 10, () => redrawPostings(tools, courier));
  return redrawn;
}

test('it and the last few before it are redrawn, each once', async () => {
  await postDaily(6);
  const redrawn = await redraw(ref => ({ kind: 'sent', ref }));
  expect(redrawn.toSorted()).toEqual(['ref 2', 'ref 3', 'ref 4', 'ref 5']);
});

test('one of them that is gone is no trouble, and counts for nothing', async () => {
  await postDaily(2);
  await redraw(ref => (ref === 'ref 0' ? { kind: 'gone', why: 'deleted' } : { kind: 'sent', ref }));
  expect((await owedNow(tools)).map(({ state }) => state).toSorted()).toEqual(['gone', 'sent']);
  expect(await tools.store.count(partition, 'trouble')).toBe(0);
  expect(reachOf(await deliveries.all(tools.store, partition))).toMatchObject({ all: 1, reached: 1, troubled: [] });
});

test('one that was never sent, or is gone already, is not kept', async () => {
  await postDaily(1);
  await becomes({ state: 'gone' });
  await postDaily(1);
  expect(await owedNow(tools)).toHaveLength(1);
});
