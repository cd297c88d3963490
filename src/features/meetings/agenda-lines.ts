/** The agenda (saksliste) of a meeting: its order, its times, and what changed since it was sent. Pure. */
import { z } from 'zod';
import { done, type Outcome, refused } from '../../outcome.ts';
import { type Instant, later } from '../../world.ts';
import { instant } from '../networks/network.ts';
import { type Case, type CaseId, caseId, caseNumberText, type Done, deed, stateOfCase } from './case.ts';
import { askedSending, type Fate } from './sending-asked.ts';

/** A case as it stood on an agenda that was sent. */
const sentLine = z.object({
  caseId,
  number: z.string().optional(),
  title: z.string(),
  approves: z.int().positive().optional(),
  startsAt: instant.optional(),
});
export type SentLine = z.infer<typeof sentLine>;

export const agendaSchema = z.object({
  /** Raised by every change of what stands on it or in which order: whoever orders an older one is told. */
  revision: z.int().nonnegative(),
  order: z.array(caseId),
  changed: deed,
  /** Each time it was sent, oldest first, and what it said. */
  sent: z.array(deed.extend({ lines: z.array(sentLine) })).default([]),
  /** What whoever leads has yet to agree to send. */
  waiting: askedSending.extend({ lines: z.array(sentLine) }).optional(),
});
export type Agenda = z.infer<typeof agendaSchema>;

/** A case with its place in the day; no times where an earlier case says not how long it takes. */
export type CaseOnAgenda = {
  readonly case: Case;
  readonly startsAt?: Instant | undefined;
  readonly endsAt?: Instant | undefined;
  /** Not on the agenda as it was last sent. */
  readonly isUnsent?: boolean;
};

/** What is to be sent has gone out, or never will. */
export function whenDecided(agenda: Agenda, fate: Fate): Agenda {
  if (!agenda.waiting || fate === 'waits') return agenda;
  const { request, lines } = agenda.waiting;
  const out = fate === 'dropped' ? [] : [{ at: fate.at, by: fate.by, request, lines }];
  return { ...agenda, waiting: undefined, sent: [...agenda.sent, ...out] };
}

export function emptyAgenda(by: Done): Agenda {
  return { revision: 0, order: [], changed: by, sent: [] };
}

/** The cases that stand on it, in its order. */
export function casesInOrder(agenda: Pick<Agenda, 'order'> | undefined, all: readonly Case[]): readonly Case[] {
  const byId = new Map(all.map(each => [each.id, each]));
  return (agenda?.order ?? []).flatMap(id => byId.get(id) ?? []).filter(each => stateOfCase(each) === 'onAgenda');
}

/** Those that wait for the secretariat, the oldest first. */
export function casesSuggested(all: readonly Case[]): readonly Case[] {
  return all
    .filter(each => stateOfCase(each) === 'suggested')
    .toSorted((a, b) => (a.suggested.at < b.suggested.at ? -1 : 1));
}

/** So long a suggestion waits for others, that they may be told of in one word. */
export const suggestionsGatheredMs = 5 * 60_000;

/**
 * What the word of one suggestion tells of: the last one's of all that wait, so that the others' need not be said. When the
 * last was taken back the word still tells of those that waited for it.
 */
export function suggestionsToldBy(id: string, all: readonly Case[]): readonly Case[] {
  const own = all.find(each => each.id === id);
  const waiting = casesSuggested(all);
  const last = waiting.at(-1);
  if (!own || !last) return [];
  const hasWaitedForIt =
    stateOfCase(own) !== 'suggested' &&
    last.suggested.at <= own.suggested.at &&
    own.suggested.at < later(last.suggested.at, suggestionsGatheredMs);
  return last.id === id || hasWaitedForIt ? waiting : [];
}

/** @param startsAt the meeting's start; none while it is not settled */
export function withTimes(cases: readonly Case[], startsAt: Instant | undefined): readonly CaseOnAgenda[] {
  let next = startsAt;
  return cases.map(each => {
    const begins = next;
    next = begins && each.minutes ? later(begins, each.minutes * 60_000) : undefined;
    return { case: each, ...(begins && { startsAt: begins }), ...(next && { endsAt: next }) };
  });
}

