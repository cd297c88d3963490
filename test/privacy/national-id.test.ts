import { describe, expect, test } from '@jest/globals';
import { idnr } from '@navikt/fnrvalidator';
import fc from 'fast-check';
import { holdsNationalId } from '../../src/privacy/national-id.ts';
import { syntheticId } from './synthetic-id.ts';

describe('found, all of them synthetic', () => {
  test.each([
    ['15851212369', 'eleven digits'],
    ['Gjelder 15851212377.', 'inside a sentence'],
    ['fnr15851212369x', 'beside letters'],
    ['158512 12385', 'a space before the last five'],
    ['15 85 12 123 93', 'five groups'],
    ['15.85.12-12369', 'dots and a hyphen'],
    ['15/85/12 12369', 'slashes'],
    ['15-85-12–12369', 'an en dash'],
    ['158512 - 12369', 'a hyphen between spaces'],
    ['1 5 8 5 1 2 1 2 3 6 9', 'every digit by itself'],
    ['1.5.8.5.1.2.1.2.3.6.9', 'every digit by itself, with dots'],
    ['158512\u00A012369', 'a no-break space'],
    ['158512\u202F12369', 'a narrow no-break space'],
    ['15\u200B85\u200D12\uFEFF123\u00AD69', 'zero-width characters and a soft hyphen'],
    ['\u202E15851212369\u202C', 'bidirectional controls'],
    ['158512\u000012369', 'a control character'],
    ['158512\n12369', 'a line break'],
    ['født 158512, 12369', 'a comma'],
    ['(158512) 12369', 'brackets'],
    ['*158512* `12369`', 'Markdown'],
    ['<b>158512</b> 12369', 'HTML'],
    ['158512&nbsp;12369', 'an HTML no-break space'],
    ['15.85.2012 12369', 'a year of four digits'],
    ['15852012-12369', 'a year of four digits, without dots'],
    ['１５８５１２１２３６９', 'full-width digits'],
    ['١٥٨٥١٢ ١٢٣٦٩', 'Arabic-Indic digits'],
    ['१५८५१२१२३६९', 'Devanagari digits'],
    ['𝟏𝟓𝟖𝟓𝟏𝟐𝟏𝟐𝟑𝟔𝟗', 'mathematical digits'],
    ['1️⃣5️⃣8️⃣5️⃣1️⃣2️⃣1️⃣2️⃣3️⃣6️⃣9️⃣', 'emoji digits'],
    ['tlf. 99 88 77 66 158512 12369', 'after a telephone number'],
    ['+47 15851212369', 'after a country code'],
    ['01920198739', 'a year above 1999'],
    ['12849900178', 'the year 99'],
    ['55900745604', 'a D-number'],
    ['<tel:15851212369|15851212369>', 'a link Slack made by itself'],
    ['Barn: 15851212369; lærer: 12345678901', 'beside a number that is not one'],
  ])('%s (%s)', text => {
    expect(holdsNationalId(text)).toBe(true);
  });
});

describe('left alone', () => {
  test.each([
    ['', 'nothing'],
    ['Hva er 1 + 1?', 'a question'],
    ['1234 56 78903', 'a bank account whose digits are no date'],
    ['8601.11.17947', 'a bank account with dots'],
    ['NO93 8601 1117 947', 'an IBAN'],
    ['2026/001234-1', 'a case number'],
    ['26/01234-5', 'a short case number'],
    ['974 760 673', 'an organisation number'],
    ['974 760 673 MVA', 'a tax number'],
    ['+47 412 34 567', 'a telephone number'],
    ['78 95 50 00, 78 95 50 01', 'two telephone numbers'],
    ['911 22 333 / 922 33 444', 'two mobile numbers'],
    ['1585121236912', 'thirteen digits that begin with a valid number'],
    ['1215851212369', 'thirteen digits that end with one'],
    ['15851\u200B2123691\u200B2', 'thirteen digits, disguised'],
    ['15851212368', 'a wrong check digit'],
    ['15851212', 'a date alone'],
    ['01.12.2026 9.30', 'a date and a time'],
    ['1.10.2026 10.30', 'a short date and a time'],
    ['01.12.26 9.30-10.15', 'a date and two times'],
    ['2026-12-01 9:30:00', 'a date in ISO form'],
    ['2026-12-01T10:59:59.000Z', 'an instant'],
    ['kr 1 250 000 av 2 500 000', 'money'],
    ['1, 2, 3, 4, 5, 6, 7, 8, 9, 10', 'a list'],
    ['5501, 5503, 5510, 5512', 'municipality numbers'],
  ])('%s (%s)', text => {
    expect(holdsNationalId(text)).toBe(false);
  });

  test('a date and a time at any minute', () => {
    const two = (max: number) => fc.integer({ min: 1, max }).map(part => String(part).padStart(2, '0'));
    fc.assert(
      fc.property(
        two(28),
        two(12),
        fc.integer({ min: 2000, max: 2099 }),
        fc.nat(23),
        two(59),
        (day, month, year, hour, minute) => {
          expect(holdsNationalId(`${day}.${month}.${year} ${hour}.${minute}`)).toBe(false);
          expect(holdsNationalId(`${day}.${month}.${year % 100} kl. ${hour}.${minute}-${hour}.${minute}`)).toBe(false);
        },
      ),
    );
  });

  test('eleven digits that are no valid number', () => {
    const elevenDigits = fc.stringMatching(/^\d{11}$/).filter(digits => idnr(digits).status === 'invalid');
    fc.assert(fc.property(elevenDigits, digits => !holdsNationalId(`sak ${digits}, s. 4`)));
  });
});

describe('any synthetic number', () => {
  const wordsWithoutDigits = fc.string({ unit: 'grapheme' }).map(text => text.replace(/\p{N}/gu, ''));
  const separator = fc.constantFrom('', '', ' ', '-', '/', ' – ', '\u00A0', '\u200B', '\u00AD', '\t', '  ');
  const spellsDate = /\d[/-]\d{1,2}[/-](19|20)\d\d|(19|20)\d\d-\d\d-/;

  test('is found whatever stands between its digits and around it', () => {
    fc.assert(
      fc.property(
        syntheticId,
        fc.array(separator, { minLength: 10, maxLength: 10 }),
        wordsWithoutDigits,
        wordsWithoutDigits,
        (id, separators, before, after) => {
          const spaced = Array.from(id, (digit, place) => digit + (separators[place] ?? '')).join('');
          fc.pre(!spellsDate.test(spaced.replace(/[\u200B\u00AD]/g, '')));
          expect(holdsNationalId(`${before}: ${spaced} ${after}`)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('is found in a text of many numbers', () => {
    fc.assert(
      fc.property(syntheticId, fc.array(fc.nat(), { maxLength: 20 }), (id, numbers) =>
        holdsNationalId([...numbers, id, ...numbers].join(' ')),
      ),
    );
  });
});

test('a hundred thousand characters take less than a second', () => {
  const worst = ['1', '1 ', '1585121236 ', '1. ', '<', '15.85.20', '\u0661'].map(part =>
    part.repeat(100_000 / part.length),
  );
  for (const text of worst) {
    const startedAt = performance.now();
    holdsNationalId(text);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  }
});
