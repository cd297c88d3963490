/** A need, or several made one, as a document for Word: all it holds and all that was done with it. For those who handle it. */
import { explainedLacks } from '../../src/features/needs/explained-lacks.ts';
import type { Need } from '../../src/features/needs/need.ts';
import { fieldsOfInput, fieldsOnPage, type NeedContent, type NeedField } from '../../src/features/needs/need-fields.ts';
import { totalAsked, type YearAmount } from '../../src/features/needs/need-money.ts';
import type { SetEntry } from '../../src/features/needs/need-set.ts';
import type { Round } from '../../src/features/needs/round.ts';
import type { MemberId } from '../../src/features/networks/network.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import { documentFile } from '../documents/document-file.ts';
import { type Block, bulletList, fact, heading, paragraphs, table, words } from '../documents/document-parts.ts';
import { historyLines } from './history-lines.ts';
import { codeNames, fieldWords, needName, periodText, roundWords, thousands } from './need-words.ts';

export type NeedInDocument = {
  /** The network's name. */
  readonly network: string;
  readonly round: Round;
  /** Empty for those who are gone. */
  readonly nameOf: (id: MemberId) => string;
};

/** The bytes of a .docx for one line of the set. */
export function entryDocument(entry: SetEntry, shown: NeedInDocument, speech: Speech): Promise<Uint8Array> {
  const [only] = entry.needs;
  return only && !entry.bundle ? needDocument(only, shown, speech) : bundleDocument(entry, shown, speech);
}

/** The bytes of a .docx for one need; also while it is a draft. */
export function needDocument(need: Need, shown: NeedInDocument, speech: Speech): Promise<Uint8Array> {
  const title = `${speech.say.need.card[need.form]} ${needName(need, speech)}`;
  return document(title, [need], shown, speech, [
    heading(1, title),
    ...paragraphs(need.content.title ?? speech.say.need.start.untitled, 'Lead'),
    ...needBlocks(need, shown, speech, 2),
  ]);
}

function bundleDocument(entry: SetEntry, shown: NeedInDocument, speech: Speech): Promise<Uint8Array> {
  const { document: texts } = speech.say.needFiles;
  const { card } = speech.say.need;
  const { responsible, needs, content, bundle } = entry;
  const title = speech.say.set.bundle(bundle?.number ?? 0);
  const { participantCount } = content;
  return document(title, needs, shown, speech, [
    heading(1, title),
    ...paragraphs(content.title ?? '', 'Lead'),
    ...facts([
      [texts.responsible, responsible.name],
      [card.scheme, roundWords(shown.round, speech)],
      [texts.origins, speech.list(needs.map(need => needName(need, speech)))],
      [card.period, periodText(content, speech)],
      [texts.participants, participantCount === undefined ? undefined : thousands(participantCount)],
    ]),
    ...(content.amounts ? [heading(2, texts.amounts), amountTable(content, speech)] : []),
    ...needs.flatMap(need => [
      heading(2, `${needName(need, speech)}: ${need.content.title ?? speech.say.need.start.untitled}`),
      ...needBlocks(need, shown, speech, 3),
    ]),
  ]);
}

function document(
  title: string,
  needs: readonly Need[],
  { network, round }: NeedInDocument,
  { language, say }: Speech,
  blocks: readonly Block[],
): Promise<Uint8Array> {
  const { page, pageOf } = say.agenda.document;
  return documentFile({
    language,
    title: `${title} – ${network}`,
    edge: [network, say.needFiles.overview.edge(round.number)],
    page: [`${page} `, ` ${pageOf} `],
    madeAt: lastDone(needs) ?? round.madeAt,
    blocks,
  });
}

function lastDone(needs: readonly Need[]): Instant | undefined {
  const all = needs.flatMap(({ startedAt, pages, history }) => [
    startedAt,
    ...Object.values(pages).map(({ savedAt }) => savedAt),
    ...history.map(({ at }) => at),
  ]);
  return all.toSorted().at(-1);
}

type Level = 2 | 3;
const below = { 2: 3, 3: 4 } as const;

const pages = ['who', 'what', 'how'] as const;

