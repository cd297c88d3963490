import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarEntry, EventCalendar } from '../../../src/bot/platform.ts';
import { createGraphCalendar } from '../../../src/platforms/calendar/graph-calendar.ts';
import { castPeople } from '../../../src/playground/cast.ts';
import { epochMsOf, type Instant, instantOf } from '../../../src/world.ts';
import { type TestWorld, testWorld } from '../../cast.ts';
import { type FakeGraph, startFakeGraph } from './fake-graph.ts';

let world: TestWorld;
let graph: FakeGraph;
let calendar: EventCalendar;

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

/** What may befall the next call, or the next that changes something. */
const faults = {
  none() {},
  lost: (fake: FakeGraph) => fake.loseReplies(1),
  throttled: (fake: FakeGraph) => fake.refuse(1, { status: 429, code: 'ApplicationThrottled', retryAfter: '5' }),
  refused: (fake: FakeGraph) => fake.refuse(1, { status: 400, code: 'ErrorInvalidRequest' }),
  deaf: (fake: FakeGraph) => fake.refuse(1, { status: 401, code: 'InvalidAuthenticationToken' }),
  broken: (fake: FakeGraph) => fake.refuse(1, { status: 502, code: 'BadGateway' }),
  unchanged: (fake: FakeGraph) => {
    for (const method of ['POST', 'PATCH'] as const) fake.refuse(1, { status: 502, code: 'BadGateway', method });
  },
} as const;
const faultNames = [
  'none',
  'lost',
  'throttled',
  'refused',
  'deaf',
  'broken',
  'unchanged',
] as const satisfies (keyof typeof faults)[];

const { key } = meeting;
const sent = { kind: 'sent', ref: key };

/** As if nothing had been sent of it before. */
const make = (entry = meeting) => calendar.put(entry, undefined, false);
/** As if an earlier try had got through, and been answered. */
const change = (entry = moved) => calendar.put(entry, entry.key, false);

