import { oweCalendarEvent, oweRedraw } from '../../delivery/delivery.ts';
import { oweEach } from '../../delivery/sending.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { closedTo, type MeetingClosed } from './answer-times.ts';
import { findMeeting } from './find-meeting.ts';
import { type Invitees, inviteesOf } from './invitees.ts';
import { type Meeting, type MeetingId, meetingCan, type TimeId } from './meeting.ts';
import { invitation } from './meeting-messages.ts';
import { afterSettling } from './meeting-reminders.ts';
import { aboutMeeting, meetings } from './meeting-store.ts';
import { type NoticeRefusal, noticeException } from './notice.ts';
import { dropShown, toldOf } from './told.ts';

export type SettleRefusal =
  | NotAllowed
  | MeetingClosed
  | NoticeRefusal
  | { readonly code: 'unknown-time' }
  | { readonly code: 'time-passed' };

export type Settled = { readonly meeting: Meeting; readonly invitees: Invitees };

type Wanted = {
  readonly meetingId: MeetingId;
  readonly timeId: TimeId;
  /** Why it is called later than the network's rule, when it is. */
  readonly reason?: string | undefined;
};

/**
 * Settles a proposed meeting on one of its times, and owes everyone who is to come the invitation. Of two who settle at once
 * the first does; the other is told what was settled. A repeat of the request answers the same.
 */
export async function settleMeeting(
  tools: Tools,
  actor: Actor,
  { meetingId, timeId, reason }: Wanted,
): Promise<Outcome<Settled, SettleRefusal>> {
  const right = allowed(actor, 'meeting.settle');
  if (!right.ok) return right;
  const { store, world } = tools;
  const { network, member, requestKey } = actor;
  return retrying(async () => {
    const kept = await findMeeting(tools, actor, meetingId);
    if (!kept) return refused({ code: 'no-meeting' });
    const meeting = kept.value;
    if (meeting.settled && isOfRequest(meeting, requestKey)) {
      return done({ meeting, invitees: await inviteesOf(tools, meeting, network, meeting.settled.startsAt) });
    }
    if (!meetingCan(meeting, 'settle')) return closedTo(meeting);
    const time = meeting.times.find(({ id }) => id === timeId);
    if (!time) return refused({ code: 'unknown-time' });
    const now = world.clock.now();
    if (time.startsAt <= now) return refused({ code: 'time-passed' });
    const deed = { at: now, by: member.id, request: requestKey };
    const exceptions = noticeException(time.startsAt, network, reason, deed);
    if (!exceptions.ok) return exceptions;
    const settled: Meeting = {
      ...meeting,
      settled: { startsAt: time.startsAt, endsAt: time.endsAt, ...deed },
      exceptions: [...meeting.exceptions, ...exceptions.value],
    };
    const about = aboutMeeting(meeting);
    const [invitees, told] = await Promise.all([
      inviteesOf(tools, meeting, network, time.startsAt),
      toldOf(tools, meeting),
    ]);
    const to = invitees.people.map(id => ({ kind: 'member', id }) as const);
    await store.batch(kept.partition, [
      meetings.replace(kept, settled),
      oweRedraw(about, now),
      oweCalendarEvent(about, undefined, now),
      ...dropShown(told),
      ...oweEach(about, invitation(settled), to, { occasion: requestKey, by: member.id, now }),
      ...afterSettling(settled, network, now),
    ]);
    return done({ meeting: settled, invitees });
  });
}

/** It may have been moved since. */
function isOfRequest({ settled, moves }: Meeting, requestKey: string): boolean {
  return [...moves, ...(settled ? [settled] : [])].some(({ request }) => request === requestKey);
}
