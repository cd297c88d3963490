import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { schedules } from '../../../src/delivery/schedule.ts';
import { sendings } from '../../../src/delivery/sending.ts';
import { type Availabilities, answerTimes } from '../../../src/features/meetings/answer-times.ts';
import { type MeetingId, spanSchema } from '../../../src/features/meetings/meeting.ts';
import {
  allMeetings,
  meetingNumbers,
  meetingPartition,
  meetings,
} from '../../../src/features/meetings/meeting-store.ts';
import { meetingsAhead, meetingsMeant } from '../../../src/features/meetings/meetings-meant.ts';
import { type NewMeeting, proposeMeeting } from '../../../src/features/meetings/propose-meeting.ts';
import type { NetworkId } from '../../../src/features/networks/network.ts';
import { channelLinks, networkPartition, seats } from '../../../src/features/networks/network-store.ts';
import { becomes } from '../../bot/bot-room.ts';
import {
  actorOf,
  type CastKey,
  castChannelKey,
  castMemberId,
  castNetwork,
  castSeatId,
  newRequest,
  seatForum,
  type TestTools,
  testTools,
} from '../../cast.ts';
import { doneOf, refusalOf } from '../polls/poll-room.ts';
import { day } from '../year/day.ts';
import {
  answer,
  answersTo,
  first,
  meetingNow,
  newMeeting,
  owedFor,
  propose,
  second,
  settle,
  settled,
} from './meeting-room.ts';

let tools: TestTools;
const network = networkPartition(castNetwork.id);

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

const tryTo = async (wanted: NewMeeting, who: CastKey = 'kari') =>
  proposeMeeting(tools, await actorOf(tools, who), wanted);

describe('proposing a meeting', () => {
  test('asks every seat in its term, voting or not, and owes each channel a posting', async () => {
    const id = await propose(tools);
    const meeting = await meetingNow(tools, id);
    expect(meeting).toMatchObject({ number: 1, title: 'Styringsmøte', place: 'Fylkeshuset' });
    expect(meeting.seats).toHaveLength(17);
    expect(meeting.times.map(({ startsAt }) => startsAt)).toEqual([
      '2027-03-02T09:00:00.000Z',
      '2027-03-04T08:00:00.000Z',
      '2027-03-09T11:00:00.000Z',
    ]);
    expect(meeting.answersBy).toBe('2027-02-01T22:59:59.000Z');
    expect((await owedFor(tools, id)).filter(each => each.startsWith('posting'))).toHaveLength(3);
    const [reminding] = await schedules.all(tools.store, meetingPartition(id));
    expect(reminding?.value).toMatchObject({
      deadline: meeting.answersBy,
      message: { kind: 'meeting-answer-reminder' },
    });
  });

  test('asks those who read of it in no channel by themselves: the deputy, where the holder has no way', async () => {
    const asked = async () => (await owedFor(tools, await propose(tools))).filter(each => each.startsWith(question));
    const question = 'meeting-proposal';
    expect(await asked()).toEqual([`${question} member-åse`]);
    await becomes(tools, 'pål', { reachedBy: 'mail' });
    await becomes(tools, 'mikkel', { identities: [] });
    await becomes(tools, 'njávešeatni', { identities: [], email: undefined });
    expect((await asked()).toSorted()).toEqual(
      ['mikkel', 'pål', 'åse', 'čearpmat'].map(each => `${question} member-${each}`).toSorted(),
    );
  });

  test('asks more than five of them once whoever leads has seen it, unless it is settled first', async () => {
    for (const key of ['pål', 'mikkel', 'huldra', 'nøkken', 'smørbukk'] as const) {
      await becomes(tools, key, { identities: [] });
    }
    const id = await propose(tools);
    const waiting = async () => (await sendings.all(tools.store, meetingPartition(id))).map(({ value }) => value);
    expect(await waiting()).toMatchObject([{ state: 'shown', message: { kind: 'meeting-proposal' } }]);
    doneOf(await settle(tools, id));
    expect(new Set((await waiting()).map(({ state, message }) => `${message.kind} ${state}`))).toEqual(
      new Set(['meeting-proposal dropped', 'meeting-invitation shown']),
    );
  });

  test('by many requests at once gives one meeting each, and numbers in a row', async () => {
    const kari = await actorOf(tools, 'kari', 'the request');
    const same = await Promise.all([1, 2, 3, 4].map(() => proposeMeeting(tools, kari, newMeeting)));
    expect(new Set(same.map(each => doneOf(each).value.id)).size).toBe(1);
    await Promise.all([1, 2, 3].map(() => propose(tools)));
    const numbers = await meetingNumbers.all(tools.store, network);
    expect(numbers.map(({ value }) => value.number)).toEqual([1, 2, 3, 4]);
  });

  test('answers by some days before the first time', async () => {
    const id = await propose(tools, { ...newMeeting, answersBy: '14 dager før' });
    expect((await meetingNow(tools, id)).answersBy).toBe('2027-02-16T22:59:59.000Z');
  });

  test.each<[string, Partial<NewMeeting>, CastKey, string]>([
    ['by a holder', {}, 'mikkel', 'not-allowed'],
    ['with nothing that is a time', { times: 'snart' }, 'kari', 'bad-times'],
    ['without times', { times: ' ' }, 'kari', 'no-times'],
    ['with 400 times', { times: '2. mars kl 9-10\n'.repeat(400) }, 'kari', 'too-many-times'],
    ['with answers wanted by nobody knows when', { answersBy: 'snarest' }, 'kari', 'answers-by-unread'],
    ['with answers wanted in a week', { answersBy: 'uke 8' }, 'kari', 'answers-by-unread'],
    ['with answers wanted after the meeting', { answersBy: '5. mars 2027' }, 'kari', 'answers-by-too-late'],
    ['with answers wanted before now', { answersBy: '4. januar 2027' }, 'kari', 'answers-by-too-late'],
  ])('%s is refused, and takes no number', async (_, change, who, code) => {
    expect(refusalOf(await tryTo({ ...newMeeting, ...change }, who)).code).toBe(code);
    expect(await tools.store.count(network, meetingNumbers.type)).toBe(0);
  });

  test('without a seat in its term is refused', async () => {
    for (const kept of await seats.all(tools.store, network)) {
      const term = { from: day('2020-01-01'), to: day('2020-12-31') };
      await tools.store.batch(network, [seats.replace(kept, { ...kept.value, term })]);
    }
    expect(refusalOf(await tryTo(newMeeting)).code).toBe('no-seats');
  });

  test('without a channel the bot is in is refused', async () => {
    for (const organisation of ['kommunene', 'statsforvalteren', 'organisasjonene'] as const) {
      const link = await channelLinks.get(tools.store, network, castChannelKey(organisation));
      if (!link) throw new Error('No such channel');
      const lostAt = tools.world.clock.now();
      await tools.store.batch(network, [channelLinks.replace(link, { ...link.value, lostAt })]);
    }
    expect(refusalOf(await tryTo(newMeeting)).code).toBe('no-channel');
  });
});

