import { retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { dayOf, type Instant } from '../../world.ts';
import type { Network } from '../networks/network.ts';
import { networkPartition } from '../networks/network-store.ts';
import type { CaseId, CaseNumber } from './case.ts';
import { caseNumbers, cases } from './case-store.ts';
import type { MeetingId } from './meeting.ts';
import { meetingPartition } from './meeting-store.ts';

/** The meeting's local year: a meeting at eight on New Year's Day in Oslo is that year's, whatever UTC says. */
export function yearOf(startsAt: Instant, { zone }: Pick<Network, 'zone'>): number {
  return Number(dayOf(startsAt, zone).slice(0, 4));
}

/**
 * Gives each case a number, in the order given, after those the network has given that year. They are given when the
 * agenda is first sent, so that they run down the page as people expect, and to what comes later when it comes.
 *
 * A number stands in the network's partition and on its case, so two writes must agree. It is taken only for a case that is
 * written already, and then written on it whatever has become of it meanwhile: one that was withdrawn keeps its number and is
 * shown withdrawn. To give it to the next case instead could give it to two, since no batch spans two meetings. May be
 * repeated: a request that was cut off finds its own numbers again.
 */
export async function giveCaseNumbers(
  { store }: Pick<Tools, 'store'>,
  network: Pick<Network, 'id'>,
  meetingId: MeetingId,
  year: number,
  ids: readonly CaseId[],
): Promise<void> {
  const given = await takeCaseNumbers({ store }, network, meetingId, year, ids);
  const partition = meetingPartition(meetingId);
  await retrying(async () => {
    const unwritten = (await cases.all(store, partition)).flatMap(kept => {
      const number = given.get(kept.value.id);
      return number && !kept.value.number ? [cases.replace(kept, { ...kept.value, number })] : [];
    });
    if (unwritten.length > 0) await store.batch(partition, unwritten);
  });
}

/** @returns whose every number of that year is */
async function takeCaseNumbers(
  { store }: Pick<Tools, 'store'>,
  network: Pick<Network, 'id'>,
  meetingId: MeetingId,
  year: number,
  ids: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, CaseNumber>> {
  const partition = networkPartition(network.id);
  return retrying(async () => {
    const all = await caseNumbers.all(store, partition, { from: `${year}|`, to: `${year + 1}|` });
    const taken = all.map(({ value }) => value);
    const own = new Set(taken.map(({ caseId }) => caseId));
    const highest = Math.max(0, ...taken.map(({ number }) => number));
    const missing = ids.filter(id => !own.has(id));
    const given = missing.map((caseId, at) => ({ caseId, meetingId, number: highest + 1 + at, year }));
    if (given.length > 0) {
      await store.batch(
        partition,
        given.map(entry => caseNumbers.create(`case-number|${year}|${entry.number}`, entry)),
      );
    }
    return new Map([...taken, ...given].map(({ caseId, number }) => [caseId, { number, year }]));
  });
}
