import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { SendResult } from '../../../src/delivery/send-result.ts';
import type { Address } from '../../../src/features/networks/network.ts';
import { type Answerer, mailAddress } from '../../../src/platforms/mail/mail-address.ts';
import { createMailPlatform } from '../../../src/platforms/mail/mail-platform.ts';
import { type FakeMail, startFakeMail } from '../../../src/playground/fake-mail.ts';
import type { MailFault } from '../../../src/playground/fake-mail-session.ts';
import { cardOf, parts } from '../../cards/samples.ts';
import { testWorld } from '../../cast.ts';
import { howToAnswer, kariMail, type MailHouse, mailHouse, someCard, toKari } from './mail-house.ts';

let fake: FakeMail;
let house: MailHouse;

beforeEach(async () => {
  fake = await startFakeMail();
  house = mailHouse(fake.url);
});

afterEach(async () => {
  await fake.close();
  expect(fake.problems).toEqual([]);
  expect(JSON.stringify(house.world.lines)).not.toMatch(/kari|@|Alta/i);
});

const last = () => {
  const mail = fake.messages.at(-1);
  if (!mail) throw new Error('nothing came');
  return mail;
};

test('a card reaches a person, in words and in HTML', async () => {
  const sent = await house.tell();
  expect(sent).toEqual({ kind: 'sent', ref: expect.stringMatching(/^<[\w-]{16}@example\.org>$/) });
  expect(fake.messages).toMatchObject([
    {
      from: 'laget@example.org',
      to: kariMail,
      subject: 'Avstemning 3',
      files: [],
      text: expect.stringContaining('Alta'),
    },
  ]);
  expect(last().html).toContain('<h1');
  expect(Object.fromEntries(last().headers)).toMatchObject({
    from: 'Laget <laget@example.org>',
    to: kariMail,
    date: 'Mon, 11 Jan 2027 08:00:00 +0000',
    'auto-submitted': 'auto-generated',
    'x-auto-response-suppress': 'All',
    'content-language': 'nb',
  });
});

test('the same sending has the same Message-ID and the same bytes, another has others', async () => {
  const first = await house.tell();
  expect(await house.tell()).toEqual(first);
  expect(await house.tell({ key: 'poll|p1:reminder|2' })).not.toEqual(first);
  const [one, two, three] = fake.messages.map(({ raw }) => raw.toString());
  expect(one).toBe(two);
  expect(three).not.toBe(one);
});

test.each(['Samarbeidsforum Troms og Finnmark', 'Forum «Æ», Kárášjohka <x@example.org>', 'a\r\nBcc: x@example.org'])(
  'the network may be named as the sender: %j',
  async sender => {
    await house.tell({}, mailAddress(kariMail, { sender }));
    const parsed = await simpleParser(last().raw);
    expect(parsed.from?.value).toEqual([{ address: 'laget@example.org', name: sender.replace('\r\n', ' ') }]);
    expect(parsed.headers.has('bcc')).toBe(false);
  },
);

