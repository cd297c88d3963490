import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import type { NetworkId } from '../networks/network.ts';
import { networkPartition } from '../networks/network-store.ts';
import {
  isOver,
  type Meeting,
  type MeetingDeed,
  type MeetingState,
  meetingCan,
  stateOfMeeting,
  statesFor,
} from './meeting.ts';
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
  return [...withTime.toSorted((a, b) => (startOf(a.value) < startOf(b.value) ? -1 : 1)), ...without];
}

/** Neither over nor called off. */
export function isStanding(meeting: Meeting): boolean {
  return (['answerTimes', 'attend', 'recordPresence'] as const).some(deed => meetingCan(meeting, deed));
}

/** `ahead`: settled and not over. `unbegun`: over without having begun. */
export type MeetingSought = Exclude<MeetingState, 'settled'> | 'ahead' | 'unbegun';

/** Those with which a deed can be done now, best first. */
function soughtFor(deed: MeetingDeed): readonly MeetingSought[] {
  const states = statesFor(deed);
  return (['underWay', 'ahead', 'proposed'] as const).filter(kind => states.includes(stateIn[kind]));
}

const stateIn = { underWay: 'underWay', ahead: 'settled', proposed: 'proposed' } as const;

/**
 * The meetings that may be meant: the one of that number; without a number the first of those sought that there are. Of
 * several with a time the nearest is meant; of several without one any may be.
 * @param sought best first; or a deed, for those with which it can be done now
 */
export async function meetingsMeant(
  tools: Pick<Tools, 'store'>,
  networkId: NetworkId,
  number: number | undefined,
  sought: MeetingDeed | readonly MeetingSought[],
  now: Instant,
): Promise<readonly Kept<Meeting>[]> {
  if (number !== undefined) return numbered(tools, networkId, number);
  const all = Map.groupBy(await allMeetings(tools, networkId), ({ value }) => kindOf(value, now));
  const kinds = typeof sought === 'string' ? soughtFor(sought) : sought;
  const kind = kinds.find(each => all.has(each));
  const those = (kind && all.get(kind)) ?? [];
  if (kind === 'proposed') return those;
  const byStart = those.toSorted((a, b) => (startOf(a.value) < startOf(b.value) ? -1 : 1));
  return kind === 'unbegun' || kind === 'ended' ? byStart.slice(-1) : byStart.slice(0, 1);
}

function kindOf(meeting: Meeting, now: Instant): MeetingSought {
  const state = stateOfMeeting(meeting);
  if (state !== 'settled') return state;
  return isOver(meeting, now) ? 'unbegun' : 'ahead';
}

function startOf({ settled, called }: Meeting): Instant {
  return settled?.startsAt ?? called.at;
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
