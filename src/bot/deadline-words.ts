/** A deadline as it was typed → what a button would have carried. */
import { piecesOf } from '../features/year/moment-pieces.ts';
import type { Piece } from '../features/year/moment-readers.ts';
import { monthNamed } from '../features/year/moment-words.ts';

export type DeadlineWords =
  | { readonly closesOn: string; readonly closesTime?: string }
  /** In the person's own words: which day they mean, the network's clock tells. */
  | { readonly closes: string };

/** @returns undefined when nothing is said of a day */
export function deadlineWords(words: string): DeadlineWords | undefined {
  const { pieces, rest } = piecesOf(words);
  if (pieces.every(({ kind }) => kind === 'clock')) return undefined;
  return (rest === '' ? exactly(pieces) : undefined) ?? { closes: words };
}

/** Whether a number before these words is a day of a month rather than a thing's own. */
export function beginsWithMonth(words: string): boolean {
  return monthNamed(/^\p{L}*/u.exec(words)?.[0] ?? '') !== undefined;
}

/** A date with its year, and perhaps one time: the same whenever it is read. Not yet checked. */
function exactly(pieces: readonly Piece[]): DeadlineWords | undefined {
  const [date, clock, ...others] = pieces.toSorted((a, b) => Number(a.kind === 'clock') - Number(b.kind === 'clock'));
  if (date?.kind !== 'date' || date.year === undefined || others.length > 0) return undefined;
  const closesOn = [date.year, twoDigits(date.month), twoDigits(date.day)].join('-');
  if (!clock) return { closesOn };
  if (clock.kind !== 'clock' || clock.to) return undefined;
  return { closesOn, closesTime: `${twoDigits(clock.from.hour)}:${twoDigits(clock.from.minute)}` };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
