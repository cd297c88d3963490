import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { WebAPIRequestError } from '@slack/web-api';
import fc from 'fast-check';
import type { Card } from '../../../cards/card.ts';
import type { SendResult } from '../../../src/delivery/send-result.ts';
import type { Address } from '../../../src/features/networks/network.ts';
import { failureOf } from '../../../src/platforms/slack/slack-failure.ts';
import type { FakePerson, FakePlace } from '../../../src/playground/fake-chat.ts';
import type { FakeSlack } from '../../../src/playground/fake-slack.ts';
import type { CallFailure } from '../../../src/playground/fake-slack-server.ts';
import { mostWithin, sendAsFastAs } from '../pace-run.ts';
import { firstTry, laterTry } from '../tries.ts';
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
  const sent = await house.platform.post(to, firstTry(card('Én'), 'posting:1'));
  if (sent.kind !== 'sent') throw new Error(sent.kind);
  expect(await house.platform.update(to, sent.ref, card('To'))).toEqual(sent);
  expect(posted()).toMatchObject([{ id: sent.ref, texts: ['To'], updates: 1 }]);
  fake.deleteMessage({ id: sent.ref, placeId: channel.id });
  expect(await house.platform.update(to, sent.ref, card('Tre'))).toEqual({ kind: 'gone', why: 'deleted' });
});

test('a person is told alone, by one direct chat that is asked for once', async () => {
  expect(await house.platform.tell(toKari, firstTry(card('Én'), 'reminder:1'))).toMatchObject({ kind: 'sent' });
  house.world.clock.advance(1100);
  expect(await house.platform.tell(toKari, firstTry(card('To'), 'reminder:2'))).toMatchObject({ kind: 'sent' });
  expect(fake.whispersTo(kari)).toMatchObject([{ texts: ['Én'] }, { texts: ['To'] }]);
  expect(fake.calls('conversations.open')).toBe(1);
});

