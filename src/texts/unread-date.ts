import type { UnreadWhy } from '../features/year/read-date.ts';

/** A sentence for each reason why a date could not be read: what is wrong, and what to write. */
export type UnreadTexts = {
  readonly [C in UnreadWhy['code']]: (why: Extract<UnreadWhy, { code: C }>) => string;
};

/** The table's type ties each reason to its own sentence; a look-up by a reason not known in advance loses that tie. */
export function unreadSentence(texts: UnreadTexts, why: UnreadWhy): string {
  const write = texts[why.code] as (why: UnreadWhy) => string;
  return write(why);
}

/** @returns `07` of 7 */
export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
