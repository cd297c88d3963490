import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { endMeeting } from '../../../src/features/meetings/end-meeting.ts';
import { meetingsListed } from '../../../src/features/meetings/meetings-listed.ts';
import { startMeeting } from '../../../src/features/meetings/start-meeting.ts';
import type { Instant } from '../../../src/world.ts';
import { actorOf, castNetwork, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf } from '../polls/poll-room.ts';
import { cancel, propose, settled } from './meeting-room.ts';

let tools: TestTools;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

async function numbersAt(now: string) {
  const { ahead, unbegun, earlier } = await meetingsListed(tools, castNetwork.id, now as Instant);
  const numbers = (all: typeof ahead) => all.map(({ number }) => number);
  return { ahead: numbers(ahead), unbegun: numbers(unbegun), earlier: numbers(earlier) };
}

test('every meeting stands in one list, wherever it has come', async () => {
  const on = (day: string) => ({ title: 'Møte', times: `${day} 2027 kl 10-11` });
  const ids = [
    await settled(tools, on('9. mars')),
    await settled(tools, on('2. mars')),
    await settled(tools, on('4. mars')),
  ];
  await propose(tools, on('16. mars'));
  doneOf(await cancel(tools, await settled(tools, on('1. mars'))));
  const [, , third] = ids;
  if (!third) throw new Error('No meeting');
  expect(await numbersAt('2027-02-01T08:00:00.000Z')).toEqual({ ahead: [2, 3, 1, 4], unbegun: [], earlier: [5] });
  expect(await numbersAt('2027-03-05T08:00:00.000Z')).toEqual({ ahead: [1, 4], unbegun: [3, 2], earlier: [5] });
  doneOf(await startMeeting(tools, await actorOf(tools, 'kari'), third));
  expect(await numbersAt('2027-03-05T08:00:00.000Z')).toEqual({ ahead: [3, 1, 4], unbegun: [2], earlier: [5] });
  doneOf(await endMeeting(tools, await actorOf(tools, 'kari', 'end'), third, 'nb'));
  expect(await numbersAt('2027-04-05T08:00:00.000Z')).toEqual({ ahead: [4], unbegun: [1], earlier: [3, 2, 5] });
});
