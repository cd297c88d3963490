/** The words that a file of needs is read by: what the forms call the fields and their choices, in every language. */
import { choicesFor } from '../../../cards/needs/need-words.ts';
import { type NeedField, needFields } from '../../features/needs/need-fields.ts';
import type { AboutColumn, AmountColumn, NeedFileWords } from '../../features/needs/need-file.ts';
import type { OwnTerms } from '../../features/networks/own-terms.ts';
import { plainWord } from '../../features/networks/roster-columns.ts';
import { aboutColumnWords, amountColumnWords } from '../../texts/need-file-words.ts';
import { type Speech, speak } from '../../texts/speak.ts';

const speeches = (['nb', 'nn', 'en'] as const).map(language => speak(language, 'UTC'));
const fields = Object.keys(needFields) as NeedField[];

const columns = new Map<string, NeedField | AboutColumn>([
  ...Object.entries(aboutColumnWords).flatMap(([column, words]) =>
    words.map(word => [plainWord(word), column as AboutColumn] as const),
  ),
  ...fields.map(field => [plainWord(field), field] as const),
  ...speeches.flatMap(({ say }) => fields.map(field => [plainWord(say.need.labels[field]), field] as const)),
]);

const months = new Map(
  speeches.flatMap(({ month }) => Array.from({ length: 12 }, (_, at) => [plainWord(month(at + 1)), at + 1] as const)),
);

/** @param terms the network's own words; what has one is known by its usual name too */
export function needFileWords(terms: OwnTerms = {}): NeedFileWords {
  const named = [...speeches.map(speech => ({ ...speech, terms })), ...speeches];
  return {
    columnOf: header => columns.get(plainWord(header)) ?? amountColumn(header),
    codeOf: (field, words) => (field === 'from' || field === 'to' ? monthIn(words) : codeIn(field, words, named)),
  };
}

/** «Eier 2027» */
function amountColumn(header: string): AmountColumn | undefined {
  const [year] = /(?<!\d)20\d\d(?!\d)/.exec(header) ?? [];
  const words = header.split(/[^\p{L}]+/u).map(plainWord);
  const to = (Object.keys(amountColumnWords) as AmountColumn['to'][]).find(each =>
    amountColumnWords[each].some(word => words.includes(plainWord(word))),
  );
  return year !== undefined && to ? { year: Number(year), to } : undefined;
}

function codeIn(field: NeedField, words: string, named: readonly Speech[]): string | undefined {
  const meant = plainWord(words);
  return named
    .flatMap(speech => [...choicesFor(field, speech)])
    .find(([code, name]) => plainWord(name) === meant || plainWord(code) === meant)?.[0];
}

/** «2027-08», «08.2027», «august 2027» */
function monthIn(words: string): string | undefined {
  const [, isoYear, isoMonth] = /^(\d{4})-(\d{1,2})(?:-\d\d)?$/.exec(words) ?? [];
  const [, month = isoMonth, year = isoYear] = /^(\d{1,2})[./]\s?(\d{4})$/.exec(words) ?? [];
  const [, name = '', yearNamed] = /^(\p{L}+)\.?\s+(\d{4})$/u.exec(words) ?? [];
  const at = month ?? months.get(plainWord(name));
  const of = year ?? yearNamed;
  return at === undefined || of === undefined ? undefined : `${of}-${String(at).padStart(2, '0')}`;
}
