import { retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { dayOf, type Instant } from '../../world.ts';
import type { Network } from '../networks/network.ts';
import { networkPartition } from '../networks/network-store.ts';
import type { CaseId, CaseNumber } from './case.ts';
import { caseNumbers } from './case-store.ts';
import type { MeetingId } from './meeting.ts';

/** The meeting's local year: a meeting at eight on New Year's Day in Oslo is that year's, whatever UTC says. */
export function yearOf(startsAt: Instant, { zone }: Pick<Network, 'zone'>): number {
  return Number(dayOf(startsAt, zone).slice(0, 4));
}

/**
 * Gives each case a number, in the order given, after those the network has given that year. They are given when the
 * agenda is first sent, so that they run down the page as people expect, and to what comes later when it comes. Written
 * before the cases are, in the network's partition: a request that was cut off finds its own numbers again.
 */
export async function takeCaseNumbers(
  { store }: Pick<Tools, 'store'>,
  network: Pick<Network, 'id'>,
  meetingId: MeetingId,
  year: number,
  ids: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, CaseNumber>> {
  if (ids.length === 0) return new Map();
  const partition = networkPartition(network.id);
  return retrying(async () => {
    const taken = (await caseNumbers.all(store, partition, { from: `${year}|`, to: `${year + 1}|` })).map(
      kept => kept.value,
    );
    const own = new Map(taken.map(({ caseId, number }) => [caseId, number]));
    const highest = Math.max(0, ...taken.map(({ number }) => number));
    const missing = ids.filter(id => !own.has(id));
    const given = missing.map((caseId, at) => ({ caseId, meetingId, number: highest + 1 + at, year }));
    if (given.length > 0) {
      await store.batch(
        partition,
        given.map(entry => caseNumbers.create(`case-number|${year}|${entry.number}`, entry)),
      );
    }
    for (const { caseId, number } of given) own.set(caseId, number);
    return new Map(ids.map(id => [id, { number: own.get(id) ?? 0, year }]));
  });
}
