import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { attendMeeting } from '../../../src/features/meetings/attend-meeting.ts';
import { members, networkPartition } from '../../../src/features/networks/network-store.ts';
import { actorOf, castMemberId, castNetwork, castSeatId, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf, refusalOf } from '../polls/poll-room.ts';
import { attend, attendancesAt, cancel, owedFor, propose, settled } from './meeting-room.ts';

let tools: TestTools;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

const wordsTo = async (id: Parameters<typeof owedFor>[1], kind: string) =>
  (await owedFor(tools, id)).filter(each => each.startsWith(kind));

describe('saying whether one comes', () => {
  test('is of the seat; a holder who cannot has the deputy asked in the same batch', async () => {
    const id = await settled(tools);
    expect(doneOf(await attend(tools, id, 'mikkel', 'coming')).seat.number).toBe(12);
    const no = doneOf(await attend(tools, id, 'mikkel', 'notComing'));
    expect(no.asked).toEqual([castMemberId('bamse')]);
    expect(await wordsTo(id, 'meeting-deputy')).toEqual([`meeting-deputy ${castMemberId('bamse')}`]);
    expect(doneOf(await attend(tools, id, 'bamse', 'coming')).attendance).toMatchObject({
      answer: 'coming',
      attendeeId: castMemberId('bamse'),
    });
  });

  test('both come: the holder counts, and the deputy is told', async () => {
    const id = await settled(tools);
    await attend(tools, id, 'mikkel', 'notComing');
    await attend(tools, id, 'bamse', 'coming');
    const back = doneOf(await attend(tools, id, 'mikkel', 'coming'));
    expect(back.attendance.attendeeId).toBe(castMemberId('mikkel'));
    expect(await wordsTo(id, 'meeting-released')).toEqual([`meeting-released ${castMemberId('bamse')}`]);
    expect(doneOf(await attend(tools, id, 'bamse', 'coming')).comesAlready).toBe(castMemberId('mikkel'));
  });

  test('asks no deputy who has left the network', async () => {
    const id = await settled(tools);
    const network = networkPartition(castNetwork.id);
    const kept = await members.get(tools.store, network, castMemberId('bamse'));
    if (!kept) throw new Error('No such member');
    await tools.store.batch(network, [{ kind: 'delete', id: kept.id }]);
    const no = doneOf(await attend(tools, id, 'mikkel', 'notComing'));
    expect(no.asked).toEqual([]);
    expect(no.attendance.asked).toEqual([]);
  });

  test('the last no of a seat is told those who lead, once each time it is left empty', async () => {
    const id = await settled(tools);
    const empty = () => wordsTo(id, 'meeting-empty-seat');
    await attend(tools, id, 'mikkel', 'notComing');
    expect(await empty()).toEqual([]);
    await attend(tools, id, 'bamse', 'notComing', 'the last');
    await attend(tools, id, 'bamse', 'notComing', 'the last');
    await attend(tools, id, 'bamse', 'notComing');
    await attend(tools, id, 'mikkel', 'notComing');
    const leaders = ['kari', 'askeladden'] as const;
    expect(await empty()).toEqual(leaders.map(who => `meeting-empty-seat ${castMemberId(who)}`));
    await attend(tools, id, 'pål', 'notComing');
    expect(await empty()).toHaveLength(4);
  });

  test('a deputy whom no word can reach is not asked, and those who lead are told', async () => {
    const id = await settled(tools);
    const network = networkPartition(castNetwork.id);
    const kept = await members.get(tools.store, network, castMemberId('bamse'));
    if (!kept) throw new Error('No such member');
    const { email: _, ...member } = kept.value;
    await tools.store.batch(network, [members.replace(kept, { ...member, identities: [] })]);
    expect(doneOf(await attend(tools, id, 'mikkel', 'notComing')).asked).toEqual([]);
    expect(await wordsTo(id, 'meeting-empty-seat')).toHaveLength(2);
  });

  test('one who leads and cannot come is not told of their own no', async () => {
    const id = await settled(tools);
    await attend(tools, id, 'per', 'notComing');
    await attend(tools, id, 'askeladden', 'notComing');
    expect(await wordsTo(id, 'meeting-empty-seat')).toEqual([`meeting-empty-seat ${castMemberId('kari')}`]);
  });

  test('repeated asks once', async () => {
    const id = await settled(tools);
    await attend(tools, id, 'mikkel', 'notComing', 'the request');
    await attend(tools, id, 'mikkel', 'coming');
    doneOf(await attend(tools, id, 'mikkel', 'notComing', 'the request'));
    expect((await attendancesAt(tools, id)).map(({ answer }) => answer)).toEqual(['coming']);
    expect(await wordsTo(id, 'meeting-deputy')).toHaveLength(1);
  });

  test('at once by both of a seat ends in one who comes', async () => {
    const id = await settled(tools);
    await Promise.all([attend(tools, id, 'mikkel', 'coming'), attend(tools, id, 'bamse', 'coming')]);
    expect(await attendancesAt(tools, id)).toMatchObject([{ answer: 'coming', attendeeId: castMemberId('mikkel') }]);
  });

  test('ends when the meeting begins, and is not before it has a time', async () => {
    const proposed = await propose(tools);
    expect(refusalOf(await attend(tools, proposed, 'pål', 'coming')).code).toBe('not-settled');
    const id = await settled(tools);
    tools.world.clock.set('2027-03-02T08:59:59.999Z');
    doneOf(await attend(tools, id, 'pål', 'coming'));
    tools.world.clock.set('2027-03-02T09:00:00.000Z');
    expect(refusalOf(await attend(tools, id, 'pål', 'notComing')).code).toBe('meeting-begun');
    tools.world.clock.set('2027-02-01T09:00:00.000Z');
    doneOf(await cancel(tools, id));
    expect(refusalOf(await attend(tools, id, 'pål', 'coming')).code).toBe('meeting-cancelled');
  });

  test('for a seat that is not one’s own is refused', async () => {
    const id = await settled(tools);
    const wanted = { meetingId: id, answer: 'coming', seat: castSeatId(3) } as const;
    expect(refusalOf(await attendMeeting(tools, await actorOf(tools, 'pål'), wanted)).code).toBe('no-meeting-seat');
    expect(refusalOf(await attend(tools, id, 'nordavinden', 'coming')).code).toBe('meeting-observer');
  });
});
