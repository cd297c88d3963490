/** A text taken apart into what it says of days and times, in whatever order it says it. */
import { type Piece, readers, type Sofar } from './moment-readers.ts';

/** Nobody says a day and a time in more; what is longer is something else. */
const longest = 200;

/** Words that only join the others. */
const joining: readonly string[] = [
  ...['på', 'den', 'i', 'av', 'førstkommende', 'fyrstkomande', 'kommende', 'komande'],
  ...['on', 'the', 'of', 'coming'],
];

/** In: words as they were typed. Out: what was read of them, in order, and the words that were not. */
export function piecesOf(words: string): { readonly pieces: readonly Piece[]; readonly rest: string } {
  if (words.length > longest) return { pieces: [], rest: words };
  const text = tidy(words);
  const pieces: Piece[] = [];
  const unread: string[] = [];
  let last: Piece | undefined;
  for (let at = 0; at < text.length; ) {
    const found = readAt(text, at, { pieces, last });
    const end = found?.end ?? wordEnd(text, at);
    if (found) pieces.push(found.piece);
    else unread.push(text.slice(at, end).replace(/^[.:-]+|[.:-]+$/g, ''));
    last = found?.piece;
    at = end + (/^[\s.:-]*/.exec(text.slice(end))?.[0].length ?? 0);
  }
  return { pieces, rest: unread.filter(word => word !== '' && !joining.includes(word.toLowerCase())).join(' ') };
}

/** One kind of dash and of space; no quotes, commas or brackets. */
function tidy(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[\s,;()«»“”„"'’!?]+/g, ' ')
    .trim();
}

type Found = { readonly piece: Piece; readonly end: number };

function readAt(text: string, at: number, sofar: Sofar): Found | undefined {
  for (const { pattern, read } of readers) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const piece = found && read(found, sofar);
    if (piece) return { piece, end: at + found[0].length };
  }
  return undefined;
}

function wordEnd(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space === -1 ? text.length : space;
}
