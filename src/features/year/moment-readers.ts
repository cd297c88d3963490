/** What may be said of days and times, one row for each way of saying it. */
import type { Weekday } from './days.ts';
import { monthNamed, numberNamed, weekdayNamed } from './moment-words.ts';
import { type Clock, clockPattern, readClock } from './read-clock.ts';

export type Piece =
  | { readonly kind: 'date'; readonly day: number; readonly month: number; readonly year?: number }
  /** «den 5.» */
  | { readonly kind: 'dayOfMonth'; readonly day: number }
  | { readonly kind: 'weekday'; readonly weekday: Weekday; readonly isNext: boolean }
  | { readonly kind: 'week'; readonly week: number; readonly year?: number }
  /** From today. */
  | { readonly kind: 'ahead'; readonly unit: 'days' | 'weeks' | 'months'; readonly count: number }
  /** «neste uke» is one, «denne uka» none. */
  | { readonly kind: 'weeksAhead'; readonly weeks: number }
  | { readonly kind: 'before'; readonly days: number }
  | { readonly kind: 'clock'; readonly from: Clock; readonly to?: Clock }
  /** «10.–12. mars», «kl. 10 og 12» */
  | { readonly kind: 'several'; readonly of: 'days' | 'times' };

/** What was read before a place. */
export type Sofar = {
  readonly pieces: readonly Piece[];
  /** What stands just before, without other words between. */
  readonly last: Piece | undefined;
};

export type Reader = {
  /** Sticky. */
  readonly pattern: RegExp;
  /** Undefined when what matched is no such thing after all. */
  readonly read: (found: RegExpExecArray, sofar: Sofar) => Piece | undefined;
};

const number = String.raw`(\d{1,3}|\p{L}+)`;
const days = 'dag(?:er|ar)?|days?';
const weeks = 'uke[nr]?|uka|veker?|veka|weeks?|wk';
const months = 'måned(?:er)?|månad(?:er|ar)?|months?';
const before = String.raw`(?:føre?|i\s+forveien|i\s+førevegen|before|in\s+advance)`;
const the = String.raw`(?:(?:den|the)\s+)?`;
const fullYear = String.raw`((?:19|20|21)\d\d)(?!\d|[.:]\d)`;
const ordinal = String.raw`(?:\.|st|nd|rd|th)?`;
const to = String.raw`\s*(?:-|til|to|og|and)\s*`;
const clockWord = String.raw`(?:kl(?:okka|okken)?\.?|at)\s*`;

/** What may not follow: the word or the number goes on. */
const whole = String.raw`(?![\p{L}\d])`;

/** The first that reads what stands at a place is right. */
export const readers: readonly Reader[] = [
  // «14 dager før», «ei veke før», «dagen før»
  reader(String.raw`${number}\s+(?:(${days})|${weeks})\s+${before}${whole}`, ([, count, inDays]) =>
    made(numberNamed(count), all => ({ kind: 'before', days: inDays ? all : all * 7 })),
  ),
  reader(String.raw`(?:(dagen|the\s+day)|uk(?:a|en)|veka|the\s+week)\s+${before}${whole}`, ([, oneDay]) => ({
    kind: 'before',
    days: oneDay ? 1 : 7,
  })),

  // «i dag», «i morgon», «om to uker», «neste uke»
  reader(String.raw`(?:(?:the\s+)?day\s+after\s+tomorrow|i\s?overmorg[eo]n)${whole}`, () => daysAhead(2)),
  reader(String.raw`(?:i\s?morg[eo]n|tomorrow)${whole}`, () => daysAhead(1)),
  reader(String.raw`(?:i\s?dag|today)${whole}`, () => daysAhead(0)),
  reader(String.raw`(?:om|in)\s+${number}\s+(?:(${days})|(${weeks})|${months})${whole}`, ([, count, inDays, inWeeks]) =>
    made(numberNamed(count), all => ({
      kind: 'ahead',
      unit: inDays ? 'days' : inWeeks ? 'weeks' : 'months',
      count: all,
    })),
  ),
  reader(String.raw`(?:(neste|next)|denne|this)\s+(?:${weeks})${whole}`, ([, isNext]) => ({
    kind: 'weeksAhead',
    weeks: isNext ? 1 : 0,
  })),

  // «uke 9», «veke 9 i 2027», «week 9/2027»
  reader(
    String.raw`(?:${weeks})\.?\s*(?:nr\.?\s*)?(\d{1,2})(?:\s*(?:\/|-|i\s|in\s|\s)\s*${fullYear})?${whole}`,
    ([, week, year]) => ({ kind: 'week', week: Number(week), ...yearOf(year) }),
  ),

  // «2027-03-02», «10.–12. mars», «2. mars 2027», «March 2nd, 2027»
  reader(String.raw`(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(?:t(?=\d))?`, ([, year, month, day]) => date(day, month, year)),
  reader(String.raw`${the}\d{1,2}\.?${to}\d{1,2}\.?\s*(?:of\s+)?(\p{L}{3,})${whole}`, ([, month]) =>
    made(monthNamed(month), () => ({ kind: 'several', of: 'days' })),
  ),
  reader(
    String.raw`${the}(\d{1,2})${ordinal}\s*(?:of\s+)?(\p{L}{3,})\.?(?:\s+${fullYear})?${whole}`,
    ([, day, month, year]) => made(monthNamed(month), number => date(day, String(number), year)),
  ),
  reader(
    String.raw`(\p{L}{3,})\.?\s+(?:the\s+)?(\d{1,2})${ordinal}(?![.:]?\d|\s?[ap]m)(?:\s+${fullYear})?${whole}`,
    ([, month, day, year]) => made(monthNamed(month), number => date(day, String(number), year)),
  ),

  // «17.05.2027», «1. 12. 2026», «17.5.27», «17/5-27», «17-05-2027», «1.12.», «1.12»
  reader(String.raw`${the}(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4})|(\d\d))(?![.:]?\d)`, ([, day, month, year, short]) =>
    date(day, month, year ?? `20${short}`),
  ),
  reader(
    String.raw`${the}(\d{1,2})\/(\d{1,2})(?:[-/.](\d{4})|[-/.](\d\d))?(?![.:]?\d)`,
    ([, day, month, year, short]) => date(day, month, year ?? (short && `20${short}`)),
  ),
  reader(String.raw`${the}(\d{1,2})-(\d{1,2})-(\d{4})${whole}`, ([, day, month, year]) => date(day, month, year)),
  reader(String.raw`${the}(\d{1,2})\.\s?(\d{1,2})\.(?!\d)`, readShortDate),
  reader(String.raw`${the}(\d{1,2})\.(\d{1,2})(?![.:]?\d|\s*-\s*\d)`, readShortDate),

  // «den 5.», «fredag 5.»
  reader(String.raw`(?:den|the)\s+(\d{1,2})${ordinal}(?![.:]?\d)${whole}`, ([, day]) => dayOfMonth(day)),
  reader(String.raw`(\d{1,2})\.(?!\d)`, ([, day], { last }) =>
    last?.kind === 'weekday' ? dayOfMonth(day) : undefined,
  ),

  // «tirs.», «neste torsdag»
  reader(String.raw`(?:(neste|next)\s+)?(\p{L}{3,})\.?${whole}`, ([, next, word]) =>
    made(weekdayNamed(word), weekday => ({ kind: 'weekday', weekday, isNext: next !== undefined })),
  ),

  // «kl. 10–11.30», «fra ti til halv tolv», «mellom 10 og 12», «13:30»
  reader(
    String.raw`(?:(mellom|between)\s+|(fra|frå|from)\s+)?(${clockWord})?(${clockPattern})(?:${to}(?:${clockWord})?(${clockPattern}))?${whole}`,
    readClocks,
  ),
];

