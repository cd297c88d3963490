/** What each party that a round asks has given, read at once. */
import type { Tools } from '../../tools.ts';
import { dayOf, type Instant, type PlainDate } from '../../world.ts';
import { isReachable, type Member, type MemberId, readsInChannels } from '../networks/network.ts';
import { members, networkPartition, parties, seats } from '../networks/network-store.ts';
import { answerersOf, type People } from './answerers.ts';
import { type Coverage, type CoverageState, coverageBy, coverageOf, coverageStateOf, isWaitedFor } from './coverage.ts';
import type { Invited } from './invited.ts';
import type { Need } from './need.ts';
import { isInSet } from './need-set.ts';
import type { NeedState } from './need-state.ts';
import { needs, roundPartition } from './need-store.ts';
import type { Round } from './round.ts';

export type Covered = {
  readonly invited: Invited;
  readonly state: CoverageState;
  readonly needs: readonly Need[];
  /** Who may answer for it and can be written to. */
  readonly people: readonly Member[];
};

/** In the order they are invited. */
export async function readCoverage(tools: Tools, round: Round, zone: string): Promise<readonly Covered[]> {
  const [all, people] = await Promise.all([
    needs.all(tools.store, roundPartition(round.id)),
    readPeople(tools, round, zone),
  ]);
  const given = all.map(({ value }) => value);
  return coveredBy(round.invited, given, people);
}

/** The same before anything is given. */
export async function coverageBefore(
  tools: Tools,
  { invited, networkId }: Pick<Round, 'invited' | 'networkId'>,
  zone: string,
): Promise<readonly Covered[]> {
  return coveredBy(invited, [], await readPeople(tools, { networkId }, zone));
}

function coveredBy(invited: readonly Invited[], given: readonly Need[], people: People): readonly Covered[] {
  const byParty = Map.groupBy(given, ({ partyKey }) => partyKey);
  return invited.map(each => covered(each, byParty.get(each.key) ?? [], people));
}

async function readPeople(
  { store, world }: Tools,
  { networkId }: Pick<Round, 'networkId'>,
  zone: string,
): Promise<People> {
  const partition = networkPartition(networkId);
  const [allParties, allSeats, allMembers] = await Promise.all([
    parties.all(store, partition),
    seats.all(store, partition),
    members.all(store, partition),
  ]);
  return {
    parties: allParties.map(({ value }) => value),
    seats: allSeats.map(({ value }) => value),
    members: allMembers.map(({ value }) => value),
    day: dayOf(world.clock.now(), zone),
  };
}

function covered(invited: Invited, given: readonly Need[], people: People): Covered {
  const reachable = answerersOf(invited, people).filter(isReachable);
  const has = (meant: NeedState) => given.some(({ state }) => state === meant);
  return {
    invited,
    needs: given,
    people: reachable,
    state: coverageStateOf({
      hasSubmitted: given.some(isInSet),
      hasReturned: has('returned'),
      hasDraft: has('draft'),
      isReachable: reachable.length > 0,
    }),
  };
}

/** @property byCounty, byOwnerType of codes; those without a county are under an empty one */
export type CoverageShown = {
  readonly all: Coverage;
  readonly byCounty: ReadonlyMap<string, Coverage>;
  readonly byOwnerType: ReadonlyMap<string, Coverage>;
};

export function summed(all: readonly Covered[]): CoverageShown {
  return {
    all: coverageOf(all.map(({ state }) => state)),
    byCounty: coverageBy(all.map(withGroup(({ county = '' }) => county)), groupOf),
    byOwnerType: coverageBy(all.map(withGroup(({ ownerType }) => ownerType)), groupOf),
  };
}

function withGroup(of: (invited: Invited) => string) {
  return ({ invited, state }: Covered) => ({ state, group: of(invited) });
}

function groupOf({ group }: { readonly group: string }): readonly string[] {
  return [group];
}

/** Those who have not answered: first those who can be reached, each in the order they are invited. */
export function missingFirstReached(all: readonly Covered[]): readonly Covered[] {
  return all
    .filter(({ state }) => state !== 'answered')
    .toSorted((one, other) => Number(one.people.length === 0) - Number(other.people.length === 0));
}

/** Those of whom an answer is waited for and who can be reached, in the order they are invited. */
export function waitedFor(all: readonly Covered[]): readonly Covered[] {
  return all.filter(({ state, people }) => isWaitedFor(state) && people.length > 0);
}

/** The people of those, each once. */
export function peopleWaitedFor(all: readonly Covered[]): readonly MemberId[] {
  return [...new Set(waitedFor(all).flatMap(({ people }) => people.map(({ id }) => id)))];
}

/** Of those, who reads of it in no channel. */
export function peopleOutside(all: readonly Covered[]): readonly MemberId[] {
  const outside = waitedFor(all).flatMap(({ people }) => people.filter(person => !readsInChannels(person)));
  return [...new Set(outside.map(({ id }) => id))];
}

/** What lacks of a party that has not answered. */
export type Lacking =
  | { readonly kind: 'begun' }
  /** The day its newest draft was last saved. */
  | { readonly kind: 'draft'; readonly on: PlainDate }
  | { readonly kind: 'returned'; readonly dueAt: Instant };

export function lackingOf({ needs: given }: Covered, zone: string): Lacking {
  const returned = given.flatMap(({ state, returned: by }) => (state === 'returned' && by ? [by.dueAt] : []));
  const [dueAt] = returned.toSorted();
  if (dueAt !== undefined) return { kind: 'returned', dueAt };
  const drafts = given.filter(({ state }) => state === 'draft');
  const saved = drafts.flatMap(({ startedAt, pages }) => [
    startedAt,
    ...Object.values(pages).map(({ savedAt }) => savedAt),
  ]);
  const last = saved.toSorted().at(-1);
  return last === undefined ? { kind: 'begun' } : { kind: 'draft', on: dayOf(last, zone) };
}
