/** What was typed of a network's own words. */
import { type termCommands, termListWords } from '../../texts/term-commands.ts';
import type { Read, Reader } from '../reader.ts';

export const termReaders: Readonly<Record<keyof typeof termCommands, Reader>> = {
  ownTerms: readTerms,
};

/** «ord», «ord tema», «ord tema ; traumer = traumebevisst praksis ; mobbing»; parts by semicolons or lines. */
function readTerms(rest: string): Read {
  const [, named = '', lines = ''] = /^([^;:\n]*)[;:\n]?(.*)$/su.exec(rest) ?? [];
  const asked = named.toLowerCase().trim();
  const lists = Object.entries(termListWords) as readonly [string, readonly string[]][];
  const list = lists.find(([, words]) => words.includes(asked))?.[0];
  if (list === undefined) return { type: 'terms.show' };
  return lines.trim() === '' ? { type: 'terms.show', list } : { type: 'terms.change', list, lines };
}
