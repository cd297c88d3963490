import { isDeepStrictEqual } from 'node:util';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { Member, Party, Seat, SeatGroup } from '../networks/network.ts';
import { members, networkPartition, parties } from '../networks/network-store.ts';
import { type Count, countPoll } from './count-poll.ts';
import {
  type Ballot,
  type ElectorId,
  memberElector,
  type OptionId,
  type Poll,
  type PollId,
  pollCan,
  seatElector,
  type Tally,
} from './poll.ts';
import { ballots, castings, pollPartition, polls } from './poll-store.ts';

/** One elector: a seat with its party, or a member. */
export type ExportRow = {
  readonly seat?: { readonly number: number; readonly party: string; readonly group: SeatGroup };
  /** The seat's holder, or the member. */
  readonly name?: string | undefined;
  readonly hasAnswered: boolean;
  /** Every ballot that was given, the earliest first: of open ballots, from when results may be seen. */
  readonly ballots: readonly ExportBallot[];
};

type ExportBallot = {
  readonly options: readonly OptionId[];
  readonly castAt: Instant;
  readonly castBy?: string | undefined;
  /** Whether it is the one that counts, and not one that was replaced since. */
  readonly isCounted: boolean;
};

export type PollExport = {
  readonly poll: Poll;
  /** From when results may be seen. */
  readonly tally?: Tally;
  /** In the order of the seats, or of the members' names. */
  readonly rows: readonly ExportRow[];
};

export type ExportRefusal = NotAllowed | { readonly code: 'no-poll' };

/** A poll as a table: who was asked, who has answered, and what may be told of the answers. */
export async function exportPoll(
  { store }: Tools,
  actor: Actor,
  id: PollId,
): Promise<Outcome<PollExport, ExportRefusal>> {
  const right = allowed(actor, 'poll.export');
  if (!right.ok) return right;
  const kept = await polls.get(store, pollPartition(id), 'poll');
  if (!kept || kept.value.networkId !== actor.network.id) return refused({ code: 'no-poll' });
  const poll = kept.value;
  const mayTell = pollCan.reveal(poll);
  const partition = networkPartition(poll.networkId);
  const tells = mayTell && poll.secrecy === 'open';
  const [count, keptMembers, keptParties, valid, cast] = await Promise.all([
    countPoll({ store }, poll),
    members.all(store, partition),
    parties.all(store, partition),
    tells ? ballots.all(store, pollPartition(id)) : [],
    tells ? castings.all(store, pollPartition(id)) : [],
  ]);
  const people = keptMembers.map(each => each.value).toSorted((a, b) => a.name.localeCompare(b.name, 'nb'));
  const given = { valid: valid.map(({ value }) => value), cast: cast.map(({ value }) => value) };
  const written = rowWriter(count, people, given);
  const partyOf = new Map(keptParties.map(({ value }) => [value.id, value]));
  const { electors } = count;
  const rows =
    electors.kind === 'seats'
      ? electors.seats.map(seat => written.seatRow(seat, partyOf.get(seat.partyId)))
      : people.map(written.memberRow);
  return done({ poll, rows, ...(mayTell && { tally: poll.closing?.result ?? count.tally }) });
}

/** The ballots that count, and all that were cast, in the order of time. */
type Given = { readonly valid: readonly Ballot[]; readonly cast: readonly Ballot[] };

function rowWriter({ answeredBy }: Count, people: readonly Member[], { valid, cast }: Given) {
  const nameOf = new Map(people.map(member => [member.id, member.name]));
  const validOf = new Map(valid.map(ballot => [ballot.elector, ballot]));
  const castOf = Map.groupBy(cast, ballot => ballot.elector);
  const answerOf = (elector: ElectorId): Pick<ExportRow, 'hasAnswered' | 'ballots'> => {
    const own = castOf.get(elector) ?? [];
    const counted = own.findLast(ballot => isDeepStrictEqual(ballot, validOf.get(elector)));
    const told = own.map(ballot => ({
      options: ballot.options,
      castAt: ballot.castAt,
      castBy: nameOf.get(ballot.castBy),
      isCounted: ballot === counted,
    }));
    return { hasAnswered: answeredBy.has(elector), ballots: told };
  };
  return {
    seatRow: (seat: Seat, party: Party | undefined): ExportRow => ({
      seat: { number: seat.number, party: party?.name ?? '', group: seat.group },
      name: seat.holderId && nameOf.get(seat.holderId),
      ...answerOf(seatElector(seat)),
    }),
    memberRow: (member: Member): ExportRow => ({ name: member.name, ...answerOf(memberElector(member)) }),
  };
}
