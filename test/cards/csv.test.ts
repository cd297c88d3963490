import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type CsvCell, csv } from '../../cards/csv.ts';

const readBack = (text: string): string[][] =>
  parse(text, { bom: true, delimiter: ';', record_delimiter: '\r\n', relax_column_count: true });

describe('a CSV file', () => {
  test('begins with a byte order mark, has semicolons and ends its lines as RFC 4180 says', () => {
    expect(
      csv(
        ['plass', 'part'],
        [
          [1, 'Kárášjohka'],
          [2, undefined],
        ],
      ),
    ).toBe('\uFEFFplass;part\r\n1;Kárášjohka\r\n2;\r\n');
  });

  test('quotes what would be read as something else', () => {
    expect(csv(['a;b', 'c"d', 'e\nf', 'g,h'], [])).toBe('\uFEFF"a;b";"c""d";"e\nf";"g,h"\r\n');
  });

  test.each([
    '=1+1',
    '+47',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u00A0=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    '−1',
  ])('a formula is disarmed: %j', text => {
    expect(readBack(csv(['a'], [[text]]))[1]).toEqual([`'${text}`]);
  });

  test('numbers stay numbers, also below nought', () => {
    expect(csv(['a', 'b'], [[-12, 3]])).toBe('\uFEFFa;b\r\n-12;3\r\n');
  });

  test('whatever is written is read back, with nothing that a spreadsheet would run', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'=+-@;,"\'\r\n\t aå') }),
    );
    const cell: fc.Arbitrary<CsvCell> = fc.oneof(text, fc.integer(), fc.constant(undefined));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, rows => {
        const read = readBack(csv(['first', 'second'], rows)).slice(1);
        expect(read.map(row => row.length)).toEqual(rows.map(row => row.length));
        for (const [at, row] of rows.entries()) {
          for (const [column, given] of row.entries()) expectHarmless(given, read[at]?.[column] ?? 'no cell');
        }
      }),
    );
  });
});

function expectHarmless(given: CsvCell, read: string): void {
  const text = String(given ?? '');
  expect([text, `'${text}`]).toContain(read);
  if (typeof given !== 'number') expect(read).not.toMatch(/^\s*[=+\-@]/);
}
