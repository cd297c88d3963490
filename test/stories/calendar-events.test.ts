/** A settled meeting as an event in the calendar of Microsoft 365: kept as the meeting stands, and never a second one. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { calendarEventId } from '../../src/delivery/delivery.ts';
import { castNetwork, castPeople, castSeats } from '../../src/playground/cast.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Operation } from '../../src/store/store.ts';
import { later } from '../../src/world.ts';
import { testWorld } from '../cast.ts';
import { type FakeEvent, type FakeGraph, startFakeGraph } from '../platforms/calendar/fake-graph.ts';
import { deeds, unsent } from './deeds.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type MortalStore, mortalStore } from './mortal-store.ts';
import { type House, openHouse } from './open-house.ts';
import { told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
let graph: FakeGraph;
let store: MortalStore;
const { as, agrees, heardOf, settleAll } = deeds(() => house);
const kari: Who = ['kari', 'statsforvalteren'];

beforeEach(async () => {
  graph = await startFakeGraph({ now: () => house.clock.now() });
  store = mortalStore(openSqliteStore({ folder: ':memory:', ids: testWorld().ids }));
  house = await openHouse(async () => store, { set: { calendar: graph.config } });
});
afterEach(async () => {
  await house.close();
  await graph.close();
  expect(graph.problems).toEqual([]);
});

const title = 'Styringsmøte';
const link = 'https://video.example/styring';
const times = 'tirsdag uke 9 kl. 10–11.30\n4. mars kl. 9–11';

/** As long as this, in steps in which work that is due is done. */
async function pass(minutes: number): Promise<void> {
  for (let step = 0; step < minutes * 2; step += 1) {
    house.clock.advance(27_000);
    await house.settle();
  }
}

/** Proposed and settled, and whatever that owes not yet begun. @returns what whoever settled it was told */
async function settles(who: Who, name = title, number = 1): Promise<string> {
  await as(who).fillsIn('møte', { title: name, place: `Fylkeshuset eller ${link}`, times });
  await house.settle();
  const answer = told(await as(who).writes(`fastsett ${number} 1`));
  expect(answer).toContain(`Møte ${number} er fastsatt til tirsdag 2. mars`);
  await agreesIfAsked(who, answer);
  return answer;
}

async function settled(who: Who = kari): Promise<string> {
  const answer = await settles(who);
  await settleAll();
  return answer;
}

async function moves(who: Who, when: string): Promise<void> {
  const answer = told(await as(who).writes(`flytt møte 1 ; ${when}`));
  expect(answer).toContain('Møte 1 er flyttet til');
  await agreesIfAsked(who, answer);
}

async function cancels(who: Who, number = 1): Promise<void> {
  const answer = told(await as(who).writes(`avlys møte ${number} ; Leder er syk.`));
  expect(answer).toContain(`Møte ${number} er avlyst`);
  await agreesIfAsked(who, answer);
}

/** To what is shown before it goes to many: the calendar waits for that. */
async function agreesIfAsked(who: Who, answer: string): Promise<void> {
  if (answer.includes(unsent)) await agrees(who);
}

const addressesOf = (event: FakeEvent | undefined, type: string) =>
  event?.attendees
    .filter(each => each.type === type)
    .map(({ emailAddress }) => emailAddress.address)
    .toSorted();

const toldOfTrouble = (who: Who = kari) =>
  heardOf(who, 'Ikke alt er kommet fram').filter(each => each.includes('kalenderen i Microsoft 365'));

