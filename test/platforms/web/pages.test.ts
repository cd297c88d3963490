import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import { html } from '../../../cards/html.ts';
import { openPicture } from '../../../src/bot/open-picture.ts';
import { createPictureDrawer } from '../../../src/pictures/picture-drawer.ts';
import { mountWeb } from '../../../src/platforms/web/mount-web.ts';
import { pageTexts } from '../../../src/texts/page-texts.ts';
import { createVault } from '../../../src/vault.ts';
import { type Instant, later } from '../../../src/world.ts';
import { handClock, testTools } from '../../cast.ts';

const clock = handClock();
const tools = testTools(':memory:', clock);
const vault = createVault(new Uint8Array(32).fill(7));
let server: Server;
let url: string;

beforeAll(async () => {
  const app = express();
  const openFile = async () => ({ name: 'a.csv', type: 'text/csv; charset=utf-8', content: 'a;b' });
  mountWeb(app, {
    store: tools.store,
    vault,
    world: tools.world,
    openFile,
    openPicture: createPictureDrawer(openPicture),
  });
  server = createServer(app);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await tools.store.close();
});

describe('the pages', () => {
  test.each([
    ['/', 'home'],
    ['/privacy', 'privacy'],
    ['/terms', 'terms'],
  ] as const)('%s says what it should in both languages, and runs nothing', async (path, name) => {
    const response = await fetch(`${url}${path}`);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('<html lang="nb">');
    expect(page).toContain(`<h1>${pageTexts.nb[name].title}</h1>`);
    expect(page).toContain(`<section lang="en">\n<h2>${pageTexts.en[name].title}</h2>`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).not.toContain('<script');
  });

  test('a file’s link gives the file, and a sentence when it has expired or is not ours', async () => {
    const token = vault.sign({ file: 'poll' }, later(clock.now(), 1000));
    const given = await fetch(`${url}/file/${token}`);
    expect(await given.text()).toBe('a;b');
    expect(given.headers.get('cache-control')).toBe('no-store');
    clock.advance(2000);
    for (const each of [token, 'nonsense']) {
      const response = await fetch(`${url}/file/${each}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain(pageTexts.nb.expired.title);
    }
  });

  test('a picture’s link gives it for ever, and the same page as others when it is altered or for something else', async () => {
    const payload = { picture: 'coverage', language: 'nb', all: [12, 6, 1, 20, 2], groups: [] };
    const token = vault.sign(payload, '9999-12-31T23:59:59.999Z' as Instant);
    clock.advance(10 * 365 * 86_400_000);
    const given = await fetch(`${url}/picture/${token}.png`);
    expect(given.status).toBe(200);
    expect(given.headers.get('content-type')).toBe('image/png');
    expect(given.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(
      Buffer.from(await given.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const altered = Buffer.from(JSON.stringify({ payload: { ...payload, all: [41, 0, 0, 0, 0] } })).toString(
      'base64url',
    );
    const soon = later(clock.now(), 1000);
    for (const each of [
      `${altered}.${token.split('.')[1]}`,
      `${token}x`,
      'nonsense',
      vault.sign({ file: 'poll' }, soon),
      vault.sign({ ...payload, all: [1, 2] }, soon),
      vault.sign({ ...payload, all: [-1, 0, 0, 0, 0] }, soon),
    ]) {
      const response = await fetch(`${url}/picture/${each}.png`);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain(pageTexts.nb.expired.title);
    }
  });

  test('no word becomes markup', () => {
    expect(html`<p title="${'"'}">${'<b>&'}${html`<i>x</i>`}</p>`.markup).toBe(
      '<p title="&quot;">&lt;b&gt;&amp;<i>x</i></p>',
    );
  });
});
