/** The three things a test replaces: the clock, the dice, the log. */
import { createHash } from 'node:crypto';

/** A moment in UTC with milliseconds, `2026-12-01T10:59:59.000Z`: compares and sorts as text. */
export type Instant = string & { readonly brand: 'Instant' };

/** A calendar day without a zone, `2026-12-01`. */
export type PlainDate = string & { readonly brand: 'PlainDate' };

export interface Clock {
  now(): Instant;
}

export interface IdMaker {
  /** 80 random bits as 16 letters and digits. */
  random(): string;
  /** A one-time code a person can read aloud, `K7FM-2QXD`: 40 random bits, no look-alike letters. */
  code(): string;
}

/** English, for operators: never a message's text, a person's name or anything typed. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export type World = { readonly clock: Clock; readonly ids: IdMaker; readonly log: Log };

/** @param epochMs milliseconds since 1970-01-01 UTC */
export function instantOf(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

export function epochMsOf(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

export function later(instant: Instant, ms: number): Instant {
  return instantOf(epochMsOf(instant) + ms);
}

/** The calendar day of an instant in a zone, for terms of office and the like. */
export function dayOf(instant: Instant, zone: string): PlainDate {
  const minute = `${zone} ${instant.slice(0, 16)}`;
  if (lastDay.minute !== minute) lastDay = { minute, day: calendarDay(instant, zone) };
  return lastDay.day;
}

/** Asked several times with every press, of the same minute. */
let lastDay = { minute: '', day: '' as PlainDate };

function calendarDay(instant: Instant, zone: string): PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString() as PlainDate;
}

/** The same words give the same id: what makes a repeated request find its own earlier work. */
export function idFrom(...words: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 16);
}

/** Letters and digits that cannot be taken for one another when read aloud or copied by hand (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param bytes five for each eight characters */
export function textFrom(bytes: Uint8Array): string {
  let text = '';
  let pending = 0;
  let bits = 0;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(pending >> (bits - 5)) & 31];
    pending &= (1 << bits) - 1;
  }
  return text.toLowerCase();
}

/** @param bytes five */
export function codeFrom(bytes: Uint8Array): string {
  const letters = textFrom(bytes).toUpperCase();
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
