import type { Tools } from '../../tools.ts';
import type { Seat } from '../networks/network.ts';
import { members, networkPartition, seats } from '../networks/network-store.ts';
import { type Ballot, type ElectorId, isElector, type Poll, seatElector, type Tally } from './poll.ts';
import { answered, ballots, pollPartition, urns } from './poll-store.ts';
import { tallyOf } from './tally.ts';

/** Who was asked, who has answered, and the count; read from the store each time it is asked for. */
export type Count = { readonly tally: Tally; readonly answeredBy: ReadonlySet<ElectorId>; readonly electors: Electors };

/** A formal ballot's seats; in an opinion poll only how many members there are. */
export type Electors =
  | { readonly kind: 'seats'; readonly seats: readonly Seat[] }
  | { readonly kind: 'members'; readonly count: number };

export async function countPoll(tools: Pick<Tools, 'store'>, poll: Poll): Promise<Count> {
  const electors = await electorsOf(tools, poll);
  return poll.secrecy === 'open' ? countOpen(tools, poll, electors) : countSecret(tools, poll, electors);
}

async function electorsOf({ store }: Pick<Tools, 'store'>, poll: Poll): Promise<Electors> {
  const partition = networkPartition(poll.networkId);
  if (poll.kind === 'opinion') return { kind: 'members', count: await store.count(partition, members.type) };
  const all = (await seats.all(store, partition)).map(kept => kept.value);
  return { kind: 'seats', seats: all.filter(seat => isElector(poll, seat)) };
}

async function countOpen({ store }: Pick<Tools, 'store'>, poll: Poll, electors: Electors): Promise<Count> {
  const cast = (await ballots.all(store, pollPartition(poll.id))).map(kept => kept.value);
  const valid = validBallots(cast, electors);
  return {
    tally: tallyOf(poll, valid, entitledOf(electors)),
    answeredBy: new Set(valid.map(ballot => ballot.elector)),
    electors,
  };
}

async function countSecret({ store }: Pick<Tools, 'store'>, poll: Poll, electors: Electors): Promise<Count> {
  const partition = pollPartition(poll.id);
  const [urn, given] = await Promise.all([urns.get(store, partition, 'urn'), answered.all(store, partition)]);
  const sums = new Map(urn?.value.counts.map(({ option, count }) => [option, count]));
  const counts = poll.options.map(({ id }) => ({ option: id, count: sums.get(id) ?? 0 }));
  return {
    tally: { counts, answered: urn?.value.ballots ?? 0, entitled: entitledOf(electors) },
    answeredBy: new Set(given.map(kept => kept.value.elector)),
    electors,
  };
}

function entitledOf(electors: Electors): number {
  return electors.kind === 'seats' ? electors.seats.length : electors.count;
}

/** Ballots of electors only: a seat that lost its vote while the poll was open is not counted. */
function validBallots(cast: readonly Ballot[], electors: Electors): readonly Ballot[] {
  if (electors.kind === 'members') return cast;
  const entitled = new Set(electors.seats.map(seatElector));
  return cast.filter(ballot => entitled.has(ballot.elector));
}
