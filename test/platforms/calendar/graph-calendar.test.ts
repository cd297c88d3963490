import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarEntry } from '../../../src/bot/platform.ts';
import { createGraphCalendar, type GraphCalendar } from '../../../src/platforms/calendar/graph-calendar.ts';
import { castPeople } from '../../../src/playground/cast.ts';
import type { Instant } from '../../../src/world.ts';
import { type TestWorld, testWorld } from '../../cast.ts';
import { type FakeGraph, startFakeGraph } from './fake-graph.ts';

let world: TestWorld;
let graph: FakeGraph;
let calendar: GraphCalendar;

beforeEach(async () => {
  world = testWorld();
  graph = await startFakeGraph(world.clock);
  calendar = createGraphCalendar({ config: graph.config, world });
});

afterEach(async () => {
  await graph.close();
  expect(graph.problems).toEqual([]);
});

const meeting: CalendarEntry = {
  key: 'meeting|m1|1',
  startsAt: '2027-03-02T08:00:00.000Z' as Instant,
  endsAt: '2027-03-02T10:30:00.000Z' as Instant,
  zone: 'Europe/Oslo',
  title: 'Møte 2/27, Kárášjohka & <Alta>',
  text: 'Saksliste:\n1. čáŋŋ',
  place: 'Fylkeshuset',
  attendees: [
    { ...castPeople.askeladden, isRequired: true },
    { ...castPeople.njávešeatni, isRequired: false },
    { name: 'En uten adresse', isRequired: true },
  ],
};
const moved: CalendarEntry = {
  ...meeting,
  startsAt: '2027-03-09T08:00:00.000Z' as Instant,
  endsAt: '2027-03-09T10:30:00.000Z' as Instant,
  place: undefined,
};

/** What may befall the next call. */
const faults = {
  none() {},
  lost: (fake: FakeGraph) => fake.loseReplies(1),
  throttled: (fake: FakeGraph) => fake.refuse(1, { status: 429, code: 'ApplicationThrottled', retryAfter: '5' }),
  refused: (fake: FakeGraph) => fake.refuse(1, { status: 400, code: 'ErrorInvalidRequest' }),
  deaf: (fake: FakeGraph) => fake.refuse(1, { status: 401, code: 'InvalidAuthenticationToken' }),
  broken: (fake: FakeGraph) => fake.refuse(1, { status: 502, code: 'BadGateway' }),
} as const;
const faultNames = [
  'none',
  'lost',
  'throttled',
  'refused',
  'deaf',
  'broken',
] as const satisfies (keyof typeof faults)[];

async function made(entry = meeting): Promise<string> {
  const result = await calendar.put(entry);
  if (result.kind !== 'sent') throw new Error(result.kind);
  return result.ref;
}

test('makes an event, at the time it is in Oslo, and invites those who have an address', async () => {
  const ref = await made();
  expect(graph.events).toMatchObject([
    {
      id: ref,
      subject: meeting.title,
      body: { contentType: 'text', content: meeting.text },
      start: { dateTime: '2027-03-02T09:00:00', timeZone: 'Europe/Oslo' },
      end: { dateTime: '2027-03-02T11:30:00', timeZone: 'Europe/Oslo' },
      startsAt: '2027-03-02T08:00:00Z',
      location: { displayName: 'Fylkeshuset' },
      attendees: [
        { emailAddress: { address: 'askeladden@tromso.example', name: 'Askeladden Askeland' }, type: 'required' },
        { emailAddress: { address: 'njavesheatni@karasjok.example' }, type: 'optional' },
      ],
      responseRequested: false,
      mails: ['invited'],
    },
  ]);
});

test('changes it, and takes the place away', async () => {
  const ref = await made();
  expect(await calendar.put(moved, ref)).toEqual({ kind: 'sent', ref });
  expect(graph.events).toMatchObject([
    { id: ref, startsAt: '2027-03-09T08:00:00Z', location: { displayName: '' }, mails: ['invited', 'changed'] },
  ]);
});

test('calls it off, with a comment', async () => {
  const ref = await made();
  expect(await calendar.cancel(ref, 'For få kan komme')).toEqual({ kind: 'sent', ref });
  expect(graph.events).toMatchObject([{ isCancelled: true, mails: ['invited', 'cancelled: For få kan komme'] }]);
  expect(await calendar.cancel(ref, 'For få kan komme')).toEqual({ kind: 'gone', why: 'deleted' });
});

test('what someone deleted in the calendar is gone', async () => {
  const ref = await made();
  graph.deleteEvent(ref);
  expect(await calendar.put(moved, ref)).toEqual({ kind: 'gone', why: 'deleted' });
  expect(await calendar.cancel(ref, '')).toEqual({ kind: 'gone', why: 'deleted' });
});

