import { done, type Outcome, refused } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { MemberId } from '../networks/network.ts';
import { members, networkPartition } from '../networks/network-store.ts';
import { type CountedTotals, totalsForAll } from './count-totals.ts';
import { roundFor } from './need-access.ts';
import type { NeedSet } from './need-set.ts';
import { readNeedSet } from './read-need-set.ts';
import type { RoundId } from './round.ts';
import { type CoverageShown, readCoverage, summed } from './round-coverage.ts';

/** All that the files of a round are made of. */
export type NeedsExport = {
  readonly set: NeedSet;
  /** Reads every need once more, and only the overview asks. */
  readonly readCoverage: () => Promise<CoverageShown>;
  /** As everyone may see them, once the deadline is over. */
  readonly totals?: CountedTotals | undefined;
  /** Of everyone in the network, for the histories. */
  readonly names: ReadonlyMap<MemberId, string>;
};

export type ExportNeedsRefusal = NotAllowed | { readonly code: 'no-round' };

/** What a round has brought, whole: for those who handle it. Refuses all others, and a round of another network. */
export async function exportNeeds(
  tools: Tools,
  actor: Actor,
  id: RoundId,
): Promise<Outcome<NeedsExport, ExportNeedsRefusal>> {
  const right = allowed(actor, 'need.handle');
  if (!right.ok) return right;
  const round = (await roundFor(tools, actor, id))?.value;
  if (!round) return refused({ code: 'no-round' });
  const [set, totals, people] = await Promise.all([
    readNeedSet(tools, round),
    totalsForAll(tools, round),
    members.all(tools.store, networkPartition(actor.network.id)),
  ]);
  const names = new Map(people.map(({ value }) => [value.id, value.name]));
  return done({
    set,
    readCoverage: async () => summed(await readCoverage(tools, round, actor.network.zone)),
    totals,
    names,
  });
}
