import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Card } from '../../cards/card.ts';
import { type Answering, mailOf } from '../../cards/html-mail.ts';
import { CardTooLarge } from '../../cards/limits.ts';
import { pollCard } from '../../cards/polls/poll-card.ts';
import { speak } from '../../src/texts/speak.ts';
import { anyCard } from './any-card.ts';
import { openFormal, shownPoll } from './every-card-polls.ts';
import { nastyTexts } from './nasty-texts.ts';
import { said } from './said.ts';
import { cardOf, parts } from './samples.ts';

const howToAnswer = 'Svar i Teams eller Slack.';
const linked: Answering = { howToAnswer, answerUrl: ({ intent }) => `https://laget.example/answer/${intent.type}?a&b` };

/** What a person reads of HTML; every `>` of theirs is written as an entity, so tags end where they seem to. */
function readText(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<br>/g, '\n')
    .replace(/<img [^>]*\balt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (_all, name: string) => entities[name] ?? `?${name}?`);
}

/** Sent as the platform sends it, and read again by another library. */
async function throughTheWire(card: Card, answering: Answering = linked) {
  const mail = mailOf(card, answering);
  const composer = new MailComposer({ ...mail, from: 'laget@example.org', to: 'kari@example.org' });
  return { mail, parsed: await simpleParser(await composer.compile().build()) };
}

function expectGolden(name: string, text: string): void {
  const path = new URL(`./golden/${name}`, import.meta.url);
  if (!existsSync(path)) {
    writeFileSync(path, text);
    throw new Error(`golden ${name}: written now; read it and run again`);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
}

describe.each(['nb', 'nn'] as const)('in %s', language => {
  const card = pollCard(shownPoll(openFormal), speak(language, 'Europe/Oslo'));

  test.each(['html', 'text'] as const)('an open poll’s %s', form => {
    expectGolden(`mail-poll-open-${language}.${form === 'html' ? 'html' : 'txt'}`, mailOf(card, linked)[form]);
  });
});

test('every part, in HTML', () =>
  expectGolden('mail-parts.html', mailOf(cardOf(...Object.values(parts)), linked).html));

test('any card is a valid e-mail, and its words come back letter by letter', async () => {
  await fc.assert(
    fc.asyncProperty(anyCard, async card => {
      const { mail, parsed } = await throughTheWire(card);
      expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(parsed.subject ?? '').toBe(mail.subject);
      expect([...parsed.headers.keys()].toSorted()).toEqual(
        ['content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'].filter(
          name => name !== 'subject' || mail.subject !== '',
        ),
      );
      const read = readText(mail.html);
      for (const words of said(card).flatMap(text => text.split(/\r\n?|\n/))) expect(read).toContain(words);
      expect(parsed.html).toBe(mail.html);
      for (const words of said(card)) expect(parsed.text).toContain(words.replace(/\r\n?/g, '\n').trim());
    }),
    { numRuns: 200 },
  );
});

test.each(nastyTexts)('%s is read as it was written', async text => {
  const { parsed, mail } = await throughTheWire({ ...cardOf({ kind: 'text', text }), title: text });
  expect(mail.html).not.toMatch(/<(?:script|b|at)\b/);
  expect(readText(mail.html).split(text)).toHaveLength(3 + (mail.subject === text ? 1 : 0));
  expect(parsed.subject).toBe(text.replace(/\s+/g, ' '));
});

test.each(['a\r\nBcc: x@example.org', 'a\nb', 'a\rb', 'a\u2028b', 'a\u0085b', 'a\u0000b', '\r\n\r\n<script>'])(
  'no title makes a header of its own: %j',
  async title => {
    const { mail, parsed } = await throughTheWire({ ...cardOf(), title });
    expect(mail.subject).toMatch(/^[^\p{Cc}\u2028\u2029]+$/u);
    expect(parsed.headers.has('bcc')).toBe(false);
    expect(parsed.subject).toBe(mail.subject);
  },
);

test('buttons are links to where they can be pressed', () => {
  const { html, text } = mailOf(cardOf(parts.buttons), linked);
  expect(html).toContain('<a href="https://laget.example/answer/poll.cast?a&amp;b"');
  expect(text).toContain('Ja: https://laget.example/answer/poll.cast?a&b\nNei: ');
  expect(html + text).not.toContain(howToAnswer);
});

test('buttons that cannot be pressed anywhere are left out, and it is said once how to answer', () => {
  const { html, text } = mailOf(cardOf(parts.buttons, parts.text, parts.buttons), { howToAnswer });
  expect(text.split(howToAnswer)).toHaveLength(2);
  expect(readText(html).split(howToAnswer)).toHaveLength(2);
  expect(text).not.toContain('Utsett');
  expect(mailOf(cardOf(parts.text), { howToAnswer }).text).not.toContain(howToAnswer);
});

test('is whole with images off, and without scripts and anything else from elsewhere', () => {
  const { picture, ...others } = parts;
  expect(mailOf(cardOf(picture), linked).html).toMatch(
    /<img src="https:\/\/[^"]*" alt="Har svart\. [^"]*\." width="360" style="max-width:100%;[^"]*">/,
  );
  const { html } = mailOf(cardOf(...Object.values(others)), linked);
  expect(html).toMatch(/^<!doctype html>\n<html lang="nb">/);
  expect(html).not.toMatch(/<(?:img|script|link|iframe|form|input|object)\b|url\(|@import|\son\w+=/i);
});

test('what a chat would not take is not sent as e-mail either', () => {
  expect(() => mailOf(cardOf({ kind: 'text', text: 'x'.repeat(4000) }), linked)).toThrow(CardTooLarge);
  expect(() => mailOf(cardOf({ ...parts.link, url: 'javascript:alert(1)' }), linked)).toThrow(/link/);
});
