/** Agreeing to the list of a recurring meeting's dates covers its invitations; without it nobody hears of them. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventOf } from '../../src/bot/meetings/meeting-event.ts';
import { createTick } from '../../src/bot/tick.ts';
import { calendarEventId, type DeliveryState, deliveries } from '../../src/delivery/delivery.ts';
import { sendings } from '../../src/delivery/sending.ts';
import { inviteToMeeting } from '../../src/features/meetings/invite-to-meeting.ts';
import type { Meeting } from '../../src/features/meetings/meeting.ts';
import { allMeetings, meetingPartition } from '../../src/features/meetings/meeting-store.ts';
import { seriesPartition } from '../../src/features/meetings/series-store.ts';
import type { Instant } from '../../src/world.ts';
import { actorOf, castNetwork, seatForum, type TestTools, testTools } from '../cast.ts';
import { agreeToSeries } from '../features/meetings/meeting-room.ts';
import { doneOf } from '../features/polls/poll-room.ts';
import { canBeWrittenTo, platformsBy, settings, type TestPlatform, testPlatform, ticking } from './bot-room.ts';

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
    await agreeToSeries(tools, await actorOf(tools, 'kari'), {
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

const agreement = async () => (await eventOf(tools, { kind: 'meeting', id: far.id }))?.agreement;

/** What has become of the meeting's event, after some minutes. */
async function eventInCalendar(): Promise<DeliveryState | undefined> {
  const tickWithCalendar = createTick({ tools, settings }, platformsBy(chat), {
    pace: [],
    put: async () => ({ kind: 'sent', ref: 'event' }),
    cancel: async () => ({ kind: 'sent', ref: 'event' }),
  });
  for (let minute = 0; minute < 3; minute += 1) {
    await tickWithCalendar();
    tools.world.clock.advance(60_000);
  }
  return (await deliveries.get(tools.store, meetingPartition(far.id), calendarEventId))?.value.state;
}

test('agreed to, the invitations go by themselves, and each meeting is an event', async () => {
  expect(await agreement()).toBe('waiting');
  await decide(list, 'agreed');
  expect(await agreement()).toBe('agreed');
  expect(await invitationsAt('2027-02-05T08:00:00.000Z')).toBeGreaterThan(0);
});

test.each(['shown', 'dropped'] as const)('%s, none goes until someone invites to a meeting alone', async state => {
  if (state === 'dropped') await decide(list, state);
  expect(await agreement()).toBe(state === 'shown' ? 'waiting' : 'dropped');
  expect(await invitationsAt('2027-02-05T08:00:00.000Z')).toBe(0);
  // What nobody has decided on for weeks has lapsed by then.
  expect(await agreement()).toBe('dropped');
  doneOf(await inviteToMeeting(tools, await actorOf(tools, 'kari'), far.id));
  expect(await agreement()).toBe('waiting');
  await decide(meetingPartition(far.id), 'agreed');
  expect(await agreement()).toBe('agreed');
  expect(await invitationsAt('2027-02-06T08:00:00.000Z')).toBe(1);
});

test('dropped, its events are owed no more, until someone invites to a meeting alone', async () => {
  expect(await eventInCalendar()).toBe('due');
  await decide(list, 'dropped');
  expect(await eventInCalendar()).toBe('unneeded');
  doneOf(await inviteToMeeting(tools, await actorOf(tools, 'kari'), far.id));
  expect(await eventInCalendar()).toBe('due');
  await decide(meetingPartition(far.id), 'dropped');
  expect(await eventInCalendar()).toBe('unneeded');
  doneOf(await inviteToMeeting(tools, await actorOf(tools, 'kari', 'again'), far.id));
  await decide(meetingPartition(far.id), 'agreed');
  expect(await eventInCalendar()).toBe('sent');
});
