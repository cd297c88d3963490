/** What a roster would change in a network, and the operations that change it. Pure. */
import { done, type Outcome, refused } from '../../outcome.ts';
import { mostOperations, type Operation } from '../../store/store.ts';
import type { PlainDate } from '../../world.ts';
import type { Member, Party, Seat, SeatId, StandingRole } from './network.ts';
import { members, parties, seats } from './network-store.ts';
import type { Present, RosterProblem, RosterRow, SeatRow, Wanted } from './roster.ts';
import { matchParties } from './roster-parties.ts';
import { matchPeople, type People } from './roster-people.ts';

/** Parties, seats and members are called what they are called afterwards, except where `before` says otherwise. */
export type RosterChange =
  | { readonly kind: 'party-added'; readonly party: string }
  | { readonly kind: 'party-renamed'; readonly before: string; readonly party: string }
  | { readonly kind: 'party-placed'; readonly party: string; readonly municipalityNumber: string }
  | { readonly kind: 'member-added'; readonly member: string }
  | { readonly kind: 'member-renamed'; readonly before: string; readonly member: string }
  | {
      readonly kind: 'email-changed';
      readonly member: string;
      readonly before?: string | undefined;
      readonly email: string;
    }
  | { readonly kind: 'roles-changed'; readonly member: string; readonly roles: readonly StandingRole[] }
  | { readonly kind: 'seat-added'; readonly seat: number; readonly party: string; readonly isVoting: boolean }
  | { readonly kind: 'seat-moved'; readonly seat: number; readonly before: string; readonly party: string }
  | { readonly kind: 'group-changed'; readonly seat: number; readonly party: string; readonly group: Seat['group'] }
  | { readonly kind: 'term-changed'; readonly seat: number; readonly party: string; readonly term: Seat['term'] }
  | { readonly kind: 'voting-given'; readonly seat: number; readonly party: string }
  | { readonly kind: 'voting-taken'; readonly seat: number; readonly party: string }
  /** Without a member: the seat is vacant. */
  | {
      readonly kind: 'holder-changed';
      readonly seat: number;
      readonly party: string;
      readonly member?: string | undefined;
    }
  | {
      readonly kind: 'deputies-changed';
      readonly seat: number;
      readonly party: string;
      readonly members: readonly string[];
    };

export type RosterPlan = {
  readonly changes: readonly RosterChange[];
  /** Numbers of the seats the file does not name: they stay as they are. */
  readonly untouched: readonly number[];
  /**
   * For the network's partition, in order. One batch, and so all or nothing, up to a hundred documents; a longer plan
   * writes parties and members before the seats that name them, so that one cut short is only unfinished, and applying
   * the file again finishes it.
   */
  readonly batches: readonly (readonly Operation[])[];
};

/**
 * A roster only adds and changes: who and what it does not name stays. A plan that was carried out leaves nothing for
 * the next plan of the same file.
 * @param today a new seat's term begins then, where the file does not say
 */
export function planRoster(
  present: Present,
  rows: readonly RosterRow[],
  today: PlainDate,
): Outcome<RosterPlan, readonly RosterProblem[]> {
  const seatRows = rows.filter(row => row.kind === 'seat');
  const people = matchPeople(present, rows);
  const owners = matchParties(present, seatRows);
  const line = leaderless(people, rows);
  if (line !== undefined) return refused([{ code: 'no-coordinator', line, column: 'role' }]);
  const planned = seatRows.map(row => planSeat(present, row, people, owners.partyOf(row), today));
  const steps = [...owners.all.map(partyStep), ...people.all.map(memberStep), ...planned].filter(
    step => step.operation !== undefined,
  );
  const named = new Set(seatRows.map(row => row.number));
  return done({
    changes: steps.flatMap(step => step.changes),
    untouched: present.seats.map(kept => kept.value.number).filter(number => !named.has(number)),
    batches: chunksOf(steps.flatMap(step => step.operation ?? [])),
  });
}

/** A network without a coordinator could never get one again. @returns the line that takes the last one's role away */
function leaderless({ all, untouched }: People, rows: readonly RosterRow[]): number | undefined {
  const after = [...untouched.map(kept => kept.value), ...all.map(each => each.after)];
  if (after.some(member => member.roles.includes('coordinator'))) return undefined;
  return rows.find(row => row.roles && !row.roles.includes('coordinator'))?.line ?? 1;
}

type Step = { readonly changes: readonly RosterChange[]; readonly operation?: Operation | undefined };

