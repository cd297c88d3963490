/** What `saksliste` shows of a meeting as it stands, and to whom. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { agendaCard } from '../../cards/meetings/agenda-card.ts';
import { plainText } from '../../cards/plain-text.ts';
import { shownAgenda } from '../../src/bot/meetings/agenda-shown.ts';
import { readAgenda } from '../../src/features/meetings/case-store.ts';
import type { MeetingId } from '../../src/features/meetings/meeting.ts';
import { speak } from '../../src/texts/speak.ts';
import { actorOf, seatForum, type TestTools, testTools } from '../cast.ts';
import { end, nextMeeting, sendOut, suggested, underWay } from '../features/meetings/agenda-room.ts';
import { cancel, settled } from '../features/meetings/meeting-room.ts';
import { doneOf } from '../features/polls/poll-room.ts';

let tools: TestTools;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

async function agendaOf(meeting: MeetingId) {
  const kept = await readAgenda(tools, meeting);
  if (!kept) throw new Error('No such meeting');
  return agendaCard(await shownAgenda(tools, await actorOf(tools, 'kari'), kept), speak('nb', 'Europe/Oslo'));
}

test('the approval of the last minutes shows as soon as they are out, and can be sent', async () => {
  const [earlier] = await underWay(tools);
  doneOf(await end(tools, earlier));
  const next = await nextMeeting(tools);
  expect(plainText(await agendaOf(next))).toContain('Ingen saker står på sakslista ennå.');
  doneOf(await sendOut(tools, earlier));
  const card = await agendaOf(next);
  expect(plainText(card)).toContain('Kommer først når sakslista sendes: Godkjenning av referat fra møte 1.');
  expect(JSON.stringify(card)).toContain('"type":"agenda.send"');
});

test('a cancelled meeting says so, and has nothing to send', async () => {
  const meeting = await settled(tools);
  await suggested(tools, meeting, 'Behov');
  doneOf(await cancel(tools, meeting));
  const card = await agendaOf(meeting);
  expect(plainText(card)).toContain('Møtet er avlyst.');
  expect(plainText(card)).not.toContain('sendt');
  expect(JSON.stringify(card)).not.toContain('agenda.send');
});

test('tells by when the papers are to be sent, and when that day has passed', async () => {
  const meeting = await settled(tools);
  await suggested(tools, meeting, 'Behov');
  expect(plainText(await agendaOf(meeting))).toContain('Bør sendes senest');
  tools.world.clock.set('2027-03-01T09:00:00.000Z');
  expect(plainText(await agendaOf(meeting))).toContain('Sakspapirene skulle vært sendt senest');
});
