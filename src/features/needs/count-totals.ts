/**
 * The totals of a round. Those for all to see are counted once, when the deadline passes or the round is closed: were they
 * counted anew, whoever compares two looks would learn what the one that came between them chose.
 */
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import { needs, roundPartition, roundTotals } from './need-store.ts';
import { type NeedTotals, totalsOf } from './need-totals.ts';
import { type Round, roundCan } from './round.ts';

/** Who may see every need sees the totals at any time, others when they are counted for all. */
export type TotalsRefusal = { readonly code: 'totals-not-yet'; readonly closesAt: Instant };

export type CountedTotals = { readonly totals: NeedTotals; readonly countedAt: Instant };

/** For the batch that ends a round or marks its deadline; nothing where they are counted for this deadline already. */
export async function countTotals({ store, world }: Tools, round: Round): Promise<readonly Operation[]> {
  const counted = await roundTotals.get(store, roundPartition(round.id), 'totals');
  if (counted?.value.closesAt === round.closesAt) return [];
  const { totals } = await totalsNow({ store, world }, round);
  const { closesAt } = round;
  const [countedAt = closesAt] = [world.clock.now(), closesAt].toSorted();
  return [roundTotals.upsert('totals', { ...totals, closesAt, countedAt })];
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
