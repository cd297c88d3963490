import { oweRedraw } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { redrawMeeting } from './agenda-change.ts';
import { agendaOf, deedOf, type NoMeeting } from './agenda-meeting.ts';
import type { Conclusion } from './case-conclusion.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import { aboutMeeting, meetingPartition, meetings } from './meeting-store.ts';
import { type Minutes, minutesCan, stateOfMinutes } from './minutes.ts';
import { minutes, minutesOf } from './minutes-store.ts';

export type NoMinutes = { readonly code: 'no-minutes'; readonly number: number };
export type MinutesNotSent = { readonly code: 'minutes-not-sent'; readonly number: number };

export type ApproveRefusal = NotAllowed | NoMeeting | NoMinutes | MinutesNotSent;

/**
 * Approves a meeting's minutes by hand: for a network's last meeting, after which no other approves them. They must have been
 * out for comments. May be repeated; the first approval stands.
 */
export async function approveMinutes(
  tools: Tools,
  actor: Actor,
  id: MeetingId,
): Promise<Outcome<{ readonly meeting: Meeting; readonly minutes: Minutes }, ApproveRefusal>> {
  const right = allowed(actor, 'minutes.write');
  if (!right.ok) return right;
  return retrying(async () => {
    const kept = await agendaOf(tools, actor, id);
    if (!kept.ok) return kept;
    const meeting = kept.value.meeting.value;
    const standing = await minutesOf(tools, id);
    if (!standing) return refused({ code: 'no-minutes', number: meeting.number });
    if (standing.value.approved) return done({ meeting, minutes: standing.value });
    if (stateOfMinutes(standing.value) === 'draft')
      return refused({ code: 'minutes-not-sent', number: meeting.number });
    const by = deedOf(actor, tools);
    const approved = { ...standing.value, approved: { ...by, version: standing.value.latest } };
    await tools.store.batch(standing.partition, [minutes.replace(standing, approved), redrawMeeting(meeting, by)]);
    return done({ meeting, minutes: approved });
  });
}

/** The latest version is what a later meeting has approved, by what it concluded. May be repeated. */
export async function approvedInMeeting(
  { store }: Pick<Tools, 'store'>,
  id: MeetingId,
  inMeeting: number,
  { at, by, request }: Conclusion,
): Promise<void> {
  const partition = meetingPartition(id);
  const [standing, meeting] = await Promise.all([minutesOf({ store }, id), meetings.get(store, partition, 'meeting')]);
  if (!standing || !meeting || !minutesCan(standing.value, 'approve')) return;
  const approved = { version: standing.value.latest, at, by, request, inMeeting };
  await store.batch(partition, [
    minutes.replace(standing, { ...standing.value, approved }),
    oweRedraw(aboutMeeting(meeting.value), at),
  ]);
}