function reader(source: string, read: Reader['read']): Reader {
  return { pattern: new RegExp(source, 'iuy'), read };
}

function made<T>(meant: T | undefined, make: (meant: T) => Piece): Piece | undefined {
  return meant === undefined ? undefined : make(meant);
}

function daysAhead(count: number): Piece {
  return { kind: 'ahead', unit: 'days', count };
}

function dayOfMonth(day: string | undefined): Piece {
  return { kind: 'dayOfMonth', day: Number(day) };
}

function date(day: string | undefined, month: string | undefined, year: string | undefined): Piece {
  return { kind: 'date', day: Number(day), month: Number(month), ...yearOf(year) };
}

function yearOf(text: string | undefined): { readonly year?: number } {
  return text === undefined ? {} : { year: Number(text) };
}

/** «1.12» is a day as long as none has been named and it can be one; otherwise it may be a time. */
function readShortDate([, day, month]: RegExpExecArray, { pieces }: Sofar): Piece | undefined {
  return pieces.some(namesDay) || !mayBeDate(`${day}.${month}`) ? undefined : date(day, month, undefined);
}

function readClocks(found: RegExpExecArray, sofar: Sofar): Piece | undefined {
  const [all, between, since, called, from = '', until] = found;
  const isCalledTime = (called ?? since ?? between) !== undefined;
  if (!isCalledTime && !isTime(from, until, sofar)) return undefined;
  if (until === undefined) return { kind: 'clock', from: readClock(from) };
  const joins = /\s(?:og|and)\s/i.test(all) && between === undefined;
  if (joins) return { kind: 'several', of: 'times' };
  const areDates = !isCalledTime && sofar.pieces.length === 0 && mayBeDate(from) && mayBeDate(until);
  return areDates ? { kind: 'several', of: 'days' } : { kind: 'clock', from: readClock(from), to: readClock(until) };
}

/** A bare number is a time only in a range, or just after a day that lacks nothing else: «torsdag 14» may be the 14th. */
function isTime(from: string, until: string | undefined, { pieces, last }: Sofar): boolean {
  if (hasMinutes(from) || (until !== undefined && hasMinutes(until))) return true;
  if (until !== undefined) return /^\d+-\d+$/.test(`${from}-${until}`) && pieces.length > 0;
  return /\d/.test(from) && last !== undefined && last.kind !== 'week' && namesDay(last);
}

function hasMinutes(text: string): boolean {
  return /[.:\s]|[ap]m$/i.test(text);
}

function mayBeDate(text: string): boolean {
  const [, day, month] = /^(\d{1,2})\.(\d{1,2})$/.exec(text)?.map(Number) ?? [];
  return day !== undefined && month !== undefined && day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

function namesDay({ kind }: Piece): boolean {
  return kind === 'date' || kind === 'dayOfMonth' || kind === 'ahead' || kind === 'week';
}