describe('answering the times', () => {
  test('by the holder and a deputy is one answer of the seat; what it replaced is told', async () => {
    const id = await propose(tools);
    const holder = doneOf(await answer(tools, id, 'askeladden', { t1: 'yes', t2: 'no' }));
    expect(holder).toMatchObject({ seat: { number: 1 }, replaced: undefined });
    const deputy = doneOf(await answer(tools, id, 'per', { t1: 'ifNeeded' }));
    expect(deputy.replaced).toMatchObject({ answers: { t1: 'yes', t2: 'no' } });
    expect((await answersTo(tools, id)).map(({ answers }) => answers)).toEqual([{ t1: 'ifNeeded' }]);
  });

  test('by a seat that does not vote counts like the others', async () => {
    const id = await propose(tools);
    expect(doneOf(await answer(tools, id, 'gudbrand', { t1: 'yes' })).seat.number).toBe(17);
  });

  test('of one time each by the holder and a deputy at once keeps both', async () => {
    const id = await propose(tools);
    const partly = async (who: CastKey, answers: Availabilities) =>
      answerTimes(tools, await actorOf(tools, who), { meetingId: id, answers, isPartial: true });
    doneOf(await partly('askeladden', { t3: 'no' }));
    await Promise.all([partly('askeladden', { t1: 'yes' }), partly('per', { t2: 'ifNeeded' })]);
    expect((await answersTo(tools, id)).map(({ answers }) => answers)).toEqual([
      { t1: 'yes', t2: 'ifNeeded', t3: 'no' },
    ]);
  });

  test('repeated changes nothing, also after a later answer', async () => {
    const id = await propose(tools);
    const request = newRequest();
    const early = await actorOf(tools, 'pål', request);
    const { answerTimes } = await import('../../../src/features/meetings/answer-times.ts');
    doneOf(await answerTimes(tools, early, { meetingId: id, answers: { t1: 'yes' } }));
    doneOf(await answer(tools, id, 'pål', { t1: 'no' }));
    doneOf(await answerTimes(tools, early, { meetingId: id, answers: { t1: 'yes' } }));
    expect((await answersTo(tools, id)).map(({ answers }) => answers)).toEqual([{ t1: 'no' }]);
  });

  test('of all seats at once is one answer each', async () => {
    const id = await propose(tools);
    const who: readonly CastKey[] = ['askeladden', 'pål', 'veslefrikk', 'lurvehette', 'tommeliten', 'huldra', 'mikkel'];
    await Promise.all(
      who.flatMap(key => [answer(tools, id, key, { t1: 'yes' }), answer(tools, id, key, { t1: 'no' })]),
    );
    expect(await answersTo(tools, id)).toHaveLength(who.length);
  });

  test.each<[string, CastKey, string]>([
    ['an observer', 'nordavinden', 'meeting-observer'],
    ['a coordinator without a seat', 'kari', 'no-meeting-seat'],
  ])('by %s is told kindly that seats answer', async (_, who, code) => {
    const id = await propose(tools);
    expect(refusalOf(await answer(tools, id, who, { t1: 'yes' })).code).toBe(code);
    expect(await answersTo(tools, id)).toEqual([]);
  });

  test('by a seat that came later is refused, and so is an answer to no time', async () => {
    const kept = await seats.get(tools.store, network, castSeatId(2));
    if (!kept) throw new Error('No seat 2');
    const later = { ...kept.value, term: { from: day('2028-01-01') } };
    const [etag = ''] = await tools.store.batch(network, [seats.replace(kept, later)]);
    const id = await propose(tools);
    await tools.store.batch(network, [seats.replace({ ...kept, etag }, kept.value)]);
    expect(refusalOf(await answer(tools, id, 'pål', { t1: 'yes' })).code).toBe('seat-not-invited');
    expect(refusalOf(await answer(tools, id, 'huldra', {})).code).toBe('no-answer');
    expect(refusalOf(await answer(tools, id, 'huldra', { t9: 'yes' })).code).toBe('no-answer');
  });

  test('after settling is told when it is', async () => {
    const id = await propose(tools);
    doneOf(await settle(tools, id, second));
    expect(refusalOf(await answer(tools, id, 'pål', { t1: 'yes' }))).toEqual({
      code: 'already-settled',
      number: 1,
      at: '2027-03-04T08:00:00.000Z',
      doer: { id: castMemberId('kari') },
    });
  });
});

