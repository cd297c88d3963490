/** What a meeting's deliveries say to one person; nothing any more when the meeting has changed since they were owed. */
import {
  answerReminderCard,
  attendReminderCard,
  cancelledCard,
  deputyCard,
  emptySeatCard,
  invitationCard,
  movedCard,
  proposalCard,
  releasedCard,
  representationCard,
  seriesCard,
  type ToldShown,
} from '../../../cards/meetings/meeting-messages.ts';
import type { SeatAndParty } from '../../../cards/meetings/meeting-whispers.ts';
import { type Delivery, type DeliveryState, deliveries, type Message } from '../../delivery/delivery.ts';
import { restAfter } from '../../delivery/schedule.ts';
import { type Meeting, type MeetingId, mayAttend, meetingCan } from '../../features/meetings/meeting.ts';
import {
  answerReminder,
  attendReminder,
  cancelledMessage,
  proposalMessage,
  representationMessage,
  seriesMessage,
  tellsOfTime,
} from '../../features/meetings/meeting-messages.ts';
import {
  attendingAt,
  attendingCounts,
  type MeetingStanding,
  readStanding,
  silentOnTimes,
} from '../../features/meetings/meeting-standing.ts';
import { meetingPartition, meetings } from '../../features/meetings/meeting-store.ts';
import type { SeriesId } from '../../features/meetings/series.ts';
import { seriesOf, seriesPartition } from '../../features/meetings/series-store.ts';
import { isOfThisTime } from '../../features/meetings/told.ts';
import { mayActFor, type Seat } from '../../features/networks/network.ts';
import type { Speech } from '../../texts/speak.ts';
import type { Tools } from '../../tools.ts';
import { dayOf, type Instant, later } from '../../world.ts';
import type { Desk, Recipient, Words, Writer } from '../writer.ts';
import { calendarFor, calendarUrl } from './meeting-calendar.ts';

/** A meeting's own words, once it is found. */
type MeetingWriter = (given: {
  readonly desk: Desk;
  readonly meeting: Meeting;
  readonly detail: string | undefined;
  readonly to: Recipient;
  readonly speech: Speech;
}) => Promise<Words | undefined>;

const ofMeeting =
  (write: MeetingWriter): Writer =>
  async (desk, { thing, message }, to, speech) => {
    const meeting = await meetings.get(desk.tools.store, meetingPartition(thing.id as MeetingId), 'meeting');
    return meeting && write({ desk, meeting: meeting.value, detail: message.detail, to, speech });
  };

