import { oweWords } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import { check } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { type Instant, idFrom } from '../../world.ts';
import type { Actor, NotAllowed } from '../networks/identify-member.ts';
import type { NoMeeting } from './agenda-meeting.ts';
import { commentGivenMessage } from './agenda-messages.ts';
import type { MinutesNotSent } from './approve-minutes.ts';
import { commentToldAt } from './comments-told-by.ts';
import { type MinutesApproved, mayCorrect } from './correct-minutes.ts';
import { leadersOf } from './invitees.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import { aboutMeeting } from './meeting-store.ts';
import { type MinutesComment, mayComment, stateOfMinutes } from './minutes.ts';
import { minutesOfMeeting, type NoMinutes } from './minutes-of-meeting.ts';
import { minutesComments } from './minutes-store.ts';

export type CommentRefusal =
  | NotAllowed
  | NoMeeting
  | NoMinutes
  | MinutesNotSent
  | MinutesApproved
  | { readonly code: 'comments-over'; readonly field: 'comment'; readonly number: number; readonly until: Instant };

/** Gives a comment on the minutes as they were sent last, for those who write them, and owes them word of it. A repeat of the request gives one. */
export async function commentOnMinutes(
  tools: Tools,
  actor: Actor,
  id: MeetingId,
  text: string,
): Promise<Outcome<{ readonly meeting: Meeting; readonly comment: MinutesComment }, CommentRefusal>> {
  return retrying(async () => {
    const at = await minutesOfMeeting(tools, actor, id, 'minutes.comment');
    if (!at.ok) return at;
    const { meeting, standing } = at.value;
    const { number } = meeting;
    const key = `comment|${idFrom(actor.requestKey)}`;
    const before = await minutesComments.get(tools.store, standing.partition, key);
    if (before) return done({ meeting, comment: before.value });
    const open = mayCorrect(meeting, standing);
    if (!open.ok) return open;
    const { sent, commentsUntil: until } = standing.value;
    const last = sent.at(-1);
    if (stateOfMinutes(standing.value) === 'draft' || !last || !until)
      return refused({ code: 'minutes-not-sent', number });
    const now = tools.world.clock.now();
    if (!mayComment(standing.value, now)) return refused({ code: 'comments-over', field: 'comment', number, until });
    const comment: MinutesComment = { by: actor.member.id, at: now, version: last.version, text };
    const owing = { now, dueAt: commentToldAt(now, actor.network) };
    const writers = (await leadersOf(tools, actor.network)).filter(writer => writer !== actor.member.id);
    await tools.store.batch(standing.partition, [
      check(standing),
      minutesComments.create(key, comment),
      ...oweWords(aboutMeeting(meeting), commentGivenMessage(key), writers, actor.requestKey, owing),
    ]);
    return done({ meeting, comment });
  });
}
