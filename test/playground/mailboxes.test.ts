/** What the playground shows of the e-mail that has come: who has an inbox, what is in it, and what an e-mail may do. */
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import type { Outgoing } from '../../src/bot/platform.ts';
import { mailAddress } from '../../src/platforms/mail/mail-address.ts';
import { createMailPlatform } from '../../src/platforms/mail/mail-platform.ts';
import { castPeople } from '../../src/playground/cast.ts';
import { type FakeMail, startFakeMail } from '../../src/playground/fake-mail.ts';
import { playgroundLetters } from '../../src/playground/playground-letters.ts';
import { mailView } from '../../src/playground/playground-mailboxes.ts';
import { cardOf, parts } from '../cards/samples.ts';
import { testWorld } from '../cast.ts';

const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';

let post: FakeMail;
let sent = 0;

beforeEach(async () => {
  post = await startFakeMail();
});

afterEach(() => post.close());

async function send(email: string, title: string, more: Partial<Outgoing> = {}): Promise<void> {
  const config = { smtpUrl: post.url, from: 'Laget <laget@example.org>' };
  const platform = createMailPlatform({ config, world: testWorld(), howToAnswer: () => 'Svar her.' });
  sent += 1;
  const card = { ...cardOf(parts.text, parts.link), title };
  expect(await platform.tell(mailAddress(email), { card, key: `key:${sent}`, mayStand: false, ...more })).toMatchObject(
    {
      kind: 'sent',
    },
  );
}

const view = (owner: string) => mailView(post.messages, owner, at => at);

describe('the mailboxes', () => {
  test('are those of people without an account, and of whoever has had an e-mail', async () => {
    expect(view('åse').owners.map(({ id }) => id)).toEqual(['čearpmat', 'åse']);
    await send(castPeople.per.email, 'Hei');
    expect(view('åse').owners.map(({ id, letters }) => [id, letters])).toEqual([
      ['čearpmat', 0],
      ['åse', 0],
      ['per', 1],
    ]);
    expect(view('åse').owners[0]).toMatchObject({ party: 'Kárášjoga gielda – Karasjok kommune', roles: ['deputy'] });
  });

  test('hold what came to their owner alone, the newest first, when it was sent', async () => {
    await send(castPeople.åse.email, 'Første');
    await send(castPeople.per.email, 'Til en annen');
    await send(castPeople.åse.email, 'Andre');
    const { letters } = view('åse');
    expect(letters.map(({ number, subject, at }) => [number, subject, at])).toEqual([
      [3, 'Andre', '2027-01-11T08:00:00.000Z'],
      [1, 'Første', '2027-01-11T08:00:00.000Z'],
    ]);
    expect(letters[0]).toMatchObject({ from: 'Laget <laget@example.org>', to: castPeople.åse.email, files: [] });
  });

  test('say what an e-mail asks of a calendar', async () => {
    await send(castPeople.åse.email, 'Innkalling', { calendar: { method: 'REQUEST', content } });
    expect(view('åse').letters[0]).toMatchObject({ calendar: 'REQUEST', files: ['invite.ics'] });
  });
});

describe('an e-mail', () => {
  let url: string;
  let close: () => void;

  beforeEach(async () => {
    await send(castPeople.åse.email, 'Innkalling', { calendar: { method: 'REQUEST', content } });
    const server = express().use(playgroundLetters(post)).listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => server.close();
  });

  afterEach(() => close());

  test('runs nothing, loads nothing, is framed by this page alone, and opens its links elsewhere', async () => {
    const response = await fetch(`${url}/letter/1`);
    const policy = response.headers.get('content-security-policy')?.split('; ') ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy.find(each => each.startsWith('sandbox'))).not.toMatch(/scripts|forms|navigation/);
    expect(await response.text()).toContain('<base target="_blank">');
  });

  test('has its calendar file to download', async () => {
    const response = await fetch(`${url}/letter/1/0`);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=invite.ics');
    expect(await response.text()).toBe(content);
  });

  test.each(['letter/2', 'letter/x', 'letter/1/1', 'letter/1/-1', 'letter/1/length'])('is not at %s', async path => {
    expect((await fetch(`${url}/${path}`)).status).toBe(404);
  });
});
