/** What a round has brought as one table, whatever file it goes into: the same columns in the same order. */
import type { Need } from '../../src/features/needs/need.ts';
import { fieldsOfInput, type NeedContent, type NeedField, needFields } from '../../src/features/needs/need-fields.ts';
import { totalAsked, type YearAmount } from '../../src/features/needs/need-money.ts';
import type { NeedSet, SetEntry } from '../../src/features/needs/need-set.ts';
import type { RoundForm } from '../../src/features/needs/round.ts';
import { formatForTable } from '../../src/texts/format-time.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { CsvCell } from '../csv.ts';
import { choicesFor } from './need-words.ts';
import { countyName } from './round-words.ts';

/** @property width in characters. @property isNumber an amount or a count, never a number that only names */
export type NeedTableColumn = { readonly title: string; readonly width: number; readonly isNumber: boolean };

export type NeedTable = {
  readonly columns: readonly NeedTableColumn[];
  readonly rows: readonly (readonly CsvCell[])[];
};

type Row = { readonly entry: SetEntry; readonly need: Need };
type Column = NeedTableColumn & { readonly cell: (row: Row) => CsvCell };

/** A row for each need, in the order of the set: one that was bundled stands with the others of its bundle, and names it. */
export function needTable({ round, entries }: NeedSet, speech: Speech): NeedTable {
  const parties = new Map(round.invited.map(party => [party.key, party]));
  const { columns: texts } = speech.say.needFiles;
  const { states } = speech.say.need;
  const partyOf = ({ need }: Row) => parties.get(need.partyKey);
  const all: readonly Column[] = [
    text(texts.reference, 15, ({ need }) => need.reference),
    text(texts.bundle, 24, ({ entry: { bundle } }) => bundle && texts.bundleOf(bundle.number, bundle.title)),
    text(texts.responsible, 24, ({ entry }) => entry.responsible.name),
    text(texts.party, 24, row => partyOf(row)?.name),
    text(texts.municipalityNumber, 10, row => partyOf(row)?.municipalityNumber),
    text(texts.county, 14, row => countyOf(partyOf(row)?.county, speech)),
    text(texts.state, 22, ({ need }) => states[need.state]),
    text(texts.sent, 17, ({ need }) => sentAt(need, speech)),
    text(texts.late, 30, ({ need }) => need.late?.reason),
    ...fieldsIn(round.form).flatMap(field => columnsOf(field, entries, speech)),
  ];
  const rows = entries.flatMap(entry => entry.needs.map(need => all.map(({ cell }) => cell({ entry, need }))));
  return { columns: all.map(({ title, width, isNumber }) => ({ title, width, isNumber })), rows };
}

function text(title: string, width: number, cell: Column['cell']): Column {
  return { title, width, isNumber: false, cell };
}

function amount(title: string, cell: Column['cell']): Column {
  return { title, width: 13, isNumber: true, cell };
}

export function fieldsIn(form: RoundForm): readonly NeedField[] {
  return form === 'input' ? fieldsOfInput : (Object.keys(needFields) as NeedField[]);
}

function countyOf(code: string | undefined, speech: Speech): string | undefined {
  return code === undefined ? undefined : countyName(code, speech);
}

function sentAt({ history }: Need, { zone }: Speech): string | undefined {
  const at = history.findLast(({ step }) => step === 'submit')?.at;
  return at && formatForTable(at, zone);
}

const recipients = ['owner', 'partner', 'coordination'] as const satisfies readonly (keyof YearAmount)[];

/** One for each field, under the name it has in the form; for the amounts one for each year and who is to have them. */
function columnsOf(field: NeedField, entries: readonly SetEntry[], speech: Speech): readonly Column[] {
  const { say } = speech;
  if (field !== 'amounts') {
    const isNumber = numberFields.has(field);
    const title = say.need.labels[field];
    const names = choicesFor(field, speech);
    return [{ title, width: widthOf(field), isNumber, cell: ({ need }) => fieldCell(field, need.content, names) }];
  }
  const { columns: texts } = say.needFiles;
  const years = new Set(entries.flatMap(({ content }) => content.amounts ?? []).map(({ year }) => year));
  const ofYear = ({ amounts = [] }: NeedContent, year: number) => amounts.find(each => each.year === year);
  return [
    ...[...years]
      .toSorted((one, other) => one - other)
      .flatMap(year =>
        recipients.map(recipient =>
          amount(texts.amount[recipient](year), ({ need }) => ofYear(need.content, year)?.[recipient]),
        ),
      ),
    amount(texts.asked, ({ need: { content } }) => content.amounts && totalAsked(content)),
  ];
}

const numberFields: ReadonlySet<NeedField> = new Set(['participantCount', 'coFunding', 'priority']);
const longFields: ReadonlySet<NeedField> = new Set(['description', 'goal', 'plannedMeasure']);

function widthOf(field: NeedField): number {
  if (numberFields.has(field)) return 13;
  return longFields.has(field) ? 60 : 28;
}

/** Several stand apart by what none of them holds: the lines they were typed on, or semicolons between names of ours. */
function fieldCell(field: NeedField, content: NeedContent, names: ReadonlyMap<string, string>): CsvCell {
  const value = content[field];
  if (value === undefined || typeof value === 'number') return value;
  if (field === 'participants' || field === 'links') return [value].flat().join('\n');
  if (typeof value === 'boolean') return names.get(value ? 'yes' : 'no');
  return [value]
    .flat()
    .map(each => names.get(String(each)) ?? String(each))
    .join('; ');
}
