/** A meeting as a file that calendars take: iCalendar (RFC 5545), to be sent as an invitation is (iTIP, RFC 5546). */
import { getVtimezoneComponent } from '@touch4it/ical-timezones';
import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Language } from '../../src/features/networks/network.ts';
import type { Instant } from '../../src/world.ts';
import { readableLine, readableText } from '../readable-text.ts';

export type CalendarEvent = {
  /** The same for the meeting's whole life, and no other meeting's anywhere: by it a change finds the entry it changes. */
  readonly uid: string;
  /** 0 at first, one more for every change and for the cancellation: a calendar drops what is not newer than it has. */
  readonly sequence: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** IANA name: the zone whose clock the meeting keeps. */
  readonly zone: string;
  readonly title: string;
  /** Plain text of any length. Outlook shows no `url`, so a link people need stands here as well. */
  readonly text: string;
  readonly place?: string | undefined;
  readonly url?: string | undefined;
  readonly organiser: { readonly name: string; readonly email: string };
  /** Those without an address are left out: a calendar knows people by it alone. */
  readonly attendees: readonly Attendee[];
  /** When this version was made, and not when it is drawn: the same event gives the same file. */
  readonly stampedAt: Instant;
  readonly language: Language;
};

export type Attendee = {
  readonly name: string;
  readonly email?: string | undefined;
  readonly isRequired: boolean;
};

const statusOf = {
  REQUEST: ICalEventStatus.CONFIRMED,
  CANCEL: ICalEventStatus.CANCELLED,
} as const satisfies Record<Method, ICalEventStatus>;

type Method = 'REQUEST' | 'CANCEL';

/**
 * The file's text, with CRLF line ends, to be sent as UTF-8. The same input gives the same text on any machine.
 * @param method REQUEST invites or changes, CANCEL calls off
 */
export function calendarFile(event: CalendarEvent, method: Method): string {
  const calendar = ical({
    prodId: { company: 'Laget', product: 'Laget', language: event.language.toUpperCase() },
    method: ICalCalendarMethod[method],
    // A calendar with a zone of its own would have its DTSTAMP written in that zone too, where UTC is demanded.
    timezone: { name: null, generator: timeZonePart },
  });
  calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    stamp: Temporal.Instant.from(event.stampedAt),
    // As instants, which the library puts on the zone's clock; of a Date it would take the machine's clock for the zone's.
    start: Temporal.Instant.from(event.startsAt),
    end: Temporal.Instant.from(event.endsAt),
    timezone: isToldByClock(event) ? event.zone : null,
    status: statusOf[method],
    summary: readableLine(event.title),
    description: readableText(event.text),
    ...(event.place && { location: readableLine(event.place) }),
    ...(event.url && { url: unescapable(event.url) }),
    organizer: { name: readableLine(event.organiser.name), email: event.organiser.email },
    attendees: event.attendees.flatMap(attendeeLine),
  });
  return `${calendar.toString()}\r\n`;
}

/** Answers are given in the chat: one given in the calendar would go to a mailbox that nobody reads. */
function attendeeLine({ name, email, isRequired }: Attendee) {
  if (!email) return [];
  const role = isRequired ? ICalAttendeeRole.REQ : ICalAttendeeRole.OPT;
  return [{ name: readableLine(name), email, role, status: ICalAttendeeStatus.NEEDSACTION, rsvp: false }];
}

/**
 * Whether the zone's clock alone tells both moments. An hour that comes twice in the autumn means the first (RFC 5545,
 * 3.3.5), but not every calendar reads it so; nor can we write the rules of every zone. Then UTC stands in the file.
 */
function isToldByClock({ startsAt, endsAt, zone }: CalendarEvent): boolean {
  return timeZonePart(zone) !== null && [startsAt, endsAt].every(instant => comesOnce(instant, zone));
}

function comesOnce(instant: Instant, zone: string): boolean {
  const clock = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  const [first, last] = (['earlier', 'later'] as const).map(disambiguation =>
    clock.toZonedDateTime(zone, { disambiguation }),
  );
  return first?.epochMilliseconds === last?.epochMilliseconds;
}

/** The zone's rules, without the address its text came from, which a calendar might call. */
function timeZonePart(zone: string): string | null {
  return getVtimezoneComponent(zone)?.replace(/^TZURL:.*\r?\n/m, '') ?? null;
}

/** The library escapes an address as if it were text, which it is not; these characters have another form. */
function unescapable(url: string): string {
  return url.replace(/[,;\\\s]/g, encodeURIComponent);
}
