import { calendarEventId, deliveries, oweCalendarEvent, oweRedraw } from '../../delivery/delivery.ts';
import { oweEach } from '../../delivery/sending.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { MemberId } from '../networks/network.ts';
import { closedTo, type MeetingClosed } from './answer-times.ts';
import { findMeeting } from './find-meeting.ts';
import { inviteesOf } from './invitees.ts';
import { type Meeting, type MeetingId, meetingCan } from './meeting.ts';
import { cancelledMessage } from './meeting-messages.ts';
import { afterCancelling } from './meeting-reminders.ts';
import { aboutMeeting, meetings, timeAnswers } from './meeting-store.ts';
import { dropShown, type Told, toldOf } from './told.ts';

export type CancelRefusal = NotAllowed | MeetingClosed;

export type Cancelled = {
  readonly meeting: Meeting;
  /** Who is told of it. */
  readonly people: readonly MemberId[];
};

type Wanted = { readonly meetingId: MeetingId; readonly reason: string };

/**
 * Cancels a meeting, and owes the news to those who know of its time or have kept times free for it. Nothing else is owed
 * of it any more: what has not been sent of its invitations will not be. A repeat of the request answers the same.
 */
export async function cancelMeeting(
  tools: Tools,
  actor: Actor,
  { meetingId, reason }: Wanted,
): Promise<Outcome<Cancelled, CancelRefusal>> {
  const right = allowed(actor, 'meeting.cancel');
  if (!right.ok) return right;
  const { store, world } = tools;
  const { member, requestKey } = actor;
  return retrying(async () => {
    const kept = await findMeeting(tools, actor, meetingId);
    if (!kept) return refused({ code: 'no-meeting' });
    const meeting = kept.value;
    const [told, event] = await Promise.all([
      toldOf(tools, meeting),
      deliveries.get(store, kept.partition, calendarEventId),
    ]);
    const people = await concerned(tools, actor, kept, told);
    if (meeting.cancelled?.request === requestKey) return done({ meeting, people });
    if (!meetingCan(meeting, 'cancel')) return closedTo(meeting);
    const now = world.clock.now();
    const cancelled: Meeting = {
      ...meeting,
      cancelled: { at: now, by: member.id, request: requestKey, reason },
      sequence: meeting.sequence + 1,
    };
    const about = aboutMeeting(meeting);
    const to = people.map(id => ({ kind: 'member', id }) as const);
    await store.batch(kept.partition, [
      meetings.replace(kept, cancelled),
      oweRedraw(about, now),
      ...(event ? [oweCalendarEvent(about, event, now)] : []),
      ...dropShown({ shown: [...told.shown, ...told.agreed] }),
      ...afterCancelling(meeting),
      ...oweEach(about, cancelledMessage, to, { occasion: requestKey, by: member.id, now }),
    ]);
    return done({ meeting: cancelled, people });
  });
}

/** Those told of the time; of a meeting still without one, those who answered or were asked by themselves; of a series', all who know its dates. */
async function concerned(
  tools: Tools,
  { network }: Actor,
  { partition, value: meeting }: Kept<Meeting>,
  told: Told,
): Promise<readonly MemberId[]> {
  if (!meeting.settled) {
    const answers = await timeAnswers.all(tools.store, partition);
    return [...new Set([...answers.map(({ value }) => value.by), ...told.asked])];
  }
  const inSeries = meeting.series ? await inviteesOf(tools, meeting, network, meeting.settled.startsAt) : undefined;
  return [...new Set([...told.reached, ...(inSeries?.people ?? [])])];
}
