/** One thing's postings wait for their rest; nobody else's wait with them. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Courier } from '../../src/delivery/courier.ts';
import { deliveries, oweRedraw, postingId, redraws } from '../../src/delivery/delivery.ts';
import type { Pace } from '../../src/delivery/pace.ts';
import { redrawPostings } from '../../src/delivery/redraw-postings.ts';
import type { ChannelKey } from '../../src/features/networks/network.ts';
import type { Store } from '../../src/store/store.ts';
import { type Instant, later } from '../../src/world.ts';
import { castNetwork, castStart, type TestTools, testTools } from '../cast.ts';
import { channel, owedTo } from './any-delivery.ts';

let tools: TestTools;
beforeEach(() => {
  redrawn.length = 0;
  tools = testTools();
});
afterEach(() => tools.store.close());

const redrawn: string[] = [];
let drawings = 0;
const courier = courierAt([]);

/** Each drawing is another than the one before. */
function courierAt(pace: Pace): Courier {
  return {
    prepare: async () => ({ kind: 'unneeded' }),
    isOver: async () => true,
    async draw({ id }) {
      drawings += 1;
      const drawn = `drawing ${drawings}`;
      return () => ({
        lane: id,
        pace,
        drawn,
        async update(ref) {
          redrawn.push(id);
          return { kind: 'sent', ref };
        },
      });
    },
  };
}

function about(id: string) {
  return { networkId: castNetwork.id, thing: { kind: 'poll', id } };
}

async function changes(id: string, restsUntil: Instant | undefined): Promise<void> {
  const stands = owedTo(channel, {
    ...about(id),
    state: 'sent',
    ref: 'ref',
    drawn: 'before',
    dueAt: undefined,
    restsUntil,
  });
  await tools.store.batch(`poll|${id}`, [
    deliveries.create(postingId('test|somewhere|channel' as ChannelKey), stands),
    oweRedraw(about(id), castStart),
  ]);
}

test('a hundred and fifty things that rest do not hide the one that does not', async () => {
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

test('while its place may not be written to, a posting is not even drawn', async () => {
  const slow = courierAt([{ burst: 1, everyMs: 10_000 }]);
  const change = () => tools.store.batch('poll|busy', [oweRedraw(about('busy'), tools.world.clock.now())]);
  await changes('busy', undefined);
  await redrawPostings(tools, slow);
  const before = drawings;
  for (let second = 0; second < 9; second += 1) {
    tools.world.clock.advance(1000);
    await change();
    await redrawPostings(tools, slow);
  }
  expect(drawings).toBe(before);
  tools.world.clock.advance(1000);
  await redrawPostings(tools, slow);
  expect(redrawn).toEqual(['busy', 'busy']);
});

test('time that passes while the store is read and written keeps no posting waiting', async () => {
  await changes('slow', undefined);
  const { store, world } = tools;
  const slowly =
    <Given extends readonly unknown[], T>(work: (...given: Given) => Promise<T>) =>
    async (...given: Given): Promise<T> => {
      world.clock.advance(3);
      return work(...given);
    };
  const slow: Store = {
    get: slowly((...given) => store.get(...given)),
    query: slowly((...given) => store.query(...given)),
    batch: slowly((...given) => store.batch(...given)),
    count: (...given) => store.count(...given),
    due: (...given) => store.due(...given),
    close: () => store.close(),
  };
  await redrawPostings({ ...tools, store: slow }, courier);
  expect(redrawn).toEqual(['slow']);
});
