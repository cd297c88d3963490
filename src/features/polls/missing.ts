import { done, type Outcome, refused } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { dayOf } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { hasJoined, isInTerm, type Member, type MemberId, type Party, type Seat } from '../networks/network.ts';
import { members, networkPartition, parties } from '../networks/network-store.ts';
import { countPoll } from './count-poll.ts';
import { memberElector, type Poll, type PollId, seatElector } from './poll.ts';
import { pollPartition, polls } from './poll-store.ts';

/** One who was asked and has not answered: a seat with its party, or a member; and the people to ask about it. */
export type Missing = {
  readonly seat?: Seat;
  readonly party?: Party | undefined;
  readonly people: readonly Member[];
};

export type MissingRefusal = NotAllowed | { readonly code: 'no-poll' };

/** Who has not answered, for those who may chase them. */
export async function listMissing(
  tools: Tools,
  actor: Actor,
  id: PollId,
): Promise<Outcome<{ poll: Poll; missing: readonly Missing[] }, MissingRefusal>> {
  const right = allowed(actor, 'poll.missing');
  if (!right.ok) return right;
  const poll = await polls.get(tools.store, pollPartition(id), 'poll');
  if (!poll || poll.value.networkId !== actor.network.id) return refused({ code: 'no-poll' });
  return done({ poll: poll.value, missing: await missingIn(tools, poll.value, actor.network.zone) });
}

/** In the order of the seats, or of the members' names. */
export async function missingIn({ store, world }: Tools, poll: Poll, zone: string): Promise<readonly Missing[]> {
  const partition = networkPartition(poll.networkId);
  const [{ electors, answeredBy }, keptMembers, keptParties] = await Promise.all([
    countPoll({ store }, poll),
    members.all(store, partition),
    parties.all(store, partition),
  ]);
  const people = keptMembers.map(kept => kept.value);
  if (electors.kind === 'members') {
    const silent = people.filter(member => !answeredBy.has(memberElector(member)));
    return silent.toSorted((a, b) => a.name.localeCompare(b.name, 'nb')).map(member => ({ people: [member] }));
  }
  const byId = new Map(people.map(member => [member.id, member]));
  const partyOf = new Map(keptParties.map(({ value }) => [value.id, value]));
  const day = dayOf(world.clock.now(), zone);
  return electors.seats
    .filter(seat => !answeredBy.has(seatElector(seat)))
    .map(seat => ({
      seat,
      party: partyOf.get(seat.partyId),
      people: isInTerm(seat, day) ? peopleOf(seat, byId) : [],
    }));
}

/** The holder who has joined, else the deputies who have; where nobody has, those it is kept for. */
function peopleOf({ holderId, deputyIds }: Seat, byId: ReadonlyMap<MemberId, Member>): readonly Member[] {
  const named = (ids: readonly MemberId[]) => ids.flatMap(id => byId.get(id) ?? []);
  const holder = named(holderId ? [holderId] : []);
  const deputies = named(deputyIds);
  return [holder.filter(hasJoined), deputies.filter(hasJoined), holder].find(people => people.length > 0) ?? deputies;
}
