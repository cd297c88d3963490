/**
 * The totals of a round. Those for all to see are counted once, when the deadline passes or the round is closed: were they
 * counted anew, whoever compares two looks would learn what the one that came between them chose. For a deadline that was
 * moved they are counted anew when enough have come since.
 */
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import { networkPartition, networks } from '../networks/network-store.ts';
import type { Need } from './need.ts';
import { isInSet } from './need-set.ts';
import { needs, roundPartition, roundTotals } from './need-store.ts';
import { type NeedTotals, totalsOf } from './need-totals.ts';
import { type Round, roundCan } from './round.ts';

/** Who may see every need sees the totals at any time, others when they are counted for all. */
export type TotalsRefusal = { readonly code: 'totals-not-yet'; readonly closesAt: Instant };

export type CountedTotals = { readonly totals: NeedTotals; readonly countedAt: Instant };

/**
 * For the batch that ends a round or marks its deadline; nothing where they are counted for this deadline already. What all
 * have seen of an earlier deadline stands until so many new parties have come that the difference tells of none of them.
 */
export async function countTotals({ store, world }: Tools, round: Round): Promise<readonly Operation[]> {
  const partition = roundPartition(round.id);
  const counted = (await roundTotals.get(store, partition, 'totals'))?.value;
  const { closesAt } = round;
  if (counted?.closesAt === closesAt) return [];
  const all = (await needs.all(store, partition)).map(({ value }) => value);
  if (counted) {
    const network = await networks.get(store, networkPartition(round.networkId), 'network');
    const limit = network?.value.rules.fewestShown ?? 1;
    const wasShown = counted.parties >= limit;
    if (wasShown && newParties(all, counted.countedAt) < limit) {
      return [roundTotals.upsert('totals', { ...counted, closesAt })];
    }
  }
  const [countedAt = closesAt] = [world.clock.now(), closesAt].toSorted();
  return [roundTotals.upsert('totals', { ...totalsOf(all), closesAt, countedAt })];
}

/** Those that had sent nothing before. Who has only changed its need, or sent it again, hides nobody. */
function newParties(all: readonly Need[], since: Instant): number {
  const sentBefore = ({ history }: Need) => history.some(({ step, at }) => step === 'submit' && at <= since);
  const known = new Set(all.filter(sentBefore).map(({ partyKey }) => partyKey));
  return new Set(all.filter(isInSet).flatMap(({ partyKey }) => (known.has(partyKey) ? [] : [partyKey]))).size;
}

/** For those who may see every need. */
export async function totalsNow(
  { store, world }: Pick<Tools, 'store' | 'world'>,
  { id }: Round,
): Promise<CountedTotals> {
  const all = await needs.all(store, roundPartition(id));
  return { totals: totalsOf(all.map(({ value }) => value)), countedAt: world.clock.now() };
}

/** For every member, and for whatever is posted or handed out; nothing before the deadline is over and they are counted. */
export async function totalsForAll({ store, world }: Tools, round: Round): Promise<CountedTotals | undefined> {
  if (!roundCan('shareTotals', round, world.clock.now())) return undefined;
  const counted = await roundTotals.get(store, roundPartition(round.id), 'totals');
  if (counted?.value.closesAt !== round.closesAt) return undefined;
  const { countedAt, closesAt: _, ...totals } = counted.value;
  return { totals, countedAt };
}