/** Which cases the agenda that is out lacks; none while nothing is out. */
export function markUnsent(cases: readonly CaseOnAgenda[], agenda: Agenda | undefined): readonly CaseOnAgenda[] {
  const last = agenda?.sent.at(-1);
  if (!last) return cases;
  return cases.map(each => (isIn(last.lines, each.case) ? each : { ...each, isUnsent: true }));
}

/** The cases of one sending, in its order, as long as they stand: one that came on the agenda later is not in it. */
export function casesSent(lines: readonly SentLine[], all: readonly Case[]): readonly Case[] {
  return casesInOrder({ order: lines.map(line => line.caseId) }, all);
}

/** Whether the case came too late for the sending that waits to be agreed to. */
export function isLeftOut({ waiting }: Pick<Agenda, 'waiting'>, each: Case): boolean {
  return waiting !== undefined && stateOfCase(each) === 'onAgenda' && !isIn(waiting.lines, each);
}

function isIn(lines: readonly SentLine[], { id }: Case): boolean {
  return lines.some(line => line.caseId === id);
}

/** Nothing that a sending tells is otherwise now: neither the lines nor what the cases say. */
export function isAsSent(
  { at, lines }: Agenda['sent'][number],
  now: readonly SentLine[],
  cases: readonly Pick<Case, 'edited'>[],
): boolean {
  const sameTimes = now.every(({ startsAt }, place) => lines[place]?.startsAt === startsAt);
  return (
    changesBetween(lines, now).length === 0 && sameTimes && cases.every(({ edited }) => !edited || edited.at <= at)
  );
}

/** The minutes of the cases that say how long they take. */
export function plannedMinutes(cases: readonly Case[]): number {
  return cases.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
}

export function sentLines(cases: readonly CaseOnAgenda[]): SentLine[] {
  return cases.map(({ case: { id, number, title, approves }, startsAt }) => ({
    caseId: id,
    title,
    ...(number && { number: caseNumberText(number) }),
    ...(approves && { approves: approves.number }),
    ...(startsAt && { startsAt }),
  }));
}

export type AgendaChange = { readonly kind: 'added' | 'gone' | 'renamed' | 'moved'; readonly line: SentLine };

/** What the later agenda has that the earlier had not. A case that only moved because another came or went is not told of. */
export function changesBetween(before: readonly SentLine[], after: readonly SentLine[]): readonly AgendaChange[] {
  const earlier = new Map(before.map(line => [line.caseId, line]));
  const remaining = new Set(after.map(line => line.caseId));
  const orderBefore = before.map(line => line.caseId).filter(id => remaining.has(id));
  const orderAfter = after.map(line => line.caseId).filter(id => earlier.has(id));
  return [
    ...before.filter(line => !remaining.has(line.caseId)).map(line => ({ kind: 'gone', line }) as const),
    ...after.flatMap((line): readonly AgendaChange[] => {
      const old = earlier.get(line.caseId);
      if (!old) return [{ kind: 'added', line }];
      const isMoved = orderBefore.indexOf(line.caseId) !== orderAfter.indexOf(line.caseId);
      return [
        ...(old.title === line.title ? [] : [{ kind: 'renamed', line } as const]),
        ...(isMoved ? [{ kind: 'moved', line } as const] : []),
      ];
    }),
  ];
}

export type OrderRefusal = { readonly code: 'bad-order'; readonly field: 'order'; readonly count: number };

/** In: «2 1 3», each place on the agenda as it stands, once. Out: the cases in that order. */
export function readOrder(words: string, order: readonly CaseId[]): Outcome<CaseId[], OrderRefusal> {
  const places = words.split(/[^\d]+/).filter(part => part !== '');
  const chosen = places.flatMap(place => order[Number(place) - 1] ?? []);
  const isWhole = places.length === order.length && new Set(chosen).size === order.length;
  return isWhole ? done(chosen) : refused({ code: 'bad-order', field: 'order', count: order.length });
}
