/** The process itself, started as `npm start` starts it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'laget-main-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Settings of a Slack app that is never called: nothing here reaches out. */
const slack = { SLACK_SIGNING_SECRET: 'secret', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_API_URL: 'http://127.0.0.1:9' };

function start(settings: Record<string, string>) {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env['PATH'] ?? '', LAGET_DATA: folder, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', text => {
    error += text;
  });
  const ended = new Promise<{ exit: number | null; error: string }>(resolve =>
    child.once('close', exit => resolve({ exit, error })),
  );
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const url = /http:\/\/\S+/.exec(out)?.[0];
      if (url) resolve(url);
    });
    child.once('close', () => reject(new Error(`It ended: ${error}`)));
  });
  ready.catch(() => undefined);
  return { child, ready, ended };
}

test('it starts with a platform, answers, and ends when it is told to', async () => {
  const { child, ready, ended } = start(slack);
  const url = await ready;
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  for (const path of ['/health', '/ready']) expect((await fetch(url + path)).status).toBe(200);
  expect((await fetch(`${url}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(401);
  expect((await fetch(`${url}/file/%ff`)).status).toBe(400);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ exit: 0 });
  expect(readdirSync(folder)).toContain('key');
});

test('a request that is under way when it is told to end is answered first', async () => {
  const { child, ready, ended } = start(slack);
  const { host, port } = new URL(await ready);
  const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8');
  socket.write(`POST /slack/events HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\n\r\n{`);
  await delay(100);
  child.kill('SIGTERM');
  await delay(200);
  socket.write('}');
  expect(await text(socket)).toMatch(/^HTTP\/1.1 401/);
  expect(await ended).toMatchObject({ exit: 0 });
});

test('a setting that cannot be used is named, and its value is not', async () => {
  const { ended } = start({ ...slack, LAGET_ZONE: 'Europe/Atlantis', PORT: 'many' });
  const { exit, error } = await ended;
  expect(exit).toBe(1);
  expect(error).toContain('LAGET_ZONE');
  expect(error).toContain('PORT');
  expect(error).not.toContain('Atlantis');
  expect(error).not.toContain('    at ');
});

test('a port that is taken is named in a sentence', async () => {
  const first = start(slack);
  const { port } = new URL(await first.ready);
  const { exit, error } = await start({ ...slack, PORT: port }).ended;
  first.child.kill('SIGTERM');
  await first.ended;
  expect(exit).toBe(1);
  expect(error).toContain(`127.0.0.1:${port} cannot be listened on (EADDRINUSE)`);
  expect(error).not.toContain('    at ');
});

test('another key than the data was made with is refused in a sentence, and nothing is overwritten', async () => {
  const first = start({ ...slack, LAGET_KEY: Buffer.alloc(32, 1).toString('base64') });
  await first.ready;
  first.child.kill('SIGTERM');
  await first.ended;
  const second = start({ ...slack, LAGET_KEY: Buffer.alloc(32, 2).toString('base64') });
  const { exit, error } = await second.ended;
  expect(exit).toBe(1);
  expect(error).toContain('LAGET_KEY');
  const third = start({ ...slack, LAGET_KEY: Buffer.alloc(32, 1).toString('base64') });
  await third.ready;
  third.child.kill('SIGTERM');
  await third.ended;
});

test('a damaged file is refused in a sentence, and left as it was', async () => {
  const first = start(slack);
  await first.ready;
  first.child.kill('SIGTERM');
  await first.ended;
  const name = readdirSync(folder).find(file => !file.startsWith('key') && !/-(wal|shm)$/.test(file)) ?? '';
  const bytes = readFileSync(join(folder, name)).fill(90, 100, 4000);
  writeFileSync(join(folder, name), bytes);
  const { exit, error } = await start(slack).ended;
  expect(exit).toBe(1);
  expect(error).toContain(name);
  expect(error).not.toContain('    at ');
  expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true);
});
