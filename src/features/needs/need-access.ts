/** Finds a round and a need for those who may know of them. */
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { dayOf } from '../../world.ts';
import { type Actor, allowed } from '../networks/identify-member.ts';
import { members, networkPartition, parties } from '../networks/network-store.ts';
import { may } from '../networks/who-may.ts';
import { answerersOf, answersFor, type People } from './answerers.ts';
import type { Invited } from './invited.ts';
import type { Need, NeedId } from './need.ts';
import { needDocId, needs, roundPartition, rounds } from './need-store.ts';
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
  const standsIn = mayHandle && need.value.takenIn !== undefined && answerersOf(party, people).length === 0;
  return isOwn || mayHandle ? { round, need, party, isOwn, mayHandle, standsIn } : undefined;
}

/** What a party has in a round, in the order it was begun. */
export async function needsOf({ store }: Tools, round: RoundId, party: string): Promise<readonly Need[]> {
  // Every key that begins so, another party's too whose name goes on.
  const all = await needs.all(store, roundPartition(round), { from: `${party} `, to: `${party} ~` });
  return all.map(({ value }) => value).filter(({ partyKey }) => partyKey === party);
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

async function peopleOf({ store, world }: Tools, { network, seats }: Actor): Promise<People> {
  const partition = networkPartition(network.id);
  const [allParties, allMembers] = await Promise.all([parties.all(store, partition), members.all(store, partition)]);
  return {
    parties: allParties.map(({ value }) => value),
    members: allMembers.map(({ value }) => value),
    seats,
    day: dayOf(world.clock.now(), network.zone),
  };
}
