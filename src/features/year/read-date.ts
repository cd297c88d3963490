/** What was typed in a field that wants a date, held to what the field wants. */
import { done, type Outcome, refused } from '../../outcome.ts';
import type { Instant, PlainDate } from '../../world.ts';
import type { IsoWeek } from './iso-weeks.ts';
import { type MomentRefusal, readMoment } from './read-moment.ts';

export type UnreadWhy =
  | MomentRefusal
  | { readonly code: 'words-left'; readonly words: string }
  /** A week, or «14 dager før». */
  | { readonly code: 'no-one-day' }
  /** A time of day where a day is all that counts. */
  | { readonly code: 'no-clock-here' };

/** @property field the caller's own, that the words stood in */
export type UnreadDate<F extends string> = { readonly code: 'unread-date'; readonly field: F; readonly why: UnreadWhy };

export type ReadDate = { readonly on: PlainDate; readonly isoWeek: IsoWeek; readonly from?: string };

export type Here = { readonly now: Instant; readonly zone: string };

/** A day, «1. februar», and nothing beside it. */
export function readDate<const F extends string>(
  words: string,
  field: F,
  here: Here,
): Outcome<ReadDate, UnreadDate<F>> {
  const read = readDeadline(words, field, here);
  return read.ok && read.value.from !== undefined ? unread(field, { code: 'no-clock-here' }) : read;
}

/** A day, perhaps with a time, «fredag kl. 12», and nothing beside it. */
export function readDeadline<const F extends string>(
  words: string,
  field: F,
  here: Here,
): Outcome<ReadDate, UnreadDate<F>> {
  const read = readMoment(words, here);
  if (!read.ok) return unread(field, read.refusal);
  const { rest, ...moment } = read.value;
  if (rest !== '') return unread(field, { code: 'words-left', words: rest });
  if (moment.kind !== 'moment') return unread(field, { code: 'no-one-day' });
  if (moment.to !== undefined) return unread(field, { code: 'several-times' });
  const { on, isoWeek, from } = moment;
  return done({ on, isoWeek, ...(from !== undefined && { from }) });
}

function unread<F extends string>(field: F, why: UnreadWhy) {
  return refused({ code: 'unread-date' as const, field, why });
}
