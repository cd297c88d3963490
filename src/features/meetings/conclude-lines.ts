/** What is typed one a line when a case is concluded: follow-ups, and what someone wants said against it. Pure. */
import { done, type Outcome, refused } from '../../outcome.ts';
import { dayOf, type Instant, type PlainDate } from '../../world.ts';
import type { Member, MemberId } from '../networks/network.ts';
import { daysLater } from '../year/days.ts';
import { readMoment } from '../year/read-moment.ts';
import type { AgreedFollowUp, Dissent } from './case-conclusion.ts';

export const mostFollowUps = 20;

export type FollowUpLine = {
  readonly ownerId: MemberId;
  readonly who: string;
  readonly what: string;
  readonly dueOn?: PlainDate;
};

export type ConclusionLinesRefusal =
  /** Not «who: what». */
  | { readonly code: 'follow-up-form'; readonly field: 'followUps'; readonly line: number }
  /** Not the name of one member. */
  | { readonly code: 'follow-up-person'; readonly field: 'followUps'; readonly line: number; readonly name: string }
  | { readonly code: 'follow-up-due'; readonly field: 'followUps'; readonly line: number }
  | { readonly code: 'follow-up-past'; readonly field: 'followUps'; readonly line: number }
  | { readonly code: 'too-many-follow-ups'; readonly field: 'followUps'; readonly most: number }
  /** Whose words it is must stand first. */
  | { readonly code: 'dissent-party'; readonly field: 'dissent'; readonly line: number }
  /** Begins with something else than a party's name, as it was typed. */
  | { readonly code: 'dissent-unknown'; readonly field: 'dissent'; readonly line: number; readonly name: string }
  /** Nobody of that party is recorded as present. */
  | { readonly code: 'dissent-absent'; readonly field: 'dissent'; readonly line: number; readonly party: string };

export type Today = { readonly now: Instant; readonly zone: string };

/** Who may be named: the network's members, and whoever was agreed to before, also one who has left since. */
export type Known = {
  readonly people: readonly Pick<Member, 'id' | 'name'>[];
  readonly before: readonly Pick<AgreedFollowUp, 'ownerId' | 'who' | 'what' | 'dueOn'>[];
};

/**
 * In: «Kari: sende brev ; 1. mars» or «Kari: sende brev innen 1. mars», one a line. Out: each with its owner and the day it is due. A day that has passed is
 * refused, unless it was agreed to before.
 */
export function readFollowUps(
  text: string,
  known: Known,
  today: Today,
): Outcome<readonly FollowUpLine[], ConclusionLinesRefusal> {
  const read: FollowUpLine[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const followUp = readFollowUp(line, at + 1, known, today);
    if (!followUp.ok) return followUp;
    read.push(followUp.value);
  }
  return read.length > mostFollowUps
    ? refused({ code: 'too-many-follow-ups', field: 'followUps', most: mostFollowUps })
    : done(read);
}

function readFollowUp(
  text: string,
  line: number,
  { people, before }: Known,
  today: Today,
): Outcome<FollowUpLine, ConclusionLinesRefusal> {
  const [, name = '', rest = ''] = /^([^:;]+):(.*)$/.exec(text) ?? [];
  const [what = '', due = '', ...more] = partsOf(rest, today);
  if (name.trim() === '' || what === '' || more.length > 0) {
    return refused({ code: 'follow-up-form', field: 'followUps', line });
  }
  const earlier = before.map(({ ownerId: id, who }) => ({ id, name: who }));
  const owner = personNamed(name.trim(), people) ?? personNamed(name.trim(), earlier);
  if (!owner) return refused({ code: 'follow-up-person', field: 'followUps', line, name: name.trim() });
  const common = { ownerId: owner.id, who: owner.name, what };
  if (due === '') return done(common);
  const dueOn = dayMeant(due, today);
  if (dueOn === undefined) return refused({ code: 'follow-up-due', field: 'followUps', line });
  const isKnown = before.some(each => each.what === what && each.ownerId === owner.id && each.dueOn === dueOn);
  return dueOn < dayOf(today.now, today.zone) && !isKnown
    ? refused({ code: 'follow-up-past', field: 'followUps', line })
    : done({ ...common, dueOn });
}

