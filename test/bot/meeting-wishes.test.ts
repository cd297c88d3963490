/** What was answered when times were proposed is no word that one comes, and that is said. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { plainText } from '../../cards/plain-text.ts';
import { drawMeeting } from '../../src/bot/meetings/draw-meeting.ts';
import { writeTo } from '../../src/bot/write-to.ts';
import type { MeetingId } from '../../src/features/meetings/meeting.ts';
import { speak } from '../../src/texts/speak.ts';
import { actorOf, type CastKey, seatForum, type TestTools, testTools } from '../cast.ts';
import { answer, attend, meetingNow, propose, settle, settled } from '../features/meetings/meeting-room.ts';
import { doneOf } from '../features/polls/poll-room.ts';
import { settings } from './bot-room.ts';

let tools: TestTools;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

async function posted(id: MeetingId): Promise<string> {
  const drawing = await drawMeeting(tools, id);
  return drawing ? plainText(drawing.write(speak('nb', 'Europe/Oslo'))) : '';
}

async function invitation(id: MeetingId, who: CastKey): Promise<string> {
  const { network, member } = await actorOf(tools, who);
  const message = { kind: 'meeting-invitation', detail: String((await meetingNow(tools, id)).sequence) };
  const to = { kind: 'member', id: member.id } as const;
  const words = await writeTo(
    { tools, settings },
    { thing: { kind: 'meeting', id }, message, to },
    { network, member },
  );
  return words ? plainText(words.card) : '';
}

test('those who answered the times are asked anew once one is settled, until they have said', async () => {
  const id = await propose(tools);
  doneOf(await answer(tools, id, 'mikkel', { t1: 'yes', t2: 'no', t3: 'no' }));
  doneOf(await settle(tools, id));
  expect(await posted(id)).toContain('Svarene på tidene var ønsker. Si nå om dere kommer.');
  expect(await invitation(id, 'mikkel')).toContain('Svarene på tidene var ønsker, så jeg spør nå. Kommer du?');
  doneOf(await attend(tools, id, 'mikkel', 'coming'));
  expect(await posted(id)).not.toContain('ønsker');
});

test('of a time nobody was asked about nothing is said of wishes', async () => {
  const id = await settled(tools);
  expect(await posted(id)).not.toContain('ønsker');
  expect(await invitation(id, 'mikkel')).not.toContain('ønsker');
});
