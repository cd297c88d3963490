import { describe, expect, test } from '@jest/globals';
import { modalErrors } from '../../cards/block-kit.ts';
import { plainText } from '../../cards/plain-text.ts';
import { expectGolden } from './expect-golden.ts';
import { cardOf, fields, formOf, parts } from './samples.ts';

describe('every part', () => {
  test.each(Object.entries(parts))('%s', (name, part) => expectGolden(`part-${name}`, cardOf(part)));

  test('together', () => expectGolden('card', cardOf(...Object.values(parts))));
});

describe('every field', () => {
  test.each(Object.entries(fields))('%s', (name, field) =>
    expectGolden(`field-${name.replaceAll(' ', '-')}`, formOf(field)),
  );

  test('together', () => expectGolden('form', formOf(...Object.values(fields))));
});

test('in words', () => {
  expect(plainText(cardOf(...Object.values(parts)))).toBe(`Avstemning 3
Skal forumet møtes i Alta?

Svar for virksomheten din.
Skal forumet møtes i Alta?
Åpen avstemning, ett svar
Frist: mandag 1. februar kl. 23.59
Har svart: 11 av 16
★ Ja: 7 stemmer
Nei: 4 stemmer
Vet ikke: ingen stemmer
• Kárášjohka – har ikke svart
• Alta kommune
✓ Svaret er registrert.
ℹ Svaret kan endres til fristen.
⚠ Avstemningen er stengt.

[Ja] [Nei] [Vet ikke] [Mitt svar] [Utsett] [Steng]
Har svart. Alle inviterte: 12 av 41 (29 %), Har ikke begynt 29.
Sakspapirer: https://example.org/sak/1?side=2`);
});

test('a modal is told its errors by field', () => {
  expect(modalErrors(formOf(fields.text, fields.wrong))).toEqual({ wrong: 'Skriv høyst 80 tegn.' });
});
