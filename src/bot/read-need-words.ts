/** What was typed of needs. */
import type { needCommands } from '../texts/need-commands.ts';
import type { Reader } from './reader.ts';

export const needReaders: Readonly<Record<keyof typeof needCommands, Reader>> = {
  giveNeed: rest => ({ type: 'need.start', ...numberIn(rest) }),
  myNeeds: () => ({ type: 'needs.mine' }),
  showNeed: rest => (rest === '' ? { type: 'needs.mine' } : { type: 'need.find', reference: rest }),
};

/** «meld inn 3»: the round's number in the network. */
function numberIn(words: string): { readonly round?: number } {
  const [, number] = /^(?:nr\.?\s*)?#?(\d{1,6})\.?$/i.exec(words) ?? [];
  return number === undefined ? {} : { round: Number(number) };
}