describe('the same key never makes a second event', () => {
  test('when it is sent again', async () => {
    expect(await made()).toBe(await made());
    expect(graph.events).toMatchObject([{ mails: ['invited'] }]);
  });

  test('when the answer was lost', async () => {
    graph.loseReplies(1);
    expect(await calendar.put(meeting)).toEqual({ kind: 'failed', mayStand: true });
    expect(graph.events).toHaveLength(1);
    expect(await calendar.put(meeting, undefined, true)).toEqual({ kind: 'sent', ref: graph.events[0]?.id });
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-02T08:00:00Z' }]);
  });

  test('when the answer was lost and the meeting has moved since', async () => {
    graph.loseReplies(1);
    await calendar.put(meeting);
    expect(await made(moved)).toBe(graph.events[0]?.id);
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-09T08:00:00Z', mails: ['invited', 'changed'] }]);
  });

  test('when Graph does not say which event stands, that is said', async () => {
    graph.namesExisting = false;
    await made();
    expect(await calendar.put(moved)).toEqual({ kind: 'unknown' });
    expect(graph.events).toHaveLength(1);
  });

  test('another key makes another', async () => {
    expect(await made()).not.toBe(await made({ ...meeting, key: 'meeting|m2|1' }));
    expect(graph.events).toHaveLength(2);
  });

  test('when nobody remembers what became of it, and it has moved to and fro', async () => {
    const ref = await made();
    await calendar.put(moved, ref);
    expect(await calendar.put(meeting, undefined, true)).toEqual({ kind: 'sent', ref });
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-02T08:00:00Z' }]);
  });

  test('however replies are lost, calls refused and answers forgotten', async () => {
    const oneTry = fc.record({
      fault: fc.constantFrom(...faultNames),
      isMoved: fc.boolean(),
      isForgotten: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(oneTry, { maxLength: 6 }), fc.boolean(), async (tries, endsMoved) => {
        const own = await startFakeGraph(world.clock);
        const ownCalendar = createGraphCalendar({ config: own.config, world });
        let ref: string | undefined;
        for (const [at, { fault, isMoved, isForgotten }] of tries.entries()) {
          faults[fault](own);
          const result = await ownCalendar.put(isMoved ? moved : meeting, ref, at > 0);
          if (result.kind === 'sent' && !isForgotten) ref = result.ref;
          world.clock.advance(6_000);
        }
        own.loseReplies(0);
        const last = endsMoved ? moved : meeting;
        const { kind } = await ownCalendar.put(last, ref, tries.length > 0);
        await own.close();
        expect({ kind, problems: own.problems }).toEqual({ kind: 'sent', problems: [] });
        expect(own.events).toMatchObject([{ startsAt: last.startsAt.replace('.000Z', 'Z') }]);
      }),
      { numRuns: 100 },
    );
  });
});

test('a lost answer to a change or a cancellation may be tried again', async () => {
  const ref = await made();
  graph.loseReplies(1);
  expect(await calendar.put(moved, ref)).toEqual({ kind: 'failed', mayStand: true });
  expect(await calendar.put(moved, ref)).toEqual({ kind: 'sent', ref });
  graph.loseReplies(1);
  expect(await calendar.cancel(ref, '')).toEqual({ kind: 'failed', mayStand: true });
  expect(await calendar.cancel(ref, '')).toEqual({ kind: 'gone', why: 'deleted' });
});

describe('the zone', () => {
  test('that Graph does not know is told in UTC, and not asked about again', async () => {
    graph.zones.delete('Europe/Oslo');
    const ref = await made();
    expect(graph.events).toMatchObject([
      { start: { dateTime: '2027-03-02T08:00:00', timeZone: 'UTC' }, startsAt: '2027-03-02T08:00:00Z' },
    ]);
    const before = graph.asked.calls;
    await calendar.put(moved, ref);
    expect(graph.asked.calls - before).toBe(1);
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-09T08:00:00Z' }]);
  });

  test('is right around every change of the clock from 2000 to 2040', async () => {
    const changes: Temporal.ZonedDateTime[] = [];
    let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from('2000-01-01T00:00[Europe/Oslo]');
    while (at && at.year < 2041) {
      at = at.getTimeZoneTransition('next');
      if (at && at.year < 2041) changes.push(at);
    }
    const ref = await made();
    for (const change of changes) {
      for (const hours of [-20, -2, -1, -0.5, 0, 0.5, 1, 9, 33]) {
        const start = change.toInstant().add({ minutes: hours * 60 });
        const textOf = (instant: Temporal.Instant) => instant.toString({ fractionalSecondDigits: 3 }) as Instant;
        const entry = { ...meeting, startsAt: textOf(start), endsAt: textOf(start.add({ hours: 2 })) };
        await calendar.put(entry, ref);
        expect(graph.events[0]?.startsAt).toBe(start.toString());
        expect(graph.events[0]?.endsAt).toBe(start.add({ hours: 2 }).toString());
      }
    }
    expect(changes).toHaveLength(82);
  });
});

