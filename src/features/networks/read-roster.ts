/** Reads a roster's file into rows, or names every bad line. Pure. */
import { done, type Outcome, refused } from '../../outcome.ts';
import { type FreeTextProblem, freeText } from '../../privacy/free-text.ts';
import { holdsNationalId } from '../../privacy/national-id.ts';
import { type CsvLine, csvLines, isFilled } from './csv-lines.ts';
import type { RosterProblem, RosterProblemCode, RosterRow } from './roster.ts';
import { emailKey, peopleOf } from './roster.ts';
import { columnOf, neededColumns, plainWord, type RosterColumn } from './roster-columns.ts';
import { readMemberRow, readSeatRow } from './roster-row.ts';

export const mostRosterRows = 500;

/** In: a file's text. Out: its rows, or every problem in it by line; there are no rows while there is a problem. */
export function readRoster(csv: string): Outcome<readonly RosterRow[], readonly RosterProblem[]> {
  const { lines, problem } = csvLines(csv);
  if (problem) return refused([problem]);
  const [header, ...body] = lines;
  if (!header || body.length === 0) return refused([{ code: 'empty-file', line: header?.line ?? 1 }]);
  if (body.length > mostRosterRows) return refused([{ code: 'too-many-rows', line: body[mostRosterRows]?.line ?? 1 }]);
  const known = readHeader(header);
  if (!known.ok) return known;
  const read = body.map(line => readLine(line, known.value));
  const rows = read.flatMap(each => (each.ok ? each.value : []));
  const problems = [
    ...read.flatMap(each => (each.ok ? [] : each.refusal)),
    ...repeatedSeats(rows),
    ...emailsOfTwo(rows),
  ];
  return problems.length === 0 ? done(rows) : refused(problems.toSorted((a, b) => a.line - b.line));
}

type Header = { readonly width: number; readonly columns: ReadonlyMap<RosterColumn, number> };

function readHeader({ line, cells }: CsvLine): Outcome<Header, readonly RosterProblem[]> {
  const columns = new Map<RosterColumn, number>();
  const problems: RosterProblem[] = [];
  for (const [index, cell] of cells.entries()) {
    const column = columnOf(cell);
    if (column && columns.has(column)) problems.push({ code: 'repeated-column', line, column });
    if (column) columns.set(column, index);
  }
  for (const column of neededColumns) {
    if (!columns.has(column)) problems.push({ code: 'missing-column', line, column });
  }
  if (isNumbered(cells)) problems.push({ code: 'national-id', line });
  return problems.length === 0 ? done({ width: cells.length, columns }) : refused(problems);
}

/** A number may stand in a column we do not read, or in two beside each other: the file is kept until it is applied. */
function isNumbered(cells: readonly string[]): boolean {
  return cells.some(holdsNationalId) || holdsNationalId(cells.join('|'));
}

function readLine({ line, cells }: CsvLine, { width, columns }: Header): Outcome<RosterRow, readonly RosterProblem[]> {
  const problems: RosterProblem[] = [];
  const wrong = (code: RosterProblemCode, column?: RosterColumn): undefined => {
    const isNamed = column && problems.some(problem => problem.column === column);
    if (!isNamed) problems.push({ code, line, ...(column && { column }) });
  };
  const raw = (column: RosterColumn) => cells[columns.get(column) ?? -1] ?? '';
  const text = (column: RosterColumn, max: number) => {
    const read = freeText({ min: 0, max }).safeParse(raw(column));
    if (read.success) return read.data;
    wrong(
      read.error.issues[0]?.message === ('national-id' satisfies FreeTextProblem) ? 'national-id' : 'too-long',
      column,
    );
    return '';
  };
  if (cells.slice(width).some(isFilled)) wrong('too-many-cells');
  const read = isFilled(raw('seat')) || isFilled(raw('party')) ? readSeatRow : readMemberRow;
  const row = read(line, { text, wrong });
  if (isNumbered(cells) && !problems.some(({ code }) => code === 'national-id')) wrong('national-id');
  return row && problems.length === 0 ? done(row) : refused(problems);
}

/** What is right in each line and wrong between two: the later line is named. */
function repeatedSeats(rows: readonly RosterRow[]): readonly RosterProblem[] {
  const seen = new Set<number>();
  return rows.flatMap(row => {
    if (row.kind !== 'seat') return [];
    if (seen.has(row.number)) return [{ code: 'repeated-seat', line: row.line, column: 'seat' }];
    seen.add(row.number);
    return [];
  });
}

function emailsOfTwo(rows: readonly RosterRow[]): readonly RosterProblem[] {
  const names = new Map<string, string>();
  return rows.flatMap(row => {
    const addressed = peopleOf(row).flatMap(({ name, email }) =>
      email ? [{ name: plainWord(name), key: emailKey(email) }] : [],
    );
    const isTaken = addressed.some(({ name, key }) => (names.get(key) ?? name) !== name);
    for (const { name, key } of addressed) names.set(key, name);
    return isTaken ? [{ code: 'email-of-two', line: row.line }] : [];
  });
}
