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
 * What a new event has besides: its entry's key, to find it by, and the same as `transactionId`, by which the server avoids
 * a second event when the client tries again.
 */
export function newEventBody(entry: CalendarEntry, zone: string): object {
  const value = markOf(entry.key);
  return {
    ...eventBody(entry, zone),
    allowNewTimeProposals: false,
    transactionId: value,
    singleValueExtendedProperties: [{ id: keyProperty, value }],
  };
}

/** The events that hold a key. https://learn.microsoft.com/graph/api/singlevaluelegacyextendedproperty-get */
export function pathToEventsOf(key: string): string {
  const holdsIt = `ep: ep/id eq '${keyProperty}' and ep/value eq '${markOf(key)}'`;
  const filter = encodeURIComponent(`singleValueExtendedProperties/Any(${holdsIt})`);
  return `/events?$filter=${filter}&$select=id,createdDateTime`;
}

/** The namespace is ours alone. https://learn.microsoft.com/graph/api/resources/extended-properties-overview */
const keyProperty = 'String {4be5cf1d-679d-4b16-882f-f810057e7502} Name LagetKey';

const markOf = (key: string) => idFrom('event', key);

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
