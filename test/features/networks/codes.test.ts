/** One-time codes: made by those who may, redeemed once, and what each opens. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { applyRosterFile } from '../../../src/features/networks/apply-roster.ts';
import { inviteChannel, inviteMember, inviteSeat } from '../../../src/features/networks/make-code.ts';
import type { Address, ChannelKey, IdentityKey, Member, NetworkId } from '../../../src/features/networks/network.ts';
import {
  channelLinks,
  forgetExpired,
  members,
  networkPartition,
  seats,
} from '../../../src/features/networks/network-store.ts';
import { type Redeemer, redeemCode } from '../../../src/features/networks/redeem-code.ts';
import {
  actorOf,
  type CastKey,
  castMemberId,
  castNetwork,
  castSeatId,
  cutOff,
  identityOf,
  newRequest,
  seatForum,
  type TestTools,
  testTools,
} from '../../cast.ts';
import { doneOf, refusalOf } from '../polls/poll-room.ts';

let tools: TestTools;
const partition = networkPartition(castNetwork.id);

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

function someone(name: string, more: Partial<Redeemer> = {}): Redeemer {
  return {
    identity: `test|hjemme|${name}` as IdentityKey,
    name,
    requestKey: newRequest(),
    isPersonal: true,
    channel: { key: `test|hjemme|${name}` as ChannelKey, address: 'test' as Address, label: name },
    ...more,
  };
}

const asCast = (key: CastKey) => someone(key, { identity: identityOf(key) });
const seatCode = async (number: number, as: 'holder' | 'deputy' = 'holder') =>
  doneOf(await inviteSeat(tools, await actorOf(tools, 'kari'), number, as)).code;
const memberCode = async (who: CastKey, named?: string) =>
  doneOf(await inviteMember(tools, await actorOf(tools, who), named)).code;
const channelCode = async () => doneOf(await inviteChannel(tools, await actorOf(tools, 'kari'))).code;
const codeOf = async (redeemer: Redeemer, typed: string) => refusalOf(await redeemCode(tools, redeemer, typed)).code;
const seatNow = async (number: number) => (await seats.get(tools.store, partition, castSeatId(number)))?.value;
const memberNow = async (key: CastKey) => (await members.get(tools.store, partition, castMemberId(key)))?.value;
const everyone = async (): Promise<readonly Member[]> =>
  (await members.all(tools.store, partition)).map(kept => kept.value);

describe('a code', () => {
  test('is read whatever its case, spaces and hyphens', async () => {
    const code = await seatCode(7);
    const typed = ` ${code.toLowerCase().replace('-', ' – ')} `;
    expect(doneOf(await redeemCode(tools, someone('Vesle Åse'), typed)).kind).toBe('seat');
  });

  test('is used once, and a repeat of the request that used it is answered the same', async () => {
    const code = await seatCode(7);
    const åse = someone('Vesle Åse');
    const first = doneOf(await redeemCode(tools, åse, code));
    const again = await Promise.all([1, 2, 3].map(() => redeemCode(tools, åse, code)));
    expect(again.map(doneOf)).toEqual([first, first, first]);
    expect(await codeOf(someone('Tyv'), code)).toBe('code-used');
    expect(await everyone()).toHaveLength(23);
  });

  test('sent four times at once makes one member', async () => {
    await applyRosterFile(
      tools,
      castNetwork.id,
      'plass;part;gruppe;stemmerett;innehaver\n7;Soria Moria barnehager;privat eier;ja;ledig',
    );
    const code = await seatCode(7);
    const ny = someone('Ny Innehaver');
    const all = await Promise.all([1, 2, 3, 4].map(() => redeemCode(tools, ny, code)));
    expect(all.map(each => each.ok)).toEqual([true, true, true, true]);
    expect((await everyone()).filter(member => member.name === 'Ny Innehaver')).toHaveLength(1);
  });

  test.each([
    ['a vacant seat', 1],
    ['a vacant seat', 2],
    ['a vacant seat', 3],
    ['an awaited holder', 1],
    ['an awaited holder', 2],
    ['an awaited holder', 3],
  ])('for %s, cut off before write %i, is finished by a repeat', async (which, cut) => {
    const csv = 'plass;part;gruppe;stemmerett;innehaver\n7;Soria Moria barnehager;privat eier;ja;ledig';
    if (which === 'a vacant seat') doneOf(await applyRosterFile(tools, castNetwork.id, csv));
    const code = await seatCode(7);
    const redeemer = someone('Åse');
    await expect(redeemCode({ ...tools, store: cutOff(tools.store, cut) }, redeemer, code)).rejects.toThrow('cut off');
    expect((await redeemCode(tools, redeemer, code)).ok).toBe(true);
    const holder = (await everyone()).find(({ identities }) => identities.includes(redeemer.identity));
    expect(holder?.id).toBe((await seatNow(7))?.holderId);
  });

  test('taken by two at once goes to one of them', async () => {
    const code = await seatCode(7);
    const both = await Promise.all([redeemCode(tools, someone('En'), code), redeemCode(tools, someone('To'), code)]);
    expect(both.filter(each => each.ok)).toHaveLength(1);
    expect((await memberNow('åse'))?.identities).toHaveLength(1);
  });

  test('expires, is said to have, and is then forgotten', async () => {
    const code = await channelCode();
    tools.world.clock.advance(24 * 3_600_000 + 1);
    expect(await codeOf(someone('Sen'), code)).toBe('code-expired');
    tools.world.clock.advance(8 * 24 * 3_600_000);
    await forgetExpired(tools.store, tools.world.clock.now());
    expect(await codeOf(someone('Sen'), code)).toBe('code-unknown');
  });

  test.each(['', '   ', 'ABCD-EFGH', '🙂', 'k'.repeat(40)])('%j is unknown', async typed => {
    expect(await codeOf(someone('Gjetter'), typed)).toBe('code-unknown');
  });

  test('is made by the coordinator alone, but one’s own by anyone', async () => {
    const mikkel = await actorOf(tools, 'mikkel');
    expect(refusalOf(await inviteChannel(tools, mikkel)).code).toBe('not-allowed');
    expect(refusalOf(await inviteSeat(tools, mikkel, 7, 'holder')).code).toBe('not-allowed');
    expect(refusalOf(await inviteMember(tools, mikkel, 'Kari Trestakk')).code).toBe('not-allowed');
    expect((await inviteMember(tools, mikkel, undefined)).ok).toBe(true);
  });

  test('for a seat or a member that does not exist is not made', async () => {
    const kari = await actorOf(tools, 'kari');
    expect(refusalOf(await inviteSeat(tools, kari, 99, 'holder'))).toEqual({ code: 'unknown-seat', number: 99 });
    expect(refusalOf(await inviteMember(tools, kari, 'Nissen')).code).toBe('unknown-member');
  });
});

describe('a seat’s code', () => {
  test('makes the one the roster names a member with an account, not someone new', async () => {
    doneOf(await redeemCode(tools, someone('Åse G.'), await seatCode(7)));
    expect((await memberNow('åse'))?.identities).toHaveLength(1);
    expect((await seatNow(7))?.holderId).toBe(castMemberId('åse'));
    expect(await everyone()).toHaveLength(23);
  });

  test('does not take a seat from one who has it', async () => {
    expect(await codeOf(someone('Kupp'), await seatCode(1))).toBe('seat-taken');
    expect((await seatNow(1))?.holderId).toBe(castMemberId('askeladden'));
  });

  test('that was refused can still be used by the right one', async () => {
    const code = await seatCode(1);
    await codeOf(someone('Kupp'), code);
    expect((await redeemCode(tools, asCast('askeladden'), code)).ok).toBe(true);
  });

  test('gives a vacant seat to whoever redeems it, once', async () => {
    await applyRosterFile(
      tools,
      castNetwork.id,
      'plass;part;gruppe;stemmerett;innehaver\n1;Tromsø kommune;kommune;ja;ledig',
    );
    const [code, spare] = [await seatCode(1), await seatCode(1)];
    doneOf(await redeemCode(tools, someone('Ny'), code));
    expect(await codeOf(someone('Nummer to'), spare)).toBe('seat-taken');
  });

  test('makes a deputy beside those there are', async () => {
    doneOf(await redeemCode(tools, someone('Ny vara'), await seatCode(3, 'deputy')));
    const deputies = (await seatNow(3))?.deputyIds ?? [];
    expect(deputies).toHaveLength(2);
    expect(deputies).toContain(castMemberId('tyrihans'));
  });

  test('makes a present member deputy without making them new', async () => {
    doneOf(await redeemCode(tools, asCast('mikkel'), await seatCode(3, 'deputy')));
    expect((await seatNow(3))?.deputyIds).toContain(castMemberId('mikkel'));
    expect(await everyone()).toHaveLength(23);
  });

  test('among several awaited deputies finds the namesake', async () => {
    const csv = 'plass;part;gruppe;stemmerett;innehaver;vara\n2;Harstad kommune;kommune;ja;;Espen Askefis|Gullhår Strå';
    doneOf(await applyRosterFile(tools, castNetwork.id, csv));
    doneOf(await redeemCode(tools, someone('Gullhår Strå'), await seatCode(2, 'deputy')));
    const named = (await everyone()).filter(member => ['Espen Askefis', 'Gullhår Strå'].includes(member.name));
    expect(named.map(member => [member.name, member.identities.length])).toEqual(
      expect.arrayContaining([
        ['Espen Askefis', 0],
        ['Gullhår Strå', 1],
      ]),
    );
  });

  test('among several awaited deputies takes nobody’s place without their name', async () => {
    const csv = 'plass;part;gruppe;stemmerett;innehaver;vara\n2;Harstad kommune;kommune;ja;;Espen Askefis|Gullhår Strå';
    doneOf(await applyRosterFile(tools, castNetwork.id, csv));
    doneOf(await redeemCode(tools, someone('Strå, G. (Harstad)'), await seatCode(2, 'deputy')));
    const byName = new Map((await everyone()).map(member => [member.name, member.identities.length]));
    expect(['Espen Askefis', 'Gullhår Strå', 'Strå, G. (Harstad)'].map(name => byName.get(name))).toEqual([0, 0, 1]);
    expect((await seatNow(2))?.deputyIds).toHaveLength(3);
  });

  test('is no use when the term is over', async () => {
    const code = await seatCode(7);
    const csv =
      'plass;part;gruppe;stemmerett;innehaver;fra;til\n7;Soria Moria barnehager;privat eier;ja;;2025-01-01;2026-12-31';
    doneOf(await applyRosterFile(tools, castNetwork.id, csv));
    expect(await codeOf(someone('Åse'), code)).toBe('seat-out-of-term');
  });
});

describe('a member’s code', () => {
  test('makes a second account the same member', async () => {
    const code = await memberCode('huldra');
    const onSlack = someone('huldra på Slack');
    doneOf(await redeemCode(tools, onSlack, code));
    expect((await memberNow('huldra'))?.identities).toEqual([identityOf('huldra'), onSlack.identity]);
    expect(await everyone()).toHaveLength(23);
  });

  test('by the coordinator is for the one named, by name or address', async () => {
    doneOf(await redeemCode(tools, someone('Åse'), await memberCode('kari', 'AASE@soriamoria.example')));
    doneOf(await redeemCode(tools, someone('Åse hjemme'), await memberCode('kari', 'vesle åse gåsepike')));
    expect((await memberNow('åse'))?.identities).toHaveLength(2);
  });

  test('does not make two members one', async () => {
    expect(await codeOf(asCast('mikkel'), await memberCode('huldra'))).toBe('already-member');
    expect((await memberNow('huldra'))?.identities).toEqual([identityOf('huldra')]);
  });
});

describe('a channel’s code', () => {
  const inChannel = (word: string): Redeemer =>
    someone('Kari', {
      isPersonal: false,
      channel: { key: `test|nytt|${word}` as ChannelKey, address: 'there' as Address, label: word },
    });

  test('links one more channel', async () => {
    expect(doneOf(await redeemCode(tools, inChannel('nord'), await channelCode())).network.id).toBe(castNetwork.id);
    const links = await channelLinks.all(tools.store, partition);
    expect(links.map(kept => kept.value.label)).toContain('nord');
    expect(links).toHaveLength(4);
  });

  test('is for channels, not for a chat with the bot alone', async () => {
    const code = await channelCode();
    expect(await codeOf({ ...inChannel('nord'), isPersonal: true }, code)).toBe('channel-only');
    expect((await redeemCode(tools, inChannel('nord'), code)).ok).toBe(true);
  });

  test('does not take a channel from another network', async () => {
    doneOf(await redeemCode(tools, inChannel('nord'), await channelCode()));
    const other = 'other' as NetworkId;
    await seatForum(tools, other);
    const theirs = doneOf(await inviteChannel(tools, await actorOf(tools, 'kari', 'request', other))).code;
    expect(await codeOf(inChannel('nord'), theirs)).toBe('channel-taken');
  });

  test('of two networks at once in one channel links it to one of them', async () => {
    const other = 'other' as NetworkId;
    await seatForum(tools, other);
    const theirs = doneOf(await inviteChannel(tools, await actorOf(tools, 'kari', 'request', other))).code;
    const ours = await channelCode();
    const both = await Promise.all([
      redeemCode(tools, inChannel('nord'), ours),
      redeemCode(tools, inChannel('nord'), theirs),
    ]);
    expect(both.filter(each => each.ok)).toHaveLength(1);
    const links = await Promise.all(
      [castNetwork.id, other].map(id => channelLinks.all(tools.store, networkPartition(id))),
    );
    expect(links.flat().filter(({ value }) => value.label === 'nord')).toHaveLength(1);
  });
});