function partyStep({ kept, after }: Wanted<Party>): Step {
  if (!kept)
    return { changes: [{ kind: 'party-added', party: after.name }], operation: parties.create(after.id, after) };
  const { municipalityNumber } = after;
  const changes: RosterChange[] = [];
  if (kept.value.name !== after.name)
    changes.push({ kind: 'party-renamed', before: kept.value.name, party: after.name });
  if (municipalityNumber !== undefined && kept.value.municipalityNumber !== municipalityNumber) {
    changes.push({ kind: 'party-placed', party: after.name, municipalityNumber });
  }
  return { changes, operation: changes.length > 0 ? parties.replace(kept, after) : undefined };
}

function memberStep({ kept, after }: Wanted<Member>): Step {
  const before = kept?.value;
  const changes: RosterChange[] = [];
  const member = after.name;
  if (!before) changes.push({ kind: 'member-added', member });
  else if (before.name !== member) changes.push({ kind: 'member-renamed', before: before.name, member });
  if (before && after.email && before.email !== after.email) {
    changes.push({ kind: 'email-changed', member, before: before.email, email: after.email });
  }
  if (!isSameSet(before?.roles ?? [], after.roles)) changes.push({ kind: 'roles-changed', member, roles: after.roles });
  if (changes.length === 0) return { changes };
  return { changes, operation: kept ? members.replace(kept, after) : members.create(after.id, after) };
}

function planSeat(present: Present, row: SeatRow, people: People, party: Party, today: PlainDate): Step {
  const kept = present.seats.find(({ value }) => value.number === row.number);
  const before = kept?.value;
  const holderId = row.holder === undefined ? before?.holderId : people.holderOf(row)?.id;
  const deputies = row.deputies && people.deputiesOf(row);
  const { holderId: _, ...others } = before ?? {};
  const after: Seat = {
    ...others,
    id: before?.id ?? (`seat-${row.number}` as SeatId),
    number: row.number,
    partyId: party.id,
    group: row.group,
    term: row.term ?? before?.term ?? { from: today },
    isVoting: row.isVoting,
    deputyIds: deputies?.map(member => member.id) ?? before?.deputyIds ?? [],
    ...(holderId && { holderId }),
  };
  const changes = seatChanges(present, before, after, people, party.name);
  if (changes.length === 0) return { changes };
  return { changes, operation: kept ? seats.replace(kept, after) : seats.create(after.id, after) };
}

function seatChanges(
  present: Present,
  before: Seat | undefined,
  after: Seat,
  people: People,
  party: string,
): readonly RosterChange[] {
  const about = { seat: after.number, party };
  const holder: RosterChange = { kind: 'holder-changed', ...about, member: people.nameOf(after.holderId) };
  const names = after.deputyIds.flatMap(id => people.nameOf(id) ?? []);
  const deputies: RosterChange = { kind: 'deputies-changed', ...about, members: names };
  const isSame = {
    holder: before?.holderId === after.holderId,
    deputies: isSameSet(before?.deputyIds ?? [], after.deputyIds),
  };
  const persons = [...(isSame.holder ? [] : [holder]), ...(isSame.deputies ? [] : [deputies])];
  if (!before) return [{ kind: 'seat-added', ...about, isVoting: after.isVoting }, ...persons];
  const changes: RosterChange[] = [];
  if (before.partyId !== after.partyId) {
    changes.push({ kind: 'seat-moved', ...about, before: partyName(present, before.partyId) });
  }
  if (before.group !== after.group) changes.push({ kind: 'group-changed', ...about, group: after.group });
  if (before.term.from !== after.term.from || before.term.to !== after.term.to) {
    changes.push({ kind: 'term-changed', ...about, term: after.term });
  }
  if (before.isVoting !== after.isVoting)
    changes.push({ kind: after.isVoting ? 'voting-given' : 'voting-taken', ...about });
  return [...changes, ...persons];
}

function partyName(present: Present, id: string): string {
  return present.parties.find(({ value }) => value.id === id)?.value.name ?? '';
}

function isSameSet<T>(one: readonly T[], other: readonly T[]): boolean {
  return new Set(one).symmetricDifference(new Set(other)).size === 0;
}

function chunksOf(operations: readonly Operation[]): readonly (readonly Operation[])[] {
  const count = Math.ceil(operations.length / mostOperations);
  return Array.from({ length: count }, (_, at) => operations.slice(at * mostOperations, (at + 1) * mostOperations));
}