describe.each(['post', 'update', 'tell'] as const)('%s', way => {
  const ref = '1700000000.000001';
  const send = () =>
    way === 'update'
      ? house.platform.update(to, ref, card('Kortet'))
      : house.platform[way](way === 'post' ? to : toKari, firstTry(card('Kortet'), 'key:1'));
  const method = way === 'update' ? 'chat.update' : 'chat.postMessage';

  test.each<[CallFailure, SendResult]>([
    [{ error: 'channel_not_found' }, { kind: 'gone', why: 'deleted' }],
    [{ error: 'not_in_channel' }, { kind: 'gone', why: 'deleted' }],
    [{ error: 'is_archived' }, { kind: 'gone', why: 'deleted' }],
    [{ error: 'account_inactive' }, { kind: 'gone', why: 'deleted' }],
    [{ error: 'token_revoked' }, { kind: 'gone', why: 'deleted' }],
    [{ error: 'message_not_found' }, { kind: 'gone', why: 'deleted' }],
    [{ error: 'user_disabled' }, { kind: 'gone', why: 'left' }],
    [{ error: 'messages_tab_disabled' }, { kind: 'gone', why: 'blocked' }],
    [{ error: 'restricted_action' }, { kind: 'gone', why: 'blocked' }],
    [{ error: 'org_login_required' }, { kind: 'failed' }],
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

describe('a picture that Slack cannot fetch stops nothing', () => {
  const nowhere = 'http://127.0.0.1:1/picture/a.b.png';
  const pictured = (url: string): Card => ({
    ...card('Kortet'),
    parts: [{ kind: 'picture', url, alt: 'Alle inviterte', instead: [{ kind: 'text', text: '12 av 41 har svart.' }] }],
  });

  const inWords = ['Kortet', '12 av 41 har svart.\n'];

  test('a posting goes in words, once, and so does its redraw and what a person is told', async () => {
    const sent = await house.platform.post(to, firstTry(pictured(nowhere), 'posting:1'));
    expect(posted().map(({ texts }) => texts)).toEqual([inWords]);
    if (sent.kind !== 'sent') throw new Error(sent.kind);
    house.world.clock.advance(1100);
    expect(await house.platform.update(to, sent.ref, pictured(`${nowhere}?2`))).toEqual(sent);
    expect(posted()).toMatchObject([{ id: sent.ref, texts: inWords, updates: 1 }]);
    expect(await house.platform.tell(toKari, firstTry(pictured(nowhere), 'told:1'))).toMatchObject({ kind: 'sent' });
    expect(fake.whispersTo(kari)).toMatchObject([{ texts: inWords }]);
  });

  test('what comes instead is throttled, lost and found like every posting', async () => {
    fake.failNext('chat.postMessage', { error: 'invalid_blocks' }, { error: 'ratelimited' });
    const throttled = await house.platform.post(to, firstTry(pictured(nowhere), 'posting:1'));
    expect(throttled).toEqual({ kind: 'throttled', retryAfterMs: 1000 });
    fake.failNext('chat.postMessage', { error: 'invalid_blocks' }, { lost: 'after' });
    const sent = await house.platform.post(to, laterTry(pictured(nowhere), 'posting:1', house.world.clock.now()));
    expect(sent).toEqual({ kind: 'sent', ref: posted()[0]?.id });
    expect(posted()).toHaveLength(1);
  });

  test('a refusal of something else is no reason to try again', async () => {
    const before = fake.calls('chat.postMessage');
    fake.failNext('chat.postMessage', { error: 'msg_too_long' });
    expect(await house.platform.post(to, firstTry(pictured(nowhere), 'posting:1'))).toEqual({ kind: 'failed' });
    expect(fake.calls('chat.postMessage')).toBe(before + 1);
  });
});

const lostAnswers: readonly CallFailure[] = [
  { lost: 'after' },
  { lost: 'before' },
  { status: 503 },
  { error: 'fatal_error' },
];

const askAgain = { kind: 'failed', mayStand: true };

describe('when the answer to a posting is lost', () => {
  test('and it stands, it is found by its key', async () => {
    fake.failNext('chat.postMessage', { lost: 'after' });
    const sent = await house.platform.post(to, firstTry(card('Kortet'), 'posting:1'));
    expect(sent).toEqual({ kind: 'sent', ref: posted()[0]?.id });
    expect(posted()).toHaveLength(1);
  });

  test.each(lostAnswers.slice(1))(
    'and it does not stand yet (%j), it is looked for once more before it is sent again',
    async failure => {
      fake.failNext('chat.postMessage', failure);
      expect(await house.platform.post(to, firstTry(card('Kortet'), 'posting:1'))).toEqual(askAgain);
      const looked = fake.calls('conversations.history');
      expect(await house.platform.post(to, laterTry(card('Kortet'), 'posting:1'))).toMatchObject({ kind: 'sent' });
      expect(fake.calls('conversations.history')).toBe(looked + 1);
      expect(posted()).toHaveLength(1);
    },
  );

  test.each(lostAnswers)('and Slack cannot be asked either (%j), it is asked before the next try', async failure => {
    fake.failNext('chat.postMessage', failure);
    fake.failNext('conversations.history', { lost: 'before' });
    expect(await house.platform.post(to, firstTry(card('Kortet'), 'posting:1'))).toEqual(askAgain);
    expect(await house.platform.post(to, laterTry(card('Kortet'), 'posting:1'))).toMatchObject({ kind: 'sent' });
    expect(posted()).toHaveLength(1);
  });

  test('another posting with the same words is not taken for it', async () => {
    await house.platform.post(to, firstTry(card('Kortet'), 'posting:1'));
    fake.failNext('chat.postMessage', { lost: 'before' });
    expect(await house.platform.post(to, firstTry(card('Kortet'), 'posting:2'))).toEqual(askAgain);
  });

  test('a replacement has failed, for it may be repeated', async () => {
    fake.failNext('chat.update', { lost: 'after' });
    expect(await house.platform.update(to, '1.1', card('Kortet'))).toEqual({ kind: 'failed' });
  });
});

describe('what may stand already', () => {
  const since = () => house.world.clock.now();

  test.each(['channel', 'direct chat'])('is found in a %s behind what came after it', async where => {
    const place = where === 'channel' ? to : toKari;
    const firstTriedAt = since();
    const first = await house.platform.post(place, firstTry(card('Kortet'), 'key:1'));
    for (let number = 0; number < 50; number += 1) {
      house.world.clock.advance(1100);
      await house.platform.post(place, firstTry(card(`Et annet, ${number}`), `other:${number}`));
    }
    const calls = fake.calls('conversations.history');
    expect(await house.platform.post(place, laterTry(card('Kortet'), 'key:1', firstTriedAt))).toEqual(first);
    expect(fake.calls('conversations.history') - calls).toBe(4);
  });

  test('is not looked for further back than its first try', async () => {
    for (let number = 0; number < 50; number += 1) {
      house.world.clock.advance(1100);
      await house.platform.post(to, firstTry(card(`Gammelt, ${number}`), `other:${number}`));
    }
    house.world.clock.advance(10 * 60_000);
    expect(await house.platform.post(to, laterTry(card('Kortet'), 'key:1', since()))).toMatchObject({ kind: 'sent' });
    expect(fake.calls('conversations.history')).toBe(1);
  });

  test('and is not found among the last three hundred is not sent: nobody can say', async () => {
    const firstTriedAt = since();
    for (let number = 0; number < 320; number += 1) {
      house.world.clock.advance(1100);
      await house.platform.post(to, firstTry(card('Et annet'), `other:${number}`));
    }
    expect(await house.platform.post(to, laterTry(card('Kortet'), 'key:1', firstTriedAt))).toEqual(askAgain);
    expect(posted().filter(({ texts }) => texts[0] === 'Kortet')).toEqual([]);
  });

  test.each<[CallFailure, SendResult]>([
    [{ lost: 'before' }, { kind: 'failed', mayStand: true }],
    [{ status: 503 }, { kind: 'failed', mayStand: true }],
    [{ error: 'missing_scope' }, { kind: 'failed', mayStand: true }],
    [{ error: 'ratelimited' }, { kind: 'throttled', retryAfterMs: 1000 }],
    [{ error: 'not_in_channel' }, { kind: 'gone', why: 'deleted' }],
  ])('is not sent when the look-up is answered with %j', async (failure, result) => {
    fake.failNext('conversations.history', failure);
    expect(await house.platform.post(to, laterTry(card('Kortet'), 'key:1', since()))).toEqual(result);
    expect(fake.calls('chat.postMessage')).toBe(1);
  });
});

describe('a person who cannot be reached', () => {
  const tell = (key: string) => house.platform.tell(toKari, firstTry(card('Kortet'), key));

  test.each(['blockBot', 'leave'] as const)('%s: Slack says why, before and after a chat was opened', async deed => {
    const why = deed === 'leave' ? 'left' : 'blocked';
    const ola = await fake.addPerson({ name: 'Ola Dunk', organisation: 'organisasjonene' });
    const toOla = JSON.stringify({ team: fake.teamId('organisasjonene'), user: ola.id }) as Address;
    fake[deed](ola);
    expect(await house.platform.tell(toOla, firstTry(card('Kortet'), 'a'))).toEqual({ kind: 'gone', why });

    expect(await tell('a')).toMatchObject({ kind: 'sent' });
    fake[deed](kari);
    expect(await tell('b')).toEqual({ kind: 'gone', why });
  });
});

describe('a dead channel', () => {
  test.each(['down', 'cut'] as const)('%s: nothing is shown, and it is asked again later', async trouble => {
    fake.setTrouble(channel, trouble);
    expect(await house.platform.post(to, firstTry(card('Kortet'), 'key:1'))).toEqual(askAgain);
    expect(await house.platform.post(to, laterTry(card('Kortet'), 'key:1'))).toEqual(askAgain);
    fake.setTrouble(channel);
    expect(await house.platform.post(to, laterTry(card('Kortet'), 'key:1'))).toMatchObject({ kind: 'sent' });
    expect(posted()).toHaveLength(1);
  });

  test('answer-lost: what was shown is found', async () => {
    fake.setTrouble(channel, 'answer-lost', 1);
    expect(await house.platform.post(to, firstTry(card('Kortet'), 'key:1'))).toMatchObject({ kind: 'sent' });
    expect(posted()).toHaveLength(1);
  });
});

describe('the pace of a channel', () => {
  test('stays below a message a second and fifty a minute, however much is asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 300 }), gaps => {
        const sentAtMs = sendAsFastAs(house.platform.pace, gaps);
        expect(mostWithin(sentAtMs, 1000)).toBeLessThanOrEqual(1);
        expect(mostWithin(sentAtMs, 60_000)).toBeLessThan(50);
      }),
    );
  });

  test('is kept by the fake: who goes faster is told to wait, and a storm is a problem', async () => {
    expect(await house.platform.post(to, firstTry(card('Én'), 'a'))).toMatchObject({ kind: 'sent' });
    for (let number = 0; number < 5; number += 1) {
      expect(await house.platform.post(to, firstTry(card('To'), 'b'))).toEqual({
        kind: 'throttled',
        retryAfterMs: 1000,
      });
    }
    expect(fake.problems.splice(0)).toEqual(['storm: messages go on to a place that has said to wait']);
    house.world.clock.advance(1000);
    expect(await house.platform.post(to, firstTry(card('To'), 'b'))).toMatchObject({ kind: 'sent' });
  });
});

