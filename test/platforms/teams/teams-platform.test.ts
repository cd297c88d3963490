import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Address } from '../../../src/features/networks/network.ts';
import { addressOf } from '../../../src/platforms/teams/teams-keys.ts';
import type { FakePerson, FakePlace } from '../../../src/playground/fake-chat.ts';
import { mostWithin, sendAsFastAs } from '../pace-run.ts';
import { firstTry, laterTry } from '../tries.ts';
import { countedCard, pollCard, whisperCard } from './teams-cards.ts';
import { silentServer, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
let kari: FakePerson;
let channel: FakePlace;
const closers: (() => unknown)[] = [];

beforeEach(async () => {
  house = await teamsHouse();
  kari = await house.teams.addPerson({ name: 'Kari Nordmann', organisation: 'Troms' });
  channel = await house.teams.addPlace({ name: 'Samarbeidsforum', organisation: 'Troms' });
  await house.teams.addBot(channel, kari);
});

afterEach(async () => {
  const { problems } = house.teams;
  for (const close of closers.splice(0)) await close();
  await house.close();
  expect(problems).toEqual([]);
});

const here = (change: object = {}) =>
  addressOf({
    serviceUrl: house.teams.serviceUrl('Troms'),
    tenantId: house.teams.tenantId('Troms'),
    conversationId: channel.id,
    ...change,
  });

/** The connector of Teams, answering one thing. */
async function answering(
  status: number,
  headers: Record<string, string> = {},
  body: object = status === 201 ? { id: '1' } : {},
): Promise<{ server: Server; serviceUrl: string }> {
  const server = createServer((request, response) => {
    request.resume();
    if (status === 0) request.socket.destroy();
    else response.writeHead(status, headers).end(JSON.stringify(body));
  });
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return { server, serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

test('posts, and replaces what was posted', async () => {
  const posted = await house.platform.post(here(), firstTry(pollCard, 'poll:1'));
  expect(posted.kind).toBe('sent');
  const ref = posted.kind === 'sent' ? posted.ref : '';
  expect(await house.platform.update(here(), ref, countedCard)).toEqual({ kind: 'sent', ref });
  expect(house.teams.messagesIn(channel)).toMatchObject([
    { id: ref, updates: 1, texts: ['Skal vi møtes i Tromsø?', '1 av 2 har svart'], buttons: ['Ja', 'Ny avstemning'] },
  ]);
});

test('writes to a person alone, asking for the chat once and for a token once', async () => {
  await house.teams.say(kari, channel, 'hei');
  const to = house.incoming.at(-1)?.from.personalAddress ?? ('' as Address);
  expect((await house.platform.tell(to, firstTry(whisperCard, 'a'))).kind).toBe('sent');
  expect((await house.platform.tell(to, firstTry(whisperCard, 'b'))).kind).toBe('sent');
  expect(house.teams.whispersTo(kari)).toHaveLength(2);
  expect(house.teams.login.asked.tokens).toBe(1);
});

test('asks for a new token when the old one runs out or is not taken', async () => {
  await house.platform.post(here(), firstTry(pollCard, '1'));
  house.pass(56 * 60_000);
  await house.platform.post(here(), firstTry(pollCard, '2'));
  expect(house.teams.login.asked.tokens).toBe(2);
  house.teams.login.revokeGranted();
  expect((await house.platform.post(here(), firstTry(pollCard, '3'))).kind).toBe('sent');
  expect(house.teams.login.asked.tokens).toBe(3);
});

describe('what cannot be reached any more is gone', () => {
  test('a deleted posting', async () => {
    const posted = await house.platform.post(here(), firstTry(pollCard, 'poll:1'));
    const id = posted.kind === 'sent' ? posted.ref : '';
    house.teams.deleteMessage({ id, placeId: channel.id });
    expect(await house.platform.update(here(), id, countedCard)).toEqual({ kind: 'gone', why: 'deleted' });
  });

  test('a channel the bot was removed from', async () => {
    await house.teams.removeBot(channel, kari);
    expect(await house.platform.post(here(), firstTry(pollCard, 'poll:1'))).toEqual({ kind: 'gone', why: 'deleted' });
  });

  test.each(['blockBot', 'leave'] as const)('a person, after %s, before and after a chat was found', async deed => {
    const why = deed === 'leave' ? 'left' : 'blocked';
    await house.teams.say(kari, channel, 'hei');
    const to = house.incoming.at(-1)?.from.personalAddress ?? ('' as Address);
    await house.platform.tell(to, firstTry(whisperCard, 'a'));
    house.teams[deed](kari);
    expect(await house.platform.tell(to, firstTry(whisperCard, 'b'))).toEqual({ kind: 'gone', why });
    expect(await house.platform.tell(to, firstTry(whisperCard, 'c'))).toEqual({ kind: 'gone', why });
  });

  test('a person without the app', async () => {
    await house.teams.removeBot(channel, kari);
    const ola = await house.teams.addPerson({ name: 'Ola', organisation: 'Finnmark' });
    await house.teams.say(ola, channel, 'hei');
    const to = house.incoming.at(-1)?.from.personalAddress ?? ('' as Address);
    expect(await house.platform.tell(to, firstTry(whisperCard, 'a'))).toEqual({ kind: 'gone', why: 'blocked' });
  });

  test('an address that is not one', async () => {
    const gone = { kind: 'gone', why: 'deleted' };
    expect(await house.platform.post('not an address' as Address, firstTry(pollCard, '1'))).toEqual(gone);
    expect(await house.platform.tell('{}' as Address, firstTry(pollCard, '1'))).toEqual(gone);
  });
});

test('nothing is thrown for a card that fits no message', async () => {
  const tooLarge = { ...pollCard, parts: [{ kind: 'text', text: 'x'.repeat(100_000) } as const] };
  expect(await house.platform.post(here(), firstTry(tooLarge, '1'))).toEqual({ kind: 'failed' });
  expect(await house.platform.update(here(), '1', tooLarge)).toEqual({ kind: 'failed' });
  expect(await house.platform.tell(here(), firstTry(tooLarge, '1'))).toEqual({ kind: 'failed' });
  expect(house.logged).toMatchObject(
    Array.from({ length: 3 }, () => ({ level: 'error', fields: { error: 'CardTooLarge' } })),
  );
});

test('says how long to wait when throttled', async () => {
  house.teams.throttle(channel, 1, 7);
  expect(await house.platform.post(here(), firstTry(pollCard, '1'))).toEqual({
    kind: 'throttled',
    retryAfterMs: 7_000,
  });
  expect((await house.platform.post(here(), firstTry(pollCard, '1'))).kind).toBe('sent');
});

test.each([
  { status: 429, headers: { 'retry-after': '3' }, post: { kind: 'throttled', retryAfterMs: 3_000 } },
  { status: 412, headers: {}, post: { kind: 'throttled', retryAfterMs: 2_000 } },
  { status: 503, headers: { 'retry-after': 'soon' }, post: { kind: 'throttled', retryAfterMs: 2_000 } },
  { status: 400, headers: {}, post: { kind: 'failed' } },
  { status: 401, headers: {}, post: { kind: 'failed' } },
  { status: 413, headers: {}, post: { kind: 'failed' } },
  { status: 500, headers: {}, post: { kind: 'unknown' } },
  { status: 502, headers: {}, post: { kind: 'unknown' } },
  { status: 504, headers: { 'retry-after': '3' }, post: { kind: 'unknown' } },
  { status: 0, headers: {}, post: { kind: 'unknown' } },
])('the connector answers $status', async ({ status, headers, post }) => {
  const { serviceUrl } = await answering(status, headers);
  const to = here({ serviceUrl });
  expect(await house.platform.post(to, firstTry(pollCard, '1'))).toEqual(post);
  expect(await house.platform.update(to, '1', pollCard)).toEqual(post.kind === 'unknown' ? { kind: 'failed' } : post);
  const person = here({ serviceUrl, conversationId: undefined, userId: '29:1abc' });
  expect(await house.platform.tell(person, firstTry(pollCard, '1'))).toEqual(
    post.kind === 'unknown' ? { kind: 'failed' } : post,
  );
});

test('a redirection is not followed: a token goes to the address it was made for only', async () => {
  const elsewhere = await answering(200);
  const asked = jest.fn();
  elsewhere.server.on('request', asked);
  const { serviceUrl } = await answering(307, { location: elsewhere.serviceUrl });
  expect(await house.platform.post(here({ serviceUrl }), firstTry(pollCard, '1'))).toEqual({ kind: 'failed' });
  expect(asked).not.toHaveBeenCalled();
});

test('fails when nobody listens, and when no token can be had', async () => {
  const { server, serviceUrl } = await answering(200);
  server.close();
  expect(await house.platform.post(here({ serviceUrl }), firstTry(pollCard, '1'))).toEqual({ kind: 'failed' });
  const own = await teamsHouse();
  own.teams.login.isDown = true;
  expect(await own.platform.post(here(), firstTry(pollCard, '1'))).toEqual({ kind: 'failed' });
  await own.close();
});

test('waits so long and no longer: a posting may have been shown, a chat that was asked for and an update were not', async () => {
  const own = await teamsHouse({ timeoutMs: 100 });
  const silent = await silentServer();
  const to = here({ serviceUrl: silent.url });
  const person = here({ serviceUrl: silent.url, conversationId: undefined, userId: '29:1abc' });
  expect(await own.platform.post(to, firstTry(pollCard, '1'))).toEqual({ kind: 'unknown' });
  expect(await own.platform.update(to, '1', pollCard)).toEqual({ kind: 'failed' });
  expect(await own.platform.tell(person, firstTry(pollCard, '1'))).toEqual({ kind: 'failed' });
  silent.close();
  await own.close();
});

const blockedInMessage = {
  errorCode: 209,
  message: '{\r\n  "subCode": "MessageWritesBlocked",\r\n  "errorCode": null\r\n}',
};
const coded = (code: string) => ({ error: { code, message: 'As Teams puts it' } });

test.each([
  { status: 403, body: coded('BotDisabledByAdmin'), place: 'blocked', person: 'blocked' },
  { status: 403, body: coded('ConversationBlockedByUser'), place: 'blocked', person: 'blocked' },
  { status: 403, body: blockedInMessage, place: 'blocked', person: 'blocked' },
  { status: 403, body: coded('MessageWritesBlocked'), place: 'blocked', person: 'blocked' },
  { status: 403, body: coded('NotEnoughPermissions'), place: 'blocked', person: 'blocked' },
  { status: 403, body: coded('BotNotInConversationRoster'), place: 'deleted', person: 'blocked' },
  { status: 403, body: coded('ForbiddenOperationException'), place: 'deleted', person: 'blocked' },
  { status: 403, body: coded('AWordOfTomorrow'), place: undefined, person: 'blocked' },
  { status: 403, body: [], place: undefined, person: 'blocked' },
  { status: 404, body: coded('ConversationNotFound'), place: 'deleted', person: 'left' },
  { status: 404, body: coded('ActivityNotFoundInConversation'), place: 'deleted', person: 'deleted' },
  { status: 404, body: coded('AWordOfTomorrow'), place: 'deleted', person: 'left' },
])('$status with $body: $place for a channel, $person for a person', async ({ status, body, place, person }) => {
  const { serviceUrl } = await answering(status, {}, body);
  const gone = (why: string | undefined) => (why === undefined ? { kind: 'failed' } : { kind: 'gone', why });
  const to = here({ serviceUrl });
  expect(await house.platform.post(to, firstTry(pollCard, '1'))).toEqual(gone(place));
  expect(await house.platform.update(to, '1', pollCard)).toEqual(gone(place));
  expect(await house.platform.tell(to, firstTry(pollCard, '1'))).toEqual(gone(person));
  const toPerson = here({ serviceUrl, conversationId: undefined, userId: '29:1abc' });
  expect(await house.platform.tell(toPerson, firstTry(pollCard, '1'))).toEqual(gone(person));
});

test('what may stand already is unknown and not sent: nobody can look', async () => {
  await house.teams.say(kari, channel, 'hei');
  const to = house.incoming.at(-1)?.from.personalAddress ?? ('' as Address);
  expect(await house.platform.post(here(), laterTry(pollCard, 'poll:1'))).toEqual({ kind: 'unknown' });
  expect(await house.platform.tell(to, laterTry(pollCard, 'poll:1'))).toEqual({ kind: 'unknown' });
  expect(house.teams.messagesIn(channel)).toEqual([]);
  expect(house.teams.whispersTo(kari)).toEqual([]);
});

describe('a dead channel', () => {
  test.each(['down', 'cut', 'answer-lost'] as const)('%s: nobody can say whether it was shown', async trouble => {
    house.teams.setTrouble(channel, trouble, 1);
    expect(await house.platform.post(here(), firstTry(pollCard, '1'))).toEqual({ kind: 'unknown' });
    expect(house.teams.messagesIn(channel)).toHaveLength(trouble === 'answer-lost' ? 1 : 0);
    expect((await house.platform.post(here(), firstTry(pollCard, '2'))).kind).toBe('sent');
  });

  test('silent: it is waited for so long, and no other channel with it', async () => {
    const own = await teamsHouse({ timeoutMs: 300 });
    closers.push(own.close);
    const by = await own.teams.addPerson({ name: 'Kari Nordmann', organisation: 'Troms' });
    const dead = await own.teams.addPlace({ name: 'Dødt', organisation: 'Troms' });
    const living = await own.teams.addPlace({ name: 'Levende', organisation: 'Troms' });
    const addresses: Address[] = [];
    for (const place of [dead, living]) {
      await own.teams.addBot(place, by);
      addresses.push(own.incoming.at(-1)?.from.place.address ?? ('' as Address));
    }
    const [toDead = '' as Address, toLiving = '' as Address] = addresses;
    own.teams.setTrouble(dead, 'silent');
    own.teams.slowDown(20);
    const waiting = own.platform.post(toDead, firstTry(pollCard, '1'));
    expect((await own.platform.post(toLiving, firstTry(pollCard, '2'))).kind).toBe('sent');
    expect(await waiting).toEqual({ kind: 'unknown' });
  });
});

describe('the pace of a conversation', () => {
  test('stays below all four limits, however much is asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 400 }), gaps => {
        const sentAtMs = sendAsFastAs(house.platform.pace, gaps);
        expect(mostWithin(sentAtMs, 1_000)).toBeLessThan(7);
        expect(mostWithin(sentAtMs, 2_000)).toBeLessThan(8);
        expect(mostWithin(sentAtMs, 30_000)).toBeLessThan(60);
        expect(mostWithin(sentAtMs, 3_600_000)).toBeLessThan(1_800);
      }),
    );
  });

  test('leaves room for replies in each when it is used to the full for hours', () => {
    const gaps = Array.from({ length: 4_000 }, () => 0);
    const sentAtMs = sendAsFastAs(house.platform.pace, gaps);
    const most = [1_000, 2_000, 30_000, 3_600_000].map(ms => mostWithin(sentAtMs, ms));
    expect(most).toEqual([4, 6, 43, 1_629]);
  });
});

