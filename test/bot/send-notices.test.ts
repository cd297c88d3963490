/** Words owed to one person: said once, tried again while they cannot be said, and not said when they are no longer true. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Platform, SendResult } from '../../src/bot/platform.ts';
import { sendNotices } from '../../src/bot/send-notices.ts';
import type { Address, IdentityKey } from '../../src/features/networks/network.ts';
import { identityPartition, members, networkPartition, routes } from '../../src/features/networks/network-store.ts';
import { notices } from '../../src/features/networks/posting.ts';
import type { PollId } from '../../src/features/polls/poll.ts';
import { pollPartition } from '../../src/features/polls/poll-store.ts';
import { remindPoll } from '../../src/features/polls/remind-poll.ts';
import {
  actorOf,
  castMemberId,
  castNetwork,
  holderOf,
  identityOf,
  seatForum,
  type TestTools,
  testTools,
} from '../cast.ts';
import { cast, doneOf, open, seatsWithAccount, yes } from '../features/polls/poll-room.ts';

let tools: TestTools;
let poll: PollId;
let told: string[];

beforeEach(async () => {
  tools = testTools();
  told = [];
  await seatForum(tools);
  poll = await open(tools);
  for (const seat of seatsWithAccount.filter(number => number !== 1)) await cast(tools, poll, seat, yes);
});
afterEach(() => tools.store.close());

const holder = holderOf(1);

/** The holder of seat 1, the only one missing with an account, is owed a reminder, and can be written to there. */
async function remind(): Promise<void> {
  await canBeWrittenTo(identityOf(holder), 'there');
  expect(doneOf(await remindPoll(tools, await actorOf(tools, 'kari'), poll)).reminded).toBe(1);
}

async function canBeWrittenTo(account: IdentityKey, address: string): Promise<void> {
  const route = { address: address as Address, usedAt: tools.world.clock.now() };
  await tools.store.batch(identityPartition(account), [routes.upsert('route', route)]);
}

async function send(result: SendResult, elsewhere: SendResult = result): Promise<void> {
  const answer = async () => result;
  const tell = async (to: Address) => {
    told.push(to);
    return to === 'there' ? result : elsewhere;
  };
  const platform: Platform = { name: 'test', post: answer, update: answer, tell };
  await sendNotices(tools, () => platform);
}

const states = async () => (await notices.all(tools.store, pollPartition(poll))).map(({ value }) => value.state);

describe('a reminder', () => {
  test('is sent once', async () => {
    await remind();
    await send({ kind: 'sent', ref: '1' });
    tools.world.clock.advance(600_000);
    await send({ kind: 'sent', ref: '2' });
    expect(told).toEqual(['there']);
    expect(await states()).toEqual(['sent']);
  });

  test('is not sent to one who has answered since it was asked for', async () => {
    await remind();
    await cast(tools, poll, 1, yes);
    await send({ kind: 'sent', ref: '1' });
    expect(told).toEqual([]);
    expect(await states()).toEqual(['unneeded']);
  });

  test('that failed is tried again, ever more seldom', async () => {
    await remind();
    await send({ kind: 'failed' });
    expect(await states()).toEqual(['wanted']);
    await send({ kind: 'sent', ref: '1' });
    expect(told).toHaveLength(1);
    tools.world.clock.advance(1000);
    await send({ kind: 'failed' });
    tools.world.clock.advance(1000);
    await send({ kind: 'sent', ref: '1' });
    expect(told).toHaveLength(2);
    tools.world.clock.advance(1000);
    await send({ kind: 'sent', ref: '1' });
    expect(told).toHaveLength(3);
    expect(await states()).toEqual(['sent']);
  });

  test('that fails for a quarter of an hour is given up', async () => {
    await remind();
    for (let tries = 0; tries < 20; tries += 1) {
      await send({ kind: 'failed' });
      tools.world.clock.advance(300_000);
    }
    expect(told).toHaveLength(10);
    expect(await states()).toEqual(['unreachable']);
  });

  test('that failed to one account and cannot reach the other is tried again', async () => {
    const second = 'test|organisasjonene|second' as IdentityKey;
    const member = await members.get(tools.store, networkPartition(castNetwork.id), castMemberId(holder));
    const identities = [...(member?.value.identities ?? []), second];
    if (member) await tools.store.batch(member.partition, [members.replace(member, { ...member.value, identities })]);
    await canBeWrittenTo(second, 'elsewhere');
    await remind();
    await send({ kind: 'failed' }, { kind: 'gone' });
    expect(told).toEqual(['there', 'elsewhere']);
    expect(await states()).toEqual(['wanted']);
  });

  test('to one who cannot be reached is not tried again', async () => {
    await remind();
    await send({ kind: 'gone' });
    expect(await states()).toEqual(['unreachable']);
  });
});
