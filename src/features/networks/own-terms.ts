/** A network's own words beside the field's: new names for what is chosen from lists, and what it has added. Pure. */
import { z } from 'zod';
import { done, type Outcome, refused } from '../../outcome.ts';
import { type VocabularyName, vocabularies, vocabulary } from '../../reference/vocabulary.ts';

const ownList = z.object({
  /** Of the field's words, by code. */
  renamed: z.record(z.string(), z.string()).default({}),
  /** In the order they came; none is ever taken out, since needs bear their codes. Hidden is offered no more. */
  added: z.array(z.object({ code: z.string(), name: z.string(), isHidden: z.boolean().default(false) })).default([]),
});
export type OwnList = z.infer<typeof ownList>;

export const ownTerms = z.partialRecord(z.enum(vocabularies), ownList);
export type OwnTerms = z.infer<typeof ownTerms>;

export const mostAdded = 20;
/** What a select shows whole in both chats. */
export const mostInName = 50;
const noneOwn: OwnList = { renamed: {}, added: [] };

export function ownIn(terms: OwnTerms | undefined, list: VocabularyName): OwnList {
  return terms?.[list] ?? noneOwn;
}

/** Every code that may stand in a need of the network, what is offered no more among them. */
export function everyCode(terms: OwnTerms | undefined, list: VocabularyName): readonly string[] {
  return [...vocabulary[list], ...ownIn(terms, list).added].map(({ code }) => code);
}

/** As it was written: a line for each. */
type TermChange =
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'add' | 'hide'; readonly name: string };

export type TermRefusal =
  | { readonly code: 'no-such-term'; readonly field: 'lines'; readonly words: string }
  | { readonly code: 'term-taken'; readonly field: 'lines'; readonly words: string }
  /** Only what the network has added itself can be taken away. */
  | { readonly code: 'term-not-own'; readonly field: 'lines'; readonly words: string }
  | { readonly code: 'term-too-long'; readonly field: 'lines'; readonly words: string; readonly most: number }
  | { readonly code: 'too-many-terms'; readonly field: 'lines'; readonly most: number };

/**
 * In: a list's own words, and lines parted by line breaks or semicolons: «traumer = traumebevisst praksis» gives a new
 * name and «traumer =» the usual one again, «mobbing» adds, «- mobbing» is offered no more. Out: the list as it is then; the
 * same lines once more change nothing.
 * @param codeOf the code of the network's nth own word; the same for ever
 */
export function changedTerms(
  list: VocabularyName,
  own: OwnList,
  lines: string,
  codeOf: (nth: number) => string,
): Outcome<OwnList, TermRefusal> {
  let changed = own;
  for (const line of lines.split(/[;\n]/).map(each => each.trim())) {
    if (line === '') continue;
    const one = changedBy(list, changed, readLine(line.replace(quoted, '$1').trim()), codeOf);
    if (!one.ok) return one;
    changed = one.value;
  }
  return done(changed);
}

/** As help writes it. */
const quoted = /^[«“"](.*)[»”"]$/u;

function readLine(line: string): TermChange {
  const [, hidden] = /^[-–−]\s*(.*)$/u.exec(line) ?? [];
  if (hidden !== undefined) return { kind: 'hide', name: hidden };
  const at = line.indexOf('=');
  if (at < 0) return { kind: 'add', name: line };
  return { kind: 'rename', from: line.slice(0, at).trim(), to: line.slice(at + 1).trim() };
}

type CodeOf = (nth: number) => string;
type Changed = Outcome<OwnList, TermRefusal>;

function changedBy(list: VocabularyName, own: OwnList, change: TermChange, codeOf: CodeOf): Changed {
  switch (change.kind) {
    case 'rename':
      return renamed(list, own, change);
    case 'add':
      return added(list, own, change.name, codeOf);
    case 'hide':
      return hidden(list, own, change.name);
  }
}

function renamed(list: VocabularyName, own: OwnList, { from, to }: Extract<TermChange, { kind: 'rename' }>): Changed {
  if (isTooLong(to)) return tooLong(to);
  const now = codeNamed(list, own, to);
  const called = codeNamed(list, own, from);
  // Done before: the name that it had then is nobody's now.
  if (called === undefined && now !== undefined && isOwn(own, now)) return done(own);
  // The usual names are known still, so that a word can be renamed once more.
  const code = called ?? codeUsuallyNamed(list, from);
  if (code === undefined || (to === '' && isAdded(own, code))) return refusedFor('no-such-term', from);
  if (now !== undefined && now !== code) return refusedFor('term-taken', to);
  if (isAdded(own, code)) {
    return done({ ...own, added: own.added.map(each => (each.code === code ? { ...each, name: to } : each)) });
  }
  const { [code]: _, ...others } = own.renamed;
  return done({ ...own, renamed: to === '' ? others : { ...others, [code]: to } });
}

/** What is there already is offered again, or left as it is. */
function added(list: VocabularyName, own: OwnList, name: string, codeOf: CodeOf): Changed {
  if (isTooLong(name)) return tooLong(name);
  const code = codeNamed(list, own, name);
  if (code !== undefined) {
    return done({ ...own, added: own.added.map(each => (each.code === code ? { ...each, isHidden: false } : each)) });
  }
  if (own.added.length >= mostAdded) return refused({ code: 'too-many-terms', field: 'lines', most: mostAdded });
  return done({ ...own, added: [...own.added, { code: codeOf(own.added.length + 1), name, isHidden: false }] });
}

function hidden(list: VocabularyName, own: OwnList, name: string): Changed {
  const code = codeNamed(list, own, name) ?? codeUsuallyNamed(list, name);
  if (code === undefined) return refusedFor('no-such-term', name);
  if (!isAdded(own, code)) return refusedFor('term-not-own', name);
  return done({ ...own, added: own.added.map(each => (each.code === code ? { ...each, isHidden: true } : each)) });
}

function isOwn(own: OwnList, code: string): boolean {
  return own.renamed[code] !== undefined || isAdded(own, code);
}

function isAdded({ added: all }: OwnList, code: string): boolean {
  return all.some(each => each.code === code);
}

/** By the name it has now, in any language. */
function codeNamed(list: VocabularyName, own: OwnList, name: string): string | undefined {
  const asked = plain(name);
  const mine = own.added.find(each => plain(each.name) === asked);
  if (mine) return mine.code;
  return vocabulary[list].find(({ code, names }) => {
    const renamedTo = own.renamed[code];
    return (renamedTo === undefined ? Object.values(names) : [renamedTo]).some(each => plain(each) === asked);
  })?.code;
}

function codeUsuallyNamed(list: VocabularyName, name: string): string | undefined {
  const asked = plain(name);
  return vocabulary[list].find(({ names }) => Object.values(names).some(each => plain(each) === asked))?.code;
}

function plain(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('nb').replace(/\s+/g, ' ').trim();
}

function isTooLong(name: string): boolean {
  return name.length > mostInName;
}

function tooLong(words: string): Changed {
  return refused({ code: 'term-too-long', field: 'lines', words: told(words), most: mostInName });
}

function refusedFor(code: 'no-such-term' | 'term-taken' | 'term-not-own', words: string): Changed {
  return refused({ code, field: 'lines', words: told(words) });
}

/** Enough to know it again. */
function told(words: string): string {
  return words.slice(0, mostInName);
}
