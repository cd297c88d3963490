import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import type { NetworkId } from '../networks/network.ts';
import { networkPartition } from '../networks/network-store.ts';
import { isOver, type Meeting, type MeetingDeed, meetingCan, stateOfMeeting } from './meeting.ts';
import { allMeetings, meetingNumbers, meetingPartition, meetings } from './meeting-store.ts';

/** Those with a time ahead or under way, the nearest first; then those still without one, the newest first. */
export async function meetingsAhead(
  { store }: Pick<Tools, 'store'>,
  networkId: NetworkId,
  now: Instant,
): Promise<readonly Kept<Meeting>[]> {
  const all = await allMeetings({ store }, networkId);
  const withTime = all.filter(({ value }) => isStanding(value) && value.settled && !isOver(value, now));
  const without = all.filter(({ value }) => stateOfMeeting(value) === 'proposed');
  const startOf = ({ value }: Kept<Meeting>) => value.settled?.startsAt ?? '';
  return [...withTime.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1)), ...without];
}

/** Neither over nor called off. */
export function isStanding(meeting: Meeting): boolean {
  return (['answerTimes', 'attend', 'recordPresence'] as const).some(deed => meetingCan(meeting, deed));
}

/**
 * The meetings that may be meant: the one of that number; without a number those with which the deed can be done now. Of
 * several with a time the nearest is meant.
 */
export async function meetingsMeant(
  tools: Pick<Tools, 'store'>,
  networkId: NetworkId,
  number: number | undefined,
  deed: MeetingDeed,
  now: Instant,
): Promise<readonly Kept<Meeting>[]> {
  if (number !== undefined) return numbered(tools, networkId, number);
  const possible = (await meetingsAhead(tools, networkId, now)).filter(({ value }) => meetingCan(value, deed));
  return possible[0]?.value.settled ? possible.slice(0, 1) : possible;
}

async function numbered(
  { store }: Pick<Tools, 'store'>,
  networkId: NetworkId,
  number: number,
): Promise<readonly Kept<Meeting>[]> {
  const entry = await meetingNumbers.get(store, networkPartition(networkId), `meeting-number|${number}`);
  const meeting = entry && (await meetings.get(store, meetingPartition(entry.value.meetingId), 'meeting'));
  return meeting ? [meeting] : [];
}
