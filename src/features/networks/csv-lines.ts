/** Cuts a file of cells into lines, as spreadsheets write and paste them. Pure. */
import { CsvError, parse } from 'csv-parse/sync';

/** @property line as an editor counts: the first is 1 */
export type CsvLine = { readonly line: number; readonly cells: readonly string[] };

export type CsvProblem = { readonly code: 'unreadable-file' | 'open-quote'; readonly line: number };

/**
 * In: a file's text. Out: its lines that hold anything, and what stopped the reading: nothing is read of a file whose
 * characters are lost, and nothing from where a quote opens and never closes.
 */
export function csvLines(csv: string): { readonly lines: readonly CsvLine[]; readonly problem?: CsvProblem } {
  const text = csv.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lost = text.search(/[\uFFFD\0]/);
  if (lost >= 0) {
    return { lines: [], problem: { code: 'unreadable-file', line: text.slice(0, lost).split('\n').length } };
  }
  const lines: CsvLine[] = [];
  let next = 1;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[], { lines: last }) => {
        const line = last - cells.join('').split('\n').length + 1;
        next = last + 1;
        if (cells.some(isFilled)) lines.push({ line, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { lines, problem: { code: 'open-quote', line: next } };
  }
  return { lines };
}

export function isFilled(cell: string): boolean {
  return cell.trim() !== '';
}

/** Spreadsheets in Norwegian write semicolons, those in English commas, and what is pasted from one has tabs. */
function delimiterOf(text: string): string {
  const header = text.split('\n').find(line => line.trim() !== '') ?? '';
  const often = (mark: string) => header.split(mark).length;
  return [';', ',', '\t'].reduce((best, mark) => (often(mark) > often(best) ? mark : best));
}