/** What is to be done, and by when: after a semicolon, or as people write, «sende brev innen 1. februar». */
function partsOf(rest: string, today: Today): readonly string[] {
  const parts = rest.split(';').map(part => part.trim());
  const [, what, due] = (parts.length === 1 && dueLast.exec(rest)) || [];
  return what && due && dayMeant(due, today) !== undefined ? [what.trim(), due] : parts;
}

const dueLast = /^(.*\S)\s+((?:frist|innen|innan|deadline|due|by)\s*:?\s+\S.*)$/i;

type Named = Known['people'][number];

/** A whole name, or the words that only one person's name begins with. */
function personNamed(name: string, people: readonly Named[]): Named | undefined {
  const wanted = name.toLocaleLowerCase('nb');
  const exact = people.filter(person => person.name.toLocaleLowerCase('nb') === wanted);
  const begun = people.filter(person => person.name.toLocaleLowerCase('nb').startsWith(`${wanted} `));
  const named = new Map((exact.length > 0 ? exact : begun).map(person => [person.id, person]));
  const [only, ...others] = named.values();
  return others.length === 0 ? only : undefined;
}

/** A day, or the Friday of a week; «frist» and the like may stand before it. */
function dayMeant(due: string, { now, zone }: Today): PlainDate | undefined {
  const read = readMoment(due.replace(dueWords, ''), { now, zone });
  if (!read.ok || read.value.rest.trim() !== '') return undefined;
  switch (read.value.kind) {
    case 'moment':
      return read.value.on;
    case 'week':
      return daysLater(read.value.firstOn, 4);
    case 'before':
      return undefined;
  }
}

const dueWords = /^(?:frist|innen|innan|deadline|due|by)\s*:?\s+/i;

/** The follow-ups as they are typed, for the form to be corrected in. @param day how a day is written so that it is read again */
export function followUpsText(
  followUps: readonly { readonly who: string; readonly what: string; readonly dueOn?: PlainDate | undefined }[],
  day: (on: PlainDate) => string,
): string {
  return followUps.map(({ who, what, dueOn }) => `${who}: ${what}${dueOn ? ` ; ${day(dueOn)}` : ''}`).join('\n');
}

/**
 * In: «Utdanningsforbundet: Vi mener …»; a line without a name goes on with the one before.
 * @param parties whose it may be, and whether they are recorded as not present: one who was not there has said nothing
 */
export function readDissent(
  text: string,
  parties: readonly { readonly name: string; readonly isAbsent: boolean }[],
): Outcome<readonly Dissent[], ConclusionLinesRefusal> {
  const read: Dissent[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, party, said = ''] = /^([^:]{1,100}):(?!\/\/)(.*)$/.exec(line) ?? [];
    const before = read.at(-1);
    const refusal = party === undefined ? undefined : unlistened(party.trim(), parties, at + 1);
    if (refusal) return refused(refusal);
    if (party !== undefined) read.push({ party: party.trim(), text: said.trim() });
    else if (before) read[read.length - 1] = { ...before, text: `${before.text}\n${line.trim()}`.trim() };
    else return refused({ code: 'dissent-party', field: 'dissent', line: at + 1 });
  }
  return done(read);
}

/** Why nothing is written down as said by that name. */
function unlistened(name: string, parties: Parameters<typeof readDissent>[1], line: number) {
  const meant = parties.filter(party => isNamed(party.name, name));
  const [first] = meant;
  if (!first) return { code: 'dissent-unknown', field: 'dissent', line, name } as const;
  return meant.every(({ isAbsent }) => isAbsent)
    ? ({ code: 'dissent-absent', field: 'dissent', line, party: first.name } as const)
    : undefined;
}

/** By the whole name, or by the words it begins with. */
export function isNamed(name: string, typed: string): boolean {
  return `${name} `.toLocaleLowerCase('nb').startsWith(`${typed} `.toLocaleLowerCase('nb'));
}

export function dissentText(dissent: readonly Dissent[]): string {
  return dissent.map(({ party, text }) => `${party}: ${text}`).join('\n');
}
