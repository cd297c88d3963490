import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { MeetingId } from '../../../src/features/meetings/meeting.ts';
import {
  answeredTimes,
  attendingAt,
  attendingCounts,
  readStanding,
  silentOnTimes,
} from '../../../src/features/meetings/meeting-standing.ts';
import type { Seat } from '../../../src/features/networks/network.ts';
import { castDocuments, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf } from '../polls/poll-room.ts';
import { answer, attend, first, meetingNow, propose, second, settled, third } from './meeting-room.ts';

let tools: TestTools;
const { network } = castDocuments();

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

const standingOf = async (id: MeetingId) => {
  const meeting = await meetingNow(tools, id);
  return { meeting, standing: await readStanding(tools, meeting, network) };
};
const numbers = (seats: readonly Seat[]) => seats.map(({ number }) => number);

test('a seat that has answered some of the times has not answered', async () => {
  const id = await propose(tools);
  doneOf(await answer(tools, id, 'mikkel', { [first]: 'yes', [second]: 'no', [third]: 'ifNeeded' }));
  doneOf(await answer(tools, id, 'pål', { [first]: 'yes' }));
  const { meeting, standing } = await standingOf(id);
  const { all, some, none } = answeredTimes(meeting, standing);
  expect([numbers(all), numbers(some), none.length]).toEqual([[12], [2], 15]);
  expect(numbers(silentOnTimes(meeting, standing))).toContain(2);
  expect(numbers(silentOnTimes(meeting, standing))).not.toContain(12);
});

test('a seat whose deputy is asked is told of as just that, and may still come', async () => {
  const id = await settled(tools);
  doneOf(await attend(tools, id, 'mikkel', 'notComing'));
  doneOf(await attend(tools, id, 'pål', 'notComing'));
  const { meeting, standing } = await standingOf(id);
  const attending = attendingAt(meeting, standing, network);
  expect(attendingCounts(attending)).toEqual({ coming: 0, notComing: 1, deputyAsked: 1, silent: 15 });
  expect(numbers(attending.deputyAsked)).toEqual([12]);
  expect(numbers(attending.open)).toContain(12);
});
