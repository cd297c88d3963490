import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sendings } from '../../../src/delivery/sending.ts';
import { type CaseId, mostCases } from '../../../src/features/meetings/case.ts';
import { caseNumbers, cases, readAgenda } from '../../../src/features/meetings/case-store.ts';
import type { MeetingId } from '../../../src/features/meetings/meeting.ts';
import { meetingPartition } from '../../../src/features/meetings/meeting-store.ts';
import { orderAgenda } from '../../../src/features/meetings/order-agenda.ts';
import { sendAgenda } from '../../../src/features/meetings/send-agenda.ts';
import { suggestCase } from '../../../src/features/meetings/suggest-case.ts';
import type { NetworkId } from '../../../src/features/networks/network.ts';
import { members, networkPartition } from '../../../src/features/networks/network-store.ts';
import { actorOf, type CastKey, castNetwork, castSeats, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf, refusalOf } from '../polls/poll-room.ts';
import {
  accept,
  agendaNow,
  agreeToAll,
  conclude,
  edit,
  end,
  meetingStart,
  nextMeeting,
  order,
  plainCase,
  revisionOf,
  send,
  sendOut,
  start,
  suggest,
  suggested,
  suggestionsNow,
  underWay,
  withdraw,
} from './agenda-room.ts';
import { cancel, meetingNow, newMeeting, owedFor, propose, settled } from './meeting-room.ts';

let tools: TestTools;
let meeting: MeetingId;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  meeting = await settled(tools);
});
afterEach(() => tools.store.close());

const homeOf = networkPartition(castNetwork.id);

describe('suggesting a case', () => {
  test('by a seat waits for the secretariat; by whoever leads it stands at once', async () => {
    await suggested(tools, meeting, 'Fra plass', 'pål');
    tools.world.clock.advance(1000);
    await suggested(tools, meeting, 'Fra vara', 'per');
    await suggested(tools, meeting, 'Fra koordinator');
    await suggested(tools, meeting, 'Fra leder', 'askeladden');
    expect(await suggestionsNow(tools, meeting)).toEqual(['Fra plass', 'Fra vara']);
    expect(await agendaNow(tools, meeting)).toEqual(['Fra koordinator', 'Fra leder']);
  });

  test('four times the same request makes one case, also at once', async () => {
    const four = [1, 2, 3, 4];
    await Promise.all(four.map(() => suggest(tools, meeting, { title: 'Én' }, 'pål', 'a request')));
    await Promise.all(four.map(() => suggest(tools, meeting, { title: 'To' }, 'kari', 'another')));
    expect(await tools.store.count(meetingPartition(meeting), cases.type)).toBe(2);
    expect(await agendaNow(tools, meeting)).toEqual(['To']);
  });

  test('four leaders at once put four cases on, none lost', async () => {
    const titles = ['a', 'b', 'c', 'd'];
    await Promise.all(titles.map(title => suggested(tools, meeting, title)));
    expect((await agendaNow(tools, meeting)).toSorted()).toEqual(titles);
  });

  test.each<[string, Parameters<typeof suggest>[2], CastKey, object]>([
    ['by an observer', {}, 'nordavinden', { code: 'not-allowed', deed: 'case.suggest' }],
    [
      'with a link to something else',
      { links: 'http://x.example' },
      'pål',
      { code: 'bad-link', field: 'links', line: 1 },
    ],
    ['exempt without a paragraph', { access: 'exempt' }, 'pål', { code: 'basis-missing', field: 'basis' }],
  ])('%s is refused', async (_, words, who, refusal) => {
    expect(refusalOf(await suggest(tools, meeting, words, who))).toEqual(refusal);
    expect(await tools.store.count(meetingPartition(meeting), cases.type)).toBe(0);
  });

  test('for a cancelled meeting is refused, and for one that is over', async () => {
    const [over] = await underWay(tools, 'Noe');
    doneOf(await end(tools, over));
    expect(refusalOf(await suggest(tools, over))).toEqual({ code: 'meeting-state', number: 2, state: 'ended' });
    doneOf(await cancel(tools, meeting));
    expect(refusalOf(await suggest(tools, meeting))).toEqual({ code: 'meeting-state', number: 1, state: 'cancelled' });
  });

  test('beyond forty is refused until one is withdrawn', async () => {
    const [first] = await Promise.all(
      Array.from({ length: 40 }, (_, at) => suggested(tools, meeting, `Sak ${at}`, 'pål')),
    );
    expect(refusalOf(await suggest(tools, meeting)).code).toBe('too-many-cases');
    doneOf(await withdraw(tools, meeting, first as CaseId));
    expect((await suggest(tools, meeting)).ok).toBe(true);
  });

  test('of another network’s meeting finds none', async () => {
    await seatForum(tools, 'other' as NetworkId);
    const stranger = await actorOf(tools, 'kari', 'r', 'other' as NetworkId);
    expect(refusalOf(await suggestCase(tools, stranger, meeting, plainCase))).toEqual({ code: 'no-meeting' });
  });
});

