import { type Message, oweWords } from '../../delivery/delivery.ts';
import { mustBeShown, oweEach } from '../../delivery/sending.ts';
import { done, type Outcome, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { dayOf, type Instant, idFrom } from '../../world.ts';
import type { Actor, NotAllowed } from '../networks/identify-member.ts';
import type { MemberId, Network } from '../networks/network.ts';
import { daysLater } from '../year/days.ts';
import { momentsAt } from '../year/local-time.ts';
import { redrawMeeting } from './agenda-change.ts';
import { deedOf, type NoMeeting } from './agenda-meeting.ts';
import { commentsMessage, minutesMessage } from './agenda-messages.ts';
import { recipientsOf } from './agenda-recipients.ts';
import type { Done } from './case.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import { aboutMeeting } from './meeting-store.ts';
import { type Minutes, whenSent } from './minutes.ts';
import { minutesOfMeeting, type NoMinutes } from './minutes-of-meeting.ts';
import { minutes } from './minutes-store.ts';
import { dropWaiting } from './sending-asked.ts';

export type SendMinutesRefusal = NotAllowed | NoMeeting | NoMinutes;

export type MinutesSent = {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  readonly people: readonly MemberId[];
};

/**
 * Sends the latest version of the minutes to everyone invited: to more than a few when whoever leads has agreed to it. As
 * long as they are not approved, comments are taken for the network's days from when they go out, and whoever sent them is
 * told when that time is over. A version that is out or waits is not sent again, whoever asks.
 */
export async function sendMinutes(
  tools: Tools,
  actor: Actor,
  id: MeetingId,
): Promise<Outcome<MinutesSent, SendMinutesRefusal>> {
  return retrying(async () => {
    const at = await minutesOfMeeting(tools, actor, id, 'minutes.write');
    if (!at.ok) return at;
    const { meeting, standing } = at.value;
    const people = await recipientsOf(tools, meeting, actor.network);
    if (isAsked(standing.value, actor.requestKey)) return done({ meeting, minutes: standing.value, people });
    const by = deedOf(actor, tools);
    const number = standing.value.sent.length + 1;
    const words = minutesMessage(number);
    const waiting: Minutes = { ...standing.value, waiting: askedFor(standing.value, words, actor.network, by) };
    const sent = mustBeShown(people) ? waiting : whenSent(waiting, by);
    const about = aboutMeeting(meeting);
    const to = people.map(member => ({ kind: 'member', id: member }) as const);
    const owing = { now: by.at, dueAt: commentsToldAt(whenSent(waiting, by), actor.network) ?? by.at };
    await tools.store.batch(standing.partition, [
      minutes.replace(standing, sent),
      ...(await dropWaiting(tools.store, standing.partition, standing.value.waiting)),
      ...oweEach(about, words, to, { occasion: by.request, by: by.by, now: by.at }),
      ...(sent.approved ? [] : oweWords(about, commentsMessage(number), [by.by], by.request, owing)),
      redrawMeeting(meeting, by),
    ]);
    return done({ meeting, minutes: sent, people });
  });
}

/** The latest version is out or waits, or this request has sent one; approved minutes go out once more. */
function isAsked({ sent, waiting, latest, approved }: Minutes, requestKey: string): boolean {
  const last = sent.at(-1);
  const isOut = last?.version === latest && (!approved || approved.at < last.at);
  return isOut || waiting?.version === latest || sent.some(({ request }) => request === requestKey);
}

function askedFor(
  { latest }: Minutes,
  { kind }: Message,
  { rules, zone }: Network,
  by: Done,
): NonNullable<Minutes['waiting']> {
  return { ...by, version: latest, sending: idFrom(by.request, kind), comments: { days: rules.commentDays, zone } };
}

/** The morning after the last day on which comments are taken. */
export function commentsToldAt({ commentsUntil }: Minutes, { zone, rules }: Network): Instant | undefined {
  const [toldAt] = commentsUntil ? momentsAt(daysLater(dayOf(commentsUntil, zone), 1), rules.remindedAt, zone) : [];
  return toldAt;
}