describe('finding a meeting', () => {
  test('by number, or as the only one it can be; never another network’s', async () => {
    const now = tools.world.clock.now();
    const meant = async (
      number: number | undefined,
      deed: 'answerTimes' | 'attend' = 'answerTimes',
      of = castNetwork.id,
    ) => (await meetingsMeant(tools, of, number, deed, now)).map(({ value }) => value.number);
    const id = await propose(tools);
    await propose(tools);
    expect(await meant(1)).toEqual([1]);
    expect(await meant(undefined)).toEqual([2, 1]);
    expect(await meant(undefined, 'attend')).toEqual([]);
    doneOf(await settle(tools, id, first));
    expect(await meant(undefined)).toEqual([2]);
    expect(await meant(undefined, 'attend')).toEqual([1]);
    await seatForum(tools, 'other' as NetworkId);
    expect(await meant(1, 'attend', 'other' as NetworkId)).toEqual([]);
  });

  test('one that nobody began does not hide the next one; it is found where it is sought', async () => {
    await settled(tools);
    await settled(tools, { ...newMeeting, times: '13. april 2027 kl 10-12', answersBy: undefined });
    tools.world.clock.set('2027-03-20T08:00:00.000Z');
    const now = tools.world.clock.now();
    const meant = async (sought: Parameters<typeof meetingsMeant>[3]) =>
      (await meetingsMeant(tools, castNetwork.id, undefined, sought, now)).map(({ value }) => value.number);
    expect(await meant('attend')).toEqual([2]);
    expect(await meant(['underWay', 'ahead', 'unbegun'])).toEqual([2]);
    expect(await meant(['unbegun', 'ahead'])).toEqual([1]);
    expect(await meant(['ended'])).toEqual([]);
  });

  test('the nearest is meant, also when 150 others were called after it', async () => {
    const near = await meetingNow(tools, await propose(tools));
    const span = spanSchema.parse({ startsAt: '2027-06-01T08:00:00.000Z', endsAt: '2027-06-01T09:00:00.000Z' });
    doneOf(await settle(tools, near.id, first));
    for (let number = 2; number <= 151; number += 1) {
      const id = `later ${number}` as MeetingId;
      const settled = { ...near.called, ...span };
      await tools.store.batch(network, [meetingNumbers.create(`meeting-number|${number}`, { meetingId: id, number })]);
      await tools.store.batch(meetingPartition(id), [meetings.create('meeting', { ...near, id, number, settled })]);
    }
    const now = tools.world.clock.now();
    expect(await meetingsAhead(tools, castNetwork.id, now)).toHaveLength(151);
    const [meant] = await meetingsMeant(tools, castNetwork.id, undefined, 'attend', now);
    expect(meant?.value.number).toBe(1);
    expect((await allMeetings(tools, castNetwork.id)).at(-1)?.value.number).toBe(1);
  });
});
