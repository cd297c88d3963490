/** Settling, moving and cancelling: who is owed what, and that the first of two is obeyed. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Delivery, deliveries, postingId } from '../../../src/delivery/delivery.ts';
import { schedules } from '../../../src/delivery/schedule.ts';
import { oweAgreedSendings, oweEach, sendings } from '../../../src/delivery/sending.ts';
import { bringBackMeeting, oweMeetingsTo } from '../../../src/features/meetings/bring-back-meeting.ts';
import { inviteToMeeting } from '../../../src/features/meetings/invite-to-meeting.ts';
import type { MeetingId } from '../../../src/features/meetings/meeting.ts';
import { aboutMeeting, latestMeetings, meetingPartition } from '../../../src/features/meetings/meeting-store.ts';
import { settleMeeting } from '../../../src/features/meetings/settle-meeting.ts';
import { channelLinks, members, networkPartition, seats } from '../../../src/features/networks/network-store.ts';
import {
  actorOf,
  castChannelKey,
  castMemberId,
  castNetwork,
  castSeatId,
  overtaken,
  seatForum,
  type TestTools,
  testTools,
} from '../../cast.ts';
import { doneOf, refusalOf } from '../polls/poll-room.ts';
import {
  agreeToSeries,
  answer,
  attend,
  cancel,
  changeRules,
  first,
  meetingNow,
  move,
  owedFor,
  propose,
  second,
  settle,
  settled,
  third,
} from './meeting-room.ts';

let tools: TestTools;
const network = networkPartition(castNetwork.id);

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

const sendingsOf = async (id: MeetingId) =>
  (await sendings.all(tools.store, meetingPartition(id))).map(({ value }) => value);
const remindersOf = async (id: MeetingId) =>
  (await schedules.all(tools.store, meetingPartition(id))).map(({ value }) => value.message.kind).toSorted();

describe('settling', () => {
  test('invites the holders, those who lead and the observers: shown before it is sent', async () => {
    const id = await settled(tools);
    const meeting = await meetingNow(tools, id);
    expect(meeting.settled).toMatchObject({ startsAt: '2027-03-02T09:00:00.000Z', by: castMemberId('kari') });
    const [sending] = await sendingsOf(id);
    expect(sending).toMatchObject({ state: 'shown', message: { kind: 'meeting-invitation', detail: '0' } });
    const people = sending?.to.flatMap(to => (to.kind === 'member' ? [to.id] : [])) ?? [];
    expect(people).toHaveLength(17 + 2);
    expect(people).toContain(castMemberId('nordavinden'));
    expect(people).not.toContain(castMemberId('per'));
    expect(await remindersOf(id)).toEqual(['meeting-attend-reminder', 'meeting-representation']);
  });

  test('invites a vacant seat’s deputies, and tells of one with nobody', async () => {
    const [three, two] = await Promise.all([3, 2].map(number => seats.get(tools.store, network, castSeatId(number))));
    if (!three || !two) throw new Error('No such seats');
    await tools.store.batch(network, [
      seats.replace(three, { ...three.value, holderId: undefined }),
      seats.replace(two, { ...two.value, holderId: undefined }),
    ]);
    const { invitees } = doneOf(await settle(tools, await propose(tools)));
    expect(invitees.people).toContain(castMemberId('tyrihans'));
    expect(invitees.unfilled.map(({ number }) => number)).toEqual([2]);
  });

  test('invites nobody who has left the network', async () => {
    const kept = await members.get(tools.store, network, castMemberId('pål'));
    if (!kept) throw new Error('No such member');
    await tools.store.batch(network, [{ kind: 'delete', id: kept.id }]);
    const { invitees } = doneOf(await settle(tools, await propose(tools)));
    expect(invitees.people).not.toContain(castMemberId('pål'));
    expect(invitees.unfilled.map(({ number }) => number)).toEqual([2]);
  });

  test('by two at once is done by the first; the other is told what was settled', async () => {
    const id = await propose(tools);
    const [kari, askeladden] = [await actorOf(tools, 'kari'), await actorOf(tools, 'askeladden')];
    const outcomes = await Promise.all([
      settleMeeting(tools, kari, { meetingId: id, timeId: first }),
      settleMeeting(tools, askeladden, { meetingId: id, timeId: second }),
    ]);
    const done = outcomes.filter(({ ok }) => ok);
    expect(done).toHaveLength(1);
    const now = await meetingNow(tools, id);
    const refused = outcomes.find(({ ok }) => !ok);
    expect(refused && refusalOf(refused)).toEqual({
      code: 'already-settled',
      number: 1,
      at: now.settled?.startsAt,
      doer: { id: now.settled?.by },
    });
    expect(await sendingsOf(id)).toHaveLength(1);
  });

  test('repeated invites once', async () => {
    const id = await propose(tools);
    const kari = await actorOf(tools, 'kari', 'settling');
    await Promise.all([1, 2, 3].map(() => settleMeeting(tools, kari, { meetingId: id, timeId: first })));
    doneOf(await settleMeeting(tools, kari, { meetingId: id, timeId: first }));
    expect(await sendingsOf(id)).toHaveLength(1);
  });

  test('nearer than the network’s notice wants a reason, and writes it down', async () => {
    const id = await propose(tools);
    tools.world.clock.set('2027-02-25T08:00:00.000Z');
    const kari = await actorOf(tools, 'kari');
    expect(refusalOf(await settleMeeting(tools, kari, { meetingId: id, timeId: first }))).toEqual({
      code: 'notice-short',
      field: 'reason',
      days: 5,
      rule: 14,
    });
    const reason = 'Fristen for innstilling er 15. mars.';
    const { meeting } = doneOf(await settleMeeting(tools, kari, { meetingId: id, timeId: first, reason }));
    expect(meeting.exceptions).toMatchObject([{ kind: 'notice', days: 5, reason, by: castMemberId('kari') }]);
  });

  test('a time that has passed, or is not among them, is refused', async () => {
    const id = await propose(tools);
    await changeRules(tools, { noticeDays: 0 });
    tools.world.clock.set('2027-03-03T08:00:00.000Z');
    expect(refusalOf(await settle(tools, id, first)).code).toBe('time-passed');
    expect(refusalOf(await settle(tools, id, 't9' as typeof first)).code).toBe('unknown-time');
    expect(doneOf(await settle(tools, id, third)).meeting.settled?.startsAt).toBe('2027-03-09T11:00:00.000Z');
  });

  test('is for those who lead', async () => {
    const id = await propose(tools);
    const mikkel = await actorOf(tools, 'mikkel');
    expect(refusalOf(await settleMeeting(tools, mikkel, { meetingId: id, timeId: first })).code).toBe('not-allowed');
  });
});

describe('inviting once more', () => {
  const inviteNow = async (id: MeetingId, request?: string) =>
    inviteToMeeting(tools, await actorOf(tools, 'kari', request), id);

  async function decide(id: MeetingId, state: 'agreed' | 'dropped'): Promise<void> {
    const shown = (await sendings.all(tools.store, meetingPartition(id))).filter(
      ({ value }) => value.state === 'shown',
    );
    for (const kept of shown) {
      await tools.store.batch(kept.partition, [sendings.replace(kept, { ...kept.value, state })]);
    }
  }

  test('is of everyone when nothing was sent, and once for each request', async () => {
    const id = await settled(tools);
    await decide(id, 'dropped');
    expect(doneOf(await inviteNow(id, 'again')).invitees.people).toHaveLength(19);
    doneOf(await inviteNow(id, 'again'));
    expect((await sendingsOf(id)).map(({ state }) => state).toSorted()).toEqual(['dropped', 'shown']);
  });

  test('of so few that it goes at once is answered the same twice', async () => {
    const id = await settled(tools);
    await decide(id, 'dropped');
    for (const { value, ...kept } of await members.all(tools.store, network)) {
      const stays = ['member-kari', 'member-pål'].includes(value.id);
      if (!stays) await tools.store.batch(network, [{ kind: 'delete', id: kept.id }]);
    }
    const { people } = doneOf(await inviteNow(id, 'again')).invitees;
    expect(people).toHaveLength(2);
    expect(doneOf(await inviteNow(id, 'again')).invitees.people).toEqual(people);
  });

  test('by two who lead at once goes once', async () => {
    const id = await settled(tools);
    await decide(id, 'dropped');
    const store = overtaken(tools.store, async () => doneOf(await inviteNow(id, 'other')));
    doneOf(await inviteToMeeting({ ...tools, store }, await actorOf(tools, 'kari', 'own'), id));
    expect((await sendingsOf(id)).filter(({ state }) => state === 'shown')).toHaveLength(1);
  });

  test('is of those who came since, and of nobody when all have been told', async () => {
    const id = await settled(tools);
    await decide(id, 'agreed');
    expect(refusalOf(await inviteNow(id)).code).toBe('all-invited');
    const kept = await seats.get(tools.store, network, castSeatId(3));
    if (!kept) throw new Error('No seat 3');
    const holderId = castMemberId('tyrihans');
    await tools.store.batch(network, [seats.replace(kept, { ...kept.value, holderId })]);
    expect(doneOf(await inviteNow(id)).invitees.people).toEqual([holderId]);
    expect(await owedFor(tools, id)).toContain(`meeting-invitation ${holderId}`);
  });

  test.each(['before it was agreed to', 'once it was dropped'])(
    'tells the new time to those who know the old one alone: a move that came to nothing, %s',
    async when => {
      const id = await settled(tools);
      await decide(id, 'agreed');
      doneOf(await move(tools, id, '9. mars 2027 kl. 10'));
      if (when === 'once it was dropped') await decide(id, 'dropped');
      expect(doneOf(await inviteNow(id)).invitees.people).toHaveLength(19);
      const waiting = (await sendingsOf(id)).filter(({ state }) => state === 'shown');
      expect(waiting).toMatchObject([{ message: { kind: 'meeting-moved', detail: '1' } }]);
      await decide(id, 'agreed');
      expect(refusalOf(await inviteNow(id)).code).toBe('all-invited');
    },
  );

  test('tells the new time to a deputy who was asked before the move, and not to one asked after', async () => {
    const id = await settled(tools);
    await decide(id, 'dropped');
    doneOf(await attend(tools, id, 'mikkel', 'notComing'));
    tools.world.clock.advance(1000);
    doneOf(await move(tools, id, '9. mars 2027 kl. 10'));
    await decide(id, 'dropped');
    expect(doneOf(await inviteNow(id)).invitees.people).toContain(castMemberId('bamse'));
    await decide(id, 'dropped');
    tools.world.clock.advance(1000);
    doneOf(await attend(tools, id, 'mikkel', 'coming'));
    doneOf(await attend(tools, id, 'mikkel', 'notComing'));
    expect(doneOf(await inviteNow(id)).invitees.people).not.toContain(castMemberId('bamse'));
  });

  test('is for settled meetings ahead, by those who lead', async () => {
    const id = await propose(tools);
    expect(refusalOf(await inviteNow(id)).code).toBe('not-settled');
    doneOf(await settle(tools, id));
    expect(refusalOf(await inviteToMeeting(tools, await actorOf(tools, 'pål'), id)).code).toBe('not-allowed');
    doneOf(await cancel(tools, id));
    expect(refusalOf(await inviteNow(id)).code).toBe('meeting-cancelled');
  });
});

describe('moving', () => {
  test('raises the sequence, keeps where it stood, and replaces what waits to be sent', async () => {
    const id = await settled(tools);
    const { meeting } = doneOf(await move(tools, id, 'tirsdag 9. mars 2027 kl. 10'));
    expect(meeting).toMatchObject({
      sequence: 1,
      settled: { startsAt: '2027-03-09T09:00:00.000Z', endsAt: '2027-03-09T10:30:00.000Z' },
      moves: [{ startsAt: '2027-03-02T09:00:00.000Z' }],
    });
    const states = (await sendingsOf(id)).map(({ state, message }) => `${message.kind} ${state}`);
    expect(states.toSorted()).toEqual(['meeting-invitation dropped', 'meeting-moved shown']);
    const reminders = await schedules.all(tools.store, meetingPartition(id));
    expect(reminders.every(({ value }) => value.deadline === meeting.settled?.startsAt)).toBe(true);
  });

  test('from far to near brings a recurring meeting into the channels', async () => {
    const series = {
      title: 'Nettverksmøte',
      pattern: 'second',
      weekday: 'tuesday',
      starts: '09:00',
      minutes: 60,
    } as const;
    const dates = { firstDay: '2027-05-01', lastDay: '2027-06-30' };
    doneOf(await agreeToSeries(tools, await actorOf(tools, 'kari'), { ...series, ...dates }));
    const far = (await latestMeetings(tools, castNetwork.id, 1))[0]?.value;
    if (!far) throw new Error('No meeting');
    const posted = async () => (await sendingsOf(far.id)).filter(({ message }) => message.kind === 'posting');
    expect(await posted()).toEqual([]);
    doneOf(await move(tools, far.id, '2. februar 2027 kl. 10'));
    expect(await posted()).toMatchObject([{ state: 'agreed' }]);
    await oweAgreedSendings(tools);
    expect((await owedFor(tools, far.id)).filter(each => each.startsWith('posting'))).not.toEqual([]);
  });

  test('to another place alone is a move too', async () => {
    const id = await settled(tools);
    const { moveMeeting } = await import('../../../src/features/meetings/move-meeting.ts');
    const wanted = { meetingId: id, when: '2. mars 2027 kl. 10–11.30', place: 'Teams' };
    expect(doneOf(await moveMeeting(tools, await actorOf(tools, 'kari'), wanted)).meeting.place).toBe('Teams');
    expect(refusalOf(await moveMeeting(tools, await actorOf(tools, 'kari'), wanted)).code).toBe('not-moved');
  });

  test.each([
    ['snart', 'bad-new-time'],
    ['søndag 28. mars 2027 kl. 02.30', 'bad-new-time'],
    ['2. mars 2027 kl. 10', 'not-moved'],
    ['15. januar 2027 kl. 10', 'notice-short'],
  ])('to «%s» is refused: %s', async (when, code) => {
    expect(refusalOf(await move(tools, await settled(tools), when)).code).toBe(code);
  });

  test('before it has a time, or after it is cancelled, is refused', async () => {
    const id = await propose(tools);
    expect(refusalOf(await move(tools, id, '9. mars kl 10-12')).code).toBe('not-settled');
    doneOf(await cancel(tools, id));
    expect(refusalOf(await move(tools, id, '9. mars kl 10-12')).code).toBe('meeting-cancelled');
  });

  test('soon goes with a reason', async () => {
    const id = await settled(tools);
    const { meeting } = doneOf(await move(tools, id, '15. januar 2027 kl. 10', 'Fylkestinget krever svar'));
    expect(meeting.exceptions).toMatchObject([{ kind: 'notice', days: 4 }]);
  });
});

describe('an agenda that waits to be agreed to', () => {
  const agendaState = async (id: MeetingId) =>
    (await sendingsOf(id)).find(({ message }) => message.kind === 'meeting-agenda')?.state;

  beforeEach(() => {
    tools.world.clock.advance(1000);
  });

  async function withAgenda(): Promise<MeetingId> {
    const id = await settled(tools);
    const deed = { occasion: 'agenda', by: castMemberId('kari'), now: tools.world.clock.now() };
    const to = (await sendingsOf(id)).flatMap(sending => sending.to);
    const about = aboutMeeting(await meetingNow(tools, id));
    await tools.store.batch(meetingPartition(id), [...oweEach(about, { kind: 'meeting-agenda' }, to, deed)]);
    return id;
  }

  test('is left by a move and by a new invitation', async () => {
    const id = await withAgenda();
    doneOf(await move(tools, id, '9. mars 2027 kl. 10'));
    expect(await agendaState(id)).toBe('shown');
    doneOf(await inviteToMeeting(tools, await actorOf(tools, 'kari'), id));
    expect(await agendaState(id)).toBe('shown');
  });

  test('is dropped when the meeting is cancelled', async () => {
    const id = await withAgenda();
    doneOf(await cancel(tools, id));
    expect(await agendaState(id)).toBe('dropped');
  });
});

describe('cancelling', () => {
  test('before anyone was told drops what waited, and tells nobody', async () => {
    const id = await settled(tools);
    const { people, meeting } = doneOf(await cancel(tools, id));
    expect(people).toEqual([]);
    expect(meeting).toMatchObject({ sequence: 1, cancelled: { reason: 'Sykdom' } });
    expect((await sendingsOf(id)).map(({ state }) => state)).toEqual(['dropped']);
    expect(await remindersOf(id)).toEqual([]);
    expect((await owedFor(tools, id)).filter(each => /invitation|cancelled/.test(each))).toEqual([]);
  });

  async function agreed(id: MeetingId): Promise<void> {
    const [kept] = await sendings.all(tools.store, meetingPartition(id));
    if (!kept) throw new Error('Nothing waits');
    const dueAt = tools.world.clock.now();
    await tools.store.batch(kept.partition, [sendings.replace(kept, { ...kept.value, state: 'agreed', dueAt })]);
  }

  test('after the invitation was sent tells each who had it', async () => {
    const id = await settled(tools);
    await agreed(id);
    await oweAgreedSendings(tools);
    expect(doneOf(await cancel(tools, id)).people).toHaveLength(19);
  });

  test('before what was agreed to has begun to go out takes it back, and shows nobody a sending to no one', async () => {
    const id = await settled(tools);
    await agreed(id);
    expect(doneOf(await cancel(tools, id)).people).toEqual([]);
    await oweAgreedSendings(tools);
    expect((await sendingsOf(id)).map(({ state }) => state)).toEqual(['dropped']);
    expect((await owedFor(tools, id)).filter(each => /invitation|cancelled/.test(each))).toEqual([]);
  });

  test('while it is proposed tells those who were asked by themselves too, once the question is out', async () => {
    const id = await propose(tools);
    const asked = (await deliveries.all(tools.store, meetingPartition(id))).find(
      ({ value }) => value.message.kind === 'meeting-proposal',
    );
    if (!asked) throw new Error('Nobody was asked');
    await tools.store.batch(asked.partition, [deliveries.replace(asked, { ...asked.value, state: 'sent' })]);
    expect(doneOf(await cancel(tools, id)).people).toEqual([castMemberId('åse')]);
  });

  test('while it is proposed tells those who have kept times free', async () => {
    const id = await propose(tools);
    doneOf(await answer(tools, id, 'pål', { t1: 'yes' }));
    doneOf(await answer(tools, id, 'per', { t1: 'no' }));
    const { people } = doneOf(await cancel(tools, id));
    expect(people.toSorted()).toEqual([castMemberId('per'), castMemberId('pål')].toSorted());
    expect((await owedFor(tools, id)).filter(each => each.startsWith('meeting-cancelled'))).toHaveLength(2);
    expect(refusalOf(await answer(tools, id, 'pål', { t1: 'yes' })).code).toBe('meeting-cancelled');
    expect(refusalOf(await settle(tools, id)).code).toBe('meeting-cancelled');
  });
});

describe('a posting that is gone', () => {
  const channel = castChannelKey('kommunene');
  const stateIn = async (id: MeetingId) =>
    (await deliveries.get(tools.store, meetingPartition(id), postingId(channel)))?.value.state;

  async function becomes(id: MeetingId, state: Delivery['state']): Promise<void> {
    const kept = await deliveries.get(tools.store, meetingPartition(id), postingId(channel));
    if (!kept) throw new Error('No such posting');
    await tools.store.batch(kept.partition, [deliveries.replace(kept, { ...kept.value, state })]);
  }

  test('is brought back by any member while the meeting is ahead, and one that stands is left alone', async () => {
    const id = await propose(tools);
    const pål = await actorOf(tools, 'pål');
    const meeting = await meetingNow(tools, id);
    await becomes(id, 'sent');
    expect(await bringBackMeeting(tools, pål, meeting, channel)).toBe(false);
    await becomes(id, 'gone');
    expect(await bringBackMeeting(tools, pål, meeting, channel)).toBe(true);
    expect(await stateIn(id)).toBe('due');
  });

  test('of a cancelled meeting is brought back by those who lead alone', async () => {
    const id = await propose(tools);
    const { meeting } = doneOf(await cancel(tools, id));
    await becomes(id, 'gone');
    expect(await bringBackMeeting(tools, await actorOf(tools, 'pål'), meeting, channel)).toBe(false);
    expect(await bringBackMeeting(tools, await actorOf(tools, 'kari'), meeting, channel)).toBe(true);
  });

  test('comes to a channel that was linked since, once', async () => {
    const link = await channelLinks.get(tools.store, network, channel);
    if (!link) throw new Error('No such channel');
    await tools.store.batch(network, [{ kind: 'delete', id: link.id }]);
    const id = await propose(tools);
    expect(await stateIn(id)).toBeUndefined();
    await tools.store.batch(network, [channelLinks.create(link.id, link.value)]);
    await oweMeetingsTo(tools, castNetwork.id, link.value);
    await oweMeetingsTo(tools, castNetwork.id, link.value);
    expect(await stateIn(id)).toBe('due');
  });
});
