/** What falls due: one thing that cannot be done holds up no other. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { deliveries } from '../../src/delivery/delivery.ts';
import type { PollId } from '../../src/features/polls/poll.ts';
import { pollPartition } from '../../src/features/polls/poll-store.ts';
import { castNetwork } from '../../src/playground/cast.ts';
import { castStart, seatForum, type TestTools, testTools } from '../cast.ts';
import { cast, open, pollNow, yes } from '../features/polls/poll-room.ts';
import { type TestPlatform, testPlatform, ticking } from './bot-room.ts';

let tools: TestTools;
let poll: PollId;
let platform: TestPlatform;
let tick: () => Promise<void>;

beforeEach(async () => {
  tools = testTools();
  platform = testPlatform('test');
  tick = ticking(tools, platform);
  await seatForum(tools);
  poll = await open(tools);
});
afterEach(() => tools.store.close());

const shown = () => platform.asked.map(({ how }) => how);

/** As from another version, or damaged by hand. */
async function unreadable(type: string, id: string = type): Promise<void> {
  const body = { question: 'Fortrolig?' };
  await tools.store.batch('poll|bad', [{ kind: 'create', id, type, dueAt: castStart, body }]);
}

test('documents that cannot be read stop nothing else, and are told of without their contents', async () => {
  for (const type of ['poll', 'delivery', 'sending', 'schedule', 'trouble', 'redraw', 'code', 'roster-draft'])
    await unreadable(type);
  await tick();
  expect(shown()).toEqual(['posted', 'posted', 'posted']);
  await cast(tools, poll, 1, yes);
  tools.world.clock.advance(1000);
  await tick();
  expect(shown().slice(3)).toEqual(['redrawn', 'redrawn', 'redrawn']);
  tools.world.clock.set('2027-03-01T00:00:00.000Z');
  await tick();
  expect((await pollNow(tools, poll)).closing?.result).toMatchObject({ answered: 1 });
  expect(tools.world.lines).toContainEqual(
    expect.objectContaining({ level: 'error', fields: expect.objectContaining({ partition: 'poll|bad', id: 'poll' }) }),
  );
  expect(JSON.stringify(tools.world.lines)).not.toContain('Fortrolig');
});

test('a posting that cannot be drawn is sent when it can', async () => {
  const partition = `network|${castNetwork.id}`;
  const network = await tools.store.get(partition, 'network');
  await tools.store.batch(partition, [{ kind: 'upsert', id: 'network', type: 'network', body: {} }]);
  await tick();
  expect(shown()).toEqual([]);
  tools.world.clock.advance(60_000);
  await tools.store.batch(partition, [{ kind: 'upsert', id: 'network', type: 'network', body: network?.body }]);
  await tick();
  expect(shown()).toEqual(['posted', 'posted', 'posted']);
  const kept = await deliveries.all(tools.store, pollPartition(poll));
  expect(kept.map(({ value }) => value.state)).toEqual(['sent', 'sent', 'sent']);
});
