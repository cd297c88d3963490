import { posting, postingPlaces } from '../../delivery/delivery.ts';
import { oweEach } from '../../delivery/sending.ts';
import { Conflict, done, type Outcome, refused } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { dayOf, type Instant, idFrom } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { isInTerm, type SeatId } from '../networks/network.ts';
import { channelLinks, members, networkPartition } from '../networks/network-store.ts';
import { daysLater } from '../year/days.ts';
import { endOfDay, instantAt } from '../year/local-time.ts';
import { readMoment } from '../year/read-moment.ts';
import { outsideChannels } from './invitees.ts';
import type { Meeting, MeetingId, Span, TimeId } from './meeting.ts';
import { proposalMessage } from './meeting-messages.ts';
import { afterProposing } from './meeting-reminders.ts';
import { aboutMeeting, meetingPartition, meetings } from './meeting-store.ts';
import { type Here, readTimes, type TimesRefusal } from './read-times.ts';
import { takeMeetingNumber } from './take-number.ts';

export type NewMeeting = {
  readonly title: string;
  readonly place?: string | undefined;
  /** One a line, in people's own words. */
  readonly times: string;
  /** A day in people's own words or an ISO date, with or without a time. */
  readonly answersBy?: string | undefined;
};

export type ProposeRefusal =
  | NotAllowed
  | TimesRefusal
  | { readonly code: 'answers-by-unread'; readonly field: 'answersBy' }
  /** Passed already, or after the first of the times. @property first when that is */
  | { readonly code: 'answers-by-too-late'; readonly field: 'answersBy'; readonly first: Instant }
  | { readonly code: 'no-seats' }
  | { readonly code: 'no-channel' };

/**
 * Puts times to the seats in their term: owes every linked channel a posting of them, and those who are in none the question.
 * A repeat finds its meeting.
 */
export async function proposeMeeting(
  tools: Tools,
  actor: Actor,
  wanted: NewMeeting,
): Promise<Outcome<Kept<Meeting>, ProposeRefusal>> {
  const { store, world } = tools;
  const { network, member, requestKey } = actor;
  const right = allowed(actor, 'meeting.propose');
  if (!right.ok) return right;
  const id = idFrom('meeting', network.id, requestKey) as MeetingId;
  const already = await meetings.get(store, meetingPartition(id), 'meeting');
  if (already) return done(already);
  const now = world.clock.now();
  const here = { now, zone: network.zone };
  const times = readTimes(wanted.times, here);
  if (!times.ok) return times;
  const answersBy = readAnswersBy(wanted.answersBy, times.value, here);
  if (!answersBy.ok) return answersBy;
  const seats = seatsInTerm(actor, now);
  if (seats.length === 0) return refused({ code: 'no-seats' });
  const home = networkPartition(network.id);
  const [links, people] = await Promise.all([channelLinks.all(store, home), members.all(store, home)]);
  const places = postingPlaces(links.map(kept => kept.value));
  if (places.length === 0) return refused({ code: 'no-channel' });
  const meeting: Meeting = {
    id,
    networkId: network.id,
    number: await takeMeetingNumber(tools, network.id, id),
    title: wanted.title,
    ...(wanted.place && { place: wanted.place }),
    seats: [...seats],
    called: { at: now, by: member.id, request: requestKey },
    times: times.value.map((span, at) => ({ id: `t${at + 1}` as TimeId, ...span })),
    ...(answersBy.value && { answersBy: answersBy.value }),
    moves: [],
    sequence: 0,
    exceptions: [],
  };
  const deed = { occasion: requestKey, by: member.id, now };
  const apart = outsideChannels(
    actor.seats.filter(seat => seats.includes(seat.id)),
    people.map(({ value }) => value),
  );
  const to = apart.map(each => ({ kind: 'member', id: each }) as const);
  await store
    .batch(meetingPartition(id), [
      meetings.create('meeting', meeting),
      ...oweEach(aboutMeeting(meeting), posting, places, deed),
      ...oweEach(aboutMeeting(meeting), proposalMessage, to, deed),
      ...afterProposing(meeting, network, now),
    ])
    .catch(ignoreConflict);
  const proposed = await meetings.get(store, meetingPartition(id), 'meeting');
  if (!proposed) throw new Error('A meeting that was just proposed cannot be read');
  return done(proposed);
}

/** A repeat that ran beside this request was first: its meeting is the same meeting. */
function ignoreConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}

export function seatsInTerm({ seats, network }: Pick<Actor, 'seats' | 'network'>, now: Instant): readonly SeatId[] {
  return seats.filter(seat => isInTerm(seat, dayOf(now, network.zone))).map(seat => seat.id);
}

type AnswersByRefusal = Extract<ProposeRefusal, { field: 'answersBy' }>;

/** «1. februar», «1. februar kl. 12», «14 dager før»; without a time the day's last second, like every deadline. */
function readAnswersBy(
  words: string | undefined,
  times: readonly Span[],
  { now, zone }: Here,
): Outcome<Instant | undefined, AnswersByRefusal> {
  const first = times[0]?.startsAt ?? now;
  if (words === undefined) return done(undefined);
  const moment = readMoment(words, { now, zone });
  const unread = refused({ code: 'answers-by-unread', field: 'answersBy' });
  if (!moment.ok || moment.value.rest !== '' || moment.value.kind === 'week') return unread;
  const { from } = moment.value;
  const day = moment.value.kind === 'before' ? daysLater(dayOf(first, zone), -moment.value.days) : moment.value.on;
  const at = from === undefined ? done(endOfDay(day, zone)) : instantAt(day, from, zone, 'answersBy');
  if (!at.ok) return unread;
  return now < at.value && at.value < first
    ? done(at.value)
    : refused({ code: 'answers-by-too-late', field: 'answersBy', first });
}
