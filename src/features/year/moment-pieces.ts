/** A text taken apart into what it says of days and times, in whatever order it says it. */
import type { Weekday } from './days.ts';
import { monthNamed, numberNamed, weekdayNamed } from './moment-words.ts';
import { type Clock, clockPattern, readClock } from './read-clock.ts';

export type Piece =
  | { readonly kind: 'date'; readonly day: number; readonly month: number; readonly year?: number }
  /** «den 5.» */
  | { readonly kind: 'dayOfMonth'; readonly day: number }
  | { readonly kind: 'weekday'; readonly weekday: Weekday; readonly isNext: boolean }
  | { readonly kind: 'week'; readonly week: number; readonly year?: number }
  /** «denne uka» is none ahead. */
  | { readonly kind: 'ahead'; readonly unit: 'days' | 'weeks' | 'months'; readonly count: number }
  | { readonly kind: 'weeksAhead'; readonly weeks: number }
  | { readonly kind: 'before'; readonly days: number }
  | { readonly kind: 'clock'; readonly from: Clock; readonly to?: Clock }
  /** «10.–12. mars» */
  | { readonly kind: 'severalDays' };

type Reader = {
  readonly pattern: RegExp;
  readonly read: (found: RegExpExecArray, sofar: readonly Piece[]) => Piece | undefined;
};

const number = String.raw`(\d{1,3}|\p{L}+)`;
const days = 'dag(?:er|ar)?|days?';
const weeks = 'uke[rn]?|uka|veke[r]?|veka|weeks?';
const months = String.raw`måned(?:er)?|månad(?:er|ar)?|months?`;
const before = String.raw`(?:før|i\s+forveien|i\s+førevegen|before|in\s+advance)`;
const the = String.raw`(?:(?:den|the)\s+)?`;
const year = String.raw`(?:\s+((?:19|20|21)\d\d)(?!\d|[.:]\d))?`;
const clockWord = String.raw`(?:kl(?:okka|okken)?\.?|at)\s*`;

/** The first that reads what stands at a place is right. */
const readers: readonly Reader[] = [
  reader(String.raw`${number}\s+(?:(${days})|(?:${weeks}))\s+${before}`, ([, count = '', inDays]) =>
    piece(numberNamed(count), all => ({ kind: 'before', days: inDays ? all : all * 7 })),
  ),
  reader(String.raw`(?:(dagen|the\s+day)|uk(?:a|en)|veka|the\s+week)\s+${before}`, ([, oneDay]) => ({
    kind: 'before',
    days: oneDay ? 1 : 7,
  })),
  reader(String.raw`(?:the\s+)?day\s+after\s+tomorrow|i\s?overmorg[eo]n`, () => ahead(2)),
  reader(String.raw`i\s?morg[eo]n|tomorrow`, () => ahead(1)),
  reader(String.raw`i\s?dag|today`, () => ahead(0)),
  reader(
    String.raw`(?:om|in)\s+${number}\s+(?:(${days})|(${weeks})|(?:${months}))`,
    ([, count = '', inDays, inWeeks]) =>
      piece(numberNamed(count), all => ({
        kind: 'ahead',
        unit: inDays ? 'days' : inWeeks ? 'weeks' : 'months',
        count: all,
      })),
  ),
  reader(String.raw`(?:(neste|next)|denne|this)\s+(?:${weeks})`, ([, next]) => ({
    kind: 'weeksAhead',
    weeks: next ? 1 : 0,
  })),
  reader(
    String.raw`(?:${weeks}|wk)\.?\s*(?:nr\.?\s*)?(\d{1,2})(?:\s*(?:\/|-|i\s|in\s|\s)\s*((?:19|20|21)\d\d)(?!\d))?`,
    ([, week, ofYear]) => ({ kind: 'week', week: Number(week), ...yearOf(ofYear) }),
  ),
  reader(String.raw`(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(?:t(?=\d))?`, ([, y, m, d]) => date(d, m, y), ''),
  reader(
    String.raw`${the}(\d{1,2})(?:\.?\s*(?:-|og|til|to|and)\s*)(?:\d{1,2})\.?\s*(?:of\s+)?(\p{L}{3,})`,
    ([, , month = '']) => piece(monthNamed(month), () => ({ kind: 'severalDays' })),
  ),
  reader(
    String.raw`${the}(\d{1,2})(?:\.|st|nd|rd|th)?\s*(?:of\s+)?(\p{L}{3,})\.?${year}`,
    ([, d, month = '', y]) => piece(monthNamed(month), m => date(d, String(m), y)),
  ),
  reader(
    String.raw`(\p{L}{3,})\.?\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?![.:]?\d|\s?[ap]m)${year}`,
    ([, month = '', d, y]) => piece(monthNamed(month), m => date(d, String(m), y)),
  ),
  reader(String.raw`${the}(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4})|(\d\d))(?![.:]?\d)`, ([, d, m, y, short]) =>
    date(d, m, y ?? `20${short}`),
  ),
  reader(String.raw`${the}(\d{1,2})\/(\d{1,2})(?:[-/.](\d{4})|[-/.](\d\d))?(?![.:]?\d)`, ([, d, m, y, short]) =>
    date(d, m, y ?? (short && `20${short}`)),
  ),
  reader(String.raw`${the}(\d{1,2})-(\d{1,2})-(\d{4})`, ([, d, m, y]) => date(d, m, y)),
  reader(String.raw`${the}(\d{1,2})\.\s?(\d{1,2})\.(?!\d)`, readDate, ''),
  reader(String.raw`${the}(\d{1,2})\.(\d{1,2})(?![.:]?\d|\s*-\s*\d)`, readDate),
  reader(String.raw`(?:den|the)\s+(\d{1,2})(?:\.|st|nd|rd|th)?(?![.:]?\d)`, ([, d]) => dayOfMonth(d)),
  reader(
    String.raw`(\d{1,2})\.(?!\d)`,
    ([, d], sofar) => (sofar.at(-1)?.kind === 'weekday' ? dayOfMonth(d) : undefined),
    '',
  ),
  reader(String.raw`(?:(neste|next)\s+)?(\p{L}{3,})\.?`, ([, next, word = '']) =>
    piece(weekdayNamed(word), weekday => ({ kind: 'weekday', weekday, isNext: next !== undefined })),
  ),
  reader(
    String.raw`(?:(mellom|between)\s+|(fra|frå|from)\s+)?(${clockWord})?(${clockPattern})(?:\s*(?:-|til|to|og|and)\s*(?:${clockWord})?(${clockPattern}))?`,
    readClocks,
  ),
];