describe('the secretariat', () => {
  test('puts a suggestion last on the agenda, once', async () => {
    const wish = await suggested(tools, meeting, 'Ønske', 'pål');
    await suggested(tools, meeting, 'Fast');
    await Promise.all([accept(tools, meeting, wish), accept(tools, meeting, wish, 'askeladden')]);
    expect(await agendaNow(tools, meeting)).toEqual(['Fast', 'Ønske']);
    expect(refusalOf(await accept(tools, meeting, wish, 'pål'))).toEqual({ code: 'not-allowed', deed: 'agenda.order' });
  });

  test('edits and withdraws any case; whoever suggested it only while it waits', async () => {
    const wish = await suggested(tools, meeting, 'Ønske', 'pål');
    doneOf(await edit(tools, meeting, { id: wish, seen: 0 }, { title: 'Ønsket' }, 'pål'));
    expect(refusalOf(await edit(tools, meeting, { id: wish, seen: 1 }, {}, 'mikkel')).code).toBe('not-allowed');
    doneOf(await accept(tools, meeting, wish));
    expect(refusalOf(await edit(tools, meeting, { id: wish, seen: 1 }, {}, 'pål')).code).toBe('not-allowed');
    expect(refusalOf(await withdraw(tools, meeting, wish, 'pål')).code).toBe('not-allowed');
    doneOf(await edit(tools, meeting, { id: wish, seen: 1 }, { title: 'Endelig' }));
    expect(await agendaNow(tools, meeting)).toEqual(['Endelig']);
    doneOf(await withdraw(tools, meeting, wish));
    expect(await agendaNow(tools, meeting)).toEqual([]);
    expect(refusalOf(await edit(tools, meeting, { id: wish, seen: 2 }, {})).code).toBe('case-state');
    expect(refusalOf(await accept(tools, meeting, wish)).code).toBe('case-state');
  });

  test('who edits what another has edited meanwhile is told, and nothing is overwritten', async () => {
    const id = await suggested(tools, meeting, 'Sak');
    const both = await Promise.all([
      edit(tools, meeting, { id, seen: 0 }, { title: 'Karis' }),
      edit(tools, meeting, { id, seen: 0 }, { title: 'Askeladdens' }, 'askeladden'),
    ]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const late = both.findIndex(({ ok }) => !ok);
    expect(refusalOf(both[late] as (typeof both)[number])).toEqual({ code: 'case-changed', field: 'title' });
    expect(await agendaNow(tools, meeting)).toEqual([late === 0 ? 'Askeladdens' : 'Karis']);
  });

  test('orders the agenda; of two who do so at once the second is told, and nothing is overwritten', async () => {
    for (const title of ['a', 'b', 'c']) await suggested(tools, meeting, title);
    const seen = await revisionOf(tools, meeting);
    doneOf(await order(tools, meeting, '3 1 2', seen));
    expect(refusalOf(await order(tools, meeting, '2 1 3', seen, 'askeladden'))).toEqual({
      code: 'agenda-changed',
      field: 'order',
    });
    expect(await agendaNow(tools, meeting)).toEqual(['c', 'a', 'b']);
  });

  test('typed, without telling which agenda was seen, at once or a moment later', async () => {
    for (const title of ['a', 'b', 'c']) await suggested(tools, meeting, title);
    tools.world.clock.advance(120_000);
    const both = await Promise.all([
      order(tools, meeting, '3 1 2'),
      order(tools, meeting, '3 2 1', undefined, 'askeladden'),
    ]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const stood = await agendaNow(tools, meeting);
    tools.world.clock.advance(59_000);
    const late = both[0].ok ? 'askeladden' : 'kari';
    expect(refusalOf(await order(tools, meeting, '2 1 3', undefined, late)).code).toBe('agenda-changed');
    expect(await agendaNow(tools, meeting)).toEqual(stood);
    tools.world.clock.advance(2_000);
    expect((await order(tools, meeting, '2 1 3', undefined, late)).ok).toBe(true);
  });

  test('a repeat of an ordering, also at once, changes nothing', async () => {
    for (const title of ['a', 'b', 'c']) await suggested(tools, meeting, title);
    const kari = await actorOf(tools, 'kari', 'one request');
    const all = await Promise.all([1, 2, 3].map(() => orderAgenda(tools, kari, meeting, '2 3 1')));
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true]);
    doneOf(await orderAgenda(tools, kari, meeting, '2 3 1'));
    expect(await agendaNow(tools, meeting)).toEqual(['b', 'c', 'a']);
    doneOf(await order(tools, meeting, '3 2 1'));
    doneOf(await orderAgenda(tools, kari, meeting, '2 3 1'));
    expect(await agendaNow(tools, meeting)).toEqual(['a', 'c', 'b']);
  });

  test.each(['1 2', '1 2 4', ''])('an order of %j is refused', async words => {
    for (const title of ['a', 'b', 'c']) await suggested(tools, meeting, title);
    expect(refusalOf(await order(tools, meeting, words))).toEqual({ code: 'bad-order', field: 'order', count: 3 });
  });
});

