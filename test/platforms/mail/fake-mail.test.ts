/** The fake mail server is as strict as it says: what it takes without a problem, others take too. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FakeMail, startFakeMail } from '../../../src/playground/fake-mail.ts';
import { readMail } from '../../../src/playground/fake-mail-message.ts';

let fake: FakeMail;

beforeEach(async () => {
  fake = await startFakeMail();
});

afterEach(() => fake.close());

/** Says one thing after another, each after the reply to the last. */
async function speak(...said: readonly string[]): Promise<readonly string[]> {
  const socket = connect(Number(new URL(fake.url).port), '127.0.0.1').setEncoding('latin1');
  const replies: string[] = [];
  const hear = async () => {
    const [reply] = await once(socket, 'data');
    replies.push(String(reply).trim().slice(0, 3));
  };
  await hear();
  for (const each of said) {
    socket.write(each, 'latin1');
    await hear();
  }
  socket.destroy();
  return replies;
}

const head = [
  'From: <a@example.org>',
  'To: <b@example.org>',
  'Date: Mon, 11 Jan 2027 08:00:00 +0000',
  'Message-ID: <1@example.org>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
];
const letter = (lines: readonly string[], body = 'Hei') => `${lines.join('\r\n')}\r\n\r\n${body}\r\n.\r\n`;
const envelope = ['EHLO x\r\n', 'MAIL FROM:<a@example.org>\r\n', 'RCPT TO:<b@example.org>\r\n', 'DATA\r\n'] as const;

test('an e-mail by the book is taken, its dots and all', async () => {
  const replies = await speak(...envelope, letter(head, '..\r\n..x\r\nslutt'), 'NOOP\r\n', 'RSET\r\n', 'QUIT\r\n');
  expect(replies).toEqual(['220', '250', '250', '250', '354', '250', '250', '250', '221']);
  expect(fake.problems).toEqual([]);
  expect(fake.messages).toMatchObject([{ from: 'a@example.org', to: 'b@example.org', text: '.\n.x\nslutt\n' }]);
});

describe('what is said in the wrong place or the wrong way', () => {
  test.each<[string, readonly string[], string]>([
    ['MAIL before EHLO', ['MAIL FROM:<a@example.org>\r\n'], '503'],
    ['RCPT before MAIL', ['EHLO x\r\n', 'RCPT TO:<b@example.org>\r\n'], '503'],
    ['DATA before RCPT', ['EHLO x\r\n', 'MAIL FROM:<a@example.org>\r\n', 'DATA\r\n'], '503'],
    ['MAIL twice', ['EHLO x\r\n', 'MAIL FROM:<a@b>\r\n', 'MAIL FROM:<a@b>\r\n'], '503'],
    ['RCPT after RSET', [...envelope.slice(0, 3), 'RSET\r\n', 'RCPT TO:<b@example.org>\r\n'], '503'],
    ['a space before the address', ['EHLO x\r\n', 'MAIL FROM: <a@example.org>\r\n'], '501'],
    ['no brackets', ['EHLO x\r\n', 'MAIL FROM:a@example.org\r\n'], '501'],
    ['what was not offered', ['EHLO x\r\n', 'MAIL FROM:<a@example.org> SMTPUTF8\r\n'], '555'],
    ['an unknown word', ['HELP\r\n'], '500'],
  ])('%s', async (_what, said, last) => {
    expect((await speak(...said)).at(-1)).toBe(last);
    expect(fake.problems).toHaveLength(1);
  });

  test.each([
    ['a line that ends in LF', 'NOOP\n'],
    ['a line that is too long', `NOOP ${'x'.repeat(600)}\r\n`],
  ])('%s', async (_what, said) => {
    await speak(said);
    expect(fake.problems).toEqual(['a command line that is not one']);
  });
});

describe('an e-mail that is not as it should be', () => {
  test.each<[string, string]>([
    ['no date', letter(head.filter(line => !line.startsWith('Date')))],
    ['no message-id', letter(head.filter(line => !line.startsWith('Message')))],
    ['To twice', letter([...head, 'To: <c@example.org>'])],
    ['From is not whom it came from', letter(['From: <x@example.org>', ...head.slice(1)])],
    ['a header without a name', letter([...head, 'hm'])],
    ['a line that ends in one of CR and LF alone', letter(head, 'a\nb')],
    ['a line of more than 998 characters', letter(head, 'x'.repeat(999))],
    ['a byte that is not ASCII, or nothing', letter(head, 'å')],
    [
      'parts without an end',
      letter([...head.slice(0, 5), 'Content-Type: multipart/mixed; boundary=b'], '--b\r\n\r\nx'),
    ],
  ])('%s', async (problem, said) => {
    await speak(...envelope, said);
    expect(fake.problems).toEqual([problem]);
  });
});

test('words in headers, names of files and every encoding are read', () => {
  const read = readMail(
    Buffer.from(
      [
        ...head.slice(0, 5),
        'Subject: =?UTF-8?Q?M=C3=B8te_i?=',
        ' =?UTF-8?B?IEvDoXLDocWham9oa2E=?=',
        'Content-Type: multipart/mixed; boundary="b"',
        '',
        '--b',
        'Content-Type: text/html; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        '<p>=C3=A5 =',
        'og</p>',
        '--b',
        'Content-Type: application/x; name=a',
        'Content-Transfer-Encoding: base64',
        "Content-Disposition: attachment; filename*0*=utf-8''M%C3%B8; filename*1*=te.x",
        '',
        'AAH/',
        '--b--',
        '',
      ].join('\r\n'),
    ),
  );
  expect(read).toMatchObject({ subject: 'Møte i Kárášjohka', html: '<p>å og</p>', problems: [] });
  expect(read.files).toEqual([{ name: 'Møte.x', type: 'application/x', content: Buffer.from([0, 1, 255]) }]);
});