export const meetingWriters: Readonly<Record<string, Writer>> = {
  'meeting-invitation': ofMeeting(async given =>
    isAsOwed(given) ? withCalendar(given, shown => invitationCard(shown, given.speech)) : undefined,
  ),

  /** An invitation to one who knows of no earlier time. */
  'meeting-moved': ofMeeting(async given => {
    if (!isAsOwed(given)) return undefined;
    const draw = (await knewEarlierTime(given)) ? movedCard : invitationCard;
    return withCalendar(given, shown => draw(shown, given.speech));
  }),

  /** Not to one whose invitation never went out. */
  [cancelledMessage.kind]: ofMeeting(async given => {
    const { desk, meeting, to, speech } = given;
    const words = await wordsOfTime(given);
    if (!meeting.cancelled || (words.length === 0 && !isKnownToAll(meeting))) return undefined;
    const { settings, tools } = desk;
    const url = meeting.settled && calendarUrl(settings, meeting, to.member, speech, tools.world.clock.now());
    const calendar = await calendarFor(tools, meeting, to.network, to.member, speech);
    const notBefore = isKnownToAll(meeting) ? undefined : onceGone(words, tools.world.clock.now());
    const shown = { meeting, network: to.network.name, calendarUrl: url };
    return { card: cancelledCard(shown, speech), calendar, notBefore };
  }),

  /** As long as nobody comes for the seat, and the deputy has not answered. */
  'meeting-deputy': ofMeeting(async given => {
    const { desk, meeting, detail, to, speech } = given;
    if (!mayAttend(meeting, desk.tools.world.clock.now())) return undefined;
    const standing = await standingOf(desk, meeting, to);
    const seat = standing.seats.find(each => each.id === detail && each.deputyIds.includes(to.member.id));
    const attendance = standing.attendances.find(each => each.seatId === detail);
    if (!seat || !attendance?.asked?.includes(to.member.id)) return undefined;
    return withCalendar(given, shown => deputyCard(shown, { seat, party: standing.partyOf(seat) }, speech));
  }),

  'meeting-released': ofMeeting(async ({ desk, meeting, detail, to, speech }) => {
    if (!mayAttend(meeting, desk.tools.world.clock.now())) return undefined;
    const standing = await standingOf(desk, meeting, to);
    const seat = standing.seats.find(each => each.id === detail);
    const attendance = standing.attendances.find(each => each.seatId === detail);
    if (!seat || attendance?.attendeeId !== seat.holderId) return undefined;
    const shown = { meeting, network: to.network.name };
    return { card: releasedCard(shown, { seat, party: standing.partyOf(seat) }, speech) };
  }),

  /** As long as nobody can come for the seat. */
  'meeting-empty-seat': ofMeeting(async ({ desk, meeting, detail, to, speech }) => {
    if (!mayAttend(meeting, desk.tools.world.clock.now())) return undefined;
    const standing = await standingOf(desk, meeting, to);
    const { notComing, groups } = attendingAt(meeting, standing, to.network);
    const seat = notComing.find(each => each.id === detail);
    const group = groups.find(each => each.group === seat?.group);
    const shown = { meeting, network: to.network.name };
    return seat && { card: emptySeatCard(shown, { seat, party: standing.partyOf(seat) }, group, speech) };
  }),

  /** Not to those who have been reminded of it: that says as much. */
  [proposalMessage.kind]: ofMeeting(async given => {
    const { meeting, to, speech } = given;
    const seats = await silentSeats(given);
    if (seats.length === 0 || (await hasHad(given, answerReminder)).length > 0) return undefined;
    return { card: proposalCard({ meeting, network: to.network.name, seats }, speech) };
  }),

  /** Only to those who have still not answered every time, and not right after the question itself. */
  [answerReminder.kind]: ofMeeting(async given => {
    const { desk, meeting, to, speech } = given;
    const seats = await silentSeats(given);
    const asked = await hasHad(given, proposalMessage);
    const now = desk.tools.world.clock.now();
    if (seats.length === 0 || asked.some(({ triedAt, owedAt }) => restAfter(triedAt ?? owedAt) > now)) return undefined;
    return { card: answerReminderCard({ meeting, network: to.network.name, seats }, speech) };
  }),

  [attendReminder.kind]: ofMeeting(async ({ desk, meeting, to, speech }) => {
    if (!mayAttend(meeting, desk.tools.world.clock.now())) return undefined;
    const standing = await standingOf(desk, meeting, to);
    const { silent, deputyAsked } = attendingAt(meeting, standing, to.network);
    const asksThis = ({ id }: Seat) =>
      standing.attendances.some(({ seatId, asked }) => seatId === id && asked?.includes(to.member.id));
    const seats = ownOf([...silent, ...deputyAsked.filter(asksThis)], to, desk.tools);
    const shown = { meeting, network: to.network.name, seats: withParties(seats, standing) };
    return seats.length > 0 ? { card: attendReminderCard(shown, speech) } : undefined;
  }),

  [representationMessage.kind]: ofMeeting(async ({ desk, meeting, to, speech }) => {
    if (!mayAttend(meeting, desk.tools.world.clock.now())) return undefined;
    const attending = attendingAt(meeting, await standingOf(desk, meeting, to), to.network);
    const shown = { meeting, network: to.network.name };
    return { card: representationCard(shown, attendingCounts(attending), attending.groups, speech) };
  }),

  [seriesMessage.kind]: async ({ tools }, { thing }, { network }, speech) => {
    const series = await seriesOf.get(tools.store, seriesPartition(thing.id as SeriesId), 'series');
    return series && { card: seriesCard(series.value, network.name, speech) };
  },
};

type Given = Parameters<MeetingWriter>[0];

