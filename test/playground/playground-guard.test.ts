/** Who the playground answers: its own page on this machine, and nobody else. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { type Playground, startPlayground } from '../../src/playground/start-playground.ts';
import { testWorld } from '../cast.ts';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground(readConfig({ PORT: '0', HOST: '0.0.0.0' }), testWorld(), () => undefined);
});

afterAll(async () => {
  await playground.close();
});

type Asked = { path?: string; method?: string; headers?: Record<string, string>; body?: string };

/** Unlike fetch, it lets one say any Host and Origin. */
function statusOf({ path = '', method = 'GET', headers = {}, body }: Asked): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const url = `${playground.url}/playground/${path}`;
    const sent = request(url, { method, headers }, response => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject).end(body);
  });
}

const deed = JSON.stringify({ do: 'move-clock', by: 'minute' });
const json = { 'content-type': 'application/json' };

describe('the playground answers', () => {
  test('its own page', async () => {
    const own = { ...json, origin: playground.url };
    expect(await statusOf({})).toBe(200);
    expect(await statusOf({ path: 'source/playground/page/page.ts' })).toBe(200);
    expect(await statusOf({ path: 'deed', method: 'POST', headers: own, body: deed })).toBe(200);
  });

  test.each<[string, Asked]>([
    ['a name made to point here', { headers: { host: 'evil.example' } }],
    ['a name that only begins right', { headers: { host: '127.0.0.1.evil.example' } }],
    ['a deed of another page', { path: 'deed', method: 'POST', headers: { ...json, origin: 'http://evil.example' } }],
    ['a deed of another port', { path: 'deed', method: 'POST', headers: { ...json, origin: 'http://127.0.0.1:1' } }],
    ['a deed of no page', { path: 'deed', method: 'POST', headers: json }],
    ['a form, which needs no leave', { path: 'deed', method: 'POST', headers: { 'content-type': 'text/plain' } }],
  ])('not %s', async (_, asked) => {
    expect(await statusOf({ ...asked, ...(asked.method && { body: deed }) })).toBe(403);
  });

  test.each([
    ['no such deed', { do: 'burn' }],
    ['nobody of the cast', { do: 'say', person: 'kommunene:troll', place: 'channel', text: 'hjelp' }],
    [
      'no such button',
      { do: 'press', person: 'kommunene:per', place: 'channel', message: { id: '1', placeId: '2' }, label: 'Ja' },
    ],
  ])('with 400 to %s', async (_, asked) => {
    const headers = { ...json, origin: playground.url };
    expect(await statusOf({ path: 'deed', method: 'POST', headers, body: JSON.stringify(asked) })).toBe(400);
  });

  test('with none of its other files', async () => {
    expect(await statusOf({ path: 'source/config.ts' })).toBe(404);
    expect(await statusOf({ path: 'source/playground/page/../../main.ts' })).toBe(404);
  });
});
