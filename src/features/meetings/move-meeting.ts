import { calendarEventId, deliveries, oweCalendarEvent, oweRedraw } from '../../delivery/delivery.ts';
import { oweEach } from '../../delivery/sending.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { epochMsOf } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { Network } from '../networks/network.ts';
import { channelLinks, networkPartition } from '../networks/network-store.ts';
import { closedTo, type MeetingClosed } from './answer-times.ts';
import { findMeeting } from './find-meeting.ts';
import { type Invitees, inviteesOf } from './invitees.ts';
import { type Meeting, type MeetingId, meetingCan, type Span } from './meeting.ts';
import { movedMessage } from './meeting-messages.ts';
import { beforeMeeting, postedWhenNear, whenNear } from './meeting-reminders.ts';
import { aboutMeeting, meetings } from './meeting-store.ts';
import { type NoticeRefusal, noticeException } from './notice.ts';
import { type BadTime, exampleOf, readSpan } from './read-times.ts';
import { dropShownTimes, toldOf } from './told.ts';

export type MoveRefusal =
  | NotAllowed
  | MeetingClosed
  | NoticeRefusal
  | { readonly code: 'bad-new-time'; readonly field: 'when'; readonly why: BadTime; readonly example: Span }
  | { readonly code: 'not-moved'; readonly field: 'when' }
  | { readonly code: 'not-settled'; readonly number: number };

export type Moved = { readonly meeting: Meeting; readonly invitees: Invitees };

type Wanted = {
  readonly meetingId: MeetingId;
  /** In people's own words; without an end it lasts as long as before. */
  readonly when: string;
  readonly place?: string | undefined;
  readonly reason?: string | undefined;
};

/**
 * Moves a settled meeting, and owes everyone who is to come the new time. What they have said of coming is kept, and asked
 * again of those who come. A repeat of the request answers the same.
 */
export async function moveMeeting(tools: Tools, actor: Actor, wanted: Wanted): Promise<Outcome<Moved, MoveRefusal>> {
  const right = allowed(actor, 'meeting.move');
  if (!right.ok) return right;
  const { store, world } = tools;
  const { network, member, requestKey } = actor;
  return retrying(async () => {
    const kept = await findMeeting(tools, actor, wanted.meetingId);
    if (!kept) return refused({ code: 'no-meeting' });
    const { settled } = kept.value;
    if (settled?.request === requestKey) return done(await invited(tools, actor, kept.value, settled));
    const now = world.clock.now();
    const change = movedTo(kept.value, network, wanted, { at: now, by: member.id, request: requestKey });
    if (!change.ok) return change;
    const { meeting, span } = change.value;
    const [told, outcome, event, links] = await Promise.all([
      toldOf(tools, meeting),
      invited(tools, actor, meeting, span),
      deliveries.get(store, kept.partition, calendarEventId),
      channelLinks.all(store, networkPartition(network.id)),
    ]);
    const deed = { occasion: requestKey, by: member.id, now };
    const about = aboutMeeting(meeting);
    const people = [...new Set([...outcome.invitees.people, ...told.people])];
    const to = people.map(id => ({ kind: 'member', id }) as const);
    await store.batch(kept.partition, [
      meetings.replace(kept, meeting),
      oweRedraw(about, now),
      oweCalendarEvent(about, event, now),
      ...dropShownTimes(told),
      ...oweEach(about, movedMessage(meeting), to, deed),
      ...beforeMeeting(meeting, network, now),
      ...whenNear(meeting, network, now),
      ...postedWhenNear(
        meeting,
        network,
        links.map(({ value }) => value),
        deed,
      ),
    ]);
    return done({ ...outcome, invitees: { ...outcome.invitees, people } });
  });
}

/** The meeting with its new time, or why it cannot have it. Pure. */
export function movedTo(
  meeting: Meeting,
  network: Network,
  wanted: Wanted,
  deed: Meeting['called'],
): Outcome<{ readonly meeting: Meeting; readonly span: Span }, MoveRefusal> {
  if (meetingCan(meeting, 'settle')) return refused({ code: 'not-settled', number: meeting.number });
  if (!meetingCan(meeting, 'move') || !meeting.settled) return closedTo(meeting);
  const before = meeting.settled;
  const here = { now: deed.at, zone: network.zone };
  const span = readSpan(wanted.when, here, lengthOf(before));
  if (!span.ok) return refused({ code: 'bad-new-time', field: 'when', why: span.refusal, example: exampleOf(here) });
  if (isSame(span.value, before) && !isNewPlace(meeting, wanted.place)) {
    return refused({ code: 'not-moved', field: 'when' });
  }
  const exceptions = noticeException(span.value.startsAt, network, wanted.reason, deed);
  if (!exceptions.ok) return exceptions;
  const moved: Meeting = {
    ...meeting,
    settled: { ...span.value, ...deed },
    ...(wanted.place !== undefined && { place: wanted.place }),
    moves: [...meeting.moves, before],
    sequence: meeting.sequence + 1,
    exceptions: [...meeting.exceptions, ...exceptions.value],
  };
  return done({ meeting: moved, span: span.value });
}

async function invited(tools: Tools, { network }: Actor, meeting: Meeting, { startsAt }: Span): Promise<Moved> {
  return { meeting, invitees: await inviteesOf(tools, meeting, network, startsAt) };
}

function lengthOf({ startsAt, endsAt }: Span): number {
  return epochMsOf(endsAt) - epochMsOf(startsAt);
}

function isSame(a: Span, b: Span): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt;
}

function isNewPlace({ place }: Meeting, wanted: string | undefined): boolean {
  return wanted !== undefined && wanted !== place;
}
