/** The same code against a mail server that others wrote, over TLS and with a login; and what is said where TLS fails. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { startFakeMail } from '../../../src/playground/fake-mail.ts';
import { localhostCertificate } from './localhost-certificate.ts';
import { kariMail, mailHouse } from './mail-house.ts';

const trustedBefore = getCACertificates('default');
let heard: string[];
let received: ParsedMail[];
let servers: SMTPServer[];

/** @param isSecure TLS from the first byte */
async function listen(isSecure: boolean): Promise<number> {
  const server = new SMTPServer({
    ...localhostCertificate,
    secure: isSecure,
    onConnect(_session, done) {
      heard.push('connect');
      done();
    },
    onAuth({ username, password }, session, done) {
      heard.push(`auth ${session.secure}`);
      if (username === 'laget' && password === 'a b@:/') done(null, { user: username });
      else done(new Error('no'));
    },
    onData(stream, _session, done) {
      void simpleParser(stream).then(mail => {
        received.push(mail);
        done();
      });
    },
  });
  server.on('error', () => {});
  servers.push(server);
  const listening = server.listen(0, '0.0.0.0');
  await once(listening, 'listening');
  return (listening.address() as AddressInfo).port;
}

beforeEach(() => {
  heard = [];
  received = [];
  servers = [];
  setDefaultCACertificates([...trustedBefore, localhostCertificate.cert]);
});

afterEach(async () => {
  setDefaultCACertificates(trustedBefore);
  await Promise.all(servers.map(server => new Promise<void>(resolve => server.close(resolve))));
});

const login = 'laget:a%20b%40%3A%2F';

test.each([
  ['from the start', 'smtps', 'localhost', true],
  ['by STARTTLS', 'smtp', '0.0.0.0', false],
] as const)('TLS %s, a login, and the e-mail is read as it was written', async (_how, scheme, host, isSecure) => {
  const house = mailHouse(`${scheme}://${login}@${host}:${await listen(isSecure)}`);
  const sent = await house.tell({
    calendar: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nX:å\r\nEND:VCALENDAR\r\n' },
  });
  expect(heard).toEqual(['connect', 'auth true']);
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({
    messageId: sent.kind === 'sent' ? sent.ref : '',
    subject: 'Avstemning 3',
    text: expect.stringContaining('Frist: mandag 1. februar kl. 23.59'),
    html: expect.stringContaining('<html lang="nb">'),
    attachments: [{ contentType: 'text/calendar' }, { contentType: 'application/ics', filename: 'invite.ics' }],
  });
  expect(received[0]?.to).toMatchObject({ text: kariMail });
});

test.each([
  ['smtps', 'localhost', true],
  ['smtp', '0.0.0.0', false],
] as const)('a certificate nobody vouches for is not spoken to (%s)', async (scheme, host, isSecure) => {
  setDefaultCACertificates(trustedBefore);
  const house = mailHouse(`${scheme}://${login}@${host}:${await listen(isSecure)}?tls.rejectUnauthorized=false`);
  expect(await house.tell()).toEqual({ kind: 'failed' });
  expect([heard.filter(each => each !== 'connect'), received]).toEqual([[], []]);
});

test('a wrong password has failed, and is not in the log', async () => {
  const house = mailHouse(`smtps://laget:secret@localhost:${await listen(true)}`);
  expect(await house.tell()).toEqual({ kind: 'failed' });
  expect(house.world.lines).toMatchObject([{ level: 'warn', fields: { code: 'EAUTH', responseCode: 535 } }]);
  expect(JSON.stringify(house.world.lines)).not.toMatch(/secret|kari/);
});

test('a server elsewhere that has no TLS is told nothing', async () => {
  const fake = await startFakeMail('0.0.0.0');
  const house = mailHouse(fake.url.replace('smtp://', `smtp://${login}@`));
  expect(await house.tell()).toEqual({ kind: 'failed' });
  expect(fake.messages).toEqual([]);
  // What it does not know is what it was asked for: to speak TLS.
  expect(fake.problems).toEqual(['STARTTLS was answered 500 5.5.1 Unknown command']);
  await fake.close();
});
