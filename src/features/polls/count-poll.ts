import type { Tools } from '../../tools.ts';
import type { Seat } from '../networks/network.ts';
import { members, networkPartition, seats } from '../networks/network-store.ts';
import { type Ballot, type ElectorId, isElector, type Poll, seatElector, type Tally } from './poll.ts';
import { answered, ballots, pollPartition, urns } from './poll-store.ts';
import { countsWith, tallyOf } from './tally.ts';

/** Who was asked, who has answered, and the count; read from the store each time it is asked for. */
export type Count = { readonly tally: Tally; readonly answeredBy: ReadonlySet<ElectorId>; readonly electors: Electors };

/** A formal ballot's seats; in an opinion poll only how many members there are. */
type Electors =
  | { readonly kind: 'seats'; readonly seats: readonly Seat[] }
  | { readonly kind: 'members'; readonly count: number };

/**
 * A formal ballot that is closed is counted as it was then, whatever became of the seats since.
 * @param seatsRead the network's seats, where they have just been read
 */
export async function countPoll(tools: Pick<Tools, 'store'>, poll: Poll, seatsRead?: readonly Seat[]): Promise<Count> {
  return poll.secrecy === 'open' ? countOpen(tools, poll, seatsRead) : countSecret(tools, poll, seatsRead);
}

async function electorsOf(
  { store }: Pick<Tools, 'store'>,
  poll: Poll,
  isElectorNow: (seat: Seat) => boolean,
  seatsRead: readonly Seat[] | undefined,
): Promise<Electors> {
  const partition = networkPartition(poll.networkId);
  if (poll.kind === 'opinion') return { kind: 'members', count: await store.count(partition, members.type) };
  const all = seatsRead ?? (await seats.all(store, partition)).map(kept => kept.value);
  const counted = poll.closing?.seats;
  return { kind: 'seats', seats: all.filter(seat => (counted ? counted.includes(seat.id) : isElectorNow(seat))) };
}

async function countOpen(tools: Pick<Tools, 'store'>, poll: Poll, seatsRead?: readonly Seat[]): Promise<Count> {
  const electors = await electorsOf(tools, poll, seat => isElector(poll, seat), seatsRead);
  const cast = (await ballots.all(tools.store, pollPartition(poll.id))).map(kept => kept.value);
  const valid = validBallots(cast, electors);
  return {
    tally: tallyOf(poll, valid, entitledOf(electors)),
    answeredBy: new Set(valid.map(ballot => ballot.elector)),
    electors,
  };
}

/** What is in the urn cannot be taken out again: a seat that has lost its vote since it answered is still an elector. */
async function countSecret(tools: Pick<Tools, 'store'>, poll: Poll, seatsRead?: readonly Seat[]): Promise<Count> {
  const partition = pollPartition(poll.id);
  // The urn is read first, so that no ballot is ever seen without the one who gave it.
  const urn = await urns.get(tools.store, partition, 'urn');
  const given = await answered.all(tools.store, partition);
  const answeredBy = new Set(given.map(kept => kept.value.elector));
  const electors = await electorsOf(
    tools,
    poll,
    seat => isElector(poll, seat) || answeredBy.has(seatElector(seat)),
    seatsRead,
  );
  const counts = countsWith(poll, urn?.value.counts ?? [], []);
  const tally = { counts, answered: urn?.value.ballots ?? 0, entitled: entitledOf(electors) };
  return { tally, answeredBy, electors };
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
