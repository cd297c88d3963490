/**
 * Microsoft Graph's calendar of one mailbox, and the login service before it: strict where Graph is, stricter where its
 * pages leave room, and as unreliable as asked. https://learn.microsoft.com/graph/api/calendar-post-events
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import { z } from 'zod';
import type { GraphConfig } from '../../../src/platforms/calendar/graph-calendar.ts';
import { mostAttendees } from '../../../src/platforms/calendar/graph-calendar.ts';
import { type Clock, epochMsOf } from '../../../src/world.ts';

const moment = z.strictObject({
  dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
  timeZone: z.string(),
});

const changes = z.strictObject({
  subject: z.string(),
  body: z.strictObject({ contentType: z.enum(['text', 'html']), content: z.string() }),
  start: moment,
  end: moment,
  location: z.strictObject({ displayName: z.string() }),
  attendees: z.array(
    z.strictObject({
      emailAddress: z.strictObject({ address: z.email(), name: z.string() }),
      type: z.enum(['required', 'optional', 'resource']),
    }),
  ),
  responseRequested: z.boolean(),
});
const property = z.strictObject({
  id: z.string().regex(/^String \{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\} Name \w+$/),
  value: z.string().min(1),
});
const newEvent = changes.extend({
  allowNewTimeProposals: z.boolean(),
  transactionId: z.string().min(1),
  singleValueExtendedProperties: z.array(property).length(1),
});

export type FakeEvent = z.infer<typeof newEvent> & {
  readonly id: string;
  readonly createdDateTime: string;
  /** In UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly isCancelled: boolean;
  /** What those invited were told. */
  readonly mails: readonly string[];
};

type Refusal = {
  readonly status: number;
  readonly code: string;
  readonly retryAfter?: string;
  /** Of calls by any method unless said. */
  readonly method?: 'GET' | 'POST' | 'PATCH';
};

export type FakeGraph = {
  readonly config: GraphConfig;
  readonly events: readonly FakeEvent[];
  /** What the client did that Graph would not take, or that its pages advise against. */
  readonly problems: readonly string[];
  readonly asked: { tokens: number; calls: number; mostAtOnce: number };
  /** The zones it knows; Windows names and those of Microsoft's list, and Oslo unless taken away. */
  readonly zones: Map<string, string>;
  /** Does what the next calls that change something ask, and drops the connection instead of answering. */
  loseReplies(count: number): void;
  /** Drops every connection and does nothing, as long as so said. */
  isOut: boolean;
  /** Answers the next calls so, and does nothing. */
  refuse(count: number, refusal: Refusal): void;
  /** Nothing of what was asked of it to go wrong goes wrong any more. */
  endTrouble(): void;
  /** Answers nothing, or nothing asked by one method, before it is let go. */
  hold(method?: string): () => void;
  /** An event of this name is not taken. */
  refusesNamed: string | undefined;
  revokeTokens(): void;
  /** As a person would, in Outlook. */
  deleteEvent(id: string): void;
  /** As a person would, in Outlook: everything of the event, under another id. */
  copyEvent(id: string): void;
  /** What is made does not show to those who look for it, as long as so said. */
  hidesNew: boolean;
  close(): Promise<void>;
};

const scope = 'https://graph.microsoft.com/.default';