test('is throttled by the published limits of a thread, and a storm is a problem', async () => {
  const post = () => house.platform.post(here(), firstTry(whisperCard, '1'));
  for (let sends = 1; sends <= 7; sends += 1) expect((await post()).kind).toBe('sent');
  expect(await post()).toEqual({ kind: 'throttled', retryAfterMs: 1_000 });
  house.pass(1_000);
  expect((await post()).kind).toBe('sent');
  expect(await post()).toEqual({ kind: 'throttled', retryAfterMs: 1_000 });
  house.pass(1_000);
  expect((await post()).kind).toBe('sent');
  house.teams.throttle(channel, 1, 30);
  for (let sends = 1; sends <= 5; sends += 1) await post();
  expect(house.teams.problems.splice(0)).toEqual(['storm: messages go on to a place that has said to wait']);
});

test('two hundred channels of one tenant: no faster than Teams takes them, all shown, and replies at once', async () => {
  const places = await Promise.all(
    Array.from({ length: 200 }, (_, index) => house.teams.addPlace({ name: `Kanal ${index}`, organisation: 'Troms' })),
  );
  for (const place of places) await house.teams.addBot(place, kari);
  const startedAt = performance.now();
  const sentAtMs: number[] = [];
  async function postTo(conversationId: string): Promise<void> {
    const result = await house.platform.post(here({ conversationId }), firstTry(pollCard, conversationId));
    if (result.kind === 'throttled') {
      await delay(result.retryAfterMs);
      return postTo(conversationId);
    }
    expect(result.kind).toBe('sent');
    sentAtMs.push(performance.now());
  }
  const all = Promise.all(places.map(({ id }) => postTo(id)));
  house.answer({ say: whisperCard });
  await house.teams.say(kari, channel, 'hei');
  expect(house.teams.messagesIn(channel)).toHaveLength(1);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  await all;
  expect(mostWithin(sentAtMs, 1_000)).toBeLessThanOrEqual(50);
  expect(performance.now() - startedAt).toBeGreaterThan(7_000);
  for (const place of places) expect(house.teams.messagesIn(place)).toHaveLength(1);
});
