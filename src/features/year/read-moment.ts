/** A day and a time as people write them → the day and time meant. Pickers come first; this is for what is typed. */
import { done, type Outcome, refused } from '../../outcome.ts';
import { dayOf, type Instant } from '../../world.ts';
import { piecesOf } from './moment-pieces.ts';
import type { Piece } from './moment-readers.ts';
import type { Clock } from './read-clock.ts';
import { type DayMeant, type DayRefusal, distinct, ofKind, readDay } from './read-day.ts';

/** @property from `HH:MM`, local; @property to later than `from` on the same day */
type Times = { readonly from?: string; readonly to?: string };

/** @property rest the words that were not read, so that a caller may ask for all to be */
export type ReadMoment = DayMeant & Times & { readonly rest: string };

export type MomentRefusal =
  | DayRefusal
  | { readonly code: 'no-such-clock'; readonly hour: number; readonly minute: number }
  | { readonly code: 'several-times' }
  | { readonly code: 'ends-before-start'; readonly from: string; readonly to: string };

/**
 * In: words in bokmål, nynorsk or English; their order, capitals, dashes and spaces are free. Out: a day, a week, or a
 * number of days before something, each with or without times; nothing is said of whether it is past or the clocks jump
 * over it. A year that is not written is the one in which the day comes next, today included. A weekday alone is the
 * first after today; «neste torsdag» is Thursday in the week after this one. What contradicts itself is refused.
 * @param zone IANA name: where it is today
 */
export function readMoment(
  words: string,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): Outcome<ReadMoment, MomentRefusal> {
  const { pieces, rest } = piecesOf(words);
  const times = readTimes(pieces);
  if (!times.ok) return times;
  const day = readDay(pieces, dayOf(now, zone));
  return day.ok ? done({ ...day.value, ...times.value, rest }) : day;
}

function readTimes(pieces: readonly Piece[]): Outcome<Times, MomentRefusal> {
  const [clock, ...others] = distinct(ofKind(pieces, 'clock'));
  const saysSeveral = ofKind(pieces, 'several').some(({ of }) => of === 'times');
  if (saysSeveral || others.length > 0) return refused({ code: 'several-times' });
  if (!clock) return done({});
  const wrong = [clock.from, clock.to].find(each => each && !isOnClock(each));
  if (wrong) return refused({ code: 'no-such-clock', ...wrong });
  const from = timeText(clock.from);
  if (!clock.to) return done({ from });
  const to = timeText(clock.to);
  return from < to ? done({ from, to }) : refused({ code: 'ends-before-start', from, to });
}

function isOnClock({ hour, minute }: Clock): boolean {
  return hour < 24 && minute < 60;
}

function timeText({ hour, minute }: Clock): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
