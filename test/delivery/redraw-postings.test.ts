/** One thing's postings wait for their rest; nobody else's wait with them. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Courier } from '../../src/delivery/courier.ts';
import { deliveries, oweRedraw, postingId, redraws } from '../../src/delivery/delivery.ts';
import { redrawPostings } from '../../src/delivery/redraw-postings.ts';
import type { ChannelKey } from '../../src/features/networks/network.ts';
import { type Instant, later } from '../../src/world.ts';
import { castNetwork, castStart, type TestTools, testTools } from '../cast.ts';
import { channel, owedTo } from './any-delivery.ts';

let tools: TestTools;
beforeEach(() => {
  tools = testTools();
});
afterEach(() => tools.store.close());

const redrawn: string[] = [];
const courier: Courier = {
  prepare: async () => ({ kind: 'unneeded' }),
  draw:
    async ({ id }) =>
    () => ({
      lane: id,
      pace: [],
      drawn: 'anew',
      update: async ref => {
        redrawn.push(id);
        return { kind: 'sent', ref };
      },
    }),
};

async function changes(id: string, restsUntil: Instant | undefined): Promise<void> {
  const about = { networkId: castNetwork.id, thing: { kind: 'poll', id } };
  const stands = owedTo(channel, {
    ...about,
    state: 'sent',
    ref: 'ref',
    drawn: 'before',
    dueAt: undefined,
    restsUntil,
  });
  await tools.store.batch(`poll|${id}`, [
    deliveries.create(postingId('test|somewhere|channel' as ChannelKey), stands),
    oweRedraw(about, castStart),
  ]);
}

test('a hundred and fifty things that rest do not hide the one that does not', async () => {
  redrawn.length = 0;
  for (let at = 0; at < 150; at += 1) await changes(`a${at}`, later(castStart, 60_000));
  tools.world.clock.advance(1000);
  await changes('z', undefined);
  for (let look = 0; look < 3; look += 1) await redrawPostings(tools, courier);
  expect(redrawn).toEqual(['z']);
  tools.world.clock.advance(60_000);
  for (let look = 0; look < 3; look += 1) await redrawPostings(tools, courier);
  expect(redrawn).toHaveLength(151);
  expect(await tools.store.due(redraws.type, later(castStart, 1_000_000), 10)).toEqual([]);
});