function needBlocks(need: Need, shown: NeedInDocument, speech: Speech, level: Level): readonly Block[] {
  const { card, states, pages: pageNames } = speech.say.need;
  const { document: texts } = speech.say.needFiles;
  const { round } = shown;
  const party = round.invited.find(({ key }) => key === need.partyKey)?.name;
  const sentAt = need.history.findLast(({ step }) => step === 'submit')?.at;
  return [
    ...facts([
      [card.party, party],
      [card.scheme, roundWords(round, speech)],
      [card.state, states[need.state]],
      [texts.sent, sentAt && speech.when(sentAt)],
    ]),
    ...(need.late ? paragraphs(texts.late(need.late.reason), 'Quiet') : []),
    ...(need.form === 'input'
      ? fieldBlocks(fieldsOfInput, need.content, speech, level)
      : pages.flatMap(page => {
          const blocks = fieldBlocks(fieldsOnPage[page], need.content, speech, below[level]);
          return blocks.length > 0 ? [heading(level, pageNames[page]), ...blocks] : [];
        })),
    ...explained(need, round, speech, level),
    heading(level, texts.history),
    historyTable(need, shown, party ?? '', speech),
  ];
}

function facts(all: readonly (readonly [label: string, value: string | undefined])[]): readonly Block[] {
  return all.flatMap(([label, value]) => (value ? [fact(label, words(value))] : []));
}

function fieldBlocks(
  fields: readonly NeedField[],
  content: NeedContent,
  speech: Speech,
  level: 2 | 3 | 4,
): readonly Block[] {
  return fields.flatMap(field => {
    const blocks = field === 'title' ? [] : valueBlocks(field, content, speech);
    return blocks.length > 0 ? [heading(level, speech.say.need.labels[field]), ...blocks] : [];
  });
}

function valueBlocks(field: NeedField, content: NeedContent, speech: Speech): readonly Block[] {
  if (field === 'amounts') return content.amounts?.length ? [amountTable(content, speech)] : [];
  if (field === 'participants' || field === 'links') return bulletList((content[field] ?? []).map(words));
  return paragraphs(fieldWords(field, content, speech) ?? '');
}

const recipients = ['owner', 'partner', 'coordination'] as const satisfies readonly (keyof YearAmount)[];

function amountTable(content: NeedContent, { say }: Speech): Block {
  const { document: texts } = say.needFiles;
  const { amounts = [] } = content;
  const sumOf = (recipient: (typeof recipients)[number]) => amounts.reduce((sum, amount) => sum + amount[recipient], 0);
  const columns = [
    { title: texts.year, width: 1.5 },
    ...recipients.map(recipient => ({ title: texts.recipients[recipient], width: 2, isNumber: true })),
    { title: texts.sum, width: 2, isNumber: true },
  ];
  const rows = amounts.map(amount => [
    String(amount.year),
    ...recipients.map(recipient => thousands(amount[recipient])),
    thousands(totalAsked({ amounts: [amount] })),
  ]);
  const sum = [texts.sum, ...recipients.map(recipient => thousands(sumOf(recipient))), thousands(totalAsked(content))];
  return table(columns, rows, { sum });
}

function explained(need: Need, round: Round, speech: Speech, level: Level): readonly Block[] {
  const { document: texts } = speech.say.needFiles;
  const lacks = explainedLacks(need, round);
  if (lacks.length === 0) return [];
  return [
    heading(level, texts.explained),
    ...lacks.flatMap(({ lack, of, reason }) => {
      const what = typeof of === 'object' ? speech.list(codeNames('sectors', of, speech)) : String(of ?? '');
      return [heading(below[level], texts.lacks[lack](what)), ...paragraphs(reason)];
    }),
  ];
}

function historyTable(need: Need, { nameOf }: NeedInDocument, party: string, speech: Speech): Block {
  const { document: texts } = speech.say.needFiles;
  const who = (id: MemberId) => nameOf(id) || speech.say.need.someone;
  const columns = [
    { title: texts.when, width: 3 },
    { title: texts.what, width: 4 },
    { title: texts.why, width: 3 },
  ];
  const lines = historyLines(need, party, who, speech);
  return table(
    columns,
    lines.map(({ words: what, at, reason = '' }) => [speech.when(at), what, reason]),
  );
}
