/** Finds a round and a need for those who may know of them. */
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { dayOf } from '../../world.ts';
import { type Actor, allowed } from '../networks/identify-member.ts';
import { mayActFor } from '../networks/network.ts';
import { members, networkPartition, parties } from '../networks/network-store.ts';
import { may } from '../networks/who-may.ts';
import { answerersOf, answersFor, type People } from './answerers.ts';
import type { Invited } from './invited.ts';
import type { Need, NeedId } from './need.ts';
import { isInSet } from './need-set.ts';
import { mayStep } from './need-state.ts';
import { bundles, needDocId, needs, roundPartition, rounds } from './need-store.ts';
import type { Round, RoundId } from './round.ts';

/** It is not there, or is no business of theirs. */
export type NoNeed = { readonly code: 'no-need' };

export type NeedSeen = {
  readonly round: Kept<Round>;
  readonly need: Kept<Need>;
  readonly party: Invited;
  /** They answer for the party. */
  readonly isOwn: boolean;
  /** They are of the secretariat. */
  readonly mayHandle: boolean;
  /** They are of the secretariat, which took it in from a file for a party that has nobody here: they may send it. */
  readonly standsIn: boolean;
  readonly bundle: BundleKnown | undefined;
};

/** What the parties of a bundle may know of it: nothing of what the others have written. */
export type BundleKnown = {
  readonly number: number;
  readonly title: string;
  readonly responsible: string;
  /** How many needs of others are in it. */
  readonly others: number;
};

/** A round of the actor's own network. */
export async function roundFor({ store }: Tools, actor: Actor, id: RoundId): Promise<Kept<Round> | undefined> {
  const round = await rounds.get(store, roundPartition(id), 'round');
  return round?.value.networkId === actor.network.id ? round : undefined;
}

/** The invited parties of a round that the actor may answer for. */
export async function partiesOf(tools: Tools, actor: Actor, round: Round): Promise<readonly Invited[]> {
  if (!allowed(actor, 'need.write').ok) return [];
  return answersFor(actor.member, round.invited, await peopleOf(tools, actor));
}

/** The names of the parties the actor has a seat of, invited or not. */
export async function ownParties(tools: Tools, actor: Actor): Promise<readonly string[]> {
  const { parties: all, seats, day } = await peopleOf(tools, actor);
  const ids = new Set(seats.filter(seat => mayActFor(actor.member, seat, day)).map(({ partyId }) => partyId));
  return all.filter(({ id }) => ids.has(id)).map(({ name }) => name);
}

/** @returns undefined to whoever neither answers for the party nor is of the secretariat */
export async function needFor(
  tools: Tools,
  actor: Actor,
  wanted: { readonly round: RoundId; readonly need: NeedId },
): Promise<NeedSeen | undefined> {
  const round = await roundFor(tools, actor, wanted.round);
  const need = round && (await needs.get(tools.store, round.partition, needDocId(wanted.need)));
  const party = need && round.value.invited.find(({ key }) => key === need.value.partyKey);
  if (!round || !need || !party) return undefined;
  const people = await peopleOf(tools, actor);
  const isOwn = allowed(actor, 'need.write').ok && answersFor(actor.member, [party], people).length > 0;
  const mayHandle = may(actor.roles, 'need.handle');
  if (!isOwn && !mayHandle) return undefined;
  const standsIn = mayHandle && need.value.takenIn !== undefined && answerersOf(party, people).length === 0;
  return { round, need, party, isOwn, mayHandle, standsIn, bundle: await bundleOf(tools, round.value, need.value) };
}

/** What a party has in a round, in the order it was begun. */
export async function needsOf({ store }: Tools, round: RoundId, party: string): Promise<readonly Need[]> {
  // Every key that begins so, another party's too whose name goes on.
  const all = await needs.all(store, roundPartition(round), { from: `${party} `, to: `${party} ~` });
  return all.map(({ value }) => value).filter(({ partyKey }) => partyKey === party);
}

/** Before it is bundled a need is in none; that is most of its life. */
async function bundleOf({ store }: Tools, round: Round, need: Need): Promise<BundleKnown | undefined> {
  if (!isInSet(need) || mayStep('bundle', need.state)) return undefined;
  const partition = roundPartition(round.id);
  const made = (await bundles.all(store, partition)).map(({ value }) => value);
  const bundle = made.find(({ undone, needIds }) => !undone && needIds.includes(need.id));
  if (!bundle) return undefined;
  const { number, title, responsible, needIds } = bundle;
  const others = needIds.filter(id => id !== need.id);
  const parts = await Promise.all(others.map(id => needs.get(store, partition, needDocId(id))));
  const name = round.invited.find(({ key }) => key === responsible)?.name ?? '';
  return { number, title, responsible: name, others: parts.filter(part => part && isInSet(part.value)).length };
}

/** Who may answer for a party as the network is now. */
export async function answerersFor(tools: Tools, actor: Actor, party: Invited) {
  return answerersOf(party, await peopleOf(tools, actor));
}

/** Those of a round's needs whose party has nobody here. */
export async function withoutPeople(tools: Tools, actor: Actor, round: Round, all: readonly Need[]) {
  const people = await peopleOf(tools, actor);
  const empty = new Set(round.invited.filter(each => answerersOf(each, people).length === 0).map(({ key }) => key));
  return all.filter(({ partyKey }) => empty.has(partyKey));
}

export async function peopleOf({ store, world }: Tools, { network, seats }: Actor): Promise<People> {
  const partition = networkPartition(network.id);
  const [allParties, allMembers] = await Promise.all([parties.all(store, partition), members.all(store, partition)]);
  return {
    parties: allParties.map(({ value }) => value),
    members: allMembers.map(({ value }) => value),
    seats,
    day: dayOf(world.clock.now(), network.zone),
  };
}