describe('sending the agenda', () => {
  test('numbers the cases in their order, and owes it to everyone invited, once', async () => {
    for (const title of ['a', 'b', 'c']) await suggested(tools, meeting, title);
    doneOf(await order(tools, meeting, '2 1 3'));
    const sent = doneOf(await send(tools, meeting, undefined, 'a request'));
    expect(await agendaNow(tools, meeting)).toEqual(['1/27 b', '2/27 a', '3/27 c']);
    const again = doneOf(await send(tools, meeting, undefined, 'a request'));
    expect([again.sending, again.people]).toEqual([1, sent.people]);
    const owed = (await owedFor(tools, meeting)).filter(each => each.startsWith('meeting-agenda'));
    expect(owed).toHaveLength(sent.people.length);
    // Each seat's holder, the coordinator and the observer; no deputies.
    const holders = new Set(castSeats.map(({ holder }) => `member-${holder}`));
    expect(new Set(sent.people)).toEqual(new Set([...holders, 'member-kari', 'member-nordavinden']));
  });

  test('what comes later goes on from there, whatever the order; what is withdrawn leaves its number', async () => {
    const a = await suggested(tools, meeting, 'a');
    await suggested(tools, meeting, 'b');
    doneOf(await send(tools, meeting));
    doneOf(await withdraw(tools, meeting, a));
    await suggested(tools, meeting, 'c');
    const wish = await suggested(tools, meeting, 'd', 'pål');
    doneOf(await accept(tools, meeting, wish));
    tools.world.clock.advance(120_000);
    doneOf(await order(tools, meeting, '3 2 1'));
    expect(await agendaNow(tools, meeting)).toEqual(['4/27 d', '3/27 c', '2/27 b']);
    doneOf(await send(tools, meeting));
    expect(await agendaNow(tools, meeting)).toEqual(['4/27 d', '3/27 c', '2/27 b']);
    const next = await nextMeeting(tools);
    await suggested(tools, next, 'e');
    doneOf(await send(tools, next));
    expect(await agendaNow(tools, next)).toEqual(['5/27 e']);
  });

  test('goes with the year of the meeting, and begins at one again', async () => {
    await suggested(tools, meeting, 'a');
    doneOf(await send(tools, meeting));
    const newYear = await nextMeeting(tools, '1. januar 2028 kl 00.30-02.00');
    await suggested(tools, newYear, 'b');
    doneOf(await send(tools, newYear));
    expect(await agendaNow(tools, newYear)).toEqual(['1/28 b']);
  });

  test('later than the rule asks for a reason, which is written down once', async () => {
    await suggested(tools, meeting, 'a');
    tools.world.clock.set('2027-02-23T09:00:00.000Z');
    doneOf(await send(tools, meeting));
    tools.world.clock.set('2027-02-24T09:00:00.000Z');
    expect(refusalOf(await send(tools, meeting))).toEqual({ code: 'papers-late', field: 'reason', days: 6, rule: 7 });
    doneOf(await send(tools, meeting, 'Ny sak fra Statped'));
    const { exceptions } = await meetingNow(tools, meeting);
    expect(exceptions).toMatchObject([{ kind: 'papers', days: 6, reason: 'Ny sak fra Statped', by: 'member-kari' }]);
    doneOf(await send(tools, meeting));
  });

  test('pressed twice, to so few that it goes at once, it goes once; what has changed since goes too', async () => {
    await onlyFewPeople();
    const a = await suggested(tools, meeting, 'a');
    const times = async () => (await readAgenda(tools, meeting))?.agenda?.value.sent.length;
    doneOf(await send(tools, meeting));
    tools.world.clock.advance(5_000);
    expect(refusalOf(await send(tools, meeting))).toMatchObject({ code: 'agenda-just-sent', number: 1 });
    expect(await times()).toBe(1);
    doneOf(await edit(tools, meeting, { id: a, seen: 0 }, { title: 'a', proposal: 'Noe annet' }));
    doneOf(await send(tools, meeting));
    tools.world.clock.advance(5_000);
    await suggested(tools, meeting, 'b');
    doneOf(await send(tools, meeting));
    tools.world.clock.advance(11 * 60_000);
    doneOf(await send(tools, meeting));
    expect(await times()).toBe(4);
  });

  async function onlyFewPeople(): Promise<void> {
    const home = networkPartition(castNetwork.id);
    for (const { value, id } of await members.all(tools.store, home)) {
      const few = ['member-kari', 'member-pål'].includes(value.id);
      if (!few) await tools.store.batch(home, [{ kind: 'delete', id }]);
    }
  }

  test('of a meeting without cases, or without a time, is refused', async () => {
    expect(refusalOf(await send(tools, meeting))).toEqual({ code: 'no-cases', number: 1 });
    const open = await propose(tools);
    await suggested(tools, open, 'a');
    expect(refusalOf(await send(tools, open))).toEqual({ code: 'meeting-state', number: 2, state: 'proposed' });
  });

  test('to more than a few it is shown first, and is out when whoever leads has agreed', async () => {
    await suggested(tools, meeting, 'a');
    doneOf(await sendAgenda(tools, await actorOf(tools, 'kari'), meeting));
    expect((await readAgenda(tools, meeting))?.agenda?.value.sent).toEqual([]);
    const shown = await sendings.all(tools.store, meetingPartition(meeting));
    tools.world.clock.advance(60_000);
    await agreeToAll(tools, meeting);
    expect((await readAgenda(tools, meeting))?.agenda?.value.sent).toMatchObject([
      { at: tools.world.clock.now(), lines: [{ title: 'a' }] },
    ]);
    expect(
      shown.filter(({ value }) => value.message.kind === 'meeting-agenda').map(({ value }) => value.state),
    ).toEqual(['shown']);
  });

  test('two processes at once give each case one number', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'laget-cases-'));
    const one = testTools(folder);
    const two = testTools(folder, one.world.clock);
    try {
      await seatForum(one);
      const id = await settled(one);
      for (const title of ['a', 'b', 'c']) await suggested(one, id, title);
      const [kari, again] = [await actorOf(one, 'kari', 'x'), await actorOf(two, 'askeladden', 'y')];
      const sent = await Promise.all([sendAgenda(one, kari, id), sendAgenda(two, again, id)]);
      expect(sent.map(({ ok }) => ok)).toEqual([true, true]);
      expect(await agendaNow(two, id)).toEqual(['1/27 a', '2/27 b', '3/27 c']);
      expect(await one.store.count(homeOf, caseNumbers.type)).toBe(3);
    } finally {
      await Promise.all([one.store.close(), two.store.close()]);
      await rm(folder, { recursive: true });
    }
  });
});

