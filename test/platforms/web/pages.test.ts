import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import { html } from '../../../cards/html.ts';
import { mountWeb } from '../../../src/platforms/web/mount-web.ts';
import { pageTexts } from '../../../src/texts/page-texts.ts';
import { createVault } from '../../../src/vault.ts';
import { later } from '../../../src/world.ts';
import { handClock, testTools } from '../../cast.ts';

const clock = handClock();
const tools = testTools(':memory:', clock);
const vault = createVault(new Uint8Array(32).fill(7));
let server: Server;
let url: string;

beforeAll(async () => {
  const app = express();
  const openFile = async () => ({ name: 'a.csv', type: 'text/csv; charset=utf-8', content: 'a;b' });
  mountWeb(app, { store: tools.store, vault, world: tools.world, openFile });
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

  test('no word becomes markup', () => {
    expect(html`<p title="${'"'}">${'<b>&'}${html`<i>x</i>`}</p>`.markup).toBe(
      '<p title="&quot;">&lt;b&gt;&amp;<i>x</i></p>',
    );
  });
});