/** Of a meeting that was moved since, or is no more, there is nothing left to say in these words. */
function isAsOwed({ desk, meeting, detail }: Given): boolean {
  return mayAttend(meeting, desk.tools.world.clock.now()) && String(meeting.sequence) === detail;
}

/** Those one person may answer the times for, and nobody has. */
async function silentSeats({ desk, meeting, to }: Given): Promise<readonly SeatAndParty[]> {
  if (!meetingCan(meeting, 'answerTimes')) return [];
  const standing = await standingOf(desk, meeting, to);
  return withParties(ownOf(silentOnTimes(meeting, standing), to, desk.tools), standing);
}

async function withCalendar(
  { desk, meeting, to, speech }: Given,
  write: (shown: ToldShown) => Words['card'],
): Promise<Words> {
  const { tools, settings } = desk;
  const { network, member } = to;
  const [standing, calendar] = await Promise.all([
    standingOf(desk, meeting, to),
    calendarFor(tools, meeting, network, member, speech),
  ]);
  const url = calendarUrl(settings, meeting, member, speech, tools.world.clock.now());
  const seats = withParties(ownOf(standing.seats, to, tools), standing);
  const isWished = standing.answers.length > 0;
  return { card: write({ meeting, network: network.name, seats, isWished, calendarUrl: url }), calendar };
}

/** Read once for all who are written to in the same turn. */
function standingOf({ tools }: Desk, meeting: Meeting, { network }: Recipient): Promise<MeetingStanding> {
  const name = `meeting-standing|${meeting.id}|${meeting.sequence}`;
  return tools.gather(name, () => readStanding(tools, meeting, network));
}

function ownOf(seats: readonly Seat[], { member, network }: Recipient, { world }: Tools): readonly Seat[] {
  const day = dayOf(world.clock.now(), network.zone);
  return seats.filter(seat => mayActFor(member, seat, day));
}

function withParties(seats: readonly Seat[], { partyOf }: MeetingStanding): readonly SeatAndParty[] {
  return seats.map(seat => ({ seat, party: partyOf(seat) }));
}

/** A meeting without a time is told of to those who answered; a recurring one's date everyone knows. */
function isKnownToAll({ settled, series }: Meeting): boolean {
  return !settled || series !== undefined;
}

async function knewEarlierTime(given: Given): Promise<boolean> {
  const { meeting } = given;
  return isKnownToAll(meeting) || (await wordsOfTime(given)).some(each => !isOfThisTime(each, meeting));
}

const isUnderWay: ReadonlySet<DeliveryState> = new Set(['due', 'failed']);
const mayHaveGone: ReadonlySet<DeliveryState> = new Set(['claimed', 'sent', 'unknown']);

/** What one person has been told of the meeting's times, may have been, or is about to be. */
async function wordsOfTime(given: Given): Promise<readonly Delivery[]> {
  return (await wordsTo(given)).filter(({ message }) => tellsOfTime.has(message.kind));
}

async function hasHad(given: Given, { kind }: Message): Promise<readonly Delivery[]> {
  return (await wordsTo(given)).filter(each => each.message.kind === kind && isOut(each));
}

async function wordsTo({ desk: { tools }, meeting: { id }, to }: Given): Promise<readonly Delivery[]> {
  const byPerson = await tools.gather(`words|${id}`, async () => {
    const owed = (await deliveries.all(tools.store, meetingPartition(id))).map(({ value }) => value);
    const words = owed.filter(each => isOut(each) || isUnderWay.has(each.state));
    return Map.groupBy(words, each => (each.to.kind === 'member' ? each.to.id : undefined));
  });
  return byPerson.get(to.member.id) ?? [];
}

function isOut({ state, mayStand }: Delivery): boolean {
  return mayHaveGone.has(state) || mayStand;
}

/** Words that are about to go have gone then, or have turned out not to be needed: only then it is known who knows. */
function onceGone(words: readonly Delivery[], now: Instant): Instant | undefined {
  if (words.length === 0 || words.some(isOut)) return undefined;
  const last = [now, ...words.flatMap(({ dueAt }) => dueAt ?? [])].toSorted().at(-1);
  return later(last ?? now, aMomentMs);
}

const aMomentMs = 2000;
