import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { shownPresence } from '../../../src/bot/meetings/agenda-shown.ts';
import { dropSending } from '../../../src/delivery/agree-to-sending.ts';
import { deliveries } from '../../../src/delivery/delivery.ts';
import { sendings } from '../../../src/delivery/sending.ts';
import { approveMinutes } from '../../../src/features/meetings/approve-minutes.ts';
import type { CaseId } from '../../../src/features/meetings/case.ts';
import { consequences, readAgenda } from '../../../src/features/meetings/case-store.ts';
import { concludeCase } from '../../../src/features/meetings/conclude-case.ts';
import { carryOutConclusions } from '../../../src/features/meetings/conclude-consequences.ts';
import type { MeetingId } from '../../../src/features/meetings/meeting.ts';
import { meetingPartition } from '../../../src/features/meetings/meeting-store.ts';
import { stateOfMinutes } from '../../../src/features/meetings/minutes.ts';
import { recordPresence } from '../../../src/features/meetings/record-presence.ts';
import { rewordMinutes } from '../../../src/features/meetings/reword-minutes.ts';
import { members, networkPartition, parties, seats } from '../../../src/features/networks/network-store.ts';
import {
  actorOf,
  castMemberId,
  castNetwork,
  castPeople,
  castSeatId,
  cutOff,
  overtaken,
  seatForum,
  type TestTools,
  testTools,
} from '../../cast.ts';
import { doneOf, refusalOf } from '../polls/poll-room.ts';
import {
  agreeToAll,
  approve,
  askToSend,
  comment,
  conclude,
  conclusionsNow,
  end,
  latestVersion,
  minutesNow,
  nextMeeting,
  record,
  send,
  sendOut,
  start,
  suggest,
  suggested,
  underWay,
  versionsOf,
  withdraw,
} from './agenda-room.ts';
import { attend, changeRules, owedFor, settled } from './meeting-room.ts';

let tools: TestTools;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

const key = (seat: number, who: string) => `seat-${seat}|member-${who}`;

