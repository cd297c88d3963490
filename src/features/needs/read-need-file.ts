/** Reads a file of needs, each line by itself: a broken one loses no good one. Pure. */
import { holdsNationalId } from '../../privacy/national-id.ts';
import { theMunicipality } from '../../reference/find-municipality.ts';
import { type CsvLine, csvLines, isFilled } from '../networks/csv-lines.ts';
import type { Invited } from './invited.ts';
import { type NeedContent, type NeedField, needFields } from './need-fields.ts';
import {
  type AboutColumn,
  type AmountColumn,
  aboutColumns,
  type NeedFile,
  type NeedFileWords,
  type NeedLine,
  type NeedLineProblem,
  type NeedLineProblemCode,
} from './need-file.ts';
import { tellingFields } from './need-telling.ts';
import type { Round } from './round.ts';
import { fieldsOf } from './save-need.ts';

export const mostNeedRows = 500;

type Asks = Pick<Round, 'form' | 'invited'>;

/**
 * In: a file's text, with a header. Out: the lines that are good, and every problem of those that are not. A column nobody
 * knows is left unread, but a national identity number in it breaks its line all the same.
 */
export function readNeedFile(csv: string, round: Asks, words: NeedFileWords): NeedFile {
  const { lines, problem } = csvLines(csv);
  const [header, ...body] = lines;
  const stops = problem ? [problem] : [];
  if (!header || body.length === 0) {
    return nothing(stops.length > 0 ? stops : [{ code: 'empty-file', line: header?.line ?? 1 }]);
  }
  const known = readHeader(header, round, words);
  if (known.problems.length > 0) return nothing(known.problems);
  const read = body.slice(0, mostNeedRows).map(line => readLine(line, known, round, words));
  const tooMany = body[mostNeedRows];
  const once = withoutRepeats(read.flatMap(({ good }) => good ?? []));
  const bad = [
    ...read.flatMap(({ bad: problems }) => problems),
    ...once.repeated,
    ...(tooMany ? [{ code: 'too-many-rows', line: tooMany.line, max: mostNeedRows } as const] : []),
    ...stops,
  ];
  return {
    good: once.good,
    bad: bad.toSorted((a, b) => a.line - b.line),
    telling: once.good.flatMap(({ line, content }) => tellingFields(content).map(each => ({ ...each, line }))),
  };
}

function nothing(bad: readonly NeedLineProblem[]): NeedFile {
  return { good: [], bad, telling: [] };
}

type Column = NeedField | AboutColumn | AmountColumn;
type Header = {
  readonly columns: readonly (Column | undefined)[];
  readonly width: number;
  readonly problems: readonly NeedLineProblem[];
};

function readHeader({ line, cells }: CsvLine, { form }: Asks, words: NeedFileWords): Header {
  const asked: readonly string[] = [...aboutColumns, ...fieldsOf(form, 'who'), ...fieldsOf(form, 'what')];
  const fields: readonly string[] = form === 'input' ? asked : [...asked, ...fieldsOf(form, 'how')];
  const columns = cells.map(cell => {
    const column = words.columnOf(cell);
    // What the round does not ask for is left unread.
    return typeof column === 'string' ? (fields.includes(column) ? column : undefined) : form === 'need' && column;
  });
  const named = columns.filter(column => typeof column === 'string');
  const repeated = named.find((column, at) => named.indexOf(column) < at);
  const lacks = (['title', 'municipality'] as const).filter(
    column => !named.includes(column) && !(column === 'municipality' && named.includes('party')),
  );
  const problems: readonly NeedLineProblem[] = [
    ...(cells.some(holdsNationalId) ? [{ code: 'national-id', line } as const] : []),
    ...(repeated ? [{ code: 'repeated-column', line, field: repeated } as const] : []),
    ...lacks.map(field => ({ code: 'missing-column', line, field }) as const),
  ];
  return { columns: columns.map(column => column || undefined), width: cells.length, problems };
}

type Read = { readonly good?: NeedLine; readonly bad: readonly NeedLineProblem[] };

