import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { WebAPIRequestError } from '@slack/web-api';
import type { SendResult } from '../../../src/bot/platform.ts';
import type { Address } from '../../../src/features/networks/network.ts';
import { failureOf } from '../../../src/platforms/slack/slack-failure.ts';
import type { FakePerson, FakePlace } from '../../../src/playground/fake-chat.ts';
import type { FakeSlack } from '../../../src/playground/fake-slack.ts';
import type { CallFailure } from '../../../src/playground/fake-slack-server.ts';
import { card, kariInChannel, type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
let fake: FakeSlack;
let kari: FakePerson;
let channel: FakePlace;
let to: Address;
let toKari: Address;

beforeEach(async () => {
  house = await slackHouse();
  fake = house.fake;
  ({ kari, channel } = await kariInChannel(house));
  const team = fake.teamId('organisasjonene');
  to = JSON.stringify({ team, channel: channel.id }) as Address;
  toKari = JSON.stringify({ team, user: kari.id }) as Address;
});

afterEach(async () => {
  const { problems } = fake;
  await house.close();
  expect(problems).toEqual([]);
});

const posted = () => fake.messagesIn(channel).filter(({ texts }) => texts[0] !== 'Jeg er Laget');

test('a posting stands, is replaced, and is gone when deleted', async () => {
  const sent = await house.platform.post(to, card('Én'), 'posting:1');
  if (sent.kind !== 'sent') throw new Error(sent.kind);
  expect(await house.platform.update(to, sent.ref, card('To'))).toEqual(sent);
  expect(posted()).toMatchObject([{ id: sent.ref, texts: ['To'], updates: 1 }]);
  fake.deleteMessage({ id: sent.ref, placeId: channel.id });
  expect(await house.platform.update(to, sent.ref, card('Tre'))).toEqual({ kind: 'gone' });
});

test('a person is told alone, by one direct chat that is asked for once', async () => {
  expect(await house.platform.tell(toKari, card('Én'), 'reminder:1')).toMatchObject({ kind: 'sent' });
  expect(await house.platform.tell(toKari, card('To'), 'reminder:2')).toMatchObject({ kind: 'sent' });
  expect(fake.whispersTo(kari)).toMatchObject([{ texts: ['Én'] }, { texts: ['To'] }]);
  expect(fake.calls('conversations.open')).toBe(1);
});

describe.each(['post', 'update', 'tell'] as const)('%s', way => {
  const ref = '1700000000.000001';
  const send = () =>
    way === 'update'
      ? house.platform.update(to, ref, card('Kortet'))
      : house.platform[way](way === 'post' ? to : toKari, card('Kortet'), 'key:1');
  const method = way === 'update' ? 'chat.update' : 'chat.postMessage';

  test.each<[CallFailure, SendResult]>([
    [{ error: 'channel_not_found' }, { kind: 'gone' }],
    [{ error: 'not_in_channel' }, { kind: 'gone' }],
    [{ error: 'is_archived' }, { kind: 'gone' }],
    [{ error: 'account_inactive' }, { kind: 'gone' }],
    [{ error: 'token_revoked' }, { kind: 'gone' }],
    [{ error: 'message_not_found' }, { kind: 'gone' }],
    [{ error: 'user_disabled' }, { kind: 'gone' }],
    [{ error: 'ratelimited' }, { kind: 'throttled', retryAfterMs: 1000 }],
    [{ error: 'invalid_blocks' }, { kind: 'failed' }],
    [{ error: 'an_error_made_tomorrow' }, { kind: 'failed' }],
    [{ status: 400 }, { kind: 'failed' }],
  ])('answered with %j is %j', async (failure, result) => {
    fake.failNext(method, failure);
    expect(await send()).toEqual(result);
  });

  test('throttled says for how long', async () => {
    fake.throttle(way === 'tell' ? await fake.personalChat(kari) : channel, 1, 7);
    expect(await send()).toEqual({ kind: 'throttled', retryAfterMs: 7000 });
  });
});

const lostAnswers: readonly CallFailure[] = [
  { lost: 'after' },
  { lost: 'before' },
  { status: 503 },
  { error: 'fatal_error' },
];

describe('when the answer to a posting is lost', () => {
  test('and it stands, it is found by its key', async () => {
    fake.failNext('chat.postMessage', { lost: 'after' });
    const sent = await house.platform.post(to, card('Kortet'), 'posting:1');
    expect(sent).toEqual({ kind: 'sent', ref: posted()[0]?.id });
    expect(posted()).toHaveLength(1);
  });

  test.each(lostAnswers.slice(1))('and it does not stand (%j), it has failed and may be sent again', async failure => {
    fake.failNext('chat.postMessage', failure);
    expect(await house.platform.post(to, card('Kortet'), 'posting:1')).toEqual({ kind: 'failed' });
    expect(await house.platform.post(to, card('Kortet'), 'posting:1')).toMatchObject({ kind: 'sent' });
    expect(posted()).toHaveLength(1);
  });

  test.each(lostAnswers)(
    'and Slack cannot be asked either (%j), it is unknown, and looked for before the next try',
    async failure => {
      fake.failNext('chat.postMessage', failure);
      fake.failNext('conversations.history', { lost: 'before' });
      expect(await house.platform.post(to, card('Kortet'), 'posting:1')).toEqual({ kind: 'unknown' });
      expect(await house.platform.post(to, card('Kortet'), 'posting:1')).toMatchObject({ kind: 'sent' });
      expect(posted()).toHaveLength(1);
    },
  );

  test('another posting with the same words is not taken for it', async () => {
    await house.platform.post(to, card('Kortet'), 'posting:1');
    fake.failNext('chat.postMessage', { lost: 'before' });
    expect(await house.platform.post(to, card('Kortet'), 'posting:2')).toEqual({ kind: 'failed' });
  });

  test('a replacement has failed, for it may be repeated', async () => {
    fake.failNext('chat.update', { lost: 'after' });
    expect(await house.platform.update(to, '1.1', card('Kortet'))).toEqual({ kind: 'failed' });
  });
});

describe('nothing is thrown', () => {
  test('when Slack cannot be reached', async () => {
    await fake.close();
    // In Jest's own realm the SDK does not know fetch's errors for errors and drops what is behind them; see below.
    expect(await house.platform.post(to, card('Kortet'), 'posting:1')).toEqual({ kind: 'unknown' });
    fake.close = async () => {};
  });

  test('where the app is not installed', async () => {
    const elsewhere = JSON.stringify({ team: 'T0ELSEWHERE', channel: 'C1' }) as Address;
    expect(await house.platform.post(elsewhere, card('Kortet'), 'posting:1')).toEqual({ kind: 'gone' });
  });

  test('for a card that fits no message', async () => {
    const tooLong = { ...card('Kortet'), parts: [{ kind: 'text', text: 'x'.repeat(50_000) } as const] };
    expect(await house.platform.post(to, tooLong, 'posting:1')).toEqual({ kind: 'failed' });
    expect(house.world.lines.at(-1)).toMatchObject({ level: 'error' });
  });
});

test('a token that no longer works is read anew: another process may have been given a new one', async () => {
  const team = fake.teamId('organisasjonene');
  const before = await house.platform.workspaces.find(team);
  expect(await house.platform.workspaces.find(team)).toBe(before);
  fake.failNext('chat.postMessage', { error: 'token_revoked' });
  await house.platform.post(to, card('To'), 'posting:2');
  expect(await house.platform.workspaces.find(team)).not.toBe(before);
});

test.each([
  ['ECONNREFUSED', 'failed'],
  ['ENOTFOUND', 'failed'],
  ['UND_ERR_CONNECT_TIMEOUT', 'failed'],
  ['ECONNRESET', 'lost'],
  ['UND_ERR_SOCKET', 'lost'],
])('a connection that ended with %s has %s', (code, kind) => {
  const cause = Object.assign(new Error('connect'), { code });
  expect(failureOf(new WebAPIRequestError(new TypeError('fetch failed', { cause })))).toEqual({ kind });
});

test('a throttled channel delays no other', async () => {
  const other = await fake.addPlace({ name: 'et annet', organisation: 'organisasjonene' });
  await fake.addBot(other, kari);
  fake.throttle(channel, 1, 30);
  const team = fake.teamId('organisasjonene');
  const results = await Promise.all([
    house.platform.post(to, card('Kortet'), 'posting:1'),
    house.platform.post(JSON.stringify({ team, channel: other.id }) as Address, card('Kortet'), 'posting:2'),
  ]);
  expect(results).toMatchObject([{ kind: 'throttled' }, { kind: 'sent' }]);
});
