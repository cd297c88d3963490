import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import type { Actor } from '../networks/identify-member.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import { meetingPartition, meetingRequests, meetings, requestId } from './meeting-store.ts';

/** @returns undefined where there is none, and for those of another network */
export async function findMeeting(
  { store }: Pick<Tools, 'store'>,
  { network }: Pick<Actor, 'network'>,
  id: MeetingId,
): Promise<Kept<Meeting> | undefined> {
  const kept = await meetings.get(store, meetingPartition(id), 'meeting');
  return kept?.value.networkId === network.id ? kept : undefined;
}

/** Whether this request has written its word of the meeting before: a repeat changes nothing. */
export async function isRepeat(
  { store }: Pick<Tools, 'store'>,
  { requestKey }: Pick<Actor, 'requestKey'>,
  { partition }: Pick<Kept<Meeting>, 'partition'>,
): Promise<boolean> {
  return (await meetingRequests.get(store, partition, requestId(requestKey))) !== undefined;
}
