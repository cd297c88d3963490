/** What a round has brought, on the few pages that a meeting reads: for those beside the secretariat too. */
import type { Coverage } from '../../src/features/needs/coverage.ts';
import { amountsSummed, totalAsked } from '../../src/features/needs/need-money.ts';
import type { NeedSet, SetEntry } from '../../src/features/needs/need-set.ts';
import type { CoverageShown } from '../../src/features/needs/round-coverage.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import { documentFile } from '../documents/document-file.ts';
import { type Block, fact, heading, paragraphs, table, words } from '../documents/document-parts.ts';
import { widePage } from '../documents/document-styles.ts';
import { needName, periodText, roundWords, thousands } from './need-words.ts';
import { type CountedShown, totalsParts } from './round-totals.ts';
import { countyName, ownerTypeName } from './round-words.ts';

export type SetOverview = {
  /** The network's name. */
  readonly network: string;
  readonly set: NeedSet;
  readonly coverage: CoverageShown;
  /** By the entries' keys, where they were ranked. */
  readonly rank?: ReadonlyMap<string, number> | undefined;
  /** When the deadline is over: as everyone may see them. */
  readonly counted?: CountedShown | undefined;
  /** When it was read. */
  readonly at: Instant;
};

/**
 * The bytes of a .docx, on its side. Of each entry only what it is called, who answers for it, when, and what it asks for:
 * what was ticked, such as target groups, could tell of a few. The same input gives the same bytes.
 */
export function setOverview(overview: SetOverview, speech: Speech): Promise<Uint8Array> {
  const { network, set, coverage, counted, at } = overview;
  const { round } = set;
  const { say, language, when } = speech;
  const { overview: texts } = say.needFiles;
  const { page, pageOf } = say.agenda.document;
  const title = texts.title(round.number);
  return documentFile({
    language,
    title: `${title} – ${network}`,
    edge: [network, texts.edge(round.number)],
    page: [`${page} `, ` ${pageOf} `],
    madeAt: at,
    isWide: true,
    blocks: [
      heading(1, title),
      ...paragraphs(network, 'Lead'),
      fact(texts.scheme, words(roundWords(round, speech))),
      fact(texts.deadline, words(when(round.closesAt))),
      fact(texts.answered, words(texts.answeredOf(coverage.all.answered, coverage.all.invited))),
      heading(2, texts.entries),
      ...entryBlocks(overview, speech),
      heading(2, texts.coverage),
      heading(3, texts.county),
      coverageTable(texts.county, coverage.byCounty, code => countyName(code, speech), speech),
      heading(3, texts.ownerType),
      coverageTable(texts.ownerType, coverage.byOwnerType, code => ownerTypeName(code, speech), speech),
      ...(counted ? totalsBlocks(counted, speech) : []),
      ...paragraphs(texts.asOf(when(at)), 'Quiet'),
    ],
  });
}

type Column = {
  readonly title: string;
  readonly width: number;
  readonly isNumber?: boolean;
  readonly cell: (entry: SetEntry) => string;
  readonly sum?: string;
};

function entryBlocks({ set, rank }: SetOverview, speech: Speech): readonly Block[] {
  const { overview: texts } = speech.say.needFiles;
  if (set.entries.length === 0) return paragraphs(texts.noEntries);
  const asksMoney = set.round.form === 'need';
  const named: readonly Column[] = [
    ...(rank
      ? [{ title: texts.rank, width: 6, cell: ({ key }: SetEntry) => String(rank.get(key) ?? texts.none) }]
      : []),
    { title: texts.reference, width: 13, cell: entry => referenceOf(entry, speech) },
    { title: texts.responsible, width: 10, cell: ({ responsible }) => responsible.name },
    { title: texts.what, width: 13, cell: ({ content }) => content.title ?? texts.none },
  ];
  const columns = asksMoney ? [...named, periodColumn(speech), ...moneyColumns(set, speech)] : named;
  const rows = set.entries.map(entry => columns.map(({ cell }) => cell(entry)));
  const sum = columns.map(({ title, sum: own }) => own ?? (title === texts.reference ? texts.total : ''));
  return [
    ...(asksMoney ? paragraphs(texts.kroner, 'Quiet') : []),
    table(columns, rows, { textWidth: widePage.textWidth, ...(asksMoney && { sum }) }),
  ];
}

function referenceOf({ bundle, needs }: SetEntry, speech: Speech): string {
  const names = needs.map(need => needName(need, speech));
  return bundle ? [speech.say.set.bundle(bundle.number), ...names].join('\n') : names.join('\n');
}

function periodColumn(speech: Speech): Column {
  const { period, none } = speech.say.needFiles.overview;
  return { title: period, width: 9, cell: ({ content }) => periodText(content, speech) ?? none };
}

/** Each sum is that of the cells above it. */
function moneyColumns({ entries }: NeedSet, speech: Speech): readonly Column[] {
  const { none, sum } = speech.say.needFiles.overview;
  const total = amountsSummed(entries.flatMap(({ content }) => content.amounts ?? []));
  const column = (title: string, asked: (content: SetEntry['content']) => number): Column => ({
    title,
    width: 9.5,
    isNumber: true,
    cell: ({ content }) => (content.amounts ? thousands(asked(content)) : none),
    sum: thousands(asked({ amounts: [...total] })),
  });
  return [
    ...total.map(({ year }) =>
      column(String(year), ({ amounts = [] }) => totalAsked({ amounts: amounts.filter(each => each.year === year) })),
    ),
    column(sum, totalAsked),
  ];
}

function coverageTable(
  group: string,
  groups: ReadonlyMap<string, Coverage>,
  nameOf: (code: string) => string,
  { say }: Speech,
): Block {
  const { overview: texts } = say.needFiles;
  const columns = [
    { title: group, width: 3 },
    { title: texts.answered, width: 1, isNumber: true },
    { title: texts.invited, width: 1, isNumber: true },
  ];
  return table(
    columns,
    [...groups].map(([code, { answered, invited }]) => [nameOf(code), thousands(answered), thousands(invited)]),
    { textWidth: widePage.textWidth / 2 },
  );
}

/** Every list whole: on paper nothing is a press away. What could tell of one party is left out as it is in the chat. */
function totalsBlocks(counted: CountedShown, speech: Speech): readonly Block[] {
  const { totals } = speech.say;
  const parts = totalsParts(counted, speech, Number.POSITIVE_INFINITY);
  return [
    heading(2, totals.button),
    ...parts.flatMap((part, at): readonly Block[] => {
      if (part.kind === 'list') {
        const above = parts[at - 1];
        const title = above?.kind === 'text' ? above.text : totals.button;
        const columns = [
          { title, width: 2 },
          { title: totals.chosenBy, width: 1, isNumber: true },
        ];
        const rows = part.items.map(({ label, value = '' }) => [label, value]);
        return [heading(3, title), table(columns, rows, { textWidth: widePage.textWidth / 2 })];
      }
      if (part.kind !== 'text') throw new Error(`Totals as ${part.kind} have no place on paper`);
      // The name of the list that comes next heads it.
      if (parts[at + 1]?.kind === 'list') return [];
      return paragraphs(part.text, part.weight === 'subtle' ? 'Quiet' : undefined);
    }),
  ];
}
