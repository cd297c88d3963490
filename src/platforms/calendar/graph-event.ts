/** A meeting as Microsoft Graph's event. https://learn.microsoft.com/graph/api/resources/event */
import type { CalendarEntry } from '../../bot/platform.ts';
import { type Instant, idFrom } from '../../world.ts';

/** What stands in the event and may be changed. https://learn.microsoft.com/graph/api/event-update */
export function eventBody(entry: CalendarEntry, zone: string): object {
  return {
    subject: entry.title,
    body: { contentType: 'text', content: entry.text },
    start: timeIn(zone, entry.startsAt),
    end: timeIn(zone, entry.endsAt),
    location: { displayName: entry.place ?? '' },
    attendees: invited(entry),
    // Answers are given in the chat: one given in the calendar would go to a mailbox that nobody reads.
    responseRequested: false,
  };
}

/**
 * What a new event has besides. Of `transactionId` the event's page says that the server uses it to avoid a second event
 * when the client tries again; it is there for a client whose connection ended before the answer came.
 */
export function newEventBody(entry: CalendarEntry, zone: string): object {
  return { ...eventBody(entry, zone), allowNewTimeProposals: false, transactionId: idFrom('event', entry.key) };
}

export function invited({ attendees }: CalendarEntry) {
  return attendees.flatMap(({ name, email, isRequired }) =>
    email ? [{ emailAddress: { address: email, name }, type: isRequired ? 'required' : 'optional' }] : [],
  );
}

/** The zone whose clock tells both moments: an hour that comes twice in the autumn is told by UTC alone. */
export function zoneOf({ startsAt, endsAt, zone }: CalendarEntry): string {
  return [startsAt, endsAt].every(instant => comesOnce(instant, zone)) ? zone : 'UTC';
}

function comesOnce(instant: Instant, zone: string): boolean {
  const clock = clockOf(instant, zone);
  const momentOf = (disambiguation: 'earlier' | 'later') =>
    clock.toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
  return momentOf('earlier') === momentOf('later');
}

/** https://learn.microsoft.com/graph/api/resources/datetimetimezone */
function timeIn(timeZone: string, instant: Instant) {
  return { dateTime: clockOf(instant, timeZone).toString({ smallestUnit: 'second' }), timeZone };
}

function clockOf(instant: Instant, zone: string): Temporal.PlainDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
}
