/** What whoever leads a meeting is answered, as it is asked for in a chat. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { plainText } from '../../cards/plain-text.ts';
import type { Answer } from '../../src/bot/asking.ts';
import { agendaHandlers } from '../../src/bot/meetings/agenda-handlers.ts';
import type { MeetingId } from '../../src/features/meetings/meeting.ts';
import { readVersion } from '../../src/features/meetings/minutes-store.ts';
import type { Language } from '../../src/features/networks/network.ts';
import { networkPartition, networks } from '../../src/features/networks/network-store.ts';
import { castNetwork, seatForum, type TestTools, testTools } from '../cast.ts';
import { meetingStart, send, start, suggest, suggested } from '../features/meetings/agenda-room.ts';
import { propose, settled } from '../features/meetings/meeting-room.ts';
import { doneOf } from '../features/polls/poll-room.ts';
import { askingAs, becomes } from './bot-room.ts';

let tools: TestTools;
let meeting: MeetingId;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  meeting = await settled(tools);
  await suggested(tools, meeting, 'Behov');
});
afterEach(() => tools.store.close());

const said = ({ whisper, answer }: Answer) => {
  const card = whisper ?? answer;
  return card ? plainText(card) : '';
};
const formOf = ({ form }: Answer) => {
  if (!form) throw new Error('No form');
  return form;
};
const kari = () => {
  const asking = askingAs('kari', tools);
  return { ...asking, from: { ...asking.from, canOpenForm: true } };
};

test.each([
  ['nn', 'nn'],
  ['nb', 'nb'],
  ['en', 'nb'],
] as const)('the minutes are in the leader’s own %s, or in the network’s Norwegian: %s', async (own, wanted) => {
  await becomes(tools, 'kari', { language: own satisfies Language });
  tools.world.clock.set(meetingStart);
  doneOf(await start(tools, meeting));
  const asked = formOf(await agendaHandlers['meeting.end-form'](kari(), { type: 'meeting.end-form', meeting }));
  expect(asked.fields).toMatchObject([{ name: 'language', value: wanted }]);
  await agendaHandlers['meeting.end'](kari(), { type: 'meeting.end', meeting });
  expect((await readVersion(tools, meeting, 1)).language).toBe(wanted);
});

test('a leader who speaks no Norwegian begins them in the one the network puts first', async () => {
  const home = await networks.get(tools.store, networkPartition(castNetwork.id), 'network');
  if (!home) throw new Error('No network');
  const value = { ...home.value, languages: ['nn', 'nb'] satisfies Language[] };
  await tools.store.batch(home.partition, [networks.replace(home, value)]);
  await becomes(tools, 'kari', { language: 'en' });
  tools.world.clock.set(meetingStart);
  doneOf(await start(tools, meeting));
  const asked = formOf(await agendaHandlers['meeting.end-form'](kari(), { type: 'meeting.end-form', meeting }));
  expect(asked.fields).toMatchObject([{ name: 'language', value: 'nn' }]);
});

test('cases get numbers as the meeting starts, unless they have them since the agenda was sent', async () => {
  const early = { type: 'meeting.start-form', meeting } as const;
  const intro = async () => JSON.stringify(formOf(await agendaHandlers['meeting.start-form'](kari(), early)).intro);
  expect(await intro()).toContain('Sakene får nummer, og');
  doneOf(await send(tools, meeting));
  expect(await intro()).toContain('Sakene kan konkluderes én for én.');
});

test('what is suggested is told of to whoever decides as theirs to decide, and to others as waiting', async () => {
  doneOf(await suggest(tools, meeting, { title: 'Ønske' }, 'pål'));
  const show = { type: 'agenda.show', meeting } as const;
  const told = async (asking: ReturnType<typeof kari>) => said(await agendaHandlers['agenda.show'](asking, show));
  expect(await told(kari())).toContain('Foreslått. Sett opp det som skal med, og trekk resten.');
  expect(await told(askingAs('pål', tools))).toContain('Foreslått, venter på koordinatoren');
});

test('a case put on the agenda is answered with the way to send it, when it can be sent', async () => {
  const { case: wish } = doneOf(await suggest(tools, meeting, { title: 'Ønske' }, 'pål'));
  const accept = async (id: MeetingId, each: typeof wish) =>
    said(await agendaHandlers['case.accept'](kari(), { type: 'case.accept', meeting: id, case: each.id }));
  expect(await accept(meeting, wish)).toMatch(/Saken står på sakslista[\s\S]*\[Send sakslista\] \[Vis sakslista\]/);
  const untimed = await propose(tools);
  const { case: early } = doneOf(await suggest(tools, untimed, { title: 'Tidlig' }, 'pål'));
  expect(await accept(untimed, early)).not.toContain('Send sakslista');
});
