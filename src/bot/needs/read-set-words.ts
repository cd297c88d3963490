/** What was typed of all that a round has brought. */
import { responsibleWords, type setCommands } from '../../texts/set-commands.ts';
import type { Read, Reader } from '../reader.ts';

export const setReaders: Readonly<Record<keyof typeof setCommands, Reader>> = {
  showSet: rest => ({ type: 'set.show', ...roundIn(rest) }),
  acceptNeeds: rest => ({ type: 'set.accept', ...roundIn(rest) }),
  bundleNeeds: readBundle,
  showBundle: rest => ofBundle('set.bundle-show', rest),
  undoBundle: rest => ofBundle('set.undo', rest),
  handOver: rest => ({ type: 'set.hand-over-preview', ...roundIn(rest) }),
  takeBack: rest => ({ type: 'set.take-back', ...roundIn(rest) }),
};

const roundFirst = /^(?:(?:nr\.?|i|in|innhenting|innhentinga|innhentingen|round)\s+)*#?(\d{1,6})\.?$/iu;

/** «1», «nr. 1», «innhenting 1»: the round's number in the network. */
function roundIn(words: string): { readonly round?: number } {
  const [, number] = roundFirst.exec(words.trim()) ?? [];
  return number === undefined ? {} : { round: Number(number) };
}

/** «2», «2 i 1», «2 in round 1»: the bundle's number, and its round's where several are open; without one it is the list. */
function ofBundle(type: 'set.bundle-show' | 'set.undo', words: string): Read {
  const [, bundle, round = ''] = bundleFirst.exec(words.trim()) ?? [];
  return bundle === undefined ? { type: 'set.show' } : { type, bundle: Number(bundle), ...roundIn(round) };
}

const bundleFirst = /^(?:(?:nr\.?|felles behov|joint need)\s+)*#?(\d{1,6})[.,]?(?:\s+(.+))?$/iu;

const reference = /\bBM[\s-]*\d{4}[\s-]+\d{1,6}\b/giu;
const responsibleFirst = new RegExp(`^(?:${responsibleWords.join('|')})[\\s:]+`, 'iu');

/** «slå sammen BM-2027-0001, BM-2027-0003 : Traumer i barnehagen ; ansvarlig Senja»; without numbers it is a form. */
function readBundle(rest: string): Read {
  const references = rest.match(reference) ?? [];
  if (references.length === 0) return { type: 'set.bundle-form', ...roundIn(rest) };
  const [, after = ''] = /^[^:;\n]*[:;\n](.*)$/su.exec(rest) ?? [];
  const parts = after
    .split(/[;\n]/)
    .map(part => part.trim())
    .filter(part => part !== '');
  const title = parts.find(part => !responsibleFirst.test(part));
  const responsible = parts.find(part => responsibleFirst.test(part))?.replace(responsibleFirst, '');
  return {
    type: 'set.bundle-typed',
    references: [...references],
    ...(title !== undefined && { title }),
    ...(responsible !== undefined && { responsible }),
  };
}