describe('presence', () => {
  test('is recorded by seat, holder or deputy, and again for who comes late', async () => {
    const [id] = await underWay(tools);
    expect(doneOf(await record(tools, id, { present: [key(1, 'per'), key(2, 'pål')] })).present).toBe(2);
    doneOf(await record(tools, id, { present: [key(1, 'askeladden')], observers: [castMemberId('nordavinden')] }));
    doneOf(await end(tools, id));
    const { present, observers } = (await latestVersion(tools, id)).content;
    expect(present).toEqual([{ party: expect.any(String), name: 'Askeladden Askeland', standing: 'holder' }]);
    expect(observers).toEqual([{ party: '', name: castPeople.nordavinden.name }]);
  });

  test('of one who leads and has no seat is told in the minutes, and counts for no seat', async () => {
    const [id] = await underWay(tools);
    const kari = castMemberId('kari');
    const recorded = doneOf(await record(tools, id, { present: [key(2, 'pål')], observers: [kari] }));
    expect(recorded.present).toBe(1);
    doneOf(await end(tools, id));
    const { present, observers, leading, chair } = (await latestVersion(tools, id)).content;
    expect(present.map(({ name }) => name)).toEqual([castPeople.pål.name]);
    expect(observers).toEqual([]);
    expect(leading).toEqual([{ name: castPeople.kari.name, role: 'coordinator' }]);
    expect(chair).toBe(castPeople.kari.name);
  });

  test('may be of those who lead or observe and hold no seat; whoever began the meeting is there', async () => {
    const [id] = await underWay(tools);
    const kept = await readAgenda(tools, id);
    if (!kept) throw new Error('No agenda');
    const { observers } = await shownPresence(tools, await actorOf(tools, 'kari'), kept, 0);
    expect(observers.map(({ name, role, isExpected }) => [name, role, isExpected])).toEqual([
      [castPeople.kari.name, 'coordinator', true],
      [castPeople.nordavinden.name, 'observer', false],
    ]);
  });

  test.each([
    ['of a seat that is not invited', [key(99, 'per')], { code: 'presence-unknown', field: 'present' }],
    [
      'of somebody who has nothing to do with the seat',
      [key(1, 'mikkel')],
      { code: 'presence-unknown', field: 'present' },
    ],
    [
      'of two in one seat',
      [key(1, 'askeladden'), key(1, 'per')],
      { code: 'presence-twice', field: 'present', seat: 1 },
    ],
  ])('%s is refused, and nothing is recorded', async (_, present, refusal) => {
    const [id] = await underWay(tools);
    expect(refusalOf(await record(tools, id, { present }))).toEqual(refusal);
    doneOf(await end(tools, id));
    expect((await latestVersion(tools, id)).content.present).toEqual([]);
  });

  test('a repeat that comes late does not undo what was recorded since', async () => {
    const [id] = await underWay(tools);
    const ticked = { present: [key(1, 'per')], observers: [], from: 0 };
    const kari = await actorOf(tools, 'kari', 'a request');
    doneOf(await recordPresence(tools, kari, id, ticked));
    doneOf(await record(tools, id, { present: [key(1, 'askeladden'), key(2, 'pål')] }));
    expect(doneOf(await recordPresence(tools, kari, id, ticked)).present).toBe(2);
  });

  test('on a page of a long form is answered the same twice: where the next page begins', async () => {
    const home = networkPartition(castNetwork.id);
    const [one] = await seats.all(tools.store, home);
    if (!one) throw new Error('No seat');
    const more = Array.from({ length: 80 }, (_, at) => {
      const id = castSeatId(at + 100);
      return seats.create(`seat|${id}`, { ...one.value, id, number: at + 100 });
    });
    await tools.store.batch(home, more);
    const [id] = await underWay(tools);
    const kari = await actorOf(tools, 'kari', 'a request');
    const ticked = { present: [], observers: [], from: 0 };
    const { next } = doneOf(await recordPresence(tools, kari, id, ticked));
    expect(next).toBeGreaterThan(0);
    expect(doneOf(await recordPresence(tools, kari, id, ticked)).next).toBe(next);
  });

  test('before the meeting is refused; after it the minutes get a new version, until they are approved', async () => {
    const early = await settled(tools);
    expect(refusalOf(await record(tools, early, {})).code).toBe('meeting-state');
    const [id] = await underWay(tools);
    doneOf(await end(tools, id));
    const [first] = await versionsOf(tools, id);
    doneOf(await record(tools, id, { present: [key(1, 'askeladden')], observers: [castMemberId('nordavinden')] }));
    const [same, second] = await versionsOf(tools, id);
    expect(same).toEqual(first);
    expect(second?.content).toEqual({
      ...first?.content,
      chair: castPeople.askeladden.name,
      secretary: castPeople.kari.name,
      present: [{ party: expect.any(String), name: castPeople.askeladden.name, standing: 'holder' }],
      observers: [{ party: '', name: castPeople.nordavinden.name }],
      unheard: expect.any(Array),
    });
    expect([first, second].map(each => each?.content.unheard?.length)).toEqual([0, 16]);
    doneOf(await sendOut(tools, id));
    doneOf(await approve(tools, id));
    expect(refusalOf(await record(tools, id, {})).code).toBe('minutes-approved');
  });

  test('over what somebody else recorded meanwhile is refused once', async () => {
    const [id] = await underWay(tools);
    const seen = async () => {
      const kept = await readAgenda(tools, id);
      if (!kept) throw new Error('No agenda');
      return (await shownPresence(tools, await actorOf(tools, 'kari'), kept, 0)).seen;
    };
    const [mine, other] = [{ present: [key(1, 'per')], seen: await seen() }, { present: [key(2, 'pål')] }];
    doneOf(await record(tools, id, { ...other, seen: mine.seen }));
    expect(refusalOf(await record(tools, id, mine))).toEqual({ code: 'presence-changed', field: 'present' });
    doneOf(await record(tools, id, { ...mine, seen: await seen() }));
  });

  test('the minutes tell of deputies, of notices of absence, and of those who did neither', async () => {
    const id = await settled(tools);
    doneOf(await attend(tools, id, 'pål', 'notComing'));
    doneOf(await attend(tools, id, 'askeladden', 'notComing'));
    tools.world.clock.set('2027-03-02T09:00:00.000Z');
    doneOf(await start(tools, id));
    doneOf(await record(tools, id, { present: [key(1, 'per'), key(3, 'veslefrikk')] }));
    doneOf(await end(tools, id));
    const { present, absent, unheard = [], chair, secretary } = (await latestVersion(tools, id)).content;
    expect(present.map(({ name, standing }) => `${name} ${standing}`)).toEqual([
      'Per Askeland deputy',
      'Veslefrikk Fele holder',
    ]);
    expect(present[0]).toMatchObject({ of: 'Askeladden Askeland' });
    expect(absent.map(({ name }) => name)).toEqual(['Askeladden Askeland', 'Pål Askeland']);
    expect(unheard).toHaveLength(14);
    expect(unheard.map(({ name }) => name)).not.toContain('Pål Askeland');
    expect([chair, secretary]).toEqual(['Kari Trestakk', undefined]);
  });
});

