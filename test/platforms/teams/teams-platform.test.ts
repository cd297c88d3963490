import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Address } from '../../../src/features/networks/network.ts';
import { addressOf } from '../../../src/platforms/teams/teams-keys.ts';
import type { FakePerson, FakePlace } from '../../../src/playground/fake-chat.ts';
import { countedCard, pollCard, whisperCard } from './teams-cards.ts';
import { silentServer, type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
let kari: FakePerson;
let channel: FakePlace;

beforeEach(async () => {
  house = await teamsHouse();
  kari = await house.teams.addPerson({ name: 'Kari Nordmann', organisation: 'Troms' });
  channel = await house.teams.addPlace({ name: 'Samarbeidsforum', organisation: 'Troms' });
  await house.teams.addBot(channel, kari);
});

afterEach(async () => {
  const { problems } = house.teams;
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
): Promise<{ server: Server; serviceUrl: string }> {
  const server = createServer((request, response) => {
    request.resume();
    if (status === 0) request.socket.destroy();
    else response.writeHead(status, headers).end(status === 201 ? '{"id":"1"}' : '{}');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return { server, serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

test('posts, and replaces what was posted', async () => {
  const posted = await house.platform.post(here(), pollCard, 'poll:1');
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
  expect((await house.platform.tell(to, whisperCard, 'a')).kind).toBe('sent');
  expect((await house.platform.tell(to, whisperCard, 'b')).kind).toBe('sent');
  expect(house.teams.whispersTo(kari)).toHaveLength(2);
  expect(house.teams.login.asked.tokens).toBe(1);
});

test('asks for a new token when the old one runs out or is not taken', async () => {
  await house.platform.post(here(), pollCard, '1');
  house.pass(56 * 60_000);
  await house.platform.post(here(), pollCard, '2');
  expect(house.teams.login.asked.tokens).toBe(2);
  house.teams.login.revokeGranted();
  expect((await house.platform.post(here(), pollCard, '3')).kind).toBe('sent');
  expect(house.teams.login.asked.tokens).toBe(3);
});

describe('what cannot be reached any more is gone', () => {
  test('a deleted posting', async () => {
    const posted = await house.platform.post(here(), pollCard, 'poll:1');
    const id = posted.kind === 'sent' ? posted.ref : '';
    house.teams.deleteMessage({ id, placeId: channel.id });
    expect(await house.platform.update(here(), id, countedCard)).toEqual({ kind: 'gone' });
  });

  test('a channel the bot was removed from', async () => {
    await house.teams.removeBot(channel, kari);
    expect(await house.platform.post(here(), pollCard, 'poll:1')).toEqual({ kind: 'gone' });
  });

  test('a person without the app', async () => {
    await house.teams.removeBot(channel, kari);
    const ola = await house.teams.addPerson({ name: 'Ola', organisation: 'Finnmark' });
    await house.teams.say(ola, channel, 'hei');
    const to = house.incoming.at(-1)?.from.personalAddress ?? ('' as Address);
    expect(await house.platform.tell(to, whisperCard, 'a')).toEqual({ kind: 'gone' });
  });

  test('an address that is not one', async () => {
    expect(await house.platform.post('not an address' as Address, pollCard, '1')).toEqual({ kind: 'gone' });
    expect(await house.platform.tell('{}' as Address, pollCard, '1')).toEqual({ kind: 'gone' });
  });
});

test('nothing is thrown for a card that fits no message', async () => {
  const tooLarge = { ...pollCard, parts: [{ kind: 'text', text: 'x'.repeat(100_000) } as const] };
  expect(await house.platform.post(here(), tooLarge, '1')).toEqual({ kind: 'failed' });
  expect(await house.platform.update(here(), '1', tooLarge)).toEqual({ kind: 'failed' });
  expect(await house.platform.tell(here(), tooLarge, '1')).toEqual({ kind: 'failed' });
  expect(house.logged).toMatchObject(
    Array.from({ length: 3 }, () => ({ level: 'error', fields: { error: 'CardTooLarge' } })),
  );
});

test('says how long to wait when throttled', async () => {
  house.teams.throttle(channel, 1, 7);
  expect(await house.platform.post(here(), pollCard, '1')).toEqual({ kind: 'throttled', retryAfterMs: 7_000 });
  expect((await house.platform.post(here(), pollCard, '1')).kind).toBe('sent');
});

test.each([
  { status: 429, headers: { 'retry-after': '3' }, post: { kind: 'throttled', retryAfterMs: 3_000 } },
  { status: 412, headers: {}, post: { kind: 'throttled', retryAfterMs: 2_000 } },
  { status: 503, headers: { 'retry-after': 'soon' }, post: { kind: 'throttled', retryAfterMs: 2_000 } },
  { status: 403, headers: {}, post: { kind: 'gone' } },
  { status: 404, headers: {}, post: { kind: 'gone' } },
  { status: 400, headers: {}, post: { kind: 'failed' } },
  { status: 401, headers: {}, post: { kind: 'failed' } },
  { status: 413, headers: {}, post: { kind: 'failed' } },
  { status: 500, headers: {}, post: { kind: 'unknown' } },
  { status: 502, headers: {}, post: { kind: 'unknown' } },
  { status: 504, headers: { 'retry-after': '3' }, post: { kind: 'unknown' } },
  { status: 0, headers: {}, post: { kind: 'unknown' } },
])('the connector answers $status', async ({ status, headers, post }) => {
  const { server, serviceUrl } = await answering(status, headers);
  const to = here({ serviceUrl });
  expect(await house.platform.post(to, pollCard, '1')).toEqual(post);
  expect(await house.platform.update(to, '1', pollCard)).toEqual(post.kind === 'unknown' ? { kind: 'failed' } : post);
  const person = here({ serviceUrl, conversationId: undefined, userId: '29:1abc' });
  expect(await house.platform.tell(person, pollCard, '1')).toEqual(post.kind === 'unknown' ? { kind: 'failed' } : post);
  server.closeAllConnections();
  server.close();
});

test('a redirection is not followed: a token goes to the address it was made for only', async () => {
  const elsewhere = await answering(200);
  const asked = jest.fn();
  elsewhere.server.on('request', asked);
  const { server, serviceUrl } = await answering(307, { location: elsewhere.serviceUrl });
  expect(await house.platform.post(here({ serviceUrl }), pollCard, '1')).toEqual({ kind: 'failed' });
  expect(asked).not.toHaveBeenCalled();
  for (const each of [server, elsewhere.server]) {
    each.closeAllConnections();
    each.close();
  }
});

test('fails when nobody listens, and when no token can be had', async () => {
  const { server, serviceUrl } = await answering(200);
  server.close();
  expect(await house.platform.post(here({ serviceUrl }), pollCard, '1')).toEqual({ kind: 'failed' });
  const own = await teamsHouse();
  own.teams.login.isDown = true;
  expect(await own.platform.post(here(), pollCard, '1')).toEqual({ kind: 'failed' });
  await own.close();
});

test('waits so long and no longer: a posting may have been shown, a chat that was asked for and an update were not', async () => {
  const own = await teamsHouse({ timeoutMs: 100 });
  const silent = await silentServer();
  const to = here({ serviceUrl: silent.url });
  const person = here({ serviceUrl: silent.url, conversationId: undefined, userId: '29:1abc' });
  expect(await own.platform.post(to, pollCard, '1')).toEqual({ kind: 'unknown' });
  expect(await own.platform.update(to, '1', pollCard)).toEqual({ kind: 'failed' });
  expect(await own.platform.tell(person, pollCard, '1')).toEqual({ kind: 'failed' });
  silent.close();
  await own.close();
});

test('is throttled by the published limits of a thread', async () => {
  const own = await teamsHouse({ hasRateLimits: true });
  const by = await own.teams.addPerson({ name: 'Kari Nordmann', organisation: 'Troms' });
  const forum = await own.teams.addPlace({ name: 'Forum', organisation: 'Troms' });
  await own.teams.addBot(forum, by);
  const { address } = own.incoming[0]?.from.place ?? { address: '' as Address };
  const post = () => own.platform.post(address, whisperCard, '1');
  for (let sends = 1; sends <= 7; sends += 1) expect((await post()).kind).toBe('sent');
  expect(await post()).toEqual({ kind: 'throttled', retryAfterMs: 1_000 });
  own.pass(1_000);
  expect((await post()).kind).toBe('sent');
  expect(await post()).toEqual({ kind: 'throttled', retryAfterMs: 2_000 });
  own.pass(1_000);
  expect((await post()).kind).toBe('sent');
  await own.close();
});
