import { oweCalendarEvent } from '../../delivery/delivery.ts';
import { oweEach } from '../../delivery/sending.ts';
import { Conflict, done, type Outcome, refused } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { idFrom } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { ChannelLink, Network } from '../networks/network.ts';
import { channelLinks, networkPartition, networks } from '../networks/network-store.ts';
import { type Invitees, inviteesOf } from './invitees.ts';
import type { Meeting, MeetingId, Span, TimeId } from './meeting.ts';
import { seriesMessage } from './meeting-messages.ts';
import { beforeMeeting, postedWhenNear, whenNear } from './meeting-reminders.ts';
import { aboutMeeting, meetingPartition, meetings } from './meeting-store.ts';
import { seatsInTerm } from './propose-meeting.ts';
import {
  digestOfTimes,
  planSeries,
  type Series,
  type SeriesId,
  type SeriesRefusal,
  type SeriesWanted,
} from './series.ts';
import { aboutSeries, seriesOf, seriesPartition } from './series-store.ts';
import { takeMeetingNumber } from './take-number.ts';

export type CreateSeriesRefusal =
  | NotAllowed
  | SeriesRefusal
  | { readonly code: 'no-seats' }
  | { readonly code: 'no-channel' }
  /** What was shown is no longer what would be made. */
  | { readonly code: 'series-changed' };

/** @property seen the digest of the times that the person was shown */
export type SeriesAgreed = SeriesWanted & { readonly seen?: string | undefined };

export type CreatedSeries = { readonly series: Series; readonly invitees: Invitees };

/**
 * Makes a settled meeting of each date, and owes everyone who is to come the list of them; each meeting's own invitation
 * follows when it is near. Refused when those are no longer the dates that were shown. What is cut off is gone on with by `makeDueSeries`. A repeat finds its series.
 */
export async function createSeries(
  tools: Tools,
  actor: Actor,
  { seen, ...wanted }: SeriesAgreed,
): Promise<Outcome<CreatedSeries, CreateSeriesRefusal>> {
  const { store, world } = tools;
  const { network, member, requestKey } = actor;
  const right = allowed(actor, 'meeting.propose');
  if (!right.ok) return right;
  const id = idFrom('series', network.id, requestKey) as SeriesId;
  const partition = seriesPartition(id);
  const already = await seriesOf.get(store, partition, 'series');
  if (already) return done(await finished(tools, network, already));
  const now = world.clock.now();
  const plan = planSeries(wanted, network, now);
  if (!plan.ok) return plan;
  if (seen !== digestOfTimes(plan.value)) return refused({ code: 'series-changed' });
  const seats = seatsInTerm(actor, now);
  if (seats.length === 0) return refused({ code: 'no-seats' });
  const links = await channelLinks.all(store, networkPartition(network.id));
  if (links.every(({ value }) => value.lostAt)) return refused({ code: 'no-channel' });
  const [first] = plan.value.spans;
  const series: Series = {
    id,
    networkId: network.id,
    title: wanted.title,
    ...(wanted.place && { place: wanted.place }),
    seats: [...seats],
    spans: [...plan.value.spans],
    made: { at: now, by: member.id, request: requestKey },
    dueAt: now,
  };
  const { people } = await inviteesOf(tools, series, network, first?.startsAt ?? now);
  const to = people.map(each => ({ kind: 'member', id: each }) as const);
  await store
    .batch(partition, [
      seriesOf.create('series', series),
      ...oweEach(aboutSeries(series), seriesMessage, to, { occasion: requestKey, by: member.id, now }),
    ])
    .catch(ignoreConflict);
  const made = await seriesOf.get(store, partition, 'series');
  if (!made) throw new Error('A series that was just made cannot be read');
  return done(await finished(tools, network, made));
}

/** A repeat that ran beside this request was first: its work is the same work. */
function ignoreConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}

async function finished(tools: Tools, network: Network, kept: Kept<Series>): Promise<CreatedSeries> {
  await makeMeetings(tools, network, kept);
  const [first] = kept.value.spans;
  return {
    series: kept.value,
    invitees: await inviteesOf(tools, kept.value, network, first?.startsAt ?? kept.value.made.at),
  };
}

/** Goes on with series whose meetings were not all made. May run in any number of processes at once. */
export async function makeDueSeries(tools: Tools): Promise<void> {
  await seriesOf.workOffDue(tools, async kept => {
    const network = await networks.get(tools.store, networkPartition(kept.value.networkId), 'network');
    if (network) await makeMeetings(tools, network.value, kept);
  });
}

/** One after the other, so that their numbers follow their dates. */
async function makeMeetings(tools: Tools, network: Network, kept: Kept<Series>): Promise<void> {
  const { store } = tools;
  const series = kept.value;
  if (series.dueAt === undefined) return;
  const links = await channelLinks.all(store, networkPartition(series.networkId));
  for (const span of series.spans) {
    await makeMeeting(
      tools,
      network,
      series,
      span,
      links.map(({ value }) => value),
    );
  }
  await store.batch(kept.partition, [seriesOf.replace(kept, { ...series, dueAt: undefined })]).catch(ignoreConflict);
}

async function makeMeeting(
  tools: Tools,
  network: Network,
  series: Series,
  span: Span,
  links: readonly ChannelLink[],
): Promise<void> {
  const { store, world } = tools;
  const id = idFrom('meeting', series.id, span.startsAt) as MeetingId;
  if (await meetings.get(store, meetingPartition(id), 'meeting')) return;
  const now = world.clock.now();
  const deed = { ...series.made, at: now };
  const meeting: Meeting = {
    id,
    networkId: series.networkId,
    number: await takeMeetingNumber(tools, series.networkId, id),
    title: series.title,
    ...(series.place && { place: series.place }),
    seats: [...series.seats],
    called: deed,
    times: [{ id: 't1' as TimeId, ...span }],
    settled: { ...span, ...deed },
    moves: [],
    sequence: 0,
    exceptions: [],
    series: series.id,
  };
  await store
    .batch(meetingPartition(id), [
      meetings.create('meeting', meeting),
      oweCalendarEvent(aboutMeeting(meeting), undefined, now),
      ...beforeMeeting(meeting, network, now),
      ...whenNear(meeting, network, now),
      ...postedWhenNear(meeting, network, links, { occasion: id, by: deed.by, now }),
    ])
    .catch(ignoreConflict);
}