function readLine({ line, cells }: CsvLine, { columns, width }: Header, round: Asks, words: NeedFileWords): Read {
  // Told alone: nothing else of the line is looked at, or kept.
  const numbered = columns.findIndex((_, at) => holdsNationalId(cells[at] ?? ''));
  if (numbered >= 0 || holdsNationalId(beside(cells, columns))) {
    const column = columns[numbered];
    return { bad: [{ code: 'national-id', line, ...(typeof column === 'string' && { field: column }) }] };
  }
  const { about, ...cellsOf } = sortedOut(cells, columns);
  const party = partyOf(about, round.invited);
  const read = contentOf(cellsOf, words);
  const bad: readonly NeedLineProblem[] = [
    ...(cells.slice(width).some(isFilled) ? [{ code: 'too-many-cells', line } as const] : []),
    ...('code' in party ? [{ ...party, line }] : []),
    ...(cellsOf.typed.title === undefined ? [{ code: 'required', field: 'title', line } as const] : []),
    ...read.problems.map(problem => ({ ...problem, line })),
  ];
  if (bad.length > 0 || 'code' in party) return { bad };
  const { reference } = about;
  return { good: { line, party: party.key, content: read.content, ...(reference && { reference }) }, bad: [] };
}

/** What is filled in, by what it is. */
function sortedOut(cells: readonly string[], columns: Header['columns']) {
  const about: Partial<Record<AboutColumn, string>> = {};
  const typed: Partial<Record<NeedField, string>> = {};
  const amounts: (AmountColumn & { readonly typed: string })[] = [];
  for (const [at, column] of columns.entries()) {
    const cell = (cells[at] ?? '').trim();
    if (cell === '' || column === undefined) continue;
    if (typeof column === 'object') amounts.push({ ...column, typed: cell });
    else if (isAbout(column)) about[column] = cell;
    else typed[column] = cell;
  }
  return { about, typed, amounts: amountLines(amounts) };
}

function isAbout(column: string): column is AboutColumn {
  return (aboutColumns as readonly string[]).includes(column);
}

/** A number may stand in two cells beside each other; two amounts beside each other are none. */
function beside(cells: readonly string[], columns: Header['columns']): string {
  return cells.filter((_, at) => typeof columns[at] !== 'object' && columns[at] !== 'amounts').join('|');
}

type Told = Omit<NeedLineProblem, 'line'>;

function partyOf({ municipality, party }: Partial<Record<AboutColumn, string>>, invited: readonly Invited[]) {
  const named = party === undefined ? undefined : invited.find(({ name }) => plain(name) === plain(party));
  if (named) return named;
  const words = municipality ?? party;
  if (words === undefined) return { code: 'no-party' } as const satisfies Told;
  const found = theMunicipality(words);
  const [number] = /(?<!\d)\d{4}(?!\d)/.exec(words) ?? [];
  if (!found && municipality === undefined) return { code: 'not-invited', field: 'party' } as const satisfies Told;
  if (!found) return { code: 'unknown-municipality', field: 'municipality', ...(number && { number }) } as const;
  // Else what a private owner has written would become its municipality's.
  const isAnother =
    municipality !== undefined && party !== undefined && theMunicipality(party)?.number !== found.number;
  if (isAnother) return { code: 'not-invited', field: 'party' } as const satisfies Told;
  const meant = invited.find(each => each.municipalityNumber === found.number);
  return meant ?? ({ code: 'not-invited', field: municipality ? 'municipality' : 'party' } as const satisfies Told);
}

function plain(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('nb').replace(/\s+/g, ' ').trim();
}

/** A line for each year. */
function amountLines(amounts: readonly (AmountColumn & { readonly typed: string })[]) {
  const years = [...new Set(amounts.map(({ year }) => year))].toSorted((a, b) => a - b);
  return years.map(year => {
    const of = (to: AmountColumn['to']) => amounts.find(each => each.year === year && each.to === to)?.typed ?? '0';
    return { year, owner: of('owner'), partner: of('partner'), coordination: of('coordination') };
  });
}