describe('what becomes of it', () => {
  const dead: SendResult = { kind: 'gone', why: 'left' };
  const failed: SendResult = { kind: 'failed' };
  const unknown: SendResult = { kind: 'unknown' };

  test.each<[MailFault, SendResult]>([
    [{ at: 'RCPT', reply: '550 5.1.1 No such mailbox' }, dead],
    [{ at: 'RCPT', reply: '553 Not here' }, dead],
    [{ at: 'RCPT', reply: '550 5.7.1 Relaying is not allowed' }, failed],
    [{ at: 'RCPT', reply: '452 4.2.2 Mailbox full' }, failed],
    [{ at: 'connect', reply: '421 4.3.2 Closing' }, failed],
    [{ at: 'connect', reply: '554 Not you' }, failed],
    [{ at: 'MAIL', reply: '550 5.7.60 Not your address' }, failed],
    [{ at: 'DATA', reply: '451 4.3.0 Not now' }, failed],
    [{ at: 'message', reply: '554 5.7.1 It looks like spam' }, failed],
    [{ at: 'message', reply: '421 4.3.2 Closing' }, failed],
    [{ at: 'message', reply: '?' }, unknown],
    [{ at: 'connect', lost: 'before' }, failed],
    [{ at: 'EHLO', lost: 'before' }, failed],
    [{ at: 'MAIL', lost: 'after' }, failed],
    [{ at: 'RCPT', lost: 'after' }, failed],
    [{ at: 'DATA', lost: 'before' }, failed],
    [{ at: 'DATA', lost: 'after' }, failed],
    [{ at: 'message', lost: 'before' }, unknown],
    [{ at: 'message', lost: 'after' }, unknown],
  ])('when %j: %j', async (fault, result) => {
    fake.failNext(fault);
    expect(await house.tell()).toEqual(result);
    expect(fake.messages).toHaveLength(fault.at === 'message' && 'lost' in fault && fault.lost === 'after' ? 1 : 0);
    expect(house.world.lines).toMatchObject([{ level: 'warn', fields: { result: result.kind } }]);
  });

  test.each<[MailFault['at'], SendResult]>([
    ['connect', failed],
    ['RCPT', failed],
    ['message', unknown],
  ])('when the server falls silent at %s: %j', async (at, result) => {
    house = mailHouse(fake.url, { timeoutMs: 200 });
    fake.failNext({ at, afterMs: 3_000 });
    expect(await house.tell()).toEqual(result);
  });

  test('a server that takes its time is waited for', async () => {
    fake.failNext({ at: 'message', afterMs: 300 });
    expect(await house.tell()).toMatchObject({ kind: 'sent' });
  });

  test('a stranger that is to come back later is let in the next time', async () => {
    fake.greylist(kariMail);
    expect(await house.tell()).toEqual(failed);
    expect(await house.tell()).toMatchObject({ kind: 'sent' });
    expect(fake.messages).toHaveLength(1);
  });

  test('a mailbox that is not there is not there for others either, and delays nobody', async () => {
    fake.refuse('ola@kommune.example.org');
    const results = await Promise.all([house.tell({}, mailAddress('ola@kommune.example.org')), house.tell()]);
    expect(results).toMatchObject([dead, { kind: 'sent' }]);
  });

  test('no server at all has failed', async () => {
    await fake.close();
    expect(await house.tell()).toEqual(failed);
    fake = await startFakeMail();
  });

  test('a connection cut in the middle of a large e-mail has failed: the server must forget it', async () => {
    fake.failNext({ at: 'half', lost: 'before' });
    const content = new Uint8Array(16 * 1024 * 1024).fill(120);
    expect(await house.tell({ files: [{ name: 'stor.txt', type: 'text/plain', content }] })).toEqual(failed);
  });
});

test('what may have come before is not sent again: nobody can look', async () => {
  expect(await house.tell({ mayStand: true })).toEqual({ kind: 'unknown' });
  expect(fake.connections).toBe(0);
});

test('nothing stands in an e-mail', async () => {
  const outgoing = { card: someCard, key: 'a', mayStand: false };
  expect(await house.platform.post(toKari, outgoing)).toEqual({ kind: 'gone', why: 'deleted' });
  expect(await house.platform.update(toKari, 'a', someCard)).toEqual({ kind: 'gone', why: 'deleted' });
  expect(fake.connections).toBe(0);
});

test.each([
  '',
  'kari',
  'kari@',
  '@kommune.no',
  'a@b, c@d',
  'a@b>\r\nRCPT TO:<c@d',
  'kari nordmann@kommune.no',
  '"a b"@c',
  `${'x'.repeat(65)}@c`,
])('an address that is none is not tried: %j', async email => {
  expect(await house.tell({}, mailAddress(email))).toEqual({ kind: 'gone', why: 'left' });
  expect(fake.connections).toBe(0);
});

test('an address in letters of its own goes as the mail system writes it', async () => {
  await house.tell({}, mailAddress('post@kåfjord.example.org'));
  expect(last().to).toBe('post@xn--kfjord-iua.example.org');
});

describe('nothing is thrown', () => {
  test('for an address of another’s', async () => {
    expect(await house.tell({}, 'teams|x' as Address)).toEqual({ kind: 'failed' });
  });

  test('for a card that is too large', async () => {
    const card = { ...someCard, parts: [{ kind: 'text', text: 'x'.repeat(50_000) } as const] };
    expect(await house.tell({ card })).toEqual({ kind: 'failed' });
    expect(house.world.lines).toMatchObject([{ level: 'error', fields: { error: 'CardTooLarge' } }]);
  });
});

