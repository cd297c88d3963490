import { retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { NetworkId } from '../networks/network.ts';
import { networkPartition } from '../networks/network-store.ts';
import type { MeetingId } from './meeting.ts';
import { meetingNumbers } from './meeting-store.ts';

/** The meeting's number in its network; taken once, however often it is asked for. */
export async function takeMeetingNumber(
  { store }: Pick<Tools, 'store'>,
  networkId: NetworkId,
  meetingId: MeetingId,
): Promise<number> {
  const partition = networkPartition(networkId);
  return retrying(async () => {
    const taken = (await meetingNumbers.all(store, partition)).map(kept => kept.value);
    const mine = taken.find(entry => entry.meetingId === meetingId);
    if (mine) return mine.number;
    const number = Math.max(0, ...taken.map(entry => entry.number)) + 1;
    await store.batch(partition, [meetingNumbers.create(`meeting-number|${number}`, { meetingId, number })]);
    return number;
  });
}
