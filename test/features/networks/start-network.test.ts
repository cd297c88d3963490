/** A network begins in a channel; the bot comes and goes; and nobody learns of a network that is not theirs. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { identifyMember, networkAt } from '../../../src/features/networks/identify-member.ts';
import { joinChannel, leaveChannel } from '../../../src/features/networks/join-channel.ts';
import { inviteChannel } from '../../../src/features/networks/make-code.ts';
import type { Address, ChannelKey, IdentityKey, NetworkId } from '../../../src/features/networks/network.ts';
import { installationPartition, networkEntries } from '../../../src/features/networks/network-entries.ts';
import {
  channelLinks,
  identityPartition,
  members,
  memberships,
  networkPartition,
} from '../../../src/features/networks/network-store.ts';
import { redeemCode } from '../../../src/features/networks/redeem-code.ts';
import { type Founder, type NewNetwork, startNetwork } from '../../../src/features/networks/start-network.ts';
import {
  actorOf,
  castChannelKey,
  castNetwork,
  cutOff,
  identityOf,
  newRequest,
  seatForum,
  type TestTools,
  testTools,
} from '../../cast.ts';
import { doneOf, refusalOf } from '../polls/poll-room.ts';

let tools: TestTools;

beforeEach(() => {
  tools = testTools();
});
afterEach(() => tools.store.close());

const wanted: NewNetwork = {
  name: 'PP-ledernettverk nord',
  kind: 'epsLeaderNetwork',
  languages: ['nb'],
  zone: 'Europe/Oslo',
};
const here = 'test|nord|kanal' as ChannelKey;

function founder(more: Partial<Founder> = {}): Founder {
  return {
    identity: 'test|nord|huldra' as IdentityKey,
    name: 'Huldra Skog',
    requestKey: newRequest(),
    channel: { key: here, address: 'there' as Address, label: 'kanal' },
    ...more,
  };
}

const other = () => founder({ identity: 'test|nord|nøkken' as IdentityKey, name: 'Nøkken Tjern' });

describe('starting a network', () => {
  test('makes whoever asks its coordinator, and links the channel', async () => {
    const by = founder();
    const network = doneOf(await startNetwork(tools, by, wanted));
    const actor = doneOf(await identifyMember(tools, by, network.id));
    expect(actor.roles).toEqual(['member', 'coordinator']);
    expect(doneOf(await networkAt(tools, by.identity, here))).toBe(network.id);
    expect(await channelLinks.all(tools.store, networkPartition(network.id))).toHaveLength(1);
  });

  test('a repeat finds the network it made, later and at once', async () => {
    const by = founder();
    const all = await Promise.all([1, 2, 3, 4].map(() => startNetwork(tools, by, wanted)));
    tools.world.clock.advance(60_000);
    const later = doneOf(await startNetwork(tools, by, wanted));
    expect(all.map(doneOf)).toEqual([later, later, later, later]);
    expect(await tools.store.count(networkPartition(later.id), members.type)).toBe(1);
    expect(await networkEntries.all(tools.store, installationPartition)).toHaveLength(1);
  });

  test.each([1, 2, 3, 4, 5])('cut off before its write number %i, a repeat finishes it', async cut => {
    const by = founder();
    const cutting = cutOff(tools.store, cut);
    await expect(startNetwork({ ...tools, store: cutting }, by, wanted)).rejects.toThrow('cut off');
    const network = doneOf(await startNetwork(tools, by, wanted));
    expect((await identifyMember(tools, by, network.id)).ok).toBe(true);
    expect(doneOf(await networkAt(tools, by.identity, here))).toBe(network.id);
    expect(await networkEntries.all(tools.store, installationPartition)).toHaveLength(1);
  });

  test('in a channel that has one is refused', async () => {
    doneOf(await startNetwork(tools, founder(), wanted));
    expect(refusalOf(await startNetwork(tools, founder(), wanted)).code).toBe('channel-taken');
  });

  test.each([2, 3, 4, 5])('cut off before its write number %i, the founder’s next try finishes it', async cut => {
    const cutting = cutOff(tools.store, cut);
    await expect(startNetwork({ ...tools, store: cutting }, founder(), wanted)).rejects.toThrow('cut off');
    expect(refusalOf(await startNetwork(tools, other(), wanted)).code).toBe('channel-taken');
    const again = founder();
    const network = doneOf(await startNetwork(tools, again, { ...wanted, name: 'Et bedre navn' }));
    expect(network.name).toBe('Et bedre navn');
    expect(doneOf(await identifyMember(tools, again, network.id)).network).toEqual(network);
    expect(await tools.store.count(networkPartition(network.id), members.type)).toBe(1);
    expect(await channelLinks.all(tools.store, networkPartition(network.id))).toHaveLength(1);
  });

  test('two at once in one channel: one of them, and the other is left with nothing', async () => {
    const two = [founder(), other()];
    const both = await Promise.all(two.map(by => startNetwork(tools, by, wanted)));
    expect(both.filter(each => each.ok)).toHaveLength(1);
    const kept = await Promise.all(two.map(by => memberships.all(tools.store, identityPartition(by.identity))));
    expect(kept.flat()).toHaveLength(1);
    expect(await networkEntries.all(tools.store, installationPartition)).toHaveLength(1);
  });

  test('while the channel is linked to another network, one of the two has it', async () => {
    await seatForum(tools);
    const { code } = doneOf(await inviteChannel(tools, await actorOf(tools, 'kari')));
    const [started, linked] = await Promise.all([
      startNetwork(tools, founder(), wanted),
      redeemCode(tools, { ...other(), isPersonal: false }, code),
    ]);
    expect([started.ok, linked.ok].filter(Boolean)).toHaveLength(1);
    const link = await channelLinks.get(tools.store, networkPartition(castNetwork.id), here);
    expect(link !== undefined).toBe(linked.ok);
  });
});

describe('the bot in a channel', () => {
  test('introduces itself once for each time it is added, however often it is told', async () => {
    const told = await Promise.all([1, 2, 3, 4].map(() => joinChannel(tools, here)));
    expect(told.filter(Boolean)).toHaveLength(1);
    await leaveChannel(tools, here);
    await leaveChannel(tools, here);
    expect(await joinChannel(tools, here)).toBe(true);
    expect(await joinChannel(tools, here)).toBe(false);
  });

  test.each([1, 2])('removed, and cut off before write %i of saying so, a repeat says it', async cut => {
    const network = doneOf(await startNetwork(tools, founder(), wanted));
    const lostAt = async () => (await channelLinks.get(tools.store, networkPartition(network.id), here))?.value.lostAt;
    await expect(leaveChannel({ ...tools, store: cutOff(tools.store, cut) }, here)).rejects.toThrow('cut off');
    await leaveChannel(tools, here);
    expect(await lostAt()).toBeDefined();
    await expect(joinChannel({ ...tools, store: cutOff(tools.store, cut) }, here)).rejects.toThrow('cut off');
    expect(await joinChannel(tools, here)).toBe(true);
    expect(await lostAt()).toBeUndefined();
  });

  test('removed from a linked channel posts there no more, until it is back', async () => {
    const network = doneOf(await startNetwork(tools, founder(), wanted));
    const lostAt = async () => (await channelLinks.get(tools.store, networkPartition(network.id), here))?.value.lostAt;
    await leaveChannel(tools, here);
    expect(await lostAt()).toBe(tools.world.clock.now());
    expect(await joinChannel(tools, here)).toBe(true);
    expect(await lostAt()).toBeUndefined();
    expect(doneOf(await networkAt(tools, founder().identity, here))).toBe(network.id);
  });
});

describe('whoever asks', () => {
  const other = 'other' as NetworkId;
  const stranger = 'test|kommunene|fremmed' as IdentityKey;
  beforeEach(() => seatForum(tools));

  test('as a stranger finds no network by its id', async () => {
    const asking = { identity: stranger, requestKey: newRequest() };
    expect(refusalOf(await identifyMember(tools, asking, castNetwork.id))).toEqual({ code: 'not-member' });
    expect(refusalOf(await identifyMember(tools, asking, 'no such network' as NetworkId))).toEqual({
      code: 'not-member',
    });
  });

  test('as a member of one learns nothing of another, not even whether it exists', async () => {
    const network = doneOf(await startNetwork(tools, founder(), wanted));
    const asking = { identity: identityOf('mikkel'), requestKey: newRequest() };
    expect(refusalOf(await identifyMember(tools, asking, network.id))).toEqual(
      refusalOf(await identifyMember(tools, asking, other)),
    );
  });

  test('in a place without a network is taken to mean their only one', async () => {
    const nowhere = 'test|kommunene|privat' as ChannelKey;
    expect(doneOf(await networkAt(tools, identityOf('mikkel'), nowhere))).toBe(castNetwork.id);
    expect(refusalOf(await networkAt(tools, stranger, nowhere)).code).toBe('no-network');
  });

  test('in several networks is asked which, and told the names of their own alone', async () => {
    await seatForum(tools, other);
    doneOf(await startNetwork(tools, founder(), wanted));
    const nowhere = 'test|kommunene|privat' as ChannelKey;
    expect(refusalOf(await networkAt(tools, identityOf('mikkel'), nowhere))).toEqual({
      code: 'which-network',
      names: [castNetwork.name, castNetwork.name],
    });
  });

  test('the channel decides before the person', async () => {
    await seatForum(tools, other);
    expect(doneOf(await networkAt(tools, identityOf('mikkel'), castChannelKey('kommunene')))).toBe(other);
  });
});