test('makes an event, at the time it is in Oslo, and invites those who have an address', async () => {
  expect(await make()).toEqual(sent);
  expect(graph.events).toMatchObject([
    {
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
  await make();
  expect(await change()).toEqual(sent);
  expect(graph.events).toMatchObject([
    { startsAt: '2027-03-09T08:00:00Z', location: { displayName: '' }, mails: ['invited', 'changed'] },
  ]);
});

test('calls it off, with a comment, once', async () => {
  await make();
  for (const _ of [1, 2]) expect(await calendar.cancel(key, 'For få kan komme')).toEqual(sent);
  expect(graph.events).toMatchObject([{ isCancelled: true, mails: ['invited', 'cancelled: For få kan komme'] }]);
});

test('what was never made is called off without a word to anyone', async () => {
  expect(await calendar.cancel(key, 'For få kan komme')).toEqual(sent);
  expect(graph.events).toEqual([]);
});

test('what someone deleted in the calendar is gone, and called off with it', async () => {
  await make();
  graph.deleteEvent(graph.events[0]?.id ?? '');
  expect(await change()).toEqual({ kind: 'gone', why: 'deleted' });
  expect(await calendar.cancel(key, '')).toEqual(sent);
});

test('a copy that someone made in the calendar is left alone', async () => {
  await make();
  graph.copyEvent(graph.events[0]?.id ?? '');
  await change();
  expect(graph.events).toMatchObject([{ mails: ['invited', 'changed'] }, { mails: ['invited'] }]);
});

describe('the same key never makes a second event', () => {
  test('when it is sent again', async () => {
    for (const _ of [1, 2]) expect(await make()).toEqual(sent);
    expect(graph.events).toHaveLength(1);
  });

  test('when the answer was lost', async () => {
    graph.loseReplies(1);
    expect(await make()).toEqual({ kind: 'failed', mayStand: true });
    expect(graph.events).toHaveLength(1);
    expect(await make()).toEqual(sent);
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-02T08:00:00Z' }]);
  });

  test('when the answer was lost and the meeting has moved since', async () => {
    graph.loseReplies(1);
    await make();
    expect(await make(moved)).toEqual(sent);
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-09T08:00:00Z', mails: ['invited', 'changed'] }]);
  });

  test('when the answer was lost and the meeting is cancelled', async () => {
    graph.loseReplies(1);
    await make();
    expect(await calendar.cancel(key, 'Nei')).toEqual(sent);
    expect(graph.events).toMatchObject([{ isCancelled: true, mails: ['invited', 'cancelled: Nei'] }]);
  });

  test('when the one that was made does not show yet', async () => {
    graph.hidesNew = true;
    graph.loseReplies(1);
    await make();
    expect(await make(moved)).toEqual({ kind: 'failed', mayStand: true });
    graph.hidesNew = false;
    expect(await make(moved)).toEqual(sent);
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-09T08:00:00Z', mails: ['invited', 'changed'] }]);
  });

  test('another key makes another', async () => {
    await make();
    await make({ ...meeting, key: 'meeting|m2' });
    expect(graph.events).toHaveLength(2);
  });

  test('when it has moved to and fro, and no answer was ever heard', async () => {
    graph.loseReplies(2);
    await make();
    await make(moved);
    expect(await make()).toEqual(sent);
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-02T08:00:00Z' }]);
  });

  describe('however answers are lost, calls refused and answers forgotten', () => {
    test('and it ends as it was put last', () =>
      afterTrouble(async ({ fake, own, ref, isMoved }) => {
        const last = isMoved ? moved : meeting;
        expect(await own.put(last, ref, false)).toEqual(sent);
        expect(fake.events).toMatchObject([{ startsAt: last.startsAt.replace('.000Z', 'Z'), isCancelled: false }]);
      }));

    test('and is called off, if it stands at all', () =>
      afterTrouble(async ({ fake, own }) => {
        const before = fake.events.length;
        expect(await own.cancel(key, '')).toEqual(sent);
        expect(fake.events.map(({ isCancelled }) => isCancelled)).toEqual(Array(before).fill(true));
      }));
  });
});

type AfterTrouble = {
  readonly fake: FakeGraph;
  readonly own: EventCalendar;
  readonly ref: string | undefined;
  readonly isMoved: boolean;
};

/** What must hold of a calendar of its own, after any tries in any trouble. */
async function afterTrouble(holds: (after: AfterTrouble) => Promise<void>): Promise<void> {
  const oneTry = fc.record({
    fault: fc.constantFrom(...faultNames),
    isMoved: fc.boolean(),
    isForgotten: fc.boolean(),
  });
  const property = fc.asyncProperty(fc.array(oneTry, { maxLength: 6 }), fc.boolean(), async (tries, isMoved) => {
    const fake = await startFakeGraph(world.clock);
    const own = createGraphCalendar({ config: fake.config, world });
    let ref: string | undefined;
    for (const each of tries) {
      faults[each.fault](fake);
      const result = await own.put(each.isMoved ? moved : meeting, ref, false);
      if (result.kind === 'sent' && !each.isForgotten) ref = result.ref;
      world.clock.advance(6_000);
    }
    fake.endTrouble();
    await holds({ fake, own, ref, isMoved }).finally(() => fake.close());
    expect(fake.problems).toEqual([]);
  });
  await fc.assert(property, { numRuns: 100 });
}

test('a lost answer to a change or a cancellation may be tried again', async () => {
  await make();
  graph.loseReplies(1);
  expect(await change()).toEqual({ kind: 'failed', mayStand: true });
  expect(await change()).toEqual(sent);
  graph.loseReplies(1);
  expect(await calendar.cancel(key, '')).toEqual({ kind: 'failed', mayStand: true });
  expect(await calendar.cancel(key, '')).toEqual(sent);
  expect(graph.events).toMatchObject([{ mails: ['invited', 'changed', 'changed', 'cancelled: '] }]);
});

describe('the zone', () => {
  test('that Graph does not know is told in UTC, and not asked about again', async () => {
    graph.zones.delete('Europe/Oslo');
    await make();
    expect(graph.events).toMatchObject([
      { start: { dateTime: '2027-03-02T08:00:00', timeZone: 'UTC' }, startsAt: '2027-03-02T08:00:00Z' },
    ]);
    const before = graph.asked.calls;
    await change();
    expect(graph.asked.calls - before).toBe(2);
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-09T08:00:00Z' }]);
  });

  test('is right around every change of the clock from 2000 to 2040', async () => {
    const changes: Temporal.ZonedDateTime[] = [];
    let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from('2000-01-01T00:00[Europe/Oslo]');
    while (at && at.year < 2041) {
      at = at.getTimeZoneTransition('next');
      if (at && at.year < 2041) changes.push(at);
    }
    await make();
    for (const turn of changes) {
      for (const hours of [-20, -2, -1, -0.5, 0, 0.5, 1, 9, 33]) {
        const start = turn.toInstant().add({ minutes: hours * 60 });
        const textOf = (instant: Temporal.Instant) => instant.toString({ fractionalSecondDigits: 3 }) as Instant;
        const entry = { ...meeting, startsAt: textOf(start), endsAt: textOf(start.add({ hours: 2 })) };
        world.clock.advance(1000);
        await change(entry);
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
    expect(await make()).toEqual({ kind: 'throttled', retryAfterMs: 17_000 });
    const { calls } = graph.asked;
    world.clock.advance(16_000);
    expect(await make()).toEqual({ kind: 'throttled', retryAfterMs: 1_000 });
    expect(graph.asked.calls).toBe(calls);
    world.clock.advance(1_000);
    expect((await make()).kind).toBe('sent');
  });

  test.each([
    [429, undefined],
    [503, 'Wed, 21 Oct 2026 07:28:00 GMT'],
  ])('%i without seconds to wait rests all the same', async (status, retryAfter) => {
    graph.refuse(1, { status, code: 'ApplicationThrottled', ...(retryAfter && { retryAfter }) });
    expect(await make()).toEqual({ kind: 'throttled', retryAfterMs: 10_000 });
  });

  test('no more than four calls at once', async () => {
    const letGo = graph.hold();
    const results = Array.from({ length: 12 }, (_, at) => make({ ...meeting, key: `meeting|${at}` }));
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(graph.asked.calls).toBe(4);
    letGo();
    expect((await Promise.all(results)).map(({ kind }) => kind)).toEqual(Array(12).fill('sent'));
    expect(graph.asked).toMatchObject({ mostAtOnce: 4, calls: 24, tokens: 1 });
    expect(graph.events).toHaveLength(12);
  });

  test('one that has waited long for its turn is let go unasked', async () => {
    const hurried = createGraphCalendar({ config: graph.config, world, mostWaitMs: 50 });
    const letGo = graph.hold();
    const put = (at: number) => hurried.put({ ...meeting, key: `meeting|${at}` }, undefined, false);
    const first = Array.from({ length: 4 }, (_, at) => put(at));
    expect(await put(4)).toEqual({ kind: 'throttled', retryAfterMs: 10_000 });
    letGo();
    expect((await Promise.all(first)).map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent', 'sent']);
  });

  test('ten thousand calls in ten minutes are never made, nor half of them', async () => {
    const until = instantOf(epochMsOf(world.clock.now()) + 600_000);
    while (world.clock.now() < until) {
      const { retryAfterMs } = { retryAfterMs: 0, ...(await make()) };
      world.clock.advance(retryAfterMs);
    }
    expect(graph.asked.calls).toBeGreaterThan(3_900);
    expect(graph.asked.calls).toBeLessThan(4_200);
  });

  test('more than 500 invited fail before anything is asked; those without an address do not count', async () => {
    const invited = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ name: `${at}`, email: `m${at}@a.example`, isRequired: true }));
    expect(await make({ ...meeting, attendees: invited(501) })).toEqual({ kind: 'failed' });
    expect(world.lines).toMatchObject([{ level: 'warn', fields: { most: 500 } }]);
    expect(graph.asked.calls).toBe(0);
    const attendees = [...invited(500), { name: 'En uten adresse', isRequired: true }];
    expect((await make({ ...meeting, attendees })).kind).toBe('sent');
  });
});

describe('the token', () => {
  test('is asked for once, and renewed before it ends', async () => {
    await make();
    await make();
    expect(graph.asked.tokens).toBe(1);
    world.clock.advance(56 * 60_000);
    await make();
    expect(graph.asked.tokens).toBe(2);
  });

  test('that is no longer taken is asked for anew', async () => {
    await make();
    graph.revokeTokens();
    await make();
    expect(graph.asked.tokens).toBe(2);
  });

  test('that cannot be had fails, and is logged without a secret', async () => {
    const config = { ...graph.config, clientSecret: 'wrong' };
    const locked = createGraphCalendar({ config, world });
    expect(await locked.put(meeting, undefined, false)).toEqual({ kind: 'failed' });
    expect(world.lines).toHaveLength(1);
    expect(JSON.stringify(world.lines)).not.toMatch(/wrong|hush/);
    expect(graph.asked.calls).toBe(0);
  });
});

describe('what goes wrong', () => {
  test.each([400, 403, 404, 409, 412])('%i is refused: nothing was done, it may be tried again', async status => {
    graph.refuse(1, { status, code: 'ErrorAccessDenied' });
    expect(await make()).toEqual({ kind: 'failed', mayStand: false });
    expect(world.lines).toMatchObject([{ level: 'warn', fields: { status, code: 'ErrorAccessDenied' } }]);
  });

  test.each([500, 502, 504])('%i may have been done', async status => {
    graph.refuse(1, { status, code: 'UnknownError' });
    expect(await make()).toEqual({ kind: 'failed', mayStand: true });
  });

  test.each([
    ['is not Graph’s', { status: 200, code: 'a page to sign in on' }],
    ['is a redirection, which is not followed', { status: 302, code: 'elsewhere' }],
  ])('an answer that %s is none', async (_, odd) => {
    for (const method of ['GET', 'POST'] as const) {
      graph.refuse(1, { ...odd, method });
      expect((await make()).kind).toBe('failed');
    }
    expect(graph.events).toEqual([]);
    await make();
    graph.refuse(1, { ...odd, method: 'GET' });
    expect((await change()).kind).toBe('failed');
    graph.refuse(1, { ...odd, method: 'GET' });
    expect((await calendar.cancel(key, '')).kind).toBe('failed');
  });

  test('an answer that takes too long is lost', async () => {
    const hasty = createGraphCalendar({ config: graph.config, world, timeoutMs: 50 });
    const letGo = graph.hold();
    expect(await hasty.put(meeting, undefined, false)).toEqual({ kind: 'failed', mayStand: true });
    letGo();
  });

  test('an address where nobody answers', async () => {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const graphUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await new Promise<void>(resolve => server.close(() => resolve()));
    const unheard = createGraphCalendar({ config: { ...graph.config, graphUrl }, world });
    expect((await unheard.put(meeting, undefined, false)).kind).toBe('failed');
  });

  test('nothing people wrote is logged', async () => {
    graph.refuse(1, { status: 400, code: 'not a word: Kárášjohka' });
    await make();
    expect(JSON.stringify(world.lines)).not.toMatch(/Kárášjohka|askeladden|Saksliste/i);
  });
});