export async function startFakeGraph(clock: Clock): Promise<FakeGraph> {
  const app = express();
  const server = createServer(app);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = {
    tenantId: 'tenant-1',
    clientId: 'client-1',
    clientSecret: 'hush',
    loginUrl: url,
    graphUrl: url,
    mailbox: 'møter@embetet.example',
  };
  const problems: string[] = [];
  const events: FakeEvent[] = [];
  const asked = { tokens: 0, calls: 0, mostAtOnce: 0 };
  const granted = new Map<string, number>();
  const zones = new Map([
    ['UTC', 'UTC'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Europe/Berlin', 'Europe/Berlin'],
    ['Europe/Oslo', 'Europe/Oslo'],
  ]);
  const refusals: Refusal[] = [];
  let lost = 0;
  let atOnce = 0;
  let held: { readonly method?: string | undefined; readonly until: Promise<void> } | undefined;

  app.post('/:tenant/oauth2/v2.0/token', express.urlencoded(), (request, response) => {
    asked.tokens += 1;
    const given: Readonly<Record<string, unknown>> = request.body ?? {};
    const isRight =
      request.params.tenant === config.tenantId &&
      given['grant_type'] === 'client_credentials' &&
      given['scope'] === scope &&
      given['client_id'] === config.clientId &&
      given['client_secret'] === config.clientSecret;
    if (!isRight) {
      response.status(401).json({ error: 'invalid_client' });
      return;
    }
    const token = createHash('sha256').update(`${asked.tokens}`).digest('hex');
    granted.set(token, epochMsOf(clock.now()) + 3_600_000);
    response.json({ token_type: 'Bearer', expires_in: 3600, access_token: token });
  });

  app.use('/v1.0/users/:mailbox', async (request, response, next) => {
    asked.calls += 1;
    atOnce += 1;
    asked.mostAtOnce = Math.max(asked.mostAtOnce, atOnce);
    response.on('close', () => {
      atOnce -= 1;
    });
    if (held && (held.method ?? request.method) === request.method) await held.until;
    if (fake.isOut) return void response.destroy();
    const refusal = refusalOfCall(request);
    if (refusal) return answer(response, refusal);
    next();
  });

  function refusalOfCall({ headers, method, params }: Request<{ mailbox: string }>): Refusal | undefined {
    const untilMs = granted.get(headers.authorization?.replace(/^Bearer /, '') ?? '') ?? 0;
    if (untilMs <= epochMsOf(clock.now())) return { status: 401, code: 'InvalidAuthenticationToken' };
    if (asked.mostAtOnce > 4) return { status: 429, code: 'ApplicationThrottled', retryAfter: '1' };
    if (params.mailbox !== config.mailbox) return { status: 404, code: 'ErrorInvalidUser' };
    const at = refusals.findIndex(each => (each.method ?? method) === method);
    return at < 0 ? undefined : refusals.splice(at, 1)[0];
  }

  app.use(express.json());

  app.post('/v1.0/users/:mailbox/events', (request, response) => {
    const { data, error } = newEvent.safeParse(request.body);
    if (!data) return malformed(response, error);
    const refusal = refusalOf(data);
    if (refusal) return answer(response, refusal);
    const content = JSON.stringify(data);
    const earlier = used.get(data.transactionId);
    if (earlier && earlier.content !== content)
      return answer(response, { status: 400, code: 'ErrorDuplicateTransactionId' });
    if (earlier) return reply(response, 201, { id: earlier.id });
    const id = add(data);
    used.set(data.transactionId, { id, content });
    reply(response, 201, { id });
  });

  app.get('/v1.0/users/:mailbox/events', (request, response) => {
    const { $filter = '', $select, ...others } = request.query;
    const [, id, value] =
      /^singleValueExtendedProperties\/Any\(ep: ep\/id eq '([^']+)' and ep\/value eq '([^']+)'\)$/.exec(`${$filter}`) ??
      [];
    if (!id || !value || $select !== 'id,createdDateTime' || Object.keys(others).length > 0) {
      problems.push('a question that was not understood');
      return answer(response, { status: 400, code: 'BadRequest' });
    }
    // The name is compared with its case, the value without.
    const holdsIt = (each: z.infer<typeof property>) =>
      each.id === id && each.value.toLowerCase() === value.toLowerCase();
    const found = events.filter(event => !event.isCancelled && event.singleValueExtendedProperties.some(holdsIt));
    const shown = fake.hidesNew ? [] : found.toReversed();
    response.json({ value: shown.map(each => ({ id: each.id, createdDateTime: each.createdDateTime })) });
  });

  app.patch('/v1.0/users/:mailbox/events/:id', (request, response) => {
    const event = find(request);
    if (!event) return answer(response, { status: 404, code: 'ErrorItemNotFound' });
    const { data, error } = changes.safeParse(request.body);
    if (!data) return malformed(response, error);
    const refusal = refusalOf(data);
    if (refusal) return answer(response, refusal);
    replace({ ...event, ...data, ...momentsOf(data), mails: [...event.mails, 'changed'] });
    reply(response, 200, { id: event.id });
  });

  app.post('/v1.0/users/:mailbox/events/:id/cancel', (request, response) => {
    const event = find(request);
    if (!event) return answer(response, { status: 404, code: 'ErrorItemNotFound' });
    const { data, error } = z.strictObject({ comment: z.string().optional() }).safeParse(request.body);
    if (!data) return malformed(response, error);
    replace({ ...event, isCancelled: true, mails: [...event.mails, `cancelled: ${data.comment}`] });
    reply(response, 202);
  });

  app.use((request, response) => {
    problems.push(`${request.method}: no such call`);
    response.sendStatus(404);
  });

  /** What was made under each transactionId, remembered also when the event is no more. */
  const used = new Map<string, { readonly id: string; readonly content: string }>();
  let made = 0;

  function add(data: z.infer<typeof newEvent>): string {
    made += 1;
    const id = `AAk+/${made}==`;
    const createdDateTime = `${clock.now().slice(0, -1)}${String(made).padStart(4, '0')}Z`;
    events.push({ ...data, ...momentsOf(data), id, createdDateTime, isCancelled: false, mails: ['invited'] });
    return id;
  }

  function find(request: Request): FakeEvent | undefined {
    return events.find(({ id, isCancelled }) => !isCancelled && id === request.params['id']);
  }

  function replace(event: FakeEvent): void {
    events[events.findIndex(({ id }) => id === event.id)] = event;
  }

  function refusalOf({ subject, start, end, attendees }: z.infer<typeof changes>): Refusal | undefined {
    if (subject === fake.refusesNamed) return { status: 400, code: 'ErrorInvalidRequest' };
    if (!zones.has(start.timeZone) || !zones.has(end.timeZone))
      return { status: 400, code: 'TimeZoneNotSupportedException' };
    if (attendees.length > mostAttendees) return { status: 400, code: 'ErrorTooManyRecipients' };
    const { startsAt, endsAt } = momentsOf({ start, end });
    return endsAt < startsAt ? { status: 400, code: 'ErrorPropertyValidationFailure' } : undefined;
  }

  function momentsOf({ start, end }: Pick<z.infer<typeof changes>, 'start' | 'end'>) {
    const utcOf = ({ dateTime, timeZone }: z.infer<typeof moment>) =>
      Temporal.PlainDateTime.from(dateTime)
        .toZonedDateTime(zones.get(timeZone) ?? 'UTC', { disambiguation: 'reject' })
        .toInstant()
        .toString();
    return { startsAt: utcOf(start), endsAt: utcOf(end) };
  }

  function malformed(response: Response, error: z.ZodError): void {
    problems.push(...error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
    answer(response, { status: 400, code: 'RequestBodyRead' });
  }

  function reply(response: Response, status: number, body?: object): void {
    if (lost > 0) {
      lost -= 1;
      response.destroy();
    } else if (body) response.status(status).json(body);
    else response.sendStatus(status);
  }

  const fake: FakeGraph = {
    config,
    events,
    problems,
    asked,
    zones,
    hidesNew: false,
    isOut: false,
    refusesNamed: undefined,
    loseReplies(count) {
      lost = count;
    },
    refuse(count, refusal) {
      for (let at = 0; at < count; at += 1) refusals.push(refusal);
    },
    endTrouble() {
      lost = 0;
      refusals.length = 0;
      fake.isOut = false;
      fake.hidesNew = false;
      fake.refusesNamed = undefined;
    },
    hold(method) {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = { method, until: promise };
      return resolve;
    },
    revokeTokens() {
      granted.clear();
    },
    copyEvent(id) {
      add(newEvent.strip().parse(events.find(event => event.id === id)));
    },
    deleteEvent(id) {
      events.splice(
        events.findIndex(event => event.id === id),
        1,
      );
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };
  return fake;
}

function answer(response: Response, { status, code, retryAfter }: Refusal): void {
  if (retryAfter !== undefined) response.set('retry-after', retryAfter);
  response.status(status).json({ error: { code, message: 'in words' } });
}
