/** The minutes a deed is about, for whoever may do it. */
import { done, type Outcome, refused } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { agendaOf, type NoMeeting } from './agenda-meeting.ts';
import type { AgendaKept } from './case-store.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import type { Minutes } from './minutes.ts';
import { minutesOf } from './minutes-store.ts';

export type NoMinutes = { readonly code: 'no-minutes'; readonly number: number };

export type MinutesAt = {
  readonly kept: AgendaKept;
  readonly meeting: Meeting;
  readonly standing: Kept<Minutes>;
};

/** Refused to whoever may not, where there is no such meeting, and where it has no minutes. */
export async function minutesOfMeeting(
  tools: Pick<Tools, 'store'>,
  actor: Actor,
  id: MeetingId,
  deed: 'minutes.write' | 'minutes.comment',
): Promise<Outcome<MinutesAt, NotAllowed | NoMeeting | NoMinutes>> {
  const right = allowed(actor, deed);
  if (!right.ok) return right;
  const kept = await agendaOf(tools, actor, id);
  if (!kept.ok) return kept;
  const meeting = kept.value.meeting.value;
  const standing = await minutesOf(tools, id);
  return standing
    ? done({ kept: kept.value, meeting, standing })
    : refused({ code: 'no-minutes', number: meeting.number });
}
