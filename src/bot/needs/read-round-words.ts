/** What was typed of rounds. */
import { optionWords } from '../../texts/commands.ts';
import { type roundCommands, roundWords } from '../../texts/round-commands.ts';
import { beginsWithMonth } from '../deadline-words.ts';
import type { Read, Reader } from '../reader.ts';

export const roundReaders: Readonly<Record<keyof typeof roundCommands, Reader>> = {
  round: readRound,
  rounds: () => ({ type: 'rounds.show' }),
  roundMissing: rest => ({ type: 'round.missing', ...numberedRound(rest).round }),
  remindRound: rest => ({ type: 'round.remind', ...numberedRound(rest).round }),
  extendRound: readExtension,
  // Without a number it is asked for once more: closing cannot be undone.
  closeRound: rest => ({ type: 'round.close-form', ...numberedRound(rest).round }),
};

/** «innhenting 1», «innhenting kollektiv 2027 ; Troms og Finnmark ; privat: Solstua ; frist 1. februar ; innspill» */
function readRound(rest: string): Read {
  const [first = '', ...parts] = rest.split(/[;\n]/).map(part => part.trim());
  if (parts.length === 0) {
    const { round, rest: more } = numberedRound(first);
    return round && more === '' ? { type: 'round.show', ...round } : { type: 'round.form' };
  }
  const [year] = /\b20\d\d\b/.exec(first) ?? [];
  const said = { closesOn: after(parts, closesFirst), opensOn: after(parts, opensFirst) };
  const isNeed = parts.some(part => isOneOf(roundWords.need, part));
  return {
    type: 'round.preview',
    scheme: first.replace(/\b20\d\d\b/, '').trim(),
    year,
    form: isNeed ? 'need' : 'input',
    invited: parts.filter(part => part !== '' && !isSetting(part)),
    ...said,
  };
}

const wordsFirst = (words: readonly string[]) => new RegExp(`^(?:${words.join('|')})[\\s:]+`, 'iu');
const closesFirst = wordsFirst(optionWords.deadline);
const opensFirst = wordsFirst(roundWords.opens);

function isSetting(part: string): boolean {
  return closesFirst.test(part) || opensFirst.test(part) || isOneOf([...roundWords.input, ...roundWords.need], part);
}

function after(parts: readonly string[], first: RegExp): string | undefined {
  return parts.find(part => first.test(part))?.replace(first, '');
}

/** «forleng innhenting 1 15. februar»; «forleng innhenting 15. februar» names a day and no round. */
function readExtension(rest: string): Read {
  const named = numberedRound(rest);
  const { round, rest: closesOn } = beginsWithMonth(named.rest) ? { rest } : named;
  return closesOn === '' ? { type: 'round.extend-form', ...round } : { type: 'round.extend', ...round, closesOn };
}

/** A leading number, «1», «1:» or «nr. 1», but not that of a date. */
export function numberedRound(rest: string): { readonly round?: { readonly round: number }; readonly rest: string } {
  const found = /^(?:(?:nr\.?|i|om|innhenting|round)\s+)*#?(\d{1,6})(?![\d/-]|[.,]\s*\d)[.,:]?\s*/iu.exec(rest);
  return found ? { round: { round: Number(found[1]) }, rest: rest.slice(found[0].length) } : { rest };
}

function isOneOf(words: readonly string[], text: string): boolean {
  return words.includes(text.toLowerCase().trim());
}
