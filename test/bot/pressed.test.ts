/** What whoever leads is told when more is to be known than that it was done. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { plainText } from '../../cards/plain-text.ts';
import { caseHandlers } from '../../src/bot/meetings/agenda-cases.ts';
import { meetingHandlers } from '../../src/bot/meetings/meeting-handlers.ts';
import type { ChannelKey } from '../../src/features/networks/network.ts';
import { channelLinks, members, networkPartition } from '../../src/features/networks/network-store.ts';
import { castChannelKey, castNetwork, seatForum, type TestTools, testTools } from '../cast.ts';
import { suggested } from '../features/meetings/agenda-room.ts';
import { newMeeting, settled } from '../features/meetings/meeting-room.ts';
import { askingAs, platformsBy, testPlatform } from './bot-room.ts';

const home = networkPartition(castNetwork.id);
let tools: TestTools;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

test('an agenda that has just gone out is not a failure', async () => {
  for (const { value, id } of await members.all(tools.store, home)) {
    const stays = ['member-kari', 'member-pål'].includes(value.id);
    if (!stays) await tools.store.batch(home, [{ kind: 'delete', id }]);
  }
  const meeting = await settled(tools);
  await suggested(tools, meeting, 'Behov');
  const press = () => caseHandlers['agenda.send'](askingAs('kari', tools), { type: 'agenda.send', meeting });
  await press();
  tools.world.clock.advance(5_000);
  const { whisper, refusal } = await press();
  expect(refusal).toMatchObject({ code: 'agenda-just-sent' });
  expect(whisper?.title).toBe('Sakslista er nettopp sendt');
});

test('where channels and people are both many, it is said that the words to the people wait too', async () => {
  await manyChannels();
  await nobodyHasAnAccount();
  const asking = askingAs('kari', tools, platformsBy(testPlatform('test'), testPlatform('mail', true)));
  const { whisper } = await meetingHandlers['meeting.propose'](asking, { type: 'meeting.propose', ...newMeeting });
  const said = whisper ? plainText(whisper) : '';
  expect(said).toContain('Dette går til 7');
  expect(said).toMatch(/Spørsmålet til \d+ personer utenfor kanalene venter også på deg/);
  expect(said).toContain('«utsendinger møte 1»');
});

async function manyChannels(): Promise<void> {
  const link = await channelLinks.get(tools.store, home, castChannelKey('kommunene'));
  if (!link) throw new Error('No such channel');
  const more = [1, 2, 3, 4].map(each => `test|kommunene|${each}` as ChannelKey);
  await tools.store.batch(
    home,
    more.map(key => channelLinks.create(key, { ...link.value, key })),
  );
}

/** But for the one who calls the meeting. */
async function nobodyHasAnAccount(): Promise<void> {
  for (const kept of await members.all(tools.store, home)) {
    if (kept.value.id === 'member-kari') continue;
    await tools.store.batch(home, [members.replace(kept, { ...kept.value, identities: [] })]);
  }
}
