/** What was asked for → a round that can be shown and opened. Pure. */
import { done, type Outcome, refused } from '../../outcome.ts';
import { schemeMeant } from '../../reference/grant-schemes.ts';
import { dayOf, type Instant, later, type PlainDate } from '../../world.ts';
import { endOfDay, momentsAt } from '../year/local-time.ts';
import { readDate, type UnreadDate } from '../year/read-date.ts';
import { type PickRefusal, pickInvited } from './invited.ts';
import { openScheme, type Round, type RoundForm, type SchemeRefusal } from './round.ts';

export type RoundWanted = {
  /** Its code, or words that name it. */
  readonly scheme: string;
  readonly year: number;
  readonly form: RoundForm;
  /** One a line: see invited.ts. */
  readonly invited: readonly string[];
  /** Days in people's own words, or ISO dates. Without a first day it opens at once. */
  readonly opensOn?: string | undefined;
  readonly closesOn: string;
};

/** @property opensAt absent: when somebody opens it */
export type RoundPlan = Pick<Round, 'scheme' | 'year' | 'form' | 'invited' | 'closesAt'> & {
  readonly opensAt?: Instant;
};

export type ClosingRefusal =
  | UnreadDate<'closesOn'>
  | { readonly code: 'deadline-past'; readonly field: 'closesOn' }
  | { readonly code: 'deadline-far'; readonly field: 'closesOn' };

export type RoundPlanRefusal =
  | SchemeRefusal
  | PickRefusal
  | ClosingRefusal
  | UnreadDate<'opensOn'>
  | { readonly code: 'round-opens-past'; readonly field: 'opensOn' }
  | { readonly code: 'round-opens-late'; readonly field: 'opensOn' }
  /** Needs are collected for grants that are still to be given. */
  | { readonly code: 'round-year'; readonly field: 'year'; readonly first: number; readonly last: number };

const longestMs = 400 * 86_400_000;
const yearsAhead = 3;

/** The years whose grants are still to be given, the first of them this one. */
export function yearsToCollectFor(thisYear: number): readonly number[] {
  return Array.from({ length: yearsAhead + 1 }, (_, ahead) => thisYear + ahead);
}

type Here = { readonly now: Instant; readonly zone: string };

/** @property partyNames of the network that collects */
type Network = Here & { readonly partyNames?: readonly string[] };

export function planRound(wanted: RoundWanted, here: Network): Outcome<RoundPlan, RoundPlanRefusal> {
  const { form, year } = wanted;
  const thisYear = Number(dayOf(here.now, here.zone).slice(0, 4));
  if (!yearsToCollectFor(thisYear).includes(year)) {
    return refused({ code: 'round-year', field: 'year', first: thisYear, last: thisYear + yearsAhead });
  }
  const scheme = openScheme(schemeMeant(wanted.scheme)?.code ?? wanted.scheme, year);
  if (!scheme.ok) return scheme;
  const invited = pickInvited(wanted.invited, here.partyNames);
  if (!invited.ok) return invited;
  const closesAt = closingOn(wanted.closesOn, here);
  if (!closesAt.ok) return closesAt;
  const plan = { scheme: scheme.value.code, year, form, invited: [...invited.value], closesAt: closesAt.value };
  if (wanted.opensOn === undefined) return done(plan);
  const opensAt = openingOn(wanted.opensOn, plan.closesAt, here);
  return opensAt.ok ? done({ ...plan, ...(opensAt.value > here.now && { opensAt: opensAt.value }) }) : opensAt;
}

/** In: a day, in people's own words or as an ISO date. Out: its last second. */
export function closingOn(words: string, here: Here): Outcome<Instant, ClosingRefusal> {
  const day = readDate(words, 'closesOn', here);
  if (!day.ok) return day;
  const at = endOfDay(day.value.on, here.zone);
  if (at <= here.now) return refused({ code: 'deadline-past', field: 'closesOn' });
  if (at > later(here.now, longestMs)) return refused({ code: 'deadline-far', field: 'closesOn' });
  return done(at);
}

function openingOn(words: string, closesAt: Instant, here: Here): Outcome<Instant, RoundPlanRefusal> {
  const day = readDate(words, 'opensOn', here);
  if (!day.ok) return day;
  const { on } = day.value;
  if (on < dayOf(here.now, here.zone)) return refused({ code: 'round-opens-past', field: 'opensOn' });
  const at = dayBegins(on, here.zone);
  return at >= closesAt ? refused({ code: 'round-opens-late', field: 'opensOn' }) : done(at);
}

function dayBegins(day: PlainDate, zone: string): Instant {
  return momentsAt(day, '00:00', zone)[0];
}
