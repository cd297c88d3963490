import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { calendarFor, calendarUrl } from '../../src/bot/meetings/meeting-calendar.ts';
import { openFile } from '../../src/bot/open-file.ts';
import type { MeetingId } from '../../src/features/meetings/meeting.ts';
import { members, networkPartition } from '../../src/features/networks/network-store.ts';
import { speak } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import { castDocuments, castMemberId, castNetwork, seatForum, type TestTools, testTools } from '../cast.ts';
import { cancel, meetingNow, move, newMeeting, propose, settled } from '../features/meetings/meeting-room.ts';
import { doneOf } from '../features/polls/poll-room.ts';

let tools: TestTools;
const { network } = castDocuments();
const speech = speak('nb', network.zone);

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

async function memberOf(id: string) {
  const kept = await members.get(tools.store, networkPartition(castNetwork.id), id);
  if (!kept) throw new Error('No such member');
  return kept.value;
}

async function eventOf(id: MeetingId) {
  const file = await calendarFor(
    tools,
    await meetingNow(tools, id),
    network,
    await memberOf(castMemberId('pål')),
    speech,
  );
  if (!file) throw new Error('No calendar file');
  const calendar = new ICAL.Component(ICAL.parse(file.content));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  const utc = (time: ICAL.Time) => time.convertToZone(ICAL.Timezone.utcTimezone).toString();
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    startsAt: utc(event.startDate),
    location: event.location,
    attendees: event.attendees.map(attendee => String(attendee.getFirstValue())),
    text: file.content,
  };
}

describe('a meeting’s calendar file', () => {
  test('keeps its name through every change, and counts the changes', async () => {
    const id = await settled(tools);
    const first = await eventOf(id);
    expect(first).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      startsAt: '2027-03-02T09:00:00Z',
      location: 'Fylkeshuset',
      attendees: ['MAILTO:paal@harstad.example'],
    });
    expect(first.text).toContain('DTSTART;TZID=Europe/Oslo:20270302T100000');
    doneOf(await move(tools, id, '9. mars 2027 kl. 10–12'));
    const moved = await eventOf(id);
    expect(moved).toMatchObject({ method: 'REQUEST', uid: first.uid, sequence: 1, startsAt: '2027-03-09T09:00:00Z' });
    doneOf(await cancel(tools, id));
    expect(await eventOf(id)).toMatchObject({ method: 'CANCEL', uid: first.uid, sequence: 2 });
  });

  test('says the right hour on both sides of the clocks’ changes', async () => {
    const times = ['26. mars 2027 kl. 10-11', '29. oktober 2027 kl. 10-11', '1. november 2027 kl. 10-11'];
    const utc = ['2027-03-26T09:00:00Z', '2027-10-29T08:00:00Z', '2027-11-01T09:00:00Z'];
    for (const [at, words] of times.entries()) {
      const id = await settled(tools, { ...newMeeting, times: words });
      expect((await eventOf(id)).startsAt).toBe(utc[at]);
    }
  });

  test('is the same whenever it is drawn', async () => {
    const id = await settled(tools);
    const { text } = await eventOf(id);
    tools.world.clock.advance(86_400_000);
    expect((await eventOf(id)).text).toBe(text);
  });

  test('is given by a link to the one it was made for, as long as they are a member', async () => {
    const id = await settled(tools);
    const payload = { file: 'calendar', meeting: id, member: castMemberId('pål'), language: 'nb' };
    expect(await openFile(tools, payload)).toMatchObject({
      name: 'mote-1.ics',
      type: 'text/calendar; charset=utf-8; method=REQUEST',
    });
    await tools.store.batch(networkPartition(castNetwork.id), [{ kind: 'delete', id: castMemberId('pål') }]);
    expect(await openFile(tools, payload)).toBeUndefined();
    expect(await openFile(tools, { ...payload, meeting: 'nothing' })).toBeUndefined();
  });

  test('is none before there is a time', async () => {
    const payload = { file: 'calendar', meeting: await propose(tools), member: castMemberId('pål'), language: 'nb' };
    expect(await openFile(tools, payload)).toBeUndefined();
  });

  test('the link is good until the meeting is over, and 120 days at most', async () => {
    const until = async (times: string) => {
      const id = await settled(tools, { ...newMeeting, times });
      const given: Instant[] = [];
      const fileUrl = (_: unknown, at: Instant) => {
        given.push(at);
        return 'https://laget.example/file/x';
      };
      const settings = { zone: network.zone, language: 'nb', isAllowed: () => true, fileUrl } as const;
      const meeting = await meetingNow(tools, id);
      calendarUrl(settings, meeting, { id: castMemberId('pål') }, speech, tools.world.clock.now());
      return given[0];
    };
    expect(await until('2. mars 2027 kl. 10-11')).toBe('2027-03-02T10:00:00.000Z');
    expect(await until('1. november 2027 kl. 10-11')).toBe('2027-05-11T08:00:00.000Z');
  });
});