describe('limits', () => {
  test('Retry-After is obeyed: nothing is asked before', async () => {
    graph.refuse(1, { status: 429, code: 'ApplicationThrottled', retryAfter: '17' });
    expect(await calendar.put(meeting)).toEqual({ kind: 'throttled', retryAfterMs: 17_000 });
    const { calls } = graph.asked;
    world.clock.advance(16_000);
    expect(await calendar.put(meeting)).toEqual({ kind: 'throttled', retryAfterMs: 1_000 });
    expect(graph.asked.calls).toBe(calls);
    world.clock.advance(1_000);
    expect((await calendar.put(meeting)).kind).toBe('sent');
  });

  test.each([
    [429, undefined],
    [503, 'Wed, 21 Oct 2026 07:28:00 GMT'],
  ])('%i without seconds to wait rests all the same', async (status, retryAfter) => {
    graph.refuse(1, { status, code: 'ApplicationThrottled', ...(retryAfter && { retryAfter }) });
    expect(await calendar.put(meeting)).toEqual({ kind: 'throttled', retryAfterMs: 10_000 });
  });

  test('no more than four calls at once', async () => {
    const letGo = graph.hold();
    const results = Array.from({ length: 12 }, (_, at) => calendar.put({ ...meeting, key: `meeting|${at}` }));
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(graph.asked.calls).toBe(4);
    letGo();
    expect((await Promise.all(results)).map(({ kind }) => kind)).toEqual(Array(12).fill('sent'));
    expect(graph.asked).toMatchObject({ mostAtOnce: 4, calls: 12, tokens: 1 });
    expect(graph.events).toHaveLength(12);
  });

  test('more than 500 invited are refused before anything is asked; those without an address do not count', async () => {
    const invited = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ name: `${at}`, email: `m${at}@a.example`, isRequired: true }));
    expect(await calendar.put({ ...meeting, attendees: invited(501) })).toEqual({
      kind: 'refused',
      code: 'too-many-attendees',
      most: 500,
    });
    expect(graph.asked.calls).toBe(0);
    const attendees = [...invited(500), { name: 'En uten adresse', isRequired: true }];
    expect((await calendar.put({ ...meeting, attendees })).kind).toBe('sent');
  });
});

describe('the token', () => {
  test('is asked for once, and renewed before it ends', async () => {
    await made();
    await made();
    expect(graph.asked.tokens).toBe(1);
    world.clock.advance(56 * 60_000);
    await made();
    expect(graph.asked.tokens).toBe(2);
  });

  test('that is no longer taken is asked for anew', async () => {
    await made();
    graph.revokeTokens();
    await made();
    expect(graph.asked.tokens).toBe(2);
  });

  test('that cannot be had fails, and is logged without a secret', async () => {
    const config = { ...graph.config, clientSecret: 'wrong' };
    const locked = createGraphCalendar({ config, world });
    expect(await locked.put(meeting)).toEqual({ kind: 'failed' });
    expect(world.lines).toHaveLength(1);
    expect(JSON.stringify(world.lines)).not.toMatch(/wrong|hush/);
    expect(graph.asked.calls).toBe(0);
  });
});

describe('what goes wrong', () => {
  test.each([400, 403, 404, 409, 412])('%i is refused: nothing was done, it may be tried again', async status => {
    graph.refuse(1, { status, code: 'ErrorAccessDenied' });
    expect(await calendar.put(meeting)).toEqual({ kind: 'failed' });
    expect(world.lines).toMatchObject([{ level: 'warn', fields: { status, code: 'ErrorAccessDenied' } }]);
  });

  test.each([500, 502, 504])('%i may have been done', async status => {
    graph.refuse(1, { status, code: 'UnknownError' });
    expect(await calendar.put(meeting)).toEqual({ kind: 'failed', mayStand: true });
  });

  test('an answer that takes too long is lost', async () => {
    const hasty = createGraphCalendar({ config: graph.config, world, timeoutMs: 50 });
    const letGo = graph.hold();
    expect(await hasty.put(meeting)).toEqual({ kind: 'failed', mayStand: true });
    letGo();
  });

  test('an address where nobody answers', async () => {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const graphUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await new Promise<void>(resolve => server.close(() => resolve()));
    const unheard = createGraphCalendar({ config: { ...graph.config, graphUrl }, world });
    expect((await unheard.put(meeting)).kind).toBe('failed');
  });

  test('nothing people wrote is logged', async () => {
    graph.refuse(1, { status: 400, code: 'not a word: Kárášjohka' });
    await calendar.put(meeting);
    expect(JSON.stringify(world.lines)).not.toMatch(/Kárášjohka|askeladden|Saksliste/i);
  });
});
