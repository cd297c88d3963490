import { oweRedraw } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { redrawMeeting } from './agenda-change.ts';
import { agendaOf, deedOf, type NoMeeting } from './agenda-meeting.ts';
import type { Case } from './case.ts';
import type { Conclusion } from './case-conclusion.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import { aboutMeeting, meetingPartition, meetings } from './meeting-store.ts';
import { type Minutes, minutesCan, stateOfMinutes } from './minutes.ts';
import { minutes, minutesOf } from './minutes-store.ts';

export type NoMinutes = { readonly code: 'no-minutes'; readonly number: number };
export type MinutesNotSent = { readonly code: 'minutes-not-sent'; readonly number: number };

/** A version has been written since they were sent. */
export type MinutesNewer = { readonly code: 'minutes-newer'; readonly number: number };

export type ApproveRefusal = NotAllowed | NoMeeting | NoMinutes | MinutesNotSent | MinutesNewer;

/** Only what went out is approved, by hand and in a meeting alike. @param number the meeting's */
export function mayApprove(number: number, minutes: Minutes): Outcome<true, MinutesNotSent | MinutesNewer> {
  if (minutesCan(minutes, 'approve')) return done(true);
  return refused({ code: stateOfMinutes(minutes) === 'draft' ? 'minutes-not-sent' : 'minutes-newer', number });
}

/** The same of what a case is about; minutes that are approved already are so. */
export async function mayApproveIn(
  tools: Pick<Tools, 'store'>,
  { meetingId, number }: NonNullable<Case['approves']>,
): Promise<Outcome<true, NoMinutes | MinutesNotSent | MinutesNewer>> {
  const standing = await minutesOf(tools, meetingId);
  if (!standing) return refused({ code: 'no-minutes', number });
  return standing.value.approved ? done(true) : mayApprove(number, standing.value);
}

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
    const open = mayApprove(meeting.number, standing.value);
    if (!open.ok) return open;
    const by = deedOf(actor, tools);
    const approved = { ...standing.value, approved: { ...by, version: standing.value.latest } };
    await tools.store.batch(standing.partition, [minutes.replace(standing, approved), redrawMeeting(meeting, by)]);
    return done({ meeting, minutes: approved });
  });
}

/** What went out last is what a later meeting has approved, by what it concluded. May be repeated. */
export async function approvedInMeeting(
  { store }: Pick<Tools, 'store'>,
  id: MeetingId,
  inMeeting: number,
  { at, by, request }: Conclusion,
): Promise<void> {
  const partition = meetingPartition(id);
  const [standing, meeting] = await Promise.all([minutesOf({ store }, id), meetings.get(store, partition, 'meeting')]);
  const last = standing?.value.sent.at(-1);
  if (!standing || !meeting || !last || standing.value.approved) return;
  const approved = { version: last.version, at, by, request, inMeeting };
  await store.batch(partition, [
    minutes.replace(standing, { ...standing.value, approved }),
    oweRedraw(aboutMeeting(meeting.value), at),
  ]);
}
