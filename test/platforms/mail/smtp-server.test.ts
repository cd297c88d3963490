import { describe, expect, test } from '@jest/globals';
import { smtpServer } from '../../../src/platforms/mail/smtp-server.ts';

const tls = { requireTLS: true, ignoreTLS: false };
const plain = { requireTLS: false, ignoreTLS: true };

test.each([
  ['smtps://smtp.example.org', { host: 'smtp.example.org', port: 465, secure: true, ...tls }],
  ['smtp://smtp.example.org', { host: 'smtp.example.org', port: 587, secure: false, ...tls }],
  ['smtp://smtp.example.org:25', { host: 'smtp.example.org', port: 25, secure: false, ...tls }],
  ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, secure: false, ...plain }],
  ['smtp://localhost', { host: 'localhost', port: 587, secure: false, ...plain }],
  ['smtp://[::1]:2525', { host: '::1', port: 2525, secure: false, ...plain }],
  ['smtps://localhost', { host: 'localhost', port: 465, secure: true, ...tls }],
  ['smtp://127.0.0.1.example.org', { host: '127.0.0.1.example.org', port: 587, secure: false, ...tls }],
  ['smtp://localhost.example.org', { host: 'localhost.example.org', port: 587, secure: false, ...tls }],
  ['smtp://10.0.0.1', { host: '10.0.0.1', port: 587, secure: false, ...tls }],
  [
    'smtp://mail.example.org?ignoreTLS=true&secure=false',
    { host: 'mail.example.org', port: 587, secure: false, ...tls },
  ],
])('%s', (url, server) => {
  expect(smtpServer(url)).toEqual(server);
});

test('a login may hold any character', () => {
  expect(smtpServer('smtps://laget%40example.org:p%3A%2F%25@smtp.example.org').login).toEqual({
    user: 'laget@example.org',
    pass: 'p:/%',
  });
});

describe('what is no mail server is refused, and not repeated', () => {
  test.each(['', 'smtp.example.org', 'https://u:secret@example.org', 'smtp://', 'smtp://u:secret@', 'smtp:u:secret'])(
    '%j',
    url => {
      expect(() => smtpServer(url)).toThrow(/^SMTP_URL is not smtp:\/\/… or smtps:\/\/…$/);
    },
  );
});