/** Words that only join the others. */
const joining = new Set(['på', 'den', 'i', 'on', 'the', 'of', 'av', 'førstkommende', 'fyrstkomande', 'kommende', 'komande']);

/** In: words as they were typed. Out: what was read of them, in order, and the words that were not. */
export function piecesOf(words: string): { readonly pieces: readonly Piece[]; readonly rest: string } {
  const text = tidy(words);
  const pieces: Piece[] = [];
  const rest: string[] = [];
  for (let at = 0; at < text.length; ) {
    const found = readAt(text, at, pieces);
    if (found) pieces.push(found.piece);
    const end = found?.end ?? wordEnd(text, at);
    const word = text.slice(at, end).replace(/^[.:-]+|[.:-]+$/g, '');
    if (!found && word !== '' && !joining.has(word.toLowerCase())) rest.push(word);
    at = end + (/^[\s.:-]*/.exec(text.slice(end))?.[0].length ?? 0);
  }
  return { pieces, rest: rest.join(' ') };
}

/** One kind of dash and space; no quotes, commas or brackets. */
function tidy(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[\s,;()«»“”„"'’!?]+/g, ' ')
    .trim();
}

function readAt(text: string, at: number, sofar: readonly Piece[]): { piece: Piece; end: number } | undefined {
  for (const { pattern, read } of readers) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const meant = found && read(found, sofar);
    if (meant) return { piece: meant, end: at + found[0].length };
  }
  return undefined;
}

function wordEnd(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space === -1 ? text.length : space;
}

/** @param end what may not follow */
function reader(source: string, read: Reader['read'], end = String.raw`(?![\p{L}\d])`): Reader {
  return { pattern: new RegExp(`(?:${source})${end}`, 'iuy'), read };
}

function piece<T>(meant: T | undefined, make: (meant: T) => Piece): Piece | undefined {
  return meant === undefined ? undefined : make(meant);
}

function ahead(count: number): Piece {
  return { kind: 'ahead', unit: 'days', count };
}

function dayOfMonth(day: string | undefined): Piece {
  return { kind: 'dayOfMonth', day: Number(day) };
}

function date(day: string | undefined, month: string | undefined, ofYear: string | undefined): Piece {
  return { kind: 'date', day: Number(day), month: Number(month), ...yearOf(ofYear) };
}

function yearOf(text: string | undefined): { readonly year?: number } {
  return text === undefined ? {} : { year: Number(text) };
}

/** «1.12» is a day as long as none has been named and it can be one; otherwise it may be a time. */
function readDate([, day, month]: RegExpExecArray, sofar: readonly Piece[]): Piece | undefined {
  return namesDay(sofar) || !isDate(`${day}.${month}`) ? undefined : date(day, month, undefined);
}

function isDate(text: string): boolean {
  const [, day, month] = /^(\d{1,2})\.(\d{1,2})$/.exec(text) ?? [];
  return [day, month].every(each => Number(each) >= 1) && Number(day) <= 31 && Number(month) <= 12;
}

function namesDay(pieces: readonly Piece[]): boolean {
  return pieces.some(({ kind }) => kind === 'date' || kind === 'dayOfMonth' || kind === 'ahead' || kind === 'week');
}

/** A bare number is a time only where something says so: a word before it, minutes, a full date just before, a range. */
function readClocks(found: RegExpExecArray, sofar: readonly Piece[]): Piece | undefined {
  const [all, between, since, called, from = '', to] = found;
  const joinsRange = /\s(?:og|and)\s/i.test(all.slice(all.indexOf(from) + from.length));
  const isCalled = called !== undefined || since !== undefined || between !== undefined;
  if (to !== undefined && joinsRange && between === undefined) return undefined;
  if (!isCalled && !saysTime(from, to, sofar)) return undefined;
  return { kind: 'clock', from: readClock(from), ...(to !== undefined && { to: readClock(to) }) };
}

function saysTime(from: string, to: string | undefined, sofar: readonly Piece[]): boolean {
  const last = sofar.at(-1)?.kind;
  const followsDay = last === 'date' || last === 'dayOfMonth' || last === 'ahead';
  if (to === undefined) return hasMinutes(from) || (followsDay && /^\d+$/.test(from));
  if (!/^\d/.test(from) || !/^\d/.test(to)) return hasMinutes(from);
  if (isDate(from) && isDate(to)) return namesDay(sofar);
  return hasMinutes(from) || hasMinutes(to) || sofar.length > 0;
}

function hasMinutes(text: string): boolean {
  return /[.:\s]|[ap]m$/i.test(text);
}