describe('nothing is thrown', () => {
  test('when Slack cannot be reached', async () => {
    await fake.close();
    // In Jest's own realm the SDK does not know fetch's errors for errors and drops what is behind them; see below.
    expect(await house.platform.post(to, firstTry(card('Kortet'), 'posting:1'))).toEqual(askAgain);
    fake.close = async () => {};
  });

  test('where the app is not installed', async () => {
    const elsewhere = JSON.stringify({ team: 'T0ELSEWHERE', channel: 'C1' }) as Address;
    expect(await house.platform.post(elsewhere, firstTry(card('Kortet'), 'posting:1'))).toEqual({
      kind: 'gone',
      why: 'deleted',
    });
  });

  test('for a card that fits no message', async () => {
    const tooLong = { ...card('Kortet'), parts: [{ kind: 'text', text: 'x'.repeat(50_000) } as const] };
    expect(await house.platform.post(to, firstTry(tooLong, 'posting:1'))).toEqual({ kind: 'failed' });
    expect(house.world.lines.at(-1)).toMatchObject({ level: 'error' });
  });
});

test('a token that no longer works is read anew: another process may have been given a new one', async () => {
  const team = fake.teamId('organisasjonene');
  const before = await house.platform.workspaces.find(team);
  expect(await house.platform.workspaces.find(team)).toBe(before);
  fake.failNext('chat.postMessage', { error: 'token_revoked' });
  await house.platform.post(to, firstTry(card('To'), 'posting:2'));
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
    house.platform.post(to, firstTry(card('Kortet'), 'posting:1')),
    house.platform.post(JSON.stringify({ team, channel: other.id }) as Address, firstTry(card('Kortet'), 'posting:2')),
  ]);
  expect(results).toMatchObject([{ kind: 'throttled' }, { kind: 'sent' }]);
});