describe.each(sides)('a meeting led from $side', ({ leader }) => {
  afterEach(() => expectNoTrouble(house));

  test('is made an event when it is settled, at the clock of Oslo, with everyone who is to come', async () => {
    await settled(leader);
    expect(graph.events).toMatchObject([
      {
        subject: title,
        start: { dateTime: '2027-03-02T10:00:00', timeZone: 'Europe/Oslo' },
        end: { dateTime: '2027-03-02T11:30:00', timeZone: 'Europe/Oslo' },
        startsAt: '2027-03-02T09:00:00Z',
        location: { displayName: `Fylkeshuset eller ${link}` },
        body: { contentType: 'text', content: expect.stringContaining(`Møte 1 i ${castNetwork.name}.`) },
        mails: ['invited'],
      },
    ]);
    expect(graph.events[0]?.body.content).toContain(link);
    const seated = castSeats.map(({ holder }) => castPeople[holder].email);
    expect(addressesOf(graph.events[0], 'required')).toEqual([...seated, castPeople.kari.email].toSorted());
    expect(addressesOf(graph.events[0], 'optional')).toEqual([castPeople.nordavinden.email]);
    expect(told(await as(leader).writes('utsendinger møte 1'))).toMatch(/Kalenderoppføring.*1 av 1/);
  });

  test('is moved, across the change to summer time, and called off: the same event, and the reason', async () => {
    await settled(leader);
    await moves(leader, 'tirsdag 30. mars kl. 10–12');
    await settleAll();
    expect(graph.events).toMatchObject([
      {
        start: { dateTime: '2027-03-30T10:00:00', timeZone: 'Europe/Oslo' },
        startsAt: '2027-03-30T08:00:00Z',
        endsAt: '2027-03-30T10:00:00Z',
        mails: ['invited', 'changed'],
      },
    ]);
    await cancels(leader);
    await settleAll();
    expect(graph.events).toMatchObject([
      { isCancelled: true, mails: ['invited', 'changed', 'cancelled: Leder er syk.'] },
    ]);
    expect(toldOfTrouble(leader)).toEqual([]);
  });

  test('that is only proposed, and is called off, is in no calendar', async () => {
    await as(leader).fillsIn('møte', { title, times });
    await settleAll();
    await cancels(leader);
    await settleAll();
    expect([graph.events, graph.asked.calls]).toEqual([[], 0]);
  });

  test('that nobody was invited to, and is called off, waits for nothing', async () => {
    await as(leader).fillsIn('møte', { title, times });
    await house.settle();
    expect(told(await as(leader).writes('fastsett 1 1'))).toContain(unsent);
    await settleAll();
    const answer = told(await as(leader).writes('avlys møte 1 ; Leder er syk.'));
    expect(answer).toContain('Ingen var kalt inn');
    expect(answer).not.toContain(unsent);
    await settleAll();
    expect(graph.events).toEqual([]);
    const waiting = await store.due('delivery', later(house.clock.now(), 365 * 24 * 3_600_000), 100);
    expect(waiting.filter(({ id }) => id === calendarEventId)).toEqual([]);
  });

  test('leaves out those without an e-mail address', async () => {
    const roster = 'Plass;Part;Gruppe;Stemmerett;Innehaver;E-post;Rolle\n;;;;Reveenka Rev;;observatør';
    await as(leader).writes(`liste\n${roster}`);
    expect(told(await as(leader).pressesPrivately('Lagre endringene'))).toContain('lagret');
    expect(await settled(leader)).toContain('ingen konto, og ingen e-post jeg kan skrive til · bokmål – Reveenka Rev');
    expect(graph.events).toHaveLength(1);
    expect(graph.events[0]?.attendees).toHaveLength(19);
    expect(JSON.stringify(graph.events)).not.toContain('Reveenka');
  });

  test('and the others of its series are an event each, and are moved and called off each alone', async () => {
    const year = { title, pattern: 'last', weekday: 'monday', firstDay: '2027-01-01', lastDay: '2027-06-30' };
    const preview = told(await as(leader).fillsIn('møteserie', { ...year, starts: '09:00', minutes: '120' }));
    const count = Number(/(\d+) møter å opprette/.exec(preview)?.[1]);
    await as(leader).pressesPrivately(`Opprett ${count} møter`);
    await settleAll();
    expect(graph.events).toHaveLength(0);
    await agrees(leader);
    await pass(1);
    expect(count).toBeGreaterThan(2);
    expect(graph.events).toHaveLength(count);
    const clocks = graph.events.map(({ start }) => start.dateTime.slice(10));
    expect(clocks).toEqual(Array(count).fill('T09:00:00'));
    expect(new Set(graph.events.map(({ startsAt }) => startsAt.slice(10)))).toEqual(
      new Set(['T08:00:00Z', 'T07:00:00Z']),
    );

    await agreesIfAsked(leader, told(await as(leader).writes('flytt møte 2 ; 2. mars kl. 12–13')));
    await cancels(leader, 3);
    await pass(1);
    const byNumber = (number: number) => graph.events.find(({ body }) => body.content.startsWith(`Møte ${number} `));
    expect(byNumber(1)).toMatchObject({ isCancelled: false, mails: ['invited'] });
    expect(byNumber(2)).toMatchObject({ startsAt: '2027-03-02T11:00:00Z', mails: ['invited', 'changed'] });
    expect(byNumber(3)).toMatchObject({ isCancelled: true, mails: ['invited', 'cancelled: Leder er syk.'] });
    expect(graph.events.filter(({ mails }) => mails.length > 1)).toHaveLength(2);
  });
});

