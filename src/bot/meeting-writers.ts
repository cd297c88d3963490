/** What a meeting's deliveries say to one person; nothing any more when the meeting has changed since they were owed. */
import {
  answerReminderCard,
  attendReminderCard,
  cancelledCard,
  deputyCard,
  invitationCard,
  movedCard,
  releasedCard,
  representationCard,
  seriesCard,
} from '../../cards/meeting-messages.ts';
import { type Delivery, type DeliveryState, deliveries } from '../delivery/delivery.ts';
import { type Meeting, type MeetingId, mayAttend, meetingCan } from '../features/meetings/meeting.ts';
import {
  answerReminder,
  attendReminder,
  cancelledMessage,
  representationMessage,
  seriesMessage,
  tellsOfTime,
} from '../features/meetings/meeting-messages.ts';
import {
  attendingAt,
  type MeetingStanding,
  readStanding,
  silentOnTimes,
} from '../features/meetings/meeting-standing.ts';
import { meetingPartition, meetings } from '../features/meetings/meeting-store.ts';
import type { SeriesId } from '../features/meetings/series.ts';
import { seriesOf, seriesPartition } from '../features/meetings/series-store.ts';
import { type Member, mayActFor, type Seat } from '../features/networks/network.ts';
import type { Speech } from '../texts/speak.ts';
import type { Tools } from '../tools.ts';
import { dayOf } from '../world.ts';
import { calendarFor, calendarUrl } from './meeting-calendar.ts';
import type { Desk, Recipient, Words, Writer } from './write-to.ts';

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

  'meeting-moved': ofMeeting(async given =>
    isAsOwed(given) ? withCalendar(given, shown => movedCard(shown, given.speech)) : undefined,
  ),

  /** Not to one whose invitation never went out. */
  [cancelledMessage.kind]: ofMeeting(async ({ desk, meeting, to, speech }) => {
    if (!meeting.cancelled || !(await knowsOf(desk.tools, meeting, to.member))) return undefined;
    const { settings, tools } = desk;
    const url = meeting.settled && calendarUrl(settings, meeting, to.member, speech, tools.world.clock.now());
    const calendar = await calendarFor(tools, meeting, to.network, to.member, speech);
    return { card: cancelledCard(meeting, url, speech), calendar };
  }),

  /** As long as nobody comes for the seat, and the deputy has not answered. */
  'meeting-deputy': ofMeeting(async given => {
    const { desk, meeting, detail, to, speech } = given;
    if (!mayAttend(meeting, desk.tools.world.clock.now())) return undefined;
    const standing = await readStanding(desk.tools, meeting, to.network);
    const seat = standing.seats.find(each => each.id === detail && each.deputyIds.includes(to.member.id));
    const attendance = standing.attendances.find(each => each.seatId === detail);
    if (!seat || !attendance?.asked?.includes(to.member.id)) return undefined;
    return withCalendar(given, shown => deputyCard(shown, { seat, party: standing.partyOf(seat) }, speech));
  }),

  'meeting-released': ofMeeting(async ({ desk, meeting, detail, to, speech }) => {
    if (!mayAttend(meeting, desk.tools.world.clock.now())) return undefined;
    const standing = await readStanding(desk.tools, meeting, to.network);
    const seat = standing.seats.find(each => each.id === detail);
    const attendance = standing.attendances.find(each => each.seatId === detail);
    if (!seat || attendance?.attendeeId !== seat.holderId) return undefined;
    return { card: releasedCard(meeting, { seat, party: standing.partyOf(seat) }, speech) };
  }),

  /** Only to those who have still not answered. */
  [answerReminder.kind]: ofMeeting(async ({ desk, meeting, to, speech }) => {
    if (!meetingCan(meeting, 'answerTimes')) return undefined;
    const standing = await readStanding(desk.tools, meeting, to.network);
    const seats = ownOf(silentOnTimes(standing), to, desk.tools);
    return seats.length > 0 ? { card: answerReminderCard(meeting, withParties(seats, standing), speech) } : undefined;
  }),

  [attendReminder.kind]: ofMeeting(async ({ desk, meeting, to, speech }) => {
    if (!mayAttend(meeting, desk.tools.world.clock.now())) return undefined;
    const standing = await readStanding(desk.tools, meeting, to.network);
    const seats = ownOf(attendingAt(meeting, standing, to.network).silent, to, desk.tools);
    return seats.length > 0 ? { card: attendReminderCard(meeting, withParties(seats, standing), speech) } : undefined;
  }),

  [representationMessage.kind]: ofMeeting(async ({ desk, meeting, to, speech }) => {
    if (!mayAttend(meeting, desk.tools.world.clock.now())) return undefined;
    const attending = attendingAt(meeting, await readStanding(desk.tools, meeting, to.network), to.network);
    const { coming, notComing, silent, groups } = attending;
    const counts = { coming: coming.length, notComing: notComing.length, silent: silent.length };
    return { card: representationCard(meeting, counts, groups, speech) };
  }),

  [seriesMessage.kind]: async ({ tools }, { thing }, _to, speech) => {
    const series = await seriesOf.get(tools.store, seriesPartition(thing.id as SeriesId), 'series');
    return series && { card: seriesCard(series.value, speech) };
  },
};

type Given = Parameters<MeetingWriter>[0];

/** Of a meeting that was moved since, or is no more, there is nothing left to say in these words. */
function isAsOwed({ desk, meeting, detail }: Given): boolean {
  return mayAttend(meeting, desk.tools.world.clock.now()) && String(meeting.sequence) === detail;
}

async function withCalendar(
  { desk, meeting, to, speech }: Given,
  write: (shown: { meeting: Meeting; speaks: boolean; calendarUrl: string }) => Words['card'],
): Promise<Words> {
  const { tools, settings } = desk;
  const { network, member } = to;
  const [standing, calendar] = await Promise.all([
    readStanding(tools, meeting, network),
    calendarFor(tools, meeting, network, member, speech),
  ]);
  const url = calendarUrl(settings, meeting, member, speech, tools.world.clock.now());
  const speaks = ownOf(standing.seats, to, tools).length > 0;
  return { card: write({ meeting, speaks, calendarUrl: url }), calendar };
}

function ownOf(seats: readonly Seat[], { member, network }: Recipient, { world }: Tools): readonly Seat[] {
  const day = dayOf(world.clock.now(), network.zone);
  return seats.filter(seat => mayActFor(member, seat, day));
}

function withParties(seats: readonly Seat[], { partyOf }: MeetingStanding) {
  return seats.map(seat => ({ seat, party: partyOf(seat) }));
}

/** What went out, or may have. */
const wentOut: ReadonlySet<DeliveryState> = new Set(['claimed', 'sent', 'unknown']);

/** A meeting without a time is told of to those who answered; a recurring one's date everyone knows. */
async function knowsOf({ store }: Pick<Tools, 'store'>, meeting: Meeting, { id }: Member): Promise<boolean> {
  if (!meeting.settled || meeting.series !== undefined) return true;
  const owed = await deliveries.all(store, meetingPartition(meeting.id));
  return owed.some(({ value }) => isTo(value, id) && tellsOfTime.has(value.message.kind) && mayHaveGone(value));
}

function isTo({ to }: Pick<Delivery, 'to'>, id: Member['id']): boolean {
  return to.kind === 'member' && to.id === id;
}

function mayHaveGone({ state, mayStand }: Delivery): boolean {
  return wentOut.has(state) || mayStand;
}
