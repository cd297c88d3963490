/** What was typed of needs. */
import type { needCommands } from '../../texts/need-commands.ts';
import type { Read, Reader } from '../reader.ts';

export const needReaders: Readonly<Record<keyof typeof needCommands, Reader>> = {
  giveNeed: rest => ({ type: 'need.start', ...numberIn(rest) }),
  myNeeds: () => ({ type: 'needs.mine' }),
  importNeeds: readImport,
  takeInNeeds: draft => ({ type: 'needs.take-in', draft }),
  showNeed: rest => (rest === '' ? { type: 'needs.mine' } : { type: 'need.find', reference: rest }),
};

/** «meld inn 3»: the round's number in the network. */
function numberIn(words: string): { readonly round?: number } {
  const [, number] = /^(?:nr\.?\s*)?#?(\d{1,6})\.?$/i.exec(words) ?? [];
  return number === undefined ? {} : { round: Number(number) };
}

/** The round's number may stand on a line of its own, before what was pasted. */
function readImport(rest: string, asTyped: () => string): Read {
  const [numbered = '', number] = /^#?(\d{1,6})[.:]?\s*(?:\n|$)/.exec(rest) ?? [];
  const round = number === undefined ? {} : { round: Number(number) };
  if (rest.slice(numbered.length) === '') return { type: 'needs.import-form', ...round };
  const pasted = asTyped();
  return { type: 'needs.import', ...round, rows: number === undefined ? pasted : pasted.replace(/^[^\n]*\n/, '') };
}