describe('a calendar that does not do as it is told', () => {
  afterEach(() => expectNoTrouble(house));

  test('loses its answers: to a new event, to a change, and to a cancellation', async () => {
    graph.loseReplies(1);
    await settled();
    graph.loseReplies(2);
    await moves(kari, 'tirsdag 9. mars kl. 10–12');
    await settleAll();
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-09T09:00:00Z', isCancelled: false }]);
    graph.loseReplies(1);
    await cancels(kari);
    await settleAll();
    expect(graph.events).toMatchObject([{ isCancelled: true }]);
    expect(graph.events[0]?.mails.filter(mail => mail.startsWith('cancelled'))).toHaveLength(1);
    expect(toldOfTrouble()).toEqual([]);
  });

  test('asks for rest: nothing more is asked of it before', async () => {
    graph.refuse(1, { status: 429, code: 'ApplicationThrottled', retryAfter: '60' });
    await settled();
    await settles(kari, 'Et møte til', 2);
    await settleAll();
    expect([graph.events, graph.asked.calls]).toEqual([[], 1]);
    await pass(1);
    expect(graph.events.map(({ subject }) => subject).toSorted()).toEqual(['Et møte til', title]);
    expect(toldOfTrouble()).toEqual([]);
  });

  test('is out for longer than the last attempt: the coordinator is told, and sends it again', async () => {
    graph.isOut = true;
    await settled();
    await pass(10);
    expect(toldOfTrouble()).toEqual([]);
    await pass(20);
    const calls = graph.asked.calls;
    expect(toldOfTrouble()).toEqual([expect.stringContaining(`Møte 1: ${title}`)]);
    expect(toldOfTrouble()[0]).toContain('kalenderen i Microsoft 365 – kalenderoppføring: lot seg ikke sende');
    await pass(60);
    expect(graph.asked.calls).toBe(calls);

    graph.isOut = false;
    const again = told(await as(kari).pressesPrivately('Send på nytt: kalenderen i Microsoft 365'));
    expect(again).toContain('Kalenderoppføring til kalenderen i Microsoft 365');
    await settleAll();
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-02T09:00:00Z', mails: ['invited'] }]);
    expect(told(await as(kari).pressesPrivately('Send på nytt: kalenderen i Microsoft 365'))).toContain(
      'Den er allerede kommet fram, eller på vei.',
    );
    expect(toldOfTrouble()).toHaveLength(1);
  });

  test('makes an event, loses every answer, and is then out: what is sent again later finds it', async () => {
    graph.loseReplies(1);
    await settles(kari);
    await house.laget.tick();
    expect(graph.events).toHaveLength(1);
    graph.isOut = true;
    await moves(kari, 'tirsdag 9. mars kl. 10–12');
    await pass(30);
    expect(toldOfTrouble()).toHaveLength(1);
    graph.isOut = false;
    await as(kari).pressesPrivately('Send på nytt: kalenderen i Microsoft 365');
    await settleAll();
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-09T09:00:00Z', mails: ['invited', 'changed'] }]);
  });

  test('is out while the meeting is called off: what it made is called off by hand, and what it never made is not made', async () => {
    graph.loseReplies(1);
    await settles(kari);
    await house.laget.tick();
    graph.isOut = true;
    await settles(kari, 'Et møte til', 2);
    await settleAll();
    await cancels(kari, 1);
    await cancels(kari, 2);
    await pass(30);
    expect(toldOfTrouble()).toHaveLength(2);
    graph.isOut = false;
    for (const name of [title, 'Et møte til']) {
      await as(kari).pressesPrivately('Send på nytt: kalenderen i Microsoft 365', name);
    }
    await settleAll();
    expect(graph.events).toMatchObject([{ subject: title, mails: ['invited', 'cancelled: Leder er syk.'] }]);
  });

  test('does not take one meeting: the others are there on time', async () => {
    graph.refusesNamed = title;
    await settled();
    await pass(3);
    await settles(kari, 'Et møte til', 2);
    await house.laget.tick();
    expect(graph.events).toMatchObject([{ subject: 'Et møte til' }]);
    await pass(30);
    expect(toldOfTrouble()).toEqual([expect.stringContaining(`Møte 1: ${title}`)]);
    expect(graph.events).toHaveLength(1);
  });

  test('has lost the event, deleted by someone there: that is told, and nothing is made in its place', async () => {
    await settled();
    graph.deleteEvent(graph.events[0]?.id ?? '');
    await moves(kari, 'tirsdag 9. mars kl. 10–12');
    await pass(1);
    expect(toldOfTrouble()).toEqual([expect.stringContaining('kalenderoppføring: er slettet')]);
    await cancels(kari);
    await pass(1);
    expect(toldOfTrouble()).toHaveLength(1);
    expect(graph.events).toEqual([]);
  });

  test('comes back when the meeting is over: nobody is invited to it', async () => {
    graph.isOut = true;
    await settled();
    house.clock.set('2027-03-02T11:00:00.000Z');
    graph.isOut = false;
    await pass(1);
    expect(graph.events).toEqual([]);
  });
});

