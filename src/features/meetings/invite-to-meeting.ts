import { calendarEventId, deliveries, deliveryId, oweCalendarEvent } from '../../delivery/delivery.ts';
import { oweEach } from '../../delivery/sending.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { MemberId } from '../networks/network.ts';
import { closedTo, type MeetingClosed } from './answer-times.ts';
import { findMeeting, isRepeat } from './find-meeting.ts';
import { type Invitees, inviteesOf } from './invitees.ts';
import { type Meeting, type MeetingId, mayAttend, meetingCan } from './meeting.ts';
import { timeMessage } from './meeting-messages.ts';
import { aboutMeeting, meetingRequests, requestId, writtenBeside } from './meeting-store.ts';
import { dropShownTimes, toldOf } from './told.ts';

export type InviteRefusal =
  | NotAllowed
  | MeetingClosed
  | { readonly code: 'not-settled'; readonly number: number }
  | { readonly code: 'all-invited'; readonly number: number };

/** @property invitees those who are invited now */
export type Invited = { readonly meeting: Meeting; readonly invitees: Invitees };

/**
 * Tells its time to those who are to come to a settled meeting and do not know it: everyone, when nothing was sent the first
 * time; later those who have taken a seat since, and those who know an earlier time alone. A repeat answers the same.
 */
export async function inviteToMeeting(
  tools: Tools,
  actor: Actor,
  id: MeetingId,
): Promise<Outcome<Invited, InviteRefusal>> {
  const right = allowed(actor, 'meeting.settle');
  if (!right.ok) return right;
  const { store, world } = tools;
  const { network, member, requestKey } = actor;
  return retrying(async () => {
    const kept = await findMeeting(tools, actor, id);
    if (!kept) return refused({ code: 'no-meeting' });
    const meeting = kept.value;
    if (meetingCan(meeting, 'settle')) return refused({ code: 'not-settled', number: meeting.number });
    const now = world.clock.now();
    if (!meeting.settled || meeting.cancelled) return closedTo(meeting);
    if (!mayAttend(meeting, now)) return refused({ code: 'meeting-begun', number: meeting.number });
    const [told, invitees, event] = await Promise.all([
      toldOf(tools, meeting),
      inviteesOf(tools, meeting, network, meeting.settled.startsAt),
      deliveries.get(store, kept.partition, calendarEventId),
    ]);
    const concerned = [...new Set([...invitees.people, ...told.people])];
    const people = concerned.filter(each => !told.ofThisTime.includes(each));
    const words = timeMessage(meeting);
    if (await isRepeat(tools, actor, kept)) {
      const owed = new Set((await deliveries.all(store, kept.partition)).map(delivery => delivery.id));
      const isMine = (to: MemberId) => owed.has(deliveryId(words, { kind: 'member', id: to }, requestKey));
      return done({ meeting, invitees: { ...invitees, people: concerned.filter(isMine) } });
    }
    if (people.length === 0) return refused({ code: 'all-invited', number: meeting.number });
    const about = aboutMeeting(meeting);
    const to = people.map(each => ({ kind: 'member', id: each }) as const);
    await store.batch(kept.partition, [
      writtenBeside(kept),
      meetingRequests.create(requestId(requestKey), { at: now }),
      ...dropShownTimes(told),
      // Nobody was to be told, so it was left out of the calendar; now they are.
      ...(event?.value.state === 'unneeded' ? [oweCalendarEvent(about, event, now)] : []),
      ...oweEach(about, words, to, { occasion: requestKey, by: member.id, now }),
    ]);
    return done({ meeting, invitees: { ...invitees, people } });
  });
}