/** Every cell by the field's own schema, the same as behind the forms. */
function contentOf({ typed, amounts }: Omit<ReturnType<typeof sortedOut>, 'about'>, words: NeedFileWords) {
  const problems: Told[] = [];
  const values: Record<string, unknown> = {};
  const cells = (Object.entries(typed) as [NeedField, string][]).map(
    ([field, cell]) => [field, asTyped(field, cell, words)] as const,
  );
  for (const [field, given] of [...cells, ...(amounts.length > 0 ? [['amounts', amounts] as const] : [])]) {
    if (given === undefined) {
      problems.push({ code: 'unknown-word', field });
      continue;
    }
    const parsed = needFields[field].safeParse(given);
    if (parsed.success) values[field] = parsed.data;
    else problems.push(problemOf(field, parsed.error.issues));
  }
  // Each field is parsed already; taken together they are a need's content.
  return { problems, content: values as NeedContent };
}

/** Which are chosen from, and may be named in words; the rest is read as it stands. */
const chosen: ReadonlySet<NeedField> = new Set([
  'kind',
  'ownerType',
  'sectors',
  'privateOwners',
  'themes',
  'analysisBasis',
  'anchoring',
  'targetGroups',
  'levels',
  'partnerState',
  'wantsStatped',
  'from',
  'to',
]);
const severalChosen: ReadonlySet<NeedField> = new Set([
  'sectors',
  'themes',
  'analysisBasis',
  'anchoring',
  'targetGroups',
  'levels',
]);

/** «31.01.2027» */
const dayWritten = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;

function asTyped(field: NeedField, cell: string, words: NeedFileWords): string | readonly string[] | undefined {
  if (severalChosen.has(field)) {
    const codes = severalIn(field, cell, words);
    return codes.includes(undefined) ? undefined : codes.flatMap(code => code ?? []);
  }
  if (chosen.has(field)) return words.codeOf(field, cell);
  const [, day = '', month = '', year] = (field === 'anchoredOn' && dayWritten.exec(cell)) || [];
  return year === undefined ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The whole may be one name; else names apart by semicolons, lines or commas, the last perhaps by a word. */
function severalIn(field: NeedField, cell: string, words: NeedFileWords): readonly (string | undefined)[] {
  const whole = words.codeOf(field, cell);
  if (whole !== undefined) return [whole];
  return cell
    .split(/[;,|\n]/)
    .filter(isFilled)
    .flatMap(part => {
      const code = words.codeOf(field, part);
      const [one, other] = code === undefined ? lastTwo(field, part, words) : [];
      return one && other ? [one, other] : [code];
    });
}

/** «skole og PPT»: «og» may stand in a name too, so each place is tried. */
function lastTwo(field: NeedField, part: string, words: NeedFileWords): readonly (string | undefined)[] {
  const ands = [...part.matchAll(/\s(?:og|and|ja)\s/giu)];
  const pairs = ands.map(({ index, 0: and }) =>
    [part.slice(0, index), part.slice(index + and.length)].map(each => words.codeOf(field, each)),
  );
  return pairs.find(([one, other]) => one && other) ?? [];
}

const cellProblems = [
  'national-id',
  'too-short',
  'too-long',
  'too-many',
  'not-a-number',
  'negative',
  'not-whole',
  'too-much',
  'required',
] as const satisfies readonly NeedLineProblemCode[];

type Issue = { readonly message: string; readonly params?: Readonly<Record<string, unknown>> | undefined };

function problemOf(field: NeedField, issues: readonly object[]): Told {
  const [issue] = issues as readonly Issue[];
  const code = cellProblems.find(known => known === issue?.message) ?? 'invalid';
  const { max, min } = issue?.params ?? {};
  return {
    code,
    field,
    ...(typeof max === 'number' && { max }),
    ...(code === 'too-short' && typeof min === 'number' && { min }),
  };
}

/** A party's need is known by its title: of two the later line is named. */
function withoutRepeats(lines: readonly NeedLine[]) {
  const seen = new Set<string>();
  const repeated: NeedLineProblem[] = [];
  const good = lines.filter(({ line, party, content }) => {
    const name = `${party}|${plain(content.title ?? '')}`;
    if (seen.has(name)) repeated.push({ code: 'repeated-need', line, field: 'title' });
    return seen.size < seen.add(name).size;
  });
  return { good, repeated };
}
