/**
 * What is kept of meetings, and under which key. A meeting stands in its own partition with the answers, the cases and the
 * minutes, each a document of its own: those who answer at once never meet.
 */
import { z } from 'zod';
import type { About } from '../../delivery/delivery.ts';
import { Collection, type Kept } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import { idFrom } from '../../world.ts';
import { instant, type NetworkId } from '../networks/network.ts';
import { networkPartition } from '../networks/network-store.ts';
import {
  attendanceSchema,
  type Meeting,
  type MeetingId,
  meetingId,
  meetingSchema,
  timeAnswerSchema,
} from './meeting.ts';

/** What its deliveries are about. */
export const aboutMeeting = ({ id, networkId }: Pick<Meeting, 'id' | 'networkId'>): About => ({
  networkId,
  thing: { kind: 'meeting', id },
});

export const meetingPartition = (id: MeetingId) => `meeting|${id}`;

/** Partition `meeting|<id>`, id `meeting`. */
export const meetings = new Collection('meeting', meetingSchema, () => ({}), 500);

/**
 * For the batch of what is written beside a meeting and must not be overlooked by who else is at work on it: of two at once the
 * second has a Conflict, and reads what the first has written. To check that the meeting stands as it was read would not do.
 */
export function writtenBeside(meeting: Kept<Meeting>): Operation {
  return meetings.replace(meeting, meeting.value);
}

/** Partition `meeting|<id>`, id `answer|<seat>`. */
export const timeAnswers = new Collection('time-answer', timeAnswerSchema);

/** Partition `meeting|<id>`, id `attendance|<seat>`. */
export const attendances = new Collection('attendance', attendanceSchema);

/** Partition `meeting|<id>`: an answer or a word of coming was given, so that a repeat of the request changes nothing. */
export const meetingRequests = new Collection('meeting-request', z.object({ at: instant }));

export const requestId = (requestKey: string) => `request|${idFrom(requestKey)}`;

/** Partition `network|<id>`, id `meeting-number|<n>`: the network's meetings by number. */
export const meetingNumbers = new Collection(
  'meeting-number',
  z.object({ meetingId, number: z.int().positive() }),
  entry => ({ sortKey: String(entry.number).padStart(8, '0') }),
);

/** Newest first. */
export async function latestMeetings(
  { store }: Pick<Tools, 'store'>,
  networkId: NetworkId,
  limit: number,
): Promise<readonly Kept<Meeting>[]> {
  const page = await store.query(networkPartition(networkId), { type: meetingNumbers.type, descending: true, limit });
  return numberedIn(
    store,
    page.docs.map(doc => meetingNumbers.read(doc).value),
  );
}

/**
 * Every meeting of the network, newest first: the nearest may be older than a year of weekly ones. Ten years of those are read
 * in some tens of milliseconds.
 */
export async function allMeetings(
  { store }: Pick<Tools, 'store'>,
  networkId: NetworkId,
): Promise<readonly Kept<Meeting>[]> {
  const entries = await meetingNumbers.all(store, networkPartition(networkId));
  return numberedIn(store, entries.map(({ value }) => value).toReversed());
}

/** A number taken for a meeting that was never written is of no meeting. */
async function numberedIn(
  store: Tools['store'],
  entries: readonly { readonly meetingId: MeetingId }[],
): Promise<readonly Kept<Meeting>[]> {
  const found = await Promise.all(
    entries.map(entry => meetings.get(store, meetingPartition(entry.meetingId), 'meeting')),
  );
  return found.flatMap(kept => kept ?? []);
}
