/** Agreeing to the list of a recurring meeting's dates covers its invitations; without it nobody hears of them. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventOf } from '../../src/bot/meeting-event.ts';
import { sendings } from '../../src/delivery/sending.ts';
import { createSeries } from '../../src/features/meetings/create-series.ts';
import { inviteToMeeting } from '../../src/features/meetings/invite-to-meeting.ts';
import type { Meeting } from '../../src/features/meetings/meeting.ts';
import { allMeetings, meetingPartition } from '../../src/features/meetings/meeting-store.ts';
import { seriesPartition } from '../../src/features/meetings/series-store.ts';
import type { Instant } from '../../src/world.ts';
import { actorOf, castNetwork, seatForum, type TestTools, testTools } from '../cast.ts';
import { doneOf } from '../features/polls/poll-room.ts';
import { canBeWrittenTo, type TestPlatform, testPlatform, ticking } from './bot-room.ts';

let tools: TestTools;
let chat: TestPlatform;
let tick: () => Promise<void>;
let list: string;
let far: Meeting;

beforeEach(async () => {
  tools = testTools();
  chat = testPlatform('test');
  tick = ticking(tools, chat, testPlatform('mail', true));
  await seatForum(tools);
  await canBeWrittenTo(tools, 'mikkel', 'mikkel');
  const { series } = doneOf(
    await createSeries(tools, await actorOf(tools, 'kari'), {
      title: 'Nettverksmøte',
      pattern: 'second',
      weekday: 'tuesday',
      firstDay: '2027-01-01',
      lastDay: '2027-06-30',
      starts: '09:00',
      minutes: 120,
    }),
  );
  list = seriesPartition(series.id);
  const [, second] = (await allMeetings(tools, castNetwork.id)).map(({ value }) => value).toReversed();
  if (!second) throw new Error('No meeting');
  far = second;
});
afterEach(() => tools.store.close());

async function decide(partition: string, state: 'agreed' | 'dropped'): Promise<void> {
  const dueAt = tools.world.clock.now();
  for (const kept of await sendings.all(tools.store, partition)) {
    if (kept.value.state !== 'shown') continue;
    const value = { ...kept.value, state, ...(state === 'agreed' && { dueAt }) };
    await tools.store.batch(partition, [sendings.replace(kept, value)]);
  }
}

async function invitationsAt(instant: string): Promise<number> {
  tools.world.clock.set(instant as Instant);
  for (let second = 0; second < 4; second += 1) {
    await tick();
    tools.world.clock.advance(1000);
  }
  return chat.asked.filter(({ how, text }) => how === 'told' && text.startsWith('Innkalling')).length;
}

const isEventWaiting = async () => (await eventOf(tools, { kind: 'meeting', id: far.id }))?.isWaiting;

test('agreed to, the invitations go by themselves, and each meeting is an event', async () => {
  expect(await isEventWaiting()).toBe(true);
  await decide(list, 'agreed');
  expect(await isEventWaiting()).toBe(false);
  expect(await invitationsAt('2027-02-05T08:00:00.000Z')).toBeGreaterThan(0);
});

test.each(['shown', 'dropped'] as const)('%s, none goes until someone invites to a meeting alone', async state => {
  if (state === 'dropped') await decide(list, state);
  expect(await invitationsAt('2027-02-05T08:00:00.000Z')).toBe(0);
  expect(await isEventWaiting()).toBe(true);
  doneOf(await inviteToMeeting(tools, await actorOf(tools, 'kari'), far.id));
  expect(await isEventWaiting()).toBe(true);
  await decide(meetingPartition(far.id), 'agreed');
  expect(await isEventWaiting()).toBe(false);
  expect(await invitationsAt('2027-02-06T08:00:00.000Z')).toBe(1);
});
