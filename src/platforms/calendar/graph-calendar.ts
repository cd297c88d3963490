/**
 * Meetings in the calendar of one Microsoft 365 mailbox, which is their organiser: Exchange itself invites those asked, and
 * tells them of changes. The app needs the application permission Calendars.ReadWrite for that mailbox: docs/calendar.md.
 */
import { z } from 'zod';
import type { CalendarEntry, EventCalendar } from '../../bot/platform.ts';
import type { SendResult } from '../../delivery/send-result.ts';
import type { World } from '../../world.ts';
import { clientCredentials, type MicrosoftApp, microsoftToken } from '../microsoft-token.ts';
import { type GraphAnswer, type GraphRefusal, graphCall, graphPace } from './graph-call.ts';
import { eventBody, invited, newEventBody, pathToEventsOf, zoneOf } from './graph-event.ts';

export type GraphConfig = MicrosoftApp & {
  /** `https://graph.microsoft.com`, without a slash at the end. */
  readonly graphUrl: string;
  /** The organiser's address or id. */
  readonly mailbox: string;
};

/** Exchange Online's. https://learn.microsoft.com/graph/api/resources/event */
export const mostAttendees = 500;

const scope = 'https://graph.microsoft.com/.default';
const usualTimeoutMs = 10_000;
const usualWaitMs = 15_000;

/**
 * A `ref` is the entry's own key. Every time the event is first looked for by it: an answer that was lost, or a process that
 * ended before it wrote one down, takes no event out of sight. So everything may be repeated, and `mayStand` makes no
 * difference; a repeated change may have people told twice.
 *
 * `put` is `gone` when the event was deleted in the calendar, and `failed`, with nothing asked, when more are invited than
 * an event holds: no part of them is left out unsaid. `cancel` is `sent` also when there is no event, or no more.
 */
export function createGraphCalendar(given: {
  readonly config: GraphConfig;
  readonly world: World;
  /** How long one call may take. An entry may take three, each twice if a token is no longer taken. */
  readonly timeoutMs?: number;
  readonly mostWaitMs?: number;
}): EventCalendar {
  const { config, world, timeoutMs = usualTimeoutMs, mostWaitMs = usualWaitMs } = given;
  const call = graphCall({
    token: microsoftToken(clientCredentials(config, scope, world.clock, timeoutMs), world.clock),
    clock: world.clock,
    mailboxUrl: `${config.graphUrl}/v1.0/users/${encodeURIComponent(config.mailbox)}`,
    timeoutMs,
    mostWaitMs,
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

  async function find(key: string): Promise<{ kind: 'found'; id: string | undefined } | GraphRefusal> {
    const answer = await call('GET', pathToEventsOf(key));
    if (answer.kind !== 'done') return answer;
    const listed = events.safeParse(answer.body).data?.value;
    return listed ? { kind: 'found', id: eldest(listed)?.id } : { kind: 'lost' };
  }

  async function write(entry: CalendarEntry, send: (zone: string) => Promise<GraphAnswer>): Promise<SendResult> {
    const answer = await inKnownZone(entry, send);
    if (answer.kind !== 'done') return unsent(answer);
    return event.safeParse(answer.body).success ? { kind: 'sent', ref: entry.key } : unsent({ kind: 'lost' });
  }

  function unsent(answer: GraphRefusal): SendResult {
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
        // Once made, it may not show yet to whoever looks for it.
        return { kind: 'failed', mayStand: answer.code === 'ErrorDuplicateTransactionId' };
    }
  }

  return {
    pace: graphPace,

    async put(entry, ref) {
      if (invited(entry).length > mostAttendees) {
        world.log.warn({ most: mostAttendees }, 'more are invited than an event in the calendar holds');
        return { kind: 'failed' };
      }
      const standing = await find(entry.key);
      if (standing.kind !== 'found') return unsent(standing);
      const { id } = standing;
      if (id !== undefined) return write(entry, zone => call('PATCH', pathTo(id), eventBody(entry, zone)));
      if (ref !== undefined) return { kind: 'gone', why: 'deleted' };
      return write(entry, zone => call('POST', '/events', newEventBody(entry, zone)));
    },

    async cancel(ref, comment) {
      const standing = await find(ref);
      if (standing.kind !== 'found') return unsent(standing);
      if (standing.id === undefined) return { kind: 'sent', ref };
      const answer = await call('POST', `${pathTo(standing.id)}/cancel`, { comment });
      return answer.kind === 'done' ? { kind: 'sent', ref } : unsent(answer);
    },
  };
}

const event = z.object({ id: z.string().min(1) });
const events = z.object({ value: z.array(event.extend({ createdDateTime: z.string() })) });

/** Someone may have copied it in the calendar, key and all. */
function eldest(listed: z.infer<typeof events>['value']) {
  return listed.toSorted((a, b) => (a.createdDateTime < b.createdDateTime ? -1 : 1))[0];
}

const pathTo = (id: string) => `/events/${encodeURIComponent(id)}`;