const unnumbered = (line: string) => line.replace(/^\d+\/\d+ /, '');

describe('approving the minutes of the meeting before', () => {
  test('is the first case of the next meeting, and of no later one', async () => {
    const [earlier] = await underWay(tools, 'Noe');
    doneOf(await cancel(tools, meeting));
    doneOf(await end(tools, earlier));
    doneOf(await sendOut(tools, earlier));
    const later = await nextMeeting(tools, '4. mai 2027 kl 10-12');
    const next = await nextMeeting(tools);
    await suggested(tools, later, 'a');
    await suggested(tools, next, 'b');
    expect(await agendaNow(tools, next)).toEqual(['referat 2', 'b']);
    expect(await agendaNow(tools, later)).toEqual(['a']);
  });

  test('is added when the agenda is sent, though it was made before the minutes were', async () => {
    const next = await nextMeeting(tools);
    await suggested(tools, next, 'b');
    const [earlier] = await underWay(tools);
    doneOf(await cancel(tools, meeting));
    doneOf(await end(tools, earlier));
    doneOf(await sendOut(tools, earlier));
    doneOf(await send(tools, next));
    expect(await agendaNow(tools, next)).toEqual(['1/27 referat 3', '2/27 b']);
  });

  test('keeps its name and stands but once; withdrawn it is not put on again', async () => {
    const [earlier] = await underWay(tools);
    doneOf(await cancel(tools, meeting));
    doneOf(await end(tools, earlier));
    doneOf(await sendOut(tools, earlier));
    const next = await nextMeeting(tools);
    await suggested(tools, next, 'a');
    const kept = await readAgenda(tools, next);
    const approval = kept?.cases.find(({ value }) => value.approves)?.value;
    if (!approval) throw new Error('No approval');
    doneOf(
      await edit(tools, next, { id: approval.id, seen: 0 }, { title: 'Noe annet', caseType: 'other', minutes: 5 }),
    );
    await suggested(tools, next, 'b');
    expect(await agendaNow(tools, next)).toEqual(['referat 2', 'a', 'b']);
    doneOf(await withdraw(tools, next, approval.id));
    doneOf(await send(tools, next));
    expect(await agendaNow(tools, next)).toEqual(['1/27 a', '2/27 b']);
  });

  test('waits until they are out', async () => {
    const [earlier] = await underWay(tools);
    doneOf(await cancel(tools, meeting));
    doneOf(await end(tools, earlier));
    const next = await nextMeeting(tools);
    await suggested(tools, next, 'a');
    expect(await agendaNow(tools, next)).toEqual(['a']);
    doneOf(await sendOut(tools, earlier));
    await suggested(tools, next, 'b');
    expect(await agendaNow(tools, next)).toEqual(['referat 2', 'a', 'b']);
  });

  test('of many unapproved ones only the last three, and never past what an agenda holds', async () => {
    doneOf(await cancel(tools, meeting));
    for (const day of [3, 4, 5, 8, 9]) {
      const each = await settled(tools, { ...newMeeting, times: `${day}. mars 2027 kl 10-11`, answersBy: undefined });
      doneOf(await start(tools, each));
      doneOf(await end(tools, each));
      doneOf(await sendOut(tools, each));
    }
    const next = await nextMeeting(tools);
    const titles = Array.from({ length: mostCases - 1 }, (_, at) => `sak ${at}`);
    for (const title of titles) await suggested(tools, next, title, 'pål');
    expect(await readAgenda(tools, next).then(kept => kept?.cases.length)).toBe(mostCases - 1);
    doneOf(await start(tools, next));
    expect((await agendaNow(tools, next)).map(unnumbered)).toEqual(['referat 4']);
    const after = await nextMeeting(tools, '20. april 2027 kl 10-12');
    doneOf(await end(tools, next));
    doneOf(await start(tools, after));
    expect((await agendaNow(tools, after)).map(unnumbered)).toEqual(['referat 5', 'referat 6']);
  });
});

