import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createSlackSocket, type SlackSocket } from '../../../src/platforms/slack/slack-socket.ts';
import { testWorld } from '../../cast.ts';
import { slackHouse } from './slack-house.ts';
import { type SocketLine, socketLine } from './socket-line.ts';

const appToken = 'xapp-1-A0LAGET0001-1-test';

let line: SocketLine;
let socket: SlackSocket | undefined;

beforeEach(async () => {
  line = await socketLine(appToken);
});

afterEach(async () => {
  await socket?.close();
  await line.close();
});

test('what comes over the connection is received as what comes by request, and acknowledged after', async () => {
  const world = testWorld();
  const received: unknown[] = [];
  const requests = {
    async receive(body: unknown) {
      received.push(body);
      return received.length === 2 ? { response_action: 'errors', errors: { name: 'Skriv et navn' } } : undefined;
    },
  };
  socket = createSlackSocket(line, appToken, requests, world.log);
  socket.start();
  await line.connected;
  const event = { type: 'event_callback', event: { type: 'app_mention' } };
  expect(await line.deliver({ type: 'events_api', payload: event })).toEqual({});
  const form = { type: 'view_submission' };
  expect(await line.deliver({ type: 'interactive', payload: form })).toEqual({
    response_action: 'errors',
    errors: { name: 'Skriv et navn' },
  });
  const command = { command: '/laget' };
  expect(await line.deliver({ type: 'slash_commands', payload: command })).toEqual({});
  expect(received).toEqual([event, form, command]);
});

test('what cannot be kept is not acknowledged, so that Slack sends it again', async () => {
  const world = testWorld();
  let tries = 0;
  const requests = {
    async receive() {
      tries += 1;
      if (tries === 1) throw new Error('the disk is full');
      return undefined;
    },
  };
  socket = createSlackSocket(line, appToken, requests, world.log);
  socket.start();
  await line.connected;
  const acknowledged: number[] = [];
  const payload = { type: 'event_callback', event: { type: 'app_mention' } };
  void line.deliver({ type: 'events_api', payload }).then(() => acknowledged.push(1));
  await line.deliver({ type: 'events_api', payload });
  expect(acknowledged).toEqual([]);
  expect(world.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
});

test('a refused app token is a line in the log', async () => {
  const world = testWorld();
  socket = createSlackSocket(line, 'xapp-another', { receive: async () => undefined }, world.log);
  socket.start();
  while (world.lines.length === 0) await new Promise(resolve => setTimeout(resolve, 5));
  expect(world.lines).toMatchObject([{ level: 'error', fields: { error: 'invalid_auth' } }]);
});

test('without a signing secret there is no route to send unsigned requests to', async () => {
  const house = await slackHouse({
    tokenFor: 'organisasjonene',
    config: ({ signingSecret: _, ...rest }) => ({ ...rest, appToken }),
  });
  expect((await fetch(`${house.botUrl}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(404);
  await house.close();
});
