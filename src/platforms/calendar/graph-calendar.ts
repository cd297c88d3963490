/**
 * Meetings in the calendar of one Microsoft 365 mailbox, which is their organiser: Exchange itself invites those asked, and
 * tells them of changes. The app needs the application permission Calendars.ReadWrite, which an administrator should hold
 * to that mailbox (https://learn.microsoft.com/graph/auth-limit-mailbox-access).
 */
import type { CalendarEntry } from '../../bot/platform.ts';
import type { Pace } from '../../delivery/pace.ts';
import type { SendResult } from '../../delivery/send-result.ts';
import type { World } from '../../world.ts';
import { type GraphAnswer, graphCall } from './graph-call.ts';
import { eventBody, invited, newEventBody, zoneOf } from './graph-event.ts';
import { type GraphApp, graphToken } from './graph-token.ts';

export type GraphConfig = GraphApp & {
  /** `https://graph.microsoft.com`, without a slash at the end. */
  readonly graphUrl: string;
  /** The organiser's address or id. */
  readonly mailbox: string;
};

/** Exchange Online's. https://learn.microsoft.com/graph/api/resources/event */
export const mostAttendees = 500;

export type CalendarResult =
  | SendResult
  /** Nothing was asked of Graph: fewer must be invited. */
  | { readonly kind: 'refused'; readonly code: 'too-many-attendees'; readonly most: number };

export interface GraphCalendar {
  /** Below Graph's ten thousand requests in ten minutes of one mailbox. https://learn.microsoft.com/graph/throttling-limits */
  readonly pace: Pace;
  /**
   * Makes the event, or with the `ref` of an earlier `sent` changes it to what is given. Everyone invited is told.
   *
   * May be repeated with the same key. `failed` with `mayStand`: the answer was lost. `gone`: the event was deleted in the
   * calendar. `unknown`: it stands, and Graph does not say where.
   * @param mayStand an earlier try may have got through, with other words than these: what it made is found by the key and
   * changed. As every repeated change it may have people told twice.
   */
  put(entry: CalendarEntry, ref?: string, mayStand?: boolean): Promise<CalendarResult>;
  /**
   * Calls it off: those invited get the comment, and the event is deleted. May be repeated; `gone`: it was deleted already,
   * by an earlier try or in the calendar.
   */
  cancel(ref: string, comment: string): Promise<SendResult>;
}

const usualTimeoutMs = 10_000;

export function createGraphCalendar(given: {
  readonly config: GraphConfig;
  readonly world: World;
  /** How long one call may take. An entry may take three, each twice if a token is no longer taken. */
  readonly timeoutMs?: number;
}): GraphCalendar {
  const { config, world, timeoutMs = usualTimeoutMs } = given;
  const call = graphCall({
    token: graphToken(config, world.clock, timeoutMs),
    clock: world.clock,
    mailboxUrl: `${config.graphUrl}/v1.0/users/${encodeURIComponent(config.mailbox)}`,
    timeoutMs,
  });

  /** Graph's page promises the zones of Windows and some IANA names, Europe/Oslo not among them. */
  const unknownZones = new Set<string>();

  /** A zone that is not known is refused before anything is done; the same moments in UTC are always understood. */
  async function inKnownZone(entry: CalendarEntry, send: (zone: string) => Promise<GraphAnswer>): Promise<GraphAnswer> {
    const zone = zoneOf(entry);
    if (unknownZones.has(zone)) return send('UTC');
    const answer = await send(zone);
    if (answer.kind !== 'refused' || answer.code !== 'TimeZoneNotSupportedException') return answer;
    unknownZones.add(zone);
    return send('UTC');
  }

  async function create(entry: CalendarEntry, mayStand: boolean): Promise<CalendarResult> {
    const answer = await inKnownZone(entry, zone => call('POST', '/events', newEventBody(entry, zone)));
    if (answer.kind === 'done') {
      if (!answer.id) return { kind: 'failed', mayStand: true };
      // What a new event would be is answered with the event these words once made, whatever it has become since.
      return mayStand ? change(entry, answer.id) : { kind: 'sent', ref: answer.id };
    }
    // The same key with other words: an earlier try got through, and the meeting has changed since.
    if (answer.kind === 'refused' && answer.code === 'ErrorDuplicateTransactionId') {
      return answer.existingId ? change(entry, answer.existingId) : { kind: 'unknown' };
    }
    return unsent(answer);
  }

  async function change(entry: CalendarEntry, ref: string): Promise<CalendarResult> {
    const path = `/events/${encodeURIComponent(ref)}`;
    const answer = await inKnownZone(entry, zone => call('PATCH', path, eventBody(entry, zone)));
    // Of an event found by its key Graph may have named an id that moves; the answer has the one that stays.
    return answer.kind === 'done' ? { kind: 'sent', ref: answer.id ?? ref } : unsentTo(answer);
  }

  async function cancel(ref: string, comment: string): Promise<SendResult> {
    const answer = await call('POST', `/events/${encodeURIComponent(ref)}/cancel`, { comment });
    return answer.kind === 'done' ? { kind: 'sent', ref } : unsentTo(answer);
  }

  /** An event that is not there is deleted; of a new one the same answer means that the mailbox is not. */
  function unsentTo(answer: Exclude<GraphAnswer, { kind: 'done' }>): SendResult {
    return answer.kind === 'refused' && answer.status === 404 ? { kind: 'gone', why: 'deleted' } : unsent(answer);
  }

  function unsent(answer: Exclude<GraphAnswer, { kind: 'done' }>): SendResult {
    switch (answer.kind) {
      case 'throttled':
        return answer;
      case 'unasked':
        world.log.warn({}, 'no token for the calendar');
        return { kind: 'failed' };
      case 'lost':
        return { kind: 'failed', mayStand: true };
      case 'refused':
        world.log.warn({ status: answer.status, code: answer.code }, 'the calendar refused');
        return { kind: 'failed' };
    }
  }

  return {
    pace: [{ burst: 5, everyMs: 200 }],
    put: async (entry, ref, mayStand = false) => {
      if (invited(entry).length > mostAttendees)
        return { kind: 'refused', code: 'too-many-attendees', most: mostAttendees };
      return ref === undefined ? create(entry, mayStand) : change(entry, ref);
    },
    cancel,
  };
}
