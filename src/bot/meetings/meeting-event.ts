/** A settled meeting as an event in a calendar outside the chats. */
import type { Thing } from '../../delivery/delivery.ts';
import { sendings } from '../../delivery/sending.ts';
import { inviteesOf } from '../../features/meetings/invitees.ts';
import { isOver, type Meeting, type MeetingId } from '../../features/meetings/meeting.ts';
import { cancelledMessage, tellsOfTime } from '../../features/meetings/meeting-messages.ts';
import { meetingPartition, meetings } from '../../features/meetings/meeting-store.ts';
import { type Agreement, agreementOf, agreementOnSeries } from '../../features/meetings/series-store.ts';
import { members, networkPartition, networks } from '../../features/networks/network-store.ts';
import { speak } from '../../texts/speak.ts';
import type { Tools } from '../../tools.ts';
import type { CalendarEntry } from '../platform.ts';

export type CalendarEventOf = {
  readonly entry: CalendarEntry;
  readonly cancelled: Meeting['cancelled'];
  /**
   * Whether whoever leads has agreed to what the people are to be told: a calendar invites as soon as it has the event.
   * `dropped`: nobody is to be told, until someone invites anew.
   */
  readonly agreement: Agreement;
};

/**
 * As it stands now, in the network's language.
 * @returns undefined as long as there is no time to write in a calendar, and when the meeting is over
 */
export async function eventOf(tools: Tools, { id }: Thing): Promise<CalendarEventOf | undefined> {
  const meeting = (await meetings.get(tools.store, meetingPartition(id as MeetingId), 'meeting'))?.value;
  if (!meeting?.settled || isOver(meeting, tools.world.clock.now())) return undefined;
  const home = networkPartition(meeting.networkId);
  const [network, everyone] = await Promise.all([
    networks.get(tools.store, home, 'network'),
    members.all(tools.store, home),
  ]);
  if (!network) return undefined;
  const { zone, languages, name } = network.value;
  const { startsAt, endsAt } = meeting.settled;
  const { people } = await inviteesOf(tools, meeting, network.value, startsAt);
  const { say } = speak(languages[0] ?? 'nb', zone);
  const text = [say.meeting.calendarText(name, meeting.number), meeting.place].filter(Boolean).join('\n\n');
  const attendees = everyone
    .map(({ value }) => value)
    .filter(member => people.includes(member.id))
    .map(({ name: called, email, roles }) => ({ name: called, email, isRequired: !roles.includes('observer') }));
  const entry = {
    key: meeting.id,
    startsAt,
    endsAt,
    zone,
    title: meeting.title,
    text,
    place: meeting.place,
    attendees,
  };
  return { entry, cancelled: meeting.cancelled, agreement: await agreementOn(tools, meeting) };
}

async function agreementOn(tools: Tools, meeting: Meeting): Promise<Agreement> {
  const shown = await sendings.all(tools.store, meetingPartition(meeting.id));
  const tells = meeting.cancelled ? tellsOfEnd : tellsOfTime;
  const last = shown
    .map(({ value }) => value)
    .filter(({ message }) => tells.has(message.kind))
    .toSorted((a, b) => a.madeAt.localeCompare(b.madeAt))
    .at(-1);
  if (last) return agreementOf(last);
  // Called off without anybody being asked: nobody was to be told.
  return meeting.cancelled ? 'agreed' : agreementOnSeries(tools, meeting);
}

const tellsOfEnd: ReadonlySet<string> = new Set([cancelledMessage.kind]);