describe('a meeting under way', () => {
  test('numbers what was not sent, and takes new cases', async () => {
    await suggested(tools, meeting, 'a');
    tools.world.clock.set(meetingStart);
    doneOf(await start(tools, meeting, 'kari', 'a request'));
    doneOf(await start(tools, meeting, 'kari', 'a request'));
    expect(refusalOf(await start(tools, meeting, 'askeladden'))).toEqual({
      code: 'meeting-state',
      number: 1,
      state: 'underWay',
    });
    await suggested(tools, meeting, 'b');
    expect(await agendaNow(tools, meeting)).toEqual(['1/27 a', '2/27 b']);
  });

  test('changes no case that was concluded', async () => {
    const [id, a] = await underWay(tools, 'a');
    doneOf(await conclude(tools, id, a as CaseId));
    expect(refusalOf(await edit(tools, id, { id: a as CaseId, seen: 0 }, {}))).toEqual({ code: 'case-concluded' });
    expect(refusalOf(await withdraw(tools, id, a as CaseId))).toEqual({ code: 'case-concluded' });
  });

  test('is not begun by a holder, nor before it has a time', async () => {
    expect(refusalOf(await start(tools, meeting, 'pål')).code).toBe('not-allowed');
    expect(refusalOf(await start(tools, await propose(tools))).code).toBe('meeting-state');
  });
});