describe('concluding a case', () => {
  test('a repeat concludes it once; a correction is a version of its own, with its author', async () => {
    const [id, a] = (await underWay(tools, 'a')) as [MeetingId, CaseId];
    doneOf(await conclude(tools, id, a, {}, 0, 'a request'));
    doneOf(await conclude(tools, id, a, {}, 0, 'a request'));
    tools.world.clock.advance(60_000);
    doneOf(await conclude(tools, id, a, { method: 'postponed', conclusion: 'Til neste gang' }, 1));
    const all = await conclusionsNow(tools, id);
    expect(doneOf(await conclude(tools, id, a, {}, 0, 'a request')).conclusion.version).toBe(1);
    expect(all.map(({ version, method, by, at }) => [version, method, by, at])).toEqual([
      [1, 'consensus', 'member-kari', '2027-03-02T09:00:00.000Z'],
      [2, 'postponed', 'member-kari', '2027-03-02T09:01:00.000Z'],
    ]);
  });

  test('of two who do so at once the second is told', async () => {
    const [id, a] = (await underWay(tools, 'a')) as [MeetingId, CaseId];
    const both = await Promise.all([conclude(tools, id, a), conclude(tools, id, a, { conclusion: 'Noe annet' })]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const late = both.find(({ ok }) => !ok) as (typeof both)[number];
    expect(refusalOf(late)).toEqual({ code: 'conclusion-changed', field: 'conclusion' });
    expect(await conclusionsNow(tools, id)).toHaveLength(1);
  });

  test('while another ends the meeting stands in its minutes, and so does who was recorded as there', async () => {
    const [id, a] = (await underWay(tools, 'a')) as [MeetingId, CaseId];
    const others = async () => {
      doneOf(await conclude(tools, id, a));
      doneOf(await record(tools, id, { present: [key(1, 'per')] }));
    };
    doneOf(await end({ ...tools, store: overtaken(tools.store, others) }, id));
    const { content } = await latestVersion(tools, id);
    expect(content.cases).toMatchObject([{ conclusion: { text: 'Forumet er enig.' } }]);
    expect(content.present).toHaveLength(1);
  });

  test('a case that comes on the agenda as another ends the meeting is in the minutes', async () => {
    const [id] = (await underWay(tools, 'a')) as [MeetingId, CaseId];
    const others = () => suggested(tools, id, 'b');
    doneOf(await end({ ...tools, store: overtaken(tools.store, others) }, id));
    expect((await latestVersion(tools, id)).content.cases.map(({ title }) => title)).toEqual(['a', 'b']);
  });

  test('of a case that another takes away meanwhile is refused', async () => {
    const [id, a] = (await underWay(tools, 'a')) as [MeetingId, CaseId];
    const others = async () => doneOf(await withdraw(tools, id, a));
    const late = await conclude({ ...tools, store: overtaken(tools.store, others) }, id, a);
    expect(refusalOf(late)).toEqual({ code: 'case-state', state: 'withdrawn' });
    expect(await conclusionsNow(tools, id)).toEqual([]);
  });

  test('agreeing on nothing is refused; noting is not', async () => {
    const [id, a] = (await underWay(tools, 'a')) as [MeetingId, CaseId];
    expect(refusalOf(await conclude(tools, id, a, { conclusion: undefined }))).toEqual({
      code: 'conclusion-missing',
      field: 'conclusion',
    });
    doneOf(await conclude(tools, id, a, { method: 'noted', conclusion: undefined }));
  });

  test('with dissent of a party that nobody came for is refused, until it is recorded that somebody did', async () => {
    const [id, a] = (await underWay(tools, 'a')) as [MeetingId, CaseId];
    const dissent = { dissent: 'KS Nord-Norge: Nei\nTromsø kommune: Nei' };
    doneOf(await record(tools, id, { present: [key(10, 'herreper')] }));
    expect(refusalOf(await conclude(tools, id, a, dissent))).toEqual({
      code: 'dissent-absent',
      field: 'dissent',
      line: 2,
      party: 'Tromsø kommune',
    });
    doneOf(await record(tools, id, { present: [key(10, 'herreper'), key(1, 'per')] }));
    doneOf(await conclude(tools, id, a, dissent));
    doneOf(await record(tools, id, { present: [] }));
    doneOf(await conclude(tools, id, a, { ...dissent, conclusion: 'Rettet' }, 1));
  });

  test('with dissent under a name that is no party’s is refused; words that stand already are not asked about anew', async () => {
    const [id, a] = (await underWay(tools, 'a')) as [MeetingId, CaseId];
    const refusal = { code: 'dissent-unknown', field: 'dissent', line: 1, name: 'Foreldrerådet' };
    expect(refusalOf(await conclude(tools, id, a, { dissent: 'Foreldrerådet: Nei' }))).toEqual(refusal);
    doneOf(await conclude(tools, id, a, { dissent: 'KS Nord-Norge: Nei' }));
    const home = networkPartition(castNetwork.id);
    for (const { id: party, value } of await parties.all(tools.store, home)) {
      if (value.name === 'KS Nord-Norge') await tools.store.batch(home, [{ kind: 'delete', id: party }]);
    }
    doneOf(await conclude(tools, id, a, { dissent: 'KS Nord-Norge: Nei', conclusion: 'Rettet' }, 1));
  });

  test('of a case that only waits, or in a meeting that has not begun, is refused', async () => {
    const id = await settled(tools);
    const wish = await suggested(tools, id, 'Ønske', 'pål');
    const fixed = await suggested(tools, id, 'Fast');
    expect(refusalOf(await conclude(tools, id, fixed)).code).toBe('meeting-state');
    tools.world.clock.set('2027-03-02T09:00:00.000Z');
    doneOf(await start(tools, id));
    expect(refusalOf(await conclude(tools, id, wish))).toEqual({ code: 'case-state', state: 'suggested' });
    expect(refusalOf(await conclude(tools, id, 'none' as CaseId))).toEqual({ code: 'no-case' });
  });

  test('by a holder is refused', async () => {
    const [id, a] = (await underWay(tools, 'a')) as [MeetingId, CaseId];
    const actor = await actorOf(tools, 'pål');
    const refused = await concludeCase(tools, actor, id, { id: a, seen: 0 }, { method: 'noted' });
    expect(refusalOf(refused)).toEqual({ code: 'not-allowed', deed: 'meeting.lead' });
  });
});

describe('minutes', () => {
  test('are drafted when the meeting ends, in the language asked for, from all that is known', async () => {
    const [id, a, b] = (await underWay(tools, 'Čáhci & <vann>', 'b')) as [MeetingId, CaseId, CaseId];
    await nextMeeting(tools);
    doneOf(
      await conclude(tools, id, a, {
        discussion: 'Å vurdere ŋ, č & <b>',
        dissent: 'KS: Nei',
        followUps: 'Kari: sende brev ; 15. mars',
      }),
    );
    doneOf(await end(tools, id, 'nn', 'a request'));
    doneOf(await end(tools, id, 'nn', 'a request'));
    const [version, ...others] = await versionsOf(tools, id);
    expect(others).toEqual([]);
    expect(version).toMatchObject({ version: 1, language: 'nn', madeBy: 'member-kari' });
    expect(version?.content.cases).toMatchObject([
      {
        id: a,
        number: '1/27',
        title: 'Čáhci & <vann>',
        discussion: 'Å vurdere ŋ, č & <b>',
        conclusion: { method: 'consensus', text: 'Forumet er enig.' },
        dissent: [{ party: 'KS', text: 'Nei' }],
        followUps: [{ who: 'Kari Trestakk', what: 'sende brev', dueOn: '2027-03-15' }],
      },
      { id: b, number: '2/27', dissent: [], followUps: [] },
    ]);
    expect(version?.content.next?.startsAt).toBe('2027-04-13T08:00:00.000Z');
  });

  test('name no papers of a case exempt from public access: they go to those who only observe too', async () => {
    const id = await settled(tools);
    const links = 'Utkast https://sak.example/1';
    doneOf(await suggest(tools, id, { title: 'Åpen', links }));
    doneOf(await suggest(tools, id, { title: 'Unntatt', links, access: 'exempt', basis: 'offl. § 14' }));
    tools.world.clock.set('2027-03-02T09:00:00.000Z');
    doneOf(await start(tools, id));
    doneOf(await end(tools, id));
    const { cases } = (await latestVersion(tools, id)).content;
    expect(cases.map(({ title, links: named }) => [title, named.length])).toEqual([
      ['Åpen', 1],
      ['Unntatt', 0],
    ]);
  });

  test('corrected after the meeting they get a new version; the ones before never change', async () => {
    const [id, a] = (await underWay(tools, 'a')) as [MeetingId, CaseId];
    doneOf(await conclude(tools, id, a));
    doneOf(await end(tools, id));
    const before = await versionsOf(tools, id);
    doneOf(await conclude(tools, id, a, { conclusion: 'Forumet er ikke enig.' }, 1, 'a request'));
    doneOf(await conclude(tools, id, a, { conclusion: 'Forumet er ikke enig.' }, 1, 'a request'));
    doneOf(await rewordMinutes(tools, await actorOf(tools, 'kari'), id, 'nn'));
    doneOf(await rewordMinutes(tools, await actorOf(tools, 'kari'), id, 'nn'));
    const after = await versionsOf(tools, id);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(
      after.map(({ version, language, content }) => [version, language, content.cases[0]?.conclusion?.text]),
    ).toEqual([
      [1, 'nb', 'Forumet er enig.'],
      [2, 'nb', 'Forumet er ikke enig.'],
      [3, 'nn', 'Forumet er ikke enig.'],
    ]);
    expect((await minutesNow(tools, id)).latest).toBe(3);
  });

  test('are owed to everyone invited, once a request; comments are taken for the network’s days', async () => {
    const [id] = await underWay(tools, 'a');
    doneOf(await end(tools, id));
    expect(refusalOf(await comment(tools, id, 'Tidlig'))).toEqual({ code: 'minutes-not-sent', number: 1 });
    const { people } = doneOf(await sendOut(tools, id, 'a request'));
    doneOf(await sendOut(tools, id, 'a request'));
    const owed = (await owedFor(tools, id)).filter(each => each.startsWith('minutes '));
    expect(owed).toHaveLength(people.length);
    expect((await minutesNow(tools, id)).commentsUntil).toBe('2027-03-09T22:59:59.000Z');
    doneOf(await comment(tools, id, 'Navnet er feil', 'pål', 'comment'));
    doneOf(await comment(tools, id, 'Navnet er feil', 'pål', 'comment'));
    tools.world.clock.set('2027-03-09T22:59:59.500Z');
    expect(refusalOf(await comment(tools, id, 'Sent'))).toMatchObject({ code: 'comments-over', field: 'comment' });
  });

  test('to more than a few they are out when whoever leads has agreed, and comments are counted from then', async () => {
    const [id] = await underWay(tools, 'a');
    doneOf(await end(tools, id));
    doneOf(await askToSend(tools, id));
    expect(stateOfMinutes(await minutesNow(tools, id))).toBe('draft');
    expect(refusalOf(await comment(tools, id, 'Tidlig'))).toEqual({ code: 'minutes-not-sent', number: 1 });
    tools.world.clock.set('2027-03-04T09:00:00.000Z');
    await agreeToAll(tools, id);
    const { sent, commentsUntil } = await minutesNow(tools, id);
    expect(sent).toMatchObject([{ at: '2027-03-04T09:00:00.000Z', askedAt: '2027-03-02T09:00:00.000Z', version: 1 }]);
    expect(commentsUntil).toBe('2027-03-11T22:59:59.000Z');
    doneOf(await comment(tools, id, 'Navnet er feil'));
  });

  test('that were dropped are a draft still', async () => {
    const [id] = await underWay(tools, 'a');
    doneOf(await end(tools, id));
    const { minutes } = doneOf(await askToSend(tools, id));
    const about = { kind: 'meeting', id };
    const kari = await actorOf(tools, 'kari');
    doneOf(await dropSending(tools, kari, { about, sending: minutes.waiting?.sending ?? '' }));
    expect(await minutesNow(tools, id)).toMatchObject({ sent: [], waiting: undefined });
    doneOf(await sendOut(tools, id));
    expect(stateOfMinutes(await minutesNow(tools, id))).toBe('sent');
  });

  test('asked for twice they go once; a version written meanwhile goes instead of the one that waited', async () => {
    const [id, a] = (await underWay(tools, 'a')) as [MeetingId, CaseId];
    doneOf(await end(tools, id));
    await Promise.all([askToSend(tools, id), askToSend(tools, id)]);
    const shown = async () =>
      (await sendings.all(tools.store, meetingPartition(id)))
        .filter(({ value }) => value.message.kind === 'minutes')
        .map(({ value }) => value.state)
        .toSorted();
    expect(await shown()).toEqual(['shown']);
    doneOf(await conclude(tools, id, a));
    doneOf(await sendOut(tools, id));
    expect(await shown()).toEqual(['agreed', 'dropped']);
    expect((await minutesNow(tools, id)).sent).toMatchObject([{ version: 2 }]);
    doneOf(await sendOut(tools, id));
    expect(await shown()).toEqual(['agreed', 'dropped']);
  });

  test('those who lead are told when they are late, and whoever sent them when the comments are in', async () => {
    const [id] = await underWay(tools, 'a');
    doneOf(await end(tools, id));
    doneOf(await sendOut(tools, id));
    const all = await deliveries.all(tools.store, meetingPartition(id));
    const told = all.filter(({ value: { message } }) => message.kind.startsWith('minutes-'));
    expect(told.map(({ value: { message, to, dueAt } }) => [message.kind, to, dueAt]).toSorted()).toEqual([
      ['minutes-comments', { kind: 'member', id: 'member-kari' }, '2027-03-10T08:00:00.000Z'],
      ['minutes-late', { kind: 'member', id: 'member-kari' }, '2027-03-10T08:00:00.000Z'],
    ]);
  });

  test('approved in the next meeting they are only read', async () => {
    const [id, a] = (await underWay(tools, 'a')) as [MeetingId, CaseId];
    doneOf(await conclude(tools, id, a));
    doneOf(await end(tools, id));
    doneOf(await sendOut(tools, id));
    const next = await nextMeeting(tools);
    const approval = await approvalIn(next);
    tools.world.clock.set('2027-04-13T08:00:00.000Z');
    doneOf(await start(tools, next));
    doneOf(await conclude(tools, next, approval, { method: 'postponed', conclusion: undefined }));
    expect((await minutesNow(tools, id)).approved).toBeUndefined();
    doneOf(await conclude(tools, next, approval, { conclusion: undefined }, 1));
    expect((await minutesNow(tools, id)).approved).toMatchObject({ version: 1, inMeeting: 2, by: 'member-kari' });
    expect(refusalOf(await conclude(tools, id, a, { conclusion: 'Annet' }, 1))).toMatchObject({
      code: 'minutes-approved',
      number: 1,
    });
    expect(refusalOf(await comment(tools, id, 'x')).code).toBe('minutes-approved');
    expect(refusalOf(await rewordMinutes(tools, await actorOf(tools, 'kari'), id, 'nn')).code).toBe('minutes-approved');
    expect(refusalOf(await conclude(tools, next, approval, { method: 'noted' }, 2))).toEqual({
      code: 'approval-stands',
      field: 'method',
    });
    doneOf(await conclude(tools, next, approval, { conclusion: 'Godkjent med en rettelse' }, 2));
    doneOf(await sendOut(tools, id));
    expect(await versionsOf(tools, id)).toHaveLength(1);
  });

  test('approved by hand, once they have been out', async () => {
    const [id] = await underWay(tools, 'a');
    expect(refusalOf(await approve(tools, id))).toEqual({ code: 'no-minutes', number: 1 });
    doneOf(await end(tools, id));
    expect(refusalOf(await approve(tools, id))).toEqual({ code: 'minutes-not-sent', number: 1 });
    doneOf(await sendOut(tools, id));
    expect(refusalOf(await approve(tools, id, 'pål')).code).toBe('not-allowed');
    doneOf(await approve(tools, id));
    tools.world.clock.advance(1000);
    doneOf(await approve(tools, id));
    expect((await minutesNow(tools, id)).approved).toMatchObject({ version: 1, at: '2027-03-02T09:00:00.000Z' });
  });

  test('by hand before every comment is in and answered takes a reason, which is written down', async () => {
    const [id, a] = (await underWay(tools, 'a')) as [MeetingId, CaseId];
    doneOf(await end(tools, id));
    doneOf(await sendOut(tools, id));
    doneOf(await comment(tools, id, 'Navnet er feil'));
    const unreasoned = async () => approveMinutes(tools, await actorOf(tools, 'kari'), id);
    const asked = { code: 'minutes-unheard', field: 'reason', number: 1 };
    const until = '2027-03-09T22:59:59.000Z';
    expect(refusalOf(await unreasoned())).toEqual({ ...asked, comments: 1, until });
    doneOf(await conclude(tools, id, a));
    doneOf(await sendOut(tools, id));
    expect(refusalOf(await unreasoned())).toEqual({ ...asked, comments: 0, until });
    doneOf(await comment(tools, id, 'Stedet er feil'));
    tools.world.clock.set('2027-03-10T08:00:00.000Z');
    expect(refusalOf(await unreasoned())).toEqual({ ...asked, comments: 1 });
    doneOf(await approve(tools, id, 'kari', 'Siste møte'));
    expect((await minutesNow(tools, id)).approved).toMatchObject({ passedOver: { comments: 1, reason: 'Siste møte' } });
  });

  test('by hand when every comment is in and answered takes none', async () => {
    const [id] = await underWay(tools, 'a');
    doneOf(await end(tools, id));
    doneOf(await sendOut(tools, id));
    tools.world.clock.set('2027-03-10T08:00:00.000Z');
    doneOf(await approveMinutes(tools, await actorOf(tools, 'kari'), id));
    expect((await minutesNow(tools, id)).approved?.passedOver).toBeUndefined();
  });

  test('a version written since they were sent goes out before it is approved, by hand or in a meeting', async () => {
    const [id, a] = (await underWay(tools, 'a')) as [MeetingId, CaseId];
    doneOf(await end(tools, id));
    doneOf(await sendOut(tools, id));
    doneOf(await conclude(tools, id, a));
    expect(refusalOf(await approve(tools, id))).toEqual({ code: 'minutes-newer', number: 1 });
    const next = await nextMeeting(tools);
    const approval = await approvalIn(next);
    tools.world.clock.set('2027-04-13T08:00:00.000Z');
    doneOf(await start(tools, next));
    const agreed = { conclusion: undefined };
    expect(refusalOf(await conclude(tools, next, approval, agreed))).toEqual({ code: 'minutes-newer', number: 1 });
    doneOf(await sendOut(tools, id));
    doneOf(await conclude(tools, next, approval, agreed));
    expect((await minutesNow(tools, id)).approved).toMatchObject({ version: 2, inMeeting: 2 });
  });

  test('whatever was cut off after a conclusion is done later: nothing is lost, nothing is done twice', async () => {
    const [id] = await underWay(tools, 'a');
    doneOf(await end(tools, id));
    doneOf(await sendOut(tools, id));
    const next = await nextMeeting(tools);
    const approval = await approvalIn(next);
    tools.world.clock.set('2027-04-13T08:00:00.000Z');
    doneOf(await start(tools, next));
    const mortal = { ...tools, store: cutOff(tools.store, 2) };
    doneOf(await conclude(mortal, next, approval, { conclusion: undefined }, 0, 'a request'));
    expect((await minutesNow(tools, id)).approved).toBeUndefined();
    await Promise.all([carryOutConclusions(tools), carryOutConclusions(tools)]);
    await carryOutConclusions(tools);
    expect((await minutesNow(tools, id)).approved).toMatchObject({ inMeeting: 2 });
    expect(await tools.store.count(meetingPartition(next), consequences.type)).toBe(0);
  });

  test('of a network with few people go at once', async () => {
    const home = networkPartition(castNetwork.id);
    const [id] = await underWay(tools, 'a');
    for (const { value, ...kept } of await members.all(tools.store, home)) {
      const few = ['member-kari', 'member-pål'].includes(value.id);
      if (!few) await tools.store.batch(home, [{ kind: 'delete', id: kept.id }]);
    }
    doneOf(await end(tools, id));
    const { people } = doneOf(await sendOut(tools, id));
    expect(people).toEqual(['member-pål', 'member-kari']);
    const shown = await sendings.all(tools.store, meetingPartition(id));
    expect(shown.filter(({ value }) => value.message.kind === 'minutes')).toEqual([]);
    expect((await owedFor(tools, id)).filter(each => each.startsWith('minutes '))).toHaveLength(2);
  });

  async function approvalIn(next: MeetingId): Promise<CaseId> {
    await suggested(tools, next, 'x');
    const approval = (await readAgenda(tools, next))?.cases.find(({ value }) => value.approves);
    if (!approval) throw new Error('No approval');
    return approval.value.id;
  }
});

test('papers, minutes and seats go with the network’s own rules', async () => {
  await changeRules(tools, { minutesDays: 3, commentDays: 2, papersDays: 30 });
  const id = await settled(tools);
  await suggested(tools, id, 'a');
  tools.world.clock.set('2027-02-01T09:00:00.000Z');
  expect(refusalOf(await send(tools, id))).toMatchObject({ code: 'papers-late', days: 29, rule: 30 });
  tools.world.clock.set('2027-03-02T09:00:00.000Z');
  doneOf(await start(tools, id));
  doneOf(await end(tools, id));
  doneOf(await sendOut(tools, id));
  expect((await minutesNow(tools, id)).commentsUntil).toBe('2027-03-04T22:59:59.000Z');
});
