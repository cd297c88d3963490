import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Delivery, deliveries, postingId } from '../../../src/delivery/delivery.ts';
import { leaveChannel } from '../../../src/features/networks/join-channel.ts';
import type { ChannelKey, NetworkId } from '../../../src/features/networks/network.ts';
import { bringBackPosting } from '../../../src/features/polls/bring-back-posting.ts';
import { closePoll } from '../../../src/features/polls/close-poll.ts';
import type { PollId } from '../../../src/features/polls/poll.ts';
import { pollPartition } from '../../../src/features/polls/poll-store.ts';
import { actorOf, type CastKey, castChannelKey, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf, open, pollNow } from './poll-room.ts';

let tools: TestTools;
let poll: PollId;
const here = castChannelKey('kommunene');

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  poll = await open(tools);
});
afterEach(() => tools.store.close());

const posting = () => deliveries.get(tools.store, pollPartition(poll), postingId(here));

async function becomes(state: Delivery['state'] | 'none'): Promise<void> {
  const kept = await posting();
  if (!kept) throw new Error('No posting');
  await tools.store.batch(kept.partition, [
    state === 'none'
      ? { kind: 'delete', id: kept.id }
      : deliveries.replace(kept, { ...kept.value, state, ref: 'old', failures: 3, dueAt: undefined }),
  ]);
}

async function bringBack(by: CastKey, channel: ChannelKey = here): Promise<boolean> {
  return bringBackPosting(tools, await actorOf(tools, by), await pollNow(tools, poll), channel);
}

describe('a posting', () => {
  test.each([
    ['gone', 'open', 'mikkel', true],
    ['unknown', 'open', 'mikkel', true],
    ['none', 'open', 'mikkel', true],
    ['given-up', 'open', 'mikkel', true],
    ['sent', 'open', 'kari', false],
    ['claimed', 'open', 'kari', false],
    ['gone', 'closed', 'mikkel', false],
    ['gone', 'closed', 'kari', true],
    ['unknown', 'closed', 'askeladden', true],
    ['none', 'closed', 'kari', false],
  ] as const)(
    'that is %s, of a poll that is %s, asked for by %s: brought back %s',
    async (state, stage, by, isBack) => {
      await becomes(state);
      if (stage === 'closed') doneOf(await closePoll(tools, await actorOf(tools, 'kari'), poll));
      expect(await bringBack(by)).toBe(isBack);
      const after = await posting();
      if (isBack) expect(after?.value).toMatchObject({ state: 'due', failures: 0, dueAt: tools.world.clock.now() });
      if (isBack) expect(after?.value.ref).toBeUndefined();
      if (!isBack) expect(after?.value.state).toBe(state === 'none' ? undefined : state);
    },
  );

  test('asked for by three at once is owed once', async () => {
    await becomes('gone');
    const all = await Promise.all((['mikkel', 'huldra', 'kari'] as const).map(by => bringBack(by)));
    expect(all.filter(Boolean)).toHaveLength(1);
  });

  test('is not owed to a channel that is not linked, or that the bot was put out of', async () => {
    expect(await bringBack('kari', 'test|nord|kanal' as ChannelKey)).toBe(false);
    await becomes('gone');
    await leaveChannel(tools, here);
    expect(await bringBack('kari')).toBe(false);
  });

  test('is not brought back by a member of another network', async () => {
    const other = 'other' as NetworkId;
    await seatForum(tools, other);
    await becomes('gone');
    const actor = await actorOf(tools, 'kari', 'request', other);
    expect(await bringBackPosting(tools, actor, await pollNow(tools, poll), here)).toBe(false);
  });
});
