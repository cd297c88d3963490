/** The rounds of a network, and which of them is meant. */
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import type { NetworkId } from '../networks/network.ts';
import { networkPartition } from '../networks/network-store.ts';
import { roundNumbers, roundPartition, rounds } from './need-store.ts';
import type { Round, RoundId } from './round.ts';

/** The one of that number; without a number every one that is not closed, else the latest. */
export async function roundsMeant(
  { store }: Pick<Tools, 'store'>,
  networkId: NetworkId,
  number: number | undefined,
): Promise<readonly Kept<Round>[]> {
  if (number === undefined) {
    const latest = await latestRounds({ store }, networkId, 20);
    const open = latest.filter(({ value }) => !value.closing);
    return open.length > 0 ? open : latest.slice(0, 1);
  }
  const entry = await roundNumbers.get(store, networkPartition(networkId), `round-number|${number}`);
  const round = entry && (await roundOf({ store }, entry.value.roundId));
  return round ? [round] : [];
}

/** Newest first. */
export async function latestRounds(
  { store }: Pick<Tools, 'store'>,
  networkId: NetworkId,
  limit: number,
): Promise<readonly Kept<Round>[]> {
  const page = await store.query(networkPartition(networkId), { type: roundNumbers.type, descending: true, limit });
  const found = await Promise.all(page.docs.map(doc => roundOf({ store }, roundNumbers.read(doc).value.roundId)));
  return found.flatMap(kept => kept ?? []);
}

export function roundOf({ store }: Pick<Tools, 'store'>, id: RoundId): Promise<Kept<Round> | undefined> {
  return rounds.get(store, roundPartition(id), 'round');
}
