import { type Municipality, municipalities } from './municipalities.ts';

type Entry = {
  readonly municipality: Municipality;
  readonly numbers: readonly string[];
  readonly names: readonly Name[];
};
type Name = { readonly exact: string; readonly plain: string };

/** From the surest way a name can be meant to the loosest. */
const nameRanks: ReadonlyArray<(name: Name, asked: Name) => boolean> = [
  (name, asked) => name.exact === asked.exact,
  (name, asked) => name.plain === asked.plain,
  (name, asked) => name.plain.startsWith(asked.plain),
  (name, asked) => name.plain.split(/[ -]/).some(word => word.startsWith(asked.plain)),
  (name, asked) => asked.plain.length > 2 && name.plain.includes(asked.plain),
];

/** Up to here the whole name is meant. */
const wholeNameRank = 1;

/** Letters Unicode does not take apart into a base and a mark. */
const baseLetters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', đ: 'd', ŋ: 'n', ŧ: 't' };

const entries: readonly Entry[] = municipalities.map(municipality => ({
  municipality,
  numbers: [municipality.number, ...(municipality.formerNumbers ?? [])],
  names: [...municipality.names, ...(municipality.otherNames ?? [])].map(asName),
}));

/**
 * In: a number, old or new, or any name or part of one, with or without the word for municipality, as a person writes it.
 * Out: the municipalities it may mean, the surest first; a number in the text decides alone.
 */
export function findMunicipality(query: string): readonly Municipality[] {
  return ranked(query).map(({ municipality }) => municipality);
}

/** In: the same. Out: the one municipality whose number or whole name this is; none where two share it. */
export function theMunicipality(query: string): Municipality | undefined {
  const [found, ...others] = ranked(query).filter(({ rank }) => rank <= wholeNameRank);
  return others.length === 0 ? found?.municipality : undefined;
}

type Ranked = { readonly municipality: Municipality; readonly rank: number };

function ranked(query: string): readonly Ranked[] {
  const number = /(?<!\d)\d{4}(?!\d)/.exec(query)?.[0];
  if (number !== undefined) return byNumber(number).map(municipality => ({ municipality, rank: 0 }));
  const asked = query
    .split(/\s[-–—]\s|[/,;]/)
    .map(withoutKind)
    .filter(Boolean)
    .map(asName);
  return entries
    .map(entry => ({ municipality: entry.municipality, rank: rankOf(entry, asked) }))
    .filter(({ rank }) => rank < nameRanks.length)
    .sort((one, other) => one.rank - other.rank);
}

function byNumber(number: string): readonly Municipality[] {
  const current = municipalities.filter(municipality => municipality.number === number);
  if (current.length > 0) return current;
  return entries.filter(({ numbers }) => numbers.includes(number)).map(({ municipality }) => municipality);
}

function rankOf({ names }: Entry, asked: readonly Name[]): number {
  const rank = nameRanks.findIndex(means => names.some(name => asked.some(part => means(name, part))));
  return rank === -1 ? nameRanks.length : rank;
}

/** «Karasjok kommune». The Sámi genitive, «Kárášjoga gielda», is not undone. */
function withoutKind(text: string): string {
  return text.replace(/(^|\s)(kommune|gielda|suohkan|tjïelte|komuuni)(?=\s|$)/giu, ' ').trim();
}

function asName(text: string): Name {
  const exact = text.normalize('NFC').toLocaleLowerCase('nb').replace(/\s+/g, ' ').trim();
  return { exact, plain: withoutDiacritics(exact) };
}

function withoutDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[æøđŋŧ]/g, letter => baseLetters[letter] ?? letter);
}
