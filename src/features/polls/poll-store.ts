/**
 * What is kept of polls, and under which key. A poll stands in its own partition with its ballots, so that a ballot is
 * written only while the poll still stands as it was read: casting and closing cannot disagree.
 */
import { z } from 'zod';
import { Collection, type Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { later } from '../../world.ts';
import { memberId, type NetworkId } from '../networks/network.ts';
import { networkPartition } from '../networks/network-store.ts';
import { ballotSchema, electorId, type Poll, type PollId, pollId, pollSchema, urnSchema } from './poll.ts';

export const pollPartition = (id: PollId) => `poll|${id}`;

/** Each is read several times with every press. */
const openPollsAtOnce = 500;

/** Partition `poll|<id>`, id `poll`: due at the deadline, and until a closed poll is counted. */
export const polls = new Collection(
  'poll',
  pollSchema,
  poll => ({ dueAt: poll.closing?.result ? undefined : (poll.closing?.at ?? later(poll.closesAt, 1)) }),
  openPollsAtOnce,
);

/** Partition `poll|<id>`, id = elector: the ballot that counts. */
export const ballots = new Collection('ballot', ballotSchema);

/** Partition `poll|<id>`: every ballot of an open poll as it was cast, also those replaced since. */
export const castings = new Collection('casting', ballotSchema, ballot => ({ sortKey: ballot.castAt }));

/** Partition `poll|<id>`, id = elector: that a secret ballot was given. No choice, and no time. */
export const answered = new Collection('answered', z.object({ elector: electorId, request: z.string() }));

/**
 * Partition `poll|<id>`, id `urn`: the secret ballots, as sums only. No document is ever written for one secret ballot,
 * so not even a database's own time stamps can join it to the one who gave it.
 */
export const urns = new Collection('urn', urnSchema);

/** Partition `network|<id>`, id `poll-number|<n>`: the network's polls by number. */
export const pollNumbers = new Collection(
  'poll-number',
  z.object({ pollId, number: z.int().positive(), openedBy: memberId }),
  entry => ({ sortKey: String(entry.number).padStart(8, '0') }),
);

/** The polls of a network that may be meant: the one of that number; without a number every open one, else the latest. */
export async function pollsMeant(
  { store }: Pick<Tools, 'store'>,
  networkId: NetworkId,
  number: number | undefined,
): Promise<readonly Kept<Poll>[]> {
  if (number === undefined) {
    const latest = await latestPolls({ store }, networkId, 20);
    const open = latest.filter(kept => !kept.value.closing);
    return open.length > 0 ? open : latest.slice(0, 1);
  }
  const entry = await pollNumbers.get(store, networkPartition(networkId), `poll-number|${number}`);
  const poll = entry && (await polls.get(store, pollPartition(entry.value.pollId), 'poll'));
  return poll ? [poll] : [];
}

/** Newest first. */
export async function latestPolls(
  { store }: Pick<Tools, 'store'>,
  networkId: NetworkId,
  limit: number,
): Promise<readonly Kept<Poll>[]> {
  const page = await store.query(networkPartition(networkId), { type: pollNumbers.type, descending: true, limit });
  const entries = page.docs.map(doc => pollNumbers.read(doc).value);
  const found = await Promise.all(entries.map(entry => polls.get(store, pollPartition(entry.pollId), 'poll')));
  return found.flatMap(kept => kept ?? []);
}