describe('settings that cannot be used', () => {
  test.each([
    ['smtp.example.org', 'laget@example.org'],
    ['http://smtp.example.org', 'laget@example.org'],
    ['smtp://u:secret@', 'laget@example.org'],
    ['smtp://smtp.example.org', 'Laget'],
    ['smtp://smtp.example.org', ''],
    ['smtp://smtp.example.org', 'a@example.org, b@example.org'],
  ])('%s from %j are told at once, and not repeated', (smtpUrl, from) => {
    const make = () =>
      createMailPlatform({ config: { smtpUrl, from }, world: testWorld(), howToAnswer: () => howToAnswer });
    expect(make).toThrow(/^(?:SMTP_URL is not smtp:\/\/… or smtps:\/\/…|MAIL_FROM is not one address)$/);
  });
});

test('no more connections at once than a mail server allows, and everyone has their turn', async () => {
  const people = Array.from({ length: 20 }, (_, number) => `p${number}@example.org`);
  const results = await Promise.all(people.map(each => house.tell({ key: each }, mailAddress(each))));
  expect(results.every(({ kind }) => kind === 'sent')).toBe(true);
  expect(fake.messages.map(({ to }) => to).toSorted()).toEqual(people.toSorted());
  expect(fake.mostAtOnce).toBe(3);
});

const answerer = { identity: 'mail|abc', networkId: 'n1' } as Answerer;

describe('buttons', () => {
  const card = cardOf(parts.buttons);
  const answerUrl = (who: { identity: string }, { label }: { label: string }, { title }: { title: string }) =>
    label === 'Steng' ? undefined : `https://laget.example.org/answer/${who.identity}/${label.length}/${title.length}`;

  test('lead to where they can be pressed by the one who is written to', async () => {
    house = mailHouse(fake.url, { answerUrl });
    await house.tell({ card }, mailAddress(kariMail, { answerer }));
    expect(last().text).toContain('Ja: https://laget.example.org/answer/mail|abc/2/12\n');
    expect(last().html).toContain('href="https://laget.example.org/answer/mail|abc/2/12"');
    expect(last().text).toContain(howToAnswer);
  });

  test('are left out for one who has no way to answer, who is told how', async () => {
    house = mailHouse(fake.url, { answerUrl });
    await house.tell({ card });
    expect(last().text).not.toMatch(/https|Ja/);
    expect(last().text).toContain(howToAnswer);
  });
});

const invitation = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:møte-1@example.org',
  `SUMMARY:Møte i Kárášjohka ${'å'.repeat(100)}`,
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

describe.each(['REQUEST', 'CANCEL'] as const)('a calendar file, %s', method => {
  test('is an alternative, where Outlook looks, and a file, where others do', async () => {
    await house.tell({ calendar: { method, content: invitation } });
    expect(last().calendar).toEqual({ method, content: invitation.replaceAll('\r\n', '\n') });
    expect(last().files).toMatchObject([{ name: 'invite.ics', type: 'application/ics' }]);
    expect(last().files[0]?.content.toString()).toBe(invitation);
    const raw = last().raw.toString();
    expect(raw).toContain(`\r\nContent-Type: text/calendar; charset=utf-8; method=${method}\r\n`);
    const structure = [...raw.matchAll(/^Content-Type: ([\w/]+)/gm)].map(([, type]) => type);
    expect(structure).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar',
      'application/ics',
    ]);
  });
});

test('files go along as they are, under the names they have', async () => {
  const files = [
    {
      name: 'Referat 3–27 Kárášjohka.docx',
      type: 'application/vnd.openxmlformats',
      content: Uint8Array.from([0, 1, 255]),
    },
    { name: 'a\r\nX-Evil: "1".pdf', type: 'application/pdf', content: new Uint8Array(100_000).fill(10) },
  ];
  await house.tell({ files });
  const parsed = await simpleParser(last().raw);
  expect(
    parsed.attachments.map(({ contentType, content }) => ({ type: contentType, content: [...content.subarray(0, 3)] })),
  ).toEqual([
    { type: 'application/vnd.openxmlformats', content: [0, 1, 255] },
    { type: 'application/pdf', content: [10, 10, 10] },
  ]);
  expect(parsed.attachments[0]?.filename).toBe(files[0]?.name);
  expect(last().files[0]?.name).toBe(files[0]?.name);
  expect(last().files[1]?.content).toHaveLength(100_000);
  expect(last().raw.toString()).not.toMatch(/^X-Evil/m);
});
