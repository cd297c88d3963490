/** Meeting times as people write them, one a line → spans of time; what cannot be read is told line by line. Pure. */
import { done, type Outcome, refused } from '../../outcome.ts';
import { dayOf, type Instant, later, type PlainDate } from '../../world.ts';
import { daysLater, nextWeekday } from '../year/days.ts';
import { instantAt, momentsAt } from '../year/local-time.ts';
import { type MomentRefusal, readMoment } from '../year/read-moment.ts';
import { mostTimes, type Span } from './meeting.ts';

/** Why a line is no time to meet. */
export type BadTime =
  | MomentRefusal['code']
  /** Some of its words were not understood. */
  | 'unread'
  /** A week, or «14 dager før». */
  | 'no-one-day'
  | 'no-clock'
  | 'no-end'
  | 'past'
  | 'far'
  | 'time-does-not-exist'
  | 'time-exists-twice'
  | 'repeated';

/** @property line counted from 1 */
export type TimeProblem = { readonly line: number; readonly words: string; readonly why: BadTime };

export type TimesRefusal =
  | { readonly code: 'no-times'; readonly field: 'times' }
  | { readonly code: 'too-many-times'; readonly field: 'times'; readonly count: number; readonly most: number }
  | {
      readonly code: 'bad-times';
      readonly field: 'times';
      readonly problems: readonly TimeProblem[];
      readonly example: Span;
    };

/** @property zone IANA name: where the meeting's clock is */
export type Here = { readonly now: Instant; readonly zone: string };

const longestDaysAhead = 366;

/** Empty lines are passed over. Out: the times, the earliest first; refused when any line is no time. */
export function readTimes(words: string, here: Here): Outcome<readonly Span[], TimesRefusal> {
  const lines = words
    .split('\n')
    .map((text, at) => ({ line: at + 1, words: text.trim() }))
    .filter(each => each.words !== '');
  if (lines.length === 0) return refused({ code: 'no-times', field: 'times' });
  if (lines.length > mostTimes) {
    return refused({ code: 'too-many-times', field: 'times', count: lines.length, most: mostTimes });
  }
  const read = lines.map(each => ({ ...each, span: readSpan(each.words, here) }));
  const spans = read.flatMap(({ span }) => (span.ok ? [span.value] : []));
  const problems = read.flatMap(({ line, words: text, span }) => {
    const why = span.ok ? repeatedIn(spans, span.value) : span.refusal;
    return why ? [{ line, words: text, why }] : [];
  });
  return problems.length > 0
    ? refused({ code: 'bad-times', field: 'times', problems, example: exampleOf(here) })
    : done(spans.toSorted((a, b) => order(a, b)));
}

/**
 * One time, «tirsdag 2. mars kl. 10–11.30».
 * @param lengthMs how long it is when no end is written; without it an end must be
 */
export function readSpan(words: string, here: Here, lengthMs?: number): Outcome<Span, BadTime> {
  const moment = readMoment(words, here);
  if (!moment.ok) return refused(moment.refusal.code);
  if (moment.value.rest !== '') return refused('unread');
  if (moment.value.kind !== 'moment') return refused('no-one-day');
  const { on, from, to } = moment.value;
  if (from === undefined) return refused('no-clock');
  if (to === undefined && lengthMs === undefined) return refused('no-end');
  const startsAt = instantAt(on, from, here.zone, 'times');
  if (!startsAt.ok) return refused(startsAt.refusal.code);
  const endsAt = to === undefined ? done(later(startsAt.value, lengthMs ?? 0)) : endOn(on, to, here.zone);
  if (!endsAt.ok) return endsAt;
  return within({ startsAt: startsAt.value, endsAt: endsAt.value }, here.now);
}

/** A time that would be taken, to show how one is written: on a Tuesday one to two weeks from now. */
export function exampleOf({ now, zone }: Here): Span {
  const on = nextWeekday(daysLater(dayOf(now, zone), 7), 'tuesday');
  const [startsAt] = momentsAt(on, '10:00', zone);
  return lasting(startsAt, 90);
}

/** A day and nothing else, «1. mars», `2027-03-01`; undefined when it is not. */
export function readOneDay(words: string, here: Here): PlainDate | undefined {
  const moment = readMoment(words, here);
  return moment.ok && moment.value.kind === 'moment' && moment.value.rest === '' ? moment.value.on : undefined;
}

export function lasting(startsAt: Instant, minutes: number): Span {
  return { startsAt, endsAt: later(startsAt, minutes * 60_000) };
}

function endOn(on: PlainDate, to: string, zone: string): Outcome<Instant, BadTime> {
  const at = instantAt(on, to, zone, 'times');
  return at.ok ? at : refused(at.refusal.code);
}

function within(span: Span, now: Instant): Outcome<Span, BadTime> {
  if (span.endsAt <= span.startsAt) return refused('ends-before-start');
  if (span.startsAt <= now) return refused('past');
  return span.startsAt > later(now, longestDaysAhead * 86_400_000) ? refused('far') : done(span);
}

/** The later of two lines that say the same would say it to nobody's use; both are told of. */
function repeatedIn(spans: readonly Span[], span: Span): BadTime | undefined {
  return spans.filter(each => order(each, span) === 0).length > 1 ? 'repeated' : undefined;
}

function order(a: Span, b: Span): number {
  const [one, other] = [`${a.startsAt} ${a.endsAt}`, `${b.startsAt} ${b.endsAt}`];
  return one === other ? 0 : one < other ? -1 : 1;
}
