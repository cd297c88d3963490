/** A meeting as a calendar takes it: the file behind a link, and what goes with an e-mail. */
import { calendarFile } from '../../../cards/meetings/calendar-file.ts';
import type { Meeting } from '../../features/meetings/meeting.ts';
import type { Member, Network } from '../../features/networks/network.ts';
import { members, networkPartition } from '../../features/networks/network-store.ts';
import type { Speech } from '../../texts/speak.ts';
import type { Tools } from '../../tools.ts';
import { type Instant, later } from '../../world.ts';
import type { Settings } from '../asking.ts';
import type { CalendarFile } from '../platform.ts';

/** The same for the meeting's whole life: by it a change finds the entry it changes. */
const uidOf = ({ id }: Pick<Meeting, 'id'>) => `meeting-${id}@laget`;

/** An organiser must have an address; where nobody who leads has one, this leads nowhere (RFC 2606). */
const nowhere = 'laget@laget.invalid';

/** @returns undefined as long as the meeting has no time */
export async function calendarFor(
  tools: Tools,
  meeting: Meeting,
  network: Network,
  attendee: Member,
  speech: Speech,
): Promise<CalendarFile | undefined> {
  const { settled, cancelled, moves, called } = meeting;
  if (!settled) return undefined;
  const organiser = await members.get(tools.store, networkPartition(network.id), called.by);
  const method = cancelled ? 'CANCEL' : 'REQUEST';
  const content = calendarFile(
    {
      uid: uidOf(meeting),
      sequence: meeting.sequence,
      startsAt: settled.startsAt,
      endsAt: settled.endsAt,
      zone: network.zone,
      title: meeting.title,
      text: speech.say.meeting.calendarText(network.name, meeting.number),
      place: meeting.place,
      ...(linkIn(meeting.place) && { url: linkIn(meeting.place) }),
      organiser: { name: network.name, email: organiser?.value.email ?? nowhere },
      attendees: [{ name: attendee.name, email: attendee.email, isRequired: !attendee.roles.includes('observer') }],
      stampedAt: latest(cancelled?.at, settled.at, ...moves.map(({ at }) => at)),
      language: speech.language,
    },
    method,
  );
  return { method, content };
}

/** A meeting's place may be a link, or hold one. */
function linkIn(place: string | undefined): string | undefined {
  return /https:\/\/\S+/.exec(place ?? '')?.[0];
}

function latest(...instants: readonly (Instant | undefined)[]): Instant {
  const [last] = instants
    .filter(each => each !== undefined)
    .toSorted()
    .toReversed();
  if (last === undefined) throw new Error('A settled meeting has no moment of settling');
  return last;
}

/** A link is good until the meeting is over, and no longer than this. */
const mostLinkMs = 120 * 24 * 3_600_000;

/** Leads to the calendar file for this person. */
export function calendarUrl(
  { fileUrl }: Settings,
  { id, settled }: Meeting,
  { id: member }: Pick<Member, 'id'>,
  speech: Speech,
  now: Instant,
): string {
  const furthest = later(now, mostLinkMs);
  const until = settled && settled.endsAt < furthest ? settled.endsAt : furthest;
  return fileUrl({ file: 'calendar', meeting: id, member, language: speech.language }, until);
}
