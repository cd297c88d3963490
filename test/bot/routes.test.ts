/** By which ways a person is reached: their own choice, where they last wrote, then without an account. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type PlatformOf, routesTo } from '../../src/bot/routes.ts';
import { chooseRoute, lastUsed } from '../../src/features/networks/choose-route.ts';
import type { IdentityKey, Member } from '../../src/features/networks/network.ts';
import { members, networkPartition } from '../../src/features/networks/network-store.ts';
import { later } from '../../src/world.ts';
import {
  type CastKey,
  castMemberId,
  castNetwork,
  castStart,
  identityOf,
  seatForum,
  type TestTools,
  testTools,
} from '../cast.ts';
import { doneOf, refusalOf } from '../features/polls/poll-room.ts';
import { becomes, canBeWrittenTo, platformsBy, testPlatform } from './bot-room.ts';

let tools: TestTools;
let platformOf: PlatformOf;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  platformOf = platformsBy(testPlatform('test'), testPlatform('other'), testPlatform('mail', true));
});
afterEach(() => tools.store.close());

const other = 'other|somewhere|pål' as IdentityKey;

async function memberNow(key: CastKey, network = castNetwork.id): Promise<Member> {
  const member = await members.get(tools.store, networkPartition(network), castMemberId(key));
  if (!member) throw new Error('No such member');
  return member.value;
}
const waysTo = async (key: CastKey) =>
  (await routesTo(tools, platformOf, castNetwork, await memberNow(key))).map(({ platform }) => platform.name);

describe('a person', () => {
  test('is written to where they last wrote, then on their other account, then by e-mail', async () => {
    await canBeWrittenTo(tools, 'pål', 'there');
    await canBeWrittenTo(tools, 'pål', 'elsewhere', { account: other, usedAt: later(castStart, 1000) });
    expect(await waysTo('pål')).toEqual(['other', 'test', 'mail']);
    await canBeWrittenTo(tools, 'pål', 'there', { usedAt: later(castStart, 2000) });
    expect(await waysTo('pål')).toEqual(['test', 'other', 'mail']);
  });

  test('is written to where they have chosen before anywhere else', async () => {
    await canBeWrittenTo(tools, 'pål', 'there');
    await canBeWrittenTo(tools, 'pål', 'elsewhere', { account: other, usedAt: later(castStart, 1000) });
    await becomes(tools, 'pål', { reachedBy: 'mail' });
    expect(await waysTo('pål')).toEqual(['mail', 'other', 'test']);
    await becomes(tools, 'pål', { reachedBy: 'test' });
    expect(await waysTo('pål')).toEqual(['test', 'other', 'mail']);
    await becomes(tools, 'pål', { reachedBy: 'a platform that was' });
    expect(await waysTo('pål')).toEqual(['other', 'test', 'mail']);
  });

  test('who has never written by an account is not reached there; nor on a platform that is not set up', async () => {
    expect(await waysTo('pål')).toEqual(['mail']);
    await canBeWrittenTo(tools, 'pål', 'there');
    platformOf = platformsBy(testPlatform('other'));
    expect(await waysTo('pål')).toEqual([]);
  });

  test('without an account is reached by e-mail where there is an address and e-mail is set up', async () => {
    expect(await waysTo('åse')).toEqual(['mail']);
    const [route] = await routesTo(tools, platformOf, castNetwork, await memberNow('åse'));
    expect(route).toMatchObject({ needsNoAccount: true, address: (await memberNow('åse')).email });
    const { email: _, ...without } = await memberNow('åse');
    expect(await routesTo(tools, platformOf, castNetwork, without)).toEqual([]);
    platformOf = platformsBy(testPlatform('test'));
    expect(await waysTo('åse')).toEqual([]);
  });
});

describe('their own choice', () => {
  const choose = (by: string, account: IdentityKey = identityOf('pål')) =>
    chooseRoute(tools, account, by, async ({ network, member }) => {
      const ways = await routesTo(tools, platformOf, network, member);
      return ways.some(({ platform }) => platform.name === by);
    });

  test('is kept, and can be taken back', async () => {
    doneOf(await choose('mail'));
    expect((await memberNow('pål')).reachedBy).toBe('mail');
    doneOf(await choose(lastUsed));
    expect(await memberNow('pål')).not.toHaveProperty('reachedBy');
  });

  test('of a way they do not have is refused, and changes nothing', async () => {
    doneOf(await choose('mail'));
    expect(refusalOf(await choose('other'))).toEqual({ code: 'no-such-route', field: 'by', by: 'other' });
    expect(refusalOf(await choose('pigeon'))).toMatchObject({ code: 'no-such-route' });
    expect((await memberNow('pål')).reachedBy).toBe('mail');
  });

  test('holds in every network they are in where they have that way', async () => {
    const second = 'second' as typeof castNetwork.id;
    await seatForum(tools, second);
    const home = networkPartition(second);
    const kept = await members.get(tools.store, home, castMemberId('pål'));
    if (!kept) throw new Error('No such member');
    doneOf(await choose('mail'));
    expect((await memberNow('pål', second)).reachedBy).toBe('mail');
    const now = await members.get(tools.store, home, castMemberId('pål'));
    if (!now) throw new Error('No such member');
    const { email: _, reachedBy: __, ...without } = now.value;
    await tools.store.batch(home, [members.replace(now, without)]);
    doneOf(await choose(lastUsed));
    doneOf(await choose('mail'));
    expect((await memberNow('pål')).reachedBy).toBe('mail');
    expect((await memberNow('pål', second)).reachedBy).toBeUndefined();
  });

  test('of one who is in no network is refused', async () => {
    expect(refusalOf(await choose('mail', 'test|kommunene|ukjent' as IdentityKey))).toEqual({ code: 'not-member' });
  });
});
