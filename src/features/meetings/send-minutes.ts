import { oweWords } from '../../delivery/delivery.ts';
import { oweEach } from '../../delivery/sending.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { dayOf, type Instant } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { MemberId, Network } from '../networks/network.ts';
import { daysLater } from '../year/days.ts';
import { endOfDay, momentsAt } from '../year/local-time.ts';
import { redrawMeeting } from './agenda-change.ts';
import { agendaOf, deedOf, type NoMeeting } from './agenda-meeting.ts';
import { commentsMessage, minutesMessage } from './agenda-messages.ts';
import { recipientsOf } from './agenda-recipients.ts';
import type { NoMinutes } from './approve-minutes.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import { aboutMeeting } from './meeting-store.ts';
import type { Minutes } from './minutes.ts';
import { minutes, minutesOf } from './minutes-store.ts';

export type SendMinutesRefusal = NotAllowed | NoMeeting | NoMinutes;

export type MinutesSent = {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  readonly people: readonly MemberId[];
};

/**
 * Sends the latest version of the minutes to everyone invited. As long as they are not approved, comments are taken for the
 * network's days from now, and whoever sent them is told when that time is over. A repeat of the request sends nothing.
 */
export async function sendMinutes(
  tools: Tools,
  actor: Actor,
  id: MeetingId,
): Promise<Outcome<MinutesSent, SendMinutesRefusal>> {
  const right = allowed(actor, 'minutes.write');
  if (!right.ok) return right;
  return retrying(async () => {
    const kept = await agendaOf(tools, actor, id);
    if (!kept.ok) return kept;
    const meeting = kept.value.meeting.value;
    const standing = await minutesOf(tools, id);
    if (!standing) return refused({ code: 'no-minutes', number: meeting.number });
    const people = await recipientsOf(tools, meeting, actor.network);
    const isRepeat = standing.value.sent.some(({ request }) => request === actor.requestKey);
    if (isRepeat) return done({ meeting, minutes: standing.value, people });
    const by = deedOf(actor, tools);
    const version = standing.value.latest;
    const until = commentsUntil(actor.network, by.at);
    const sent: Minutes = {
      ...standing.value,
      sent: [...standing.value.sent, { ...by, version }],
      ...(!standing.value.approved && { commentsUntil: until.at }),
    };
    const about = aboutMeeting(meeting);
    const to = people.map(member => ({ kind: 'member', id: member }) as const);
    const owing = { now: by.at, dueAt: until.toldAt };
    await tools.store.batch(standing.partition, [
      minutes.replace(standing, sent),
      ...oweEach(about, minutesMessage(version), to, { occasion: by.request, by: by.by, now: by.at }),
      ...(sent.approved ? [] : oweWords(about, commentsMessage(version), [by.by], by.request, owing)),
      redrawMeeting(meeting, by),
    ]);
    return done({ meeting, minutes: sent, people });
  });
}

/** Whole days; whoever sent them is told the morning after. */
function commentsUntil({ zone, rules }: Network, now: Instant): { readonly at: Instant; readonly toldAt: Instant } {
  const day = daysLater(dayOf(now, zone), rules.commentDays);
  const [toldAt] = momentsAt(daysLater(day, 1), rules.remindedAt, zone);
  return { at: endOfDay(day, zone), toldAt };
}
