/**
 * Finds Norwegian national identity numbers in free text: fødselsnummer, D-, H- and synthetic numbers, also by the
 * rules of 2032 (https://skatteetaten.github.io/folkeregisteret-api-dokumentasjon/nytt-fodselsnummer-fra-2032/).
 */
import { idnr } from '@navikt/fnrvalidator';

/** What people put inside a number without meaning that it ends. */
const loose = String.raw`[ \t.\/_·•\u2212\p{Pd}]`;

/** Eleven digits however they are spaced, beginning and ending where the digits do: thirteen in a row are not eleven. */
const elevenDigits = new RegExp(String.raw`(?<!\d)(?=(\d(?:${loose}{0,3}\d){10})(?!\d))`, 'gu');

/** A date of birth, the year in two digits or four, then five digits, with any punctuation or line break between. */
const dateAndFive = new RegExp(
  String.raw`(?<!\d)(?=(\d\d${loose}{0,3}\d\d${loose}{0,3})(?:18|19|20)?(\d\d[^\p{L}\p{N}]{1,5}\d{5})(?!\d))`,
  'gu',
);

/** «01.12.2026 9.30» has eleven digits too, the first eight of them a date. */
const fullDate = /(?<!\d)(?:\d{1,2}[./-] ?\d{1,2}[./-] ?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)/gu;

/** «01.12.26 9.30-10.15»: nobody writes the last five digits as hours and minutes. */
const clockTime = /(?<!\d)\d{1,2}\.[0-5]\d(?!\d)/u;

/** In: any text, as typed. Out: whether a valid national identity number stands in it, in any of the ways people write one. */
export function holdsNationalId(text: string): boolean {
  const plain = plainDigits(text);
  return (
    written(plain, dateAndFive).some(isNationalId) ||
    written(plain.replace(fullDate, '|'), elevenDigits).some(
      candidate => !endsInClock(candidate) && isNationalId(candidate),
    )
  );
}

function written(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, ...parts]) => parts.join(''));
}

function isNationalId(candidate: string): boolean {
  return idnr(candidate.replace(/\D/g, '')).status === 'valid';
}

function endsInClock(candidate: string): boolean {
  const [, lastFive = ''] = /((?:\d\D*){5})$/u.exec(candidate) ?? [];
  return clockTime.test(lastFive);
}

/** The text with what a reader cannot see taken out, every script's digits as 0-9, and mark-up as a space. */
function plainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Me}]|(?![\t\n\r])\p{Cc}/gu, '')
    .replace(/<\/?[a-z]+ ?\/?>|&(?:nbsp|#160|#xa0);/giu, ' ')
    .replace(/[^\P{Nd}0-9]/gu, digitValue);
}

/** Unicode keeps the ten digits of a script together in order, so a digit's value is its distance from the first. */
function digitValue(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let zero = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(codePoint - zero);
}
