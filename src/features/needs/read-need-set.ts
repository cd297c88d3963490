import type { Tools } from '../../tools.ts';
import { type NeedSet, needSet } from './need-set.ts';
import { bundles, needs, roundPartition } from './need-store.ts';
import type { Round } from './round.ts';

/** What a round has brought so far. Read whole: whoever asks must be allowed to see every need of it. */
export async function readNeedSet({ store }: Tools, round: Round): Promise<NeedSet> {
  const partition = roundPartition(round.id);
  const [given, made] = await Promise.all([needs.all(store, partition), bundles.all(store, partition)]);
  return needSet(
    round,
    given.map(({ value }) => value),
    made.map(({ value }) => value),
  );
}
