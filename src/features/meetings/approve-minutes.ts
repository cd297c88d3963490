import { oweRedraw } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import type { Actor, NotAllowed } from '../networks/identify-member.ts';
import { redrawMeeting } from './agenda-change.ts';
import { deedOf, type NoMeeting } from './agenda-meeting.ts';
import type { Case } from './case.ts';
import type { Conclusion } from './case-conclusion.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import { aboutMeeting, meetingPartition, meetings } from './meeting-store.ts';
import { type Minutes, minutesCan, stateOfMinutes, type Unheard, unheardIn } from './minutes.ts';
import { minutesOfMeeting, type NoMinutes } from './minutes-of-meeting.ts';
import { minutes, minutesComments, minutesOf } from './minutes-store.ts';

export type MinutesNotSent = { readonly code: 'minutes-not-sent'; readonly number: number };

/** A version has been written since they were sent. */
export type MinutesNewer = { readonly code: 'minutes-newer'; readonly number: number };

export type ApproveRefusal =
  | NotAllowed
  | NoMeeting
  | NoMinutes
  | MinutesNotSent
  | MinutesNewer
  /** Comments that nobody has waited for or answered are passed over with a reason only. */
  | ({ readonly code: 'minutes-unheard'; readonly field: 'reason'; readonly number: number } & Unheard);

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
 * out for comments; before all of these are in and answered it takes a reason, which is written down. May be repeated; the
 * first approval stands.
 */
export async function approveMinutes(
  tools: Tools,
  actor: Actor,
  id: MeetingId,
  reason?: string,
): Promise<Outcome<{ readonly meeting: Meeting; readonly minutes: Minutes }, ApproveRefusal>> {
  return retrying(async () => {
    const at = await minutesOfMeeting(tools, actor, id, 'minutes.write');
    if (!at.ok) return at;
    const { meeting, standing } = at.value;
    if (standing.value.approved) return done({ meeting, minutes: standing.value });
    const open = mayApprove(meeting.number, standing.value);
    if (!open.ok) return open;
    const by = deedOf(actor, tools);
    const unheard = await unheardOf(tools, standing);
    if (unheard && reason === undefined) {
      return refused({ code: 'minutes-unheard', field: 'reason', number: meeting.number, ...unheard });
    }
    const passedOver = unheard && reason !== undefined && { ...unheard, reason };
    const version = standing.value.latest;
    const approved = { ...standing.value, approved: { ...by, version, ...(passedOver && { passedOver }) } };
    await tools.store.batch(standing.partition, [minutes.replace(standing, approved), redrawMeeting(meeting, by)]);
    return done({ meeting, minutes: approved });
  });
}

/** What approving these minutes now would pass over. */
export async function unheardOf(
  { store, world }: Pick<Tools, 'store' | 'world'>,
  { partition, value }: Kept<Minutes>,
): Promise<Unheard | undefined> {
  const comments = await minutesComments.all(store, partition);
  return unheardIn(
    value,
    comments.map(kept => kept.value),
    world.clock.now(),
  );
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