describe('what happens to the meeting while its event is being made', () => {
  afterEach(() => expectNoTrouble(house));

  /** The new event has been asked for, and is not yet answered. */
  async function underWay(): Promise<() => Promise<void>> {
    const letGo = graph.hold('POST');
    await settles(kari);
    const work = house.laget.tick();
    const calls = graph.asked.calls;
    while (graph.asked.calls < calls + 2) await new Promise(resolve => setTimeout(resolve, 5));
    return async () => {
      letGo();
      await work;
      await settleAll();
    };
  }

  test('it is moved: the event follows', async () => {
    const letGo = await underWay();
    await moves(kari, 'tirsdag 9. mars kl. 10–12');
    await letGo();
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-09T09:00:00Z', mails: ['invited', 'changed'] }]);
    await moves(kari, 'tirsdag 16. mars kl. 10–12');
    await settleAll();
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-16T09:00:00Z' }]);
    expect(toldOfTrouble()).toEqual([]);
  });

  test('it is called off: so is the event', async () => {
    const letGo = await underWay();
    await cancels(kari);
    await letGo();
    expect(graph.events).toMatchObject([{ isCancelled: true, mails: ['invited', 'cancelled: Leder er syk.'] }]);
    expect(toldOfTrouble()).toEqual([]);
  });

  test('it is moved, and another process takes it over while the first still waits', async () => {
    const letGo = await underWay();
    await moves(kari, 'tirsdag 9. mars kl. 10–12');
    house.clock.advance(121_000);
    const second = await house.secondProcess();
    const calls = graph.asked.calls;
    const work = second.tick();
    while (graph.asked.calls < calls + 2) await new Promise(resolve => setTimeout(resolve, 5));
    await letGo();
    await work;
    await settleAll();
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-09T09:00:00Z', isCancelled: false }]);
    expect(toldOfTrouble()).toEqual([]);
  });
});

describe('a process that dies', () => {
  const writesTheEvent = (wanted: string) => (operation: Operation) =>
    'body' in operation &&
    operation.id === calendarEventId &&
    z.object({ state: z.string() }).parse(operation.body).state === wanted;

  test.each([
    ['before the event is claimed', () => store.dieBefore(writesTheEvent('claimed')), 0],
    ['between claiming the event and sending it', () => store.dieAfter(writesTheEvent('claimed')), 1],
    ['between sending the event and writing that down', () => store.dieBefore(writesTheEvent('sent')), 1],
  ])('%s: another goes on, with one event', async (_, die, made) => {
    await settles(kari);
    die();
    await house.laget.tick();
    expect(graph.events).toHaveLength(made);
    store.revive();
    const second = await house.secondProcess();
    await second.tick();
    house.clock.advance(121_000);
    await settleAll();
    expect(graph.events).toMatchObject([{ startsAt: '2027-03-02T09:00:00Z', isCancelled: false }]);
    await cancels(kari);
    await settleAll();
    expect(graph.events).toMatchObject([{ isCancelled: true }]);
    expect(toldOfTrouble()).toEqual([]);
  });

  test('two processes at work on one store make one event, and change it once', async () => {
    await settles(kari);
    const second = await house.secondProcess();
    await Promise.all([house.laget.tick(), second.tick(), house.laget.tick(), second.tick()]);
    await settleAll();
    await moves(kari, 'tirsdag 9. mars kl. 10–12');
    await Promise.all([second.tick(), house.laget.tick(), second.tick(), house.laget.tick()]);
    await settleAll();
    expect(graph.events).toMatchObject([{ mails: ['invited', 'changed'] }]);
    expectNoTrouble(house);
  });
});
