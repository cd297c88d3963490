/** What is kept of minutes, all in the meeting's own partition. */
import { z } from 'zod';
import { Collection, type Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { memberId } from '../networks/network.ts';
import type { MeetingId } from './meeting.ts';
import { meetingPartition } from './meeting-store.ts';
import {
  type Minutes,
  type MinutesVersion,
  minutesComment,
  minutesSchema,
  minutesVersion,
  whenDecided,
} from './minutes.ts';
import { fateOf } from './sending-asked.ts';

/** Id `minutes`: what has become of them; the versions stand beside it. */
export const minutes = new Collection('minutes', minutesSchema);

/** Id `minutes|<version>`: only ever created. */
export const minutesVersions = new Collection('minutes-version', minutesVersion);
export const versionKey = (version: number) => `minutes|${version}`;

/** Id `comment|<request>`. */
export const minutesComments = new Collection('minutes-comment', minutesComment, ({ at }) => ({ sortKey: at }));

/** Id `observers`: which of those without a seat, who observe or lead, were there. Whoever sits in a seat is found by the seat's attendance. */
export const observerPresence = new Collection('observer-presence', z.object({ present: z.array(memberId) }));

/** What was decided about a version that waited is in them, though nobody has written it yet. */
export async function minutesOf({ store }: Pick<Tools, 'store'>, id: MeetingId): Promise<Kept<Minutes> | undefined> {
  const kept = await minutes.get(store, meetingPartition(id), 'minutes');
  if (!kept?.value.waiting) return kept;
  return { ...kept, value: whenDecided(kept.value, await fateOf(store, kept.partition, kept.value.waiting)) };
}

/** @throws Error when there is no such version: a fault, since versions are never taken away */
export async function readVersion(
  { store }: Pick<Tools, 'store'>,
  id: MeetingId,
  version: number,
): Promise<MinutesVersion> {
  const kept = await minutesVersions.get(store, meetingPartition(id), versionKey(version));
  if (!kept) throw new Error('A version of minutes is gone');
  return kept.value;
}
