import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { signatureHeaders } from '../../../src/playground/fake-slack-sender.ts';
import { epochMsOf } from '../../../src/world.ts';
import { card, kariInChannel, type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
let team: string;
let event: object;

beforeAll(async () => {
  house = await slackHouse();
  const { kari, channel } = await kariInChannel(house);
  team = house.fake.teamId('organisasjonene');
  event = {
    type: 'event_callback',
    team_id: team,
    event_id: 'Ev1',
    event_time: 1,
    event: { type: 'app_mention', user: kari.id, channel: channel.id, text: 'hjelp', ts: '1.1' },
  };
});

beforeEach(() => {
  house.heard.length = 0;
});

afterAll(() => house.close());

const json = { 'content-type': 'application/json' };
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a request that is not proved to be from Slack is answered 401', () => {
  const nowSeconds = () => Math.floor(epochMsOf(house.world.clock.now()) / 1000);
  const secret = () => house.fake.config.signingSecret ?? '';
  const post = (body: string, headers: Record<string, string>) =>
    fetch(`${house.botUrl}/slack/events`, { method: 'POST', body, headers: { ...json, ...headers } });
  const body = () => JSON.stringify(event);

  test.each<[string, (headers: Record<string, string>) => Record<string, string>]>([
    ['without headers', () => ({})],
    ['without a signature', headers => ({ 'x-slack-request-timestamp': headers['x-slack-request-timestamp'] ?? '' })],
    ['without a time', headers => ({ 'x-slack-signature': headers['x-slack-signature'] ?? '' })],
    ['with a time that is no number', headers => ({ ...headers, 'x-slack-request-timestamp': 'now' })],
    ['with an empty signature', headers => ({ ...headers, 'x-slack-signature': '' })],
    ['with another version', headers => ({ ...headers, 'x-slack-signature': 'v1=00' })],
    [
      'with a signature of another time',
      headers => ({ ...headers, 'x-slack-request-timestamp': String(nowSeconds() - 1) }),
    ],
    ['with another secret', () => signatureHeaders(body(), 'another secret', nowSeconds())],
    ['of another body', () => signatureHeaders('{}', secret(), nowSeconds())],
    ['from more than five minutes ago', () => signatureHeaders(body(), secret(), nowSeconds() - 301)],
  ])('%s', async (_, change) => {
    const response = await post(body(), change(signatureHeaders(body(), secret(), nowSeconds())));
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
    expect(house.heard).toEqual([]);
  });

  test('but one from four minutes ago is taken', async () => {
    const response = await post(body(), signatureHeaders(body(), secret(), nowSeconds() - 240));
    expect(response.status).toBe(200);
    await house.running.close();
    expect(house.heard).toHaveLength(1);
  });
});

describe('a proved request', () => {
  test.each<[string, number, string, Record<string, string>]>([
    ['broken JSON', 400, '{"type":', json],
    ['a form with broken JSON', 400, 'payload=%7B', urlencoded],
    ['neither JSON nor a form', 400, 'hello', { 'content-type': 'text/plain' }],
    ['nothing', 400, '', json],
    ['more than a megabyte', 413, `"${'x'.repeat(1_100_000)}"`, json],
    ['JSON that is no object', 200, '7', json],
    ['an unknown type', 200, '{"type":"message_action"}', json],
    ['an event that is not ours', 200, JSON.stringify({ type: 'event_callback', event: {} }), json],
    ['a press without actions', 200, 'payload=%7B%22type%22%3A%22block_actions%22%7D', urlencoded],
    ['a closed form', 200, 'payload=%7B%22type%22%3A%22view_closed%22%7D', urlencoded],
    ['a check of the certificate', 200, 'ssl_check=1', urlencoded],
    ['a command without a person', 200, 'command=%2Flaget&team_id=T1', urlencoded],
  ])('with %s is answered %d', async (_, status, body, headers) => {
    const answer = await house.fake.send.raw(body, headers);
    expect(answer).toEqual({ status, body: '' });
    expect(house.heard).toEqual([]);
  });

  test('that checks the address gets its challenge back', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: '3eZbrw1aB', token: 'unused' });
    expect(await house.fake.send.raw(body, json)).toEqual({ status: 200, body: '{"challenge":"3eZbrw1aB"}' });
  });

  test('from a workspace where the app is not installed is answered 200 and told in the log', async () => {
    const stranger = { ...event, team_id: 'T0STRANGER', event_id: 'Ev2' };
    expect(await house.fake.send.raw(JSON.stringify(stranger), json)).toEqual({ status: 200, body: '' });
    expect(house.world.lines.at(-1)).toMatchObject({ level: 'warn', fields: { team: 'T0STRANGER' } });
  });

  test('from another bot is passed over', async () => {
    const answer = await house.fake.send.event(
      { type: 'app_mention', user: 'U1', bot_id: 'B1', channel: 'C1', text: 'hjelp', ts: '1.1' },
      team,
      'U2',
    );
    expect(answer.status).toBe(200);
    await house.running.close();
    expect(house.heard).toEqual([]);
  });
});

test('no log line holds what people wrote or are called', async () => {
  const { kari, channel } = await kariInChannel(house);
  house.answer({ whisper: card('Svaret') });
  house.fake.failNext('chat.postEphemeral', { error: 'some_error' });
  await house.fake.command(kari, channel, 'hemmelig spørsmål');
  expect(house.world.lines.at(-1)).toMatchObject({
    message: 'A reply did not reach Slack',
    fields: { result: 'failed' },
  });
  expect(JSON.stringify(house.world.lines)).not.toMatch(/hemmelig|Kari|Svaret|xoxb/i);
});
