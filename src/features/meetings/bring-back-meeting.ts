import {
  type Delivery,
  deliveries,
  isPosting,
  owed,
  owePostings,
  oweRedraw,
  posting,
  postingId,
  postingPlaces,
} from '../../delivery/delivery.ts';
import { Conflict, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Actor } from '../networks/identify-member.ts';
import type { ChannelKey, ChannelLink, NetworkId } from '../networks/network.ts';
import { channelLinks, networkPartition } from '../networks/network-store.ts';
import { may } from '../networks/who-may.ts';
import type { Meeting } from './meeting.ts';
import { aboutMeeting, meetingPartition } from './meeting-store.ts';
import { isStanding, meetingsAhead } from './meetings-meant.ts';

/**
 * Owes a linked channel the meeting's posting anew when it is gone or nobody knows whether it stands, or when it never was
 * there although it stands elsewhere. Any member may bring back one that is ahead, only those who lead one that is over.
 * @returns whether a posting is owed now that was not
 */
export async function bringBackMeeting(
  { store, world }: Tools,
  actor: Actor,
  meeting: Meeting,
  channel: ChannelKey,
): Promise<boolean> {
  if (meeting.networkId !== actor.network.id) return false;
  const partition = meetingPartition(meeting.id);
  return retrying(async () => {
    const [link, all] = await Promise.all([
      channelLinks.get(store, networkPartition(meeting.networkId), channel),
      deliveries.all(store, partition),
    ]);
    const [place] = link ? postingPlaces([link.value]) : [];
    const standing = all.find(({ id }) => id === postingId(channel));
    const isPosted = all.some(({ value }) => value.message.kind === posting.kind);
    if (!place || !isPosted || !mayBringBack(actor, meeting, standing?.value)) return false;
    const again = owed(aboutMeeting(meeting), posting, place, { now: world.clock.now() });
    await store.batch(partition, [
      standing ? deliveries.replace(standing, again) : deliveries.create(postingId(channel), again),
    ]);
    return true;
  });
}

function mayBringBack({ roles }: Actor, meeting: Meeting, standing: Delivery | undefined): boolean {
  const isMissing = standing === undefined || isLost.has(standing.state);
  return isMissing && (isStanding(meeting) || may(roles, 'meeting.settle'));
}

const isLost: ReadonlySet<Delivery['state']> = new Set(['gone', 'given-up', 'unknown']);

/** Who is asked, or who is missing, may be others than the postings show. May be repeated. */
export async function oweRedrawOfMeetings(tools: Pick<Tools, 'store' | 'world'>, networkId: NetworkId): Promise<void> {
  const now = tools.world.clock.now();
  for (const { value: meeting, partition } of await meetingsAhead(tools, networkId, now)) {
    await tools.store.batch(partition, [oweRedraw(aboutMeeting(meeting), now)]);
  }
}

/** A channel that comes late gets the meetings ahead that stand in the others. May be repeated: each is owed once. */
export async function oweMeetingsTo({ store, world }: Tools, networkId: NetworkId, link: ChannelLink): Promise<void> {
  const now = world.clock.now();
  for (const { value: meeting, partition } of await meetingsAhead({ store }, networkId, now)) {
    const all = await deliveries.all(store, partition);
    const isMissing = all.some(({ value }) => isPosting(value)) && all.every(({ id }) => id !== postingId(link.key));
    if (isMissing)
      await store.batch(partition, owePostings(aboutMeeting(meeting), [link], { now })).catch(ignoreRepeat);
  }
}

/** A repeat that ran beside this one was first. */
function ignoreRepeat(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
