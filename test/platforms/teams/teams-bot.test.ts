import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FakePerson, FakePlace } from '../../../src/playground/fake-chat.ts';
import { countedCard, pollCard, pollForm, whisperCard } from './teams-cards.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
let kari: FakePerson;
let channel: FakePlace;

beforeEach(async () => {
  house = await teamsHouse();
  kari = await house.teams.addPerson({ name: 'Kari Nordmann', organisation: 'Troms' });
  channel = await house.teams.addPlace({ name: 'Samarbeidsforum', organisation: 'Troms' });
  await house.teams.addBot(channel, kari);
  house.incoming.length = 0;
});

afterEach(async () => {
  const { problems } = house.teams;
  await house.close();
  expect(problems).toEqual([]);
});

/** A poll card in the channel, posted by the platform. */
async function posted() {
  house.answer({});
  await house.teams.say(kari, channel, 'hei');
  const { address } = house.incoming[0]?.from.place ?? fail();
  await house.platform.post(address, pollCard, 'poll:1');
  house.incoming.length = 0;
  return { address, message: house.teams.messagesIn(channel)[0] ?? fail() };
}

function fail(): never {
  throw new Error('Nothing there');
}

describe('words', () => {
  test('arrive without the mention and are answered in the thread', async () => {
    house.answer({ say: pollCard });
    const { status } = await house.teams.say(kari, channel, 'avstemning «Troms & Finnmark» <1>');
    expect(status).toBe(200);
    expect(house.incoming).toMatchObject([{ kind: 'words', words: 'avstemning «Troms & Finnmark» <1>' }]);
    expect(house.teams.messagesIn(channel)).toMatchObject([{ texts: ['Skal vi møtes i Tromsø?', '0 av 2 har svart'] }]);
  });

  test('in a channel are whispered to in the person’s own chat', async () => {
    house.answer({ whisper: whisperCard });
    const { whispers } = await house.teams.say(kari, channel, 'hjelp');
    expect(whispers).toMatchObject([{ onlyFor: kari.id, texts: ['Svaret er registrert', '✓ Du svarte Ja for Troms'] }]);
    expect(house.teams.messagesIn(channel)).toEqual([]);
  });

  test('in the personal chat are answered there', async () => {
    house.answer({ whisper: whisperCard });
    const chat = await house.teams.personalChat(kari);
    const { whispers } = await house.teams.say(kari, chat, 'hjelp');
    expect(whispers).toHaveLength(1);
    expect(house.incoming).toMatchObject([{ words: 'hjelp', from: { place: { kind: 'personal' } } }]);
  });
});

describe('a pressed button', () => {
  test('gives the posting as it stands, with the whisper above it, to the one who pressed', async () => {
    const { message } = await posted();
    house.answer({ standing: countedCard, whisper: whisperCard });
    const { whispers } = await house.teams.press(kari, message, 'Ja');
    expect(house.incoming).toMatchObject([{ kind: 'payload', payload: { type: 'poll.cast', options: ['ja'] } }]);
    expect(whispers[0]?.texts).toEqual([
      'Svaret er registrert',
      '✓ Du svarte Ja for Troms',
      'Skal vi møtes i Tromsø?',
      '1 av 2 har svart',
    ]);
    expect(house.teams.messagesIn(channel)[0]?.texts).toContain('0 av 2 har svart');
  });

  test('gives words when there is only a whisper, and leaves the posting', async () => {
    const { message } = await posted();
    house.answer({ whisper: whisperCard });
    const { whispers } = await house.teams.press(kari, message, 'Ja');
    expect(whispers[0]?.texts.join()).toContain('Du svarte Ja for Troms');
    expect(house.teams.whispersTo(kari)).toHaveLength(1);
  });

  test('opens a form, which comes back with what was filled in', async () => {
    const { message } = await posted();
    house.answer({ form: pollForm });
    const { form } = await house.teams.press(kari, message, 'Ny avstemning');
    expect(form).toMatchObject({
      title: 'Ny avstemning',
      fields: [{ name: 'question' }, { kind: 'choices' }, { value: '2026-12-10' }],
    });
    expect(house.incoming[0]?.from.canOpenForm).toBe(true);
    house.answer({ whisper: whisperCard });
    const sent = await house.teams.submit(kari, form ?? fail(), { question: 'Hvor?', options: ['a', 'b'] });
    expect(house.incoming[1]).toMatchObject({
      kind: 'payload',
      payload: { type: 'poll.open', question: 'Hvor?', options: ['a', 'b'], closesOn: '2026-12-10' },
    });
    expect(sent.whispers[0]?.texts.join()).toContain('Svaret er registrert');
  });
});
