import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { needCsv } from '../../cards/needs/need-csv.ts';
import { needTable } from '../../cards/needs/need-table.ts';
import { needWorkbook } from '../../cards/needs/need-workbook.ts';
import { needFileWords } from '../../src/bot/needs/need-file-words.ts';
import { readNeedFile } from '../../src/features/needs/read-need-file.ts';
import { languages } from '../../src/features/networks/network.ts';
import { speak } from '../../src/texts/speak.ts';
import { nastyTexts } from './nasty-texts.ts';
import { exampleSet, threeGiven } from './need-set-example.ts';

const wholeLanguages = ['nb', 'nn', 'en'] as const;
const nb = speak('nb', 'Europe/Oslo');
const bundled = exampleSet(threeGiven, { bundled: [0, 2] });

function csvOf(set: ReturnType<typeof exampleSet>, speech = nb): readonly (readonly string[])[] {
  return parse(needCsv(set, speech), { delimiter: ';', bom: true });
}

async function sheetOf(set: ReturnType<typeof exampleSet>, speech = nb) {
  const [sheet] = await readWorkbook(Buffer.from(needWorkbook(set, speech)), { trim: false });
  return sheet?.data ?? [];
}

/** A row as its cells by their columns' names. */
function named(rows: readonly (readonly unknown[])[], at: number): Readonly<Record<string, unknown>> {
  const [header = [], ...others] = rows;
  return Object.fromEntries(header.map((title, column) => [String(title), others[at]?.[column]]));
}

describe('the table of a set', () => {
  test('has a row for each need in the order of the set; those of a bundle stand together and name it', () => {
    const rows = csvOf(bundled);
    expect(rows.slice(1).map(row => row.slice(0, 4))).toEqual([
      ['BM-2027-0001', '1: Felles plan for overganger i nord', 'Tromsø kommune', 'Tromsø kommune'],
      ['BM-2027-0003', '1: Felles plan for overganger i nord', 'Tromsø kommune', 'Kárášjohka – Karasjok kommune'],
      ['BM-2027-0002', '', 'Senja kommune', 'Senja kommune'],
    ]);
    expect(named(rows, 0)).toMatchObject({
      Status: 'Slått sammen med andre i nettverket',
      Sendt: '2027-01-29 12:20',
      Sektorer: 'barnehage; PP-tjenesten',
      'Virksomheter som deltar': 'Solneset skole\nReinen barnehage\nPPT for Tromsø',
      '2027: til eier': '200000',
      '2029: til koordinering': '0',
      'Søkt om til sammen': '2100000',
      'Første måned': '2027-08',
    });
    expect(named(rows, 2)).toMatchObject({ 'Tatt imot for sent': 'Sykdom på kontoret.', '2027: til eier': '' });
  });

  test('asks no more of an innspill than its form does', () => {
    const [header = []] = csvOf(exampleSet(threeGiven, { form: 'input' }));
    expect(header).toContain('Målgruppe');
    expect(header.some(title => /eier$|Partner|Søkt/.test(title))).toBe(false);
  });

  test.each(languages)('is the same in both files (%s)', async language => {
    const speech = speak(language, 'Europe/Oslo');
    const { columns, rows } = needTable(bundled, speech);
    const read = await sheetOf(bundled, speech);
    expect(read[0]).toEqual(columns.map(({ title }) => title));
    expect(read.slice(1)).toEqual(rows.map(row => row.map(cell => (cell === '' ? null : (cell ?? null)))));
    expect(csvOf(bundled, speech)).toEqual([
      columns.map(({ title }) => title),
      ...rows.map(row => row.map(cell => String(cell ?? ''))),
    ]);
    const titles = columns.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(wholeLanguages)('can be taken in again as it was given out (%s)', language => {
    const single = exampleSet();
    const file = readNeedFile(needCsv(single, speak(language, 'Europe/Oslo')), single.round, needFileWords());
    expect(file.bad).toEqual([]);
    const contents = single.entries.map(({ content: { amounts, levels, ...content } }) => ({
      ...content,
      ...(amounts?.length && { amounts }),
      ...(levels?.length && { levels }),
    }));
    expect(file.good.map(({ content }) => content)).toEqual(contents);
    expect(file.good.map(({ party }) => party)).toEqual(single.entries.map(({ responsible }) => responsible.key));
  });

  test('may be empty, of one need, or of a need with two hundred who take part', async () => {
    expect(csvOf(exampleSet([]))).toHaveLength(1);
    expect(await sheetOf(exampleSet([]))).toHaveLength(1);
    expect(await sheetOf(exampleSet(threeGiven.slice(0, 1)))).toHaveLength(2);
    const participants = Array.from({ length: 200 }, (_, at) => `Skole ${at}`);
    const many = exampleSet([{ party: 'kommune|5501', content: { participants } }]);
    expect(named(await sheetOf(many), 0)['Virksomheter som deltar']).toBe(participants.join('\n'));
  });
});

describe('the workbook', () => {
  test('holds numbers as numbers and texts as texts, and keeps its head in sight', async () => {
    const workbook = needWorkbook(bundled, nb);
    const row = named(await sheetOf(bundled), 0);
    expect(row['2028: til partner']).toBe(300_000);
    expect(row['Kommunenummer']).toBe('5501');
    const sheet = partOf(workbook, 'xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).not.toContain('<f>');
    expect(partOf(workbook, 'xl/styles.xml')).toContain('wrapText="1"');
  });

  test('is the same bytes for the same set', async () => {
    expect(needWorkbook(bundled, nb)).toEqual(needWorkbook(bundled, nb));
  });

  test('keeps what people write as they wrote it, whatever a spreadsheet would make of it', async () => {
    const texts = [
      ...['=1+1', '+47 77 00 00 00', '-5', '@SUM(A1)', '＝1', 'č đ ŋ å ø', 'a & b < c > "d"', '  mellom  '],
      'Å'.repeat(3000),
      ...nastyTexts,
    ];
    const given = texts.map(title => ({ party: 'kommune|5501', content: { title } }));
    const rows = await sheetOf(exampleSet(given));
    expect(texts.map((_, at) => named(rows, at)['Tittel'])).toEqual(texts);
  });

  test('writes no character by its number that nobody wrote', async () => {
    const workbook = needWorkbook(exampleSet([{ party: 'kommune|5501', content: { title: 'a_x0041_' } }]), nb);
    // As the standard has it (ECMA-376, 22.4.2.4): read as it was written, and not as «aA».
    expect(partOf(workbook, 'xl/sharedStrings.xml')).toContain('<t>a_x005F_x0041_</t>');
  });
});

function partOf(workbook: Uint8Array, name: string): string {
  const part = unzipSync(workbook)[name];
  return part ? strFromU8(part) : '';
}
