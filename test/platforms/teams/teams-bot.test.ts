import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FakePerson, FakePlace } from '../../../src/playground/fake-chat.ts';
import { answeredApart } from '../../../src/texts/page-texts.ts';
import { firstTry } from '../tries.ts';
import { countedCard, missingCard, pollCard, pollForm, unreachableCard, whisperCard } from './teams-cards.ts';
import { silentServer, type TeamsHouse, teamsHouse } from './teams-house.ts';

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
  await house.platform.post(address, firstTry(pollCard, 'poll:1'));
  house.incoming.length = 0;
  return { address, message: house.teams.messagesIn(channel)[0] ?? fail() };
}

function fail(): never {
  throw new Error('Nothing there');
}

/** @throws when it has not come true in some seconds */
async function until(isTrue: () => boolean): Promise<void> {
  for (let waited = 0; !isTrue(); waited += 10) {
    if (waited > 4_000) throw new Error('It never came true');
    await delay(10);
  }
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

  test('in a channel are answered in the thread where the answer is no secret', async () => {
    house.answer({ answer: whisperCard });
    await house.teams.say(kari, channel, 'hjelp');
    expect(house.teams.messagesIn(channel)).toHaveLength(1);
    expect(house.teams.whispersTo(kari)).toEqual([]);
  });

  test('are answered in the thread with what is no secret, where the person cannot be written to', async () => {
    house.teams.blockBot(kari);
    house.answer({ whisper: missingCard, whenUnreachable: unreachableCard });
    const { whispers } = await house.teams.say(kari, channel, 'mangler');
    expect(whispers).toEqual([]);
    expect(house.teams.messagesIn(channel)).toMatchObject([{ texts: ['Svaret er til deg alene', expect.anything()] }]);
  });

  test('leave a posting to be redrawn by the bot alone', async () => {
    const { message } = await posted();
    house.answer({ standing: countedCard });
    await house.teams.say(kari, channel, 'hei');
    expect(house.teams.messagesIn(channel)).toMatchObject([{ id: message.id, updates: 0 }]);
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

  test('with more for the person than words can hold is answered with a title, and the card is sent to them', async () => {
    const { message } = await posted();
    house.answer({ whisper: missingCard });
    const { whispers } = await house.teams.press(kari, message, 'Ja');
    expect(whispers).toMatchObject([
      { texts: [answeredApart.nb], buttons: [] },
      { texts: ['To har ikke svart', '• Alta', '• Bardu'], buttons: ['Minn på', 'Utsett'], onlyFor: kari.id },
    ]);
    expect(house.teams.messagesIn(channel)).toHaveLength(1);
  });

  test('with more than words can hold that is no secret is answered in the thread', async () => {
    const { message } = await posted();
    house.answer({ answer: missingCard });
    const { whispers } = await house.teams.press(kari, message, 'Ja');
    expect(whispers).toMatchObject([{ texts: [answeredApart.nb] }]);
    expect(house.teams.messagesIn(channel)).toMatchObject([{ id: message.id }, { buttons: ['Minn på', 'Utsett'] }]);
  });

  test('in the personal chat is answered there', async () => {
    const chat = await house.teams.personalChat(kari);
    house.answer({ whisper: missingCard });
    const [direct] = (await house.teams.say(kari, chat, 'mangler')).whispers;
    const { whispers } = await house.teams.press(kari, direct ?? fail(), 'Minn på');
    expect(whispers).toHaveLength(2);
    expect(house.teams.messagesIn(chat)).toHaveLength(2);
  });

  test('of a person who cannot be written to is answered in the thread with what is no secret', async () => {
    const { message } = await posted();
    house.teams.blockBot(kari);
    house.answer({ whisper: missingCard, whenUnreachable: unreachableCard });
    const { whispers } = await house.teams.press(kari, message, 'Ja');
    expect(whispers).toMatchObject([{ texts: [answeredApart.nb] }]);
    expect(house.teams.messagesIn(channel).at(-1)?.texts[0]).toBe('Svaret er til deg alene');
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

describe('a form', () => {
  test('is shown again with what is wrong and what was filled in', async () => {
    const { message } = await posted();
    house.answer({ form: pollForm });
    const { form } = await house.teams.press(kari, message, 'Ny avstemning');
    const [question, ...others] = pollForm.fields;
    house.answer({ form: { ...pollForm, fields: [{ ...(question ?? fail()), error: 'For langt' }, ...others] } });
    const again = await house.teams.submit(kari, form ?? fail(), { question: 'x'.repeat(201) });
    expect(again.form?.fields[0]).toMatchObject({ name: 'question', error: 'For langt' });
  });

  test('with a required field left empty is stopped by the client, as the card asks', async () => {
    const { message } = await posted();
    house.answer({ form: pollForm });
    const { form } = await house.teams.press(kari, message, 'Ny avstemning');
    const stopped = await house.teams.submit(kari, form ?? fail(), {});
    expect(stopped.form?.fields[0]?.error).toBe('Skriv et spørsmål');
    expect(house.incoming).toHaveLength(1);
  });

  test('that is sent is answered with a card whose buttons can be pressed, to the end', async () => {
    const { message } = await posted();
    house.answer({ form: pollForm });
    const { form } = await house.teams.press(kari, message, 'Ny avstemning');
    house.answer({ whisper: missingCard });
    const [told] = (await house.teams.submit(kari, form ?? fail(), { question: 'Hvor?' })).whispers;
    expect(told).toMatchObject({ texts: ['To har ikke svart', '• Alta', '• Bardu'], buttons: ['Minn på', 'Utsett'] });
    house.incoming.length = 0;
    house.answer({ form: pollForm });
    const opened = await house.teams.press(kari, told ?? fail(), 'Utsett');
    expect(house.incoming).toMatchObject([{ payload: { type: 'poll.extend-form' }, from: { canOpenForm: true } }]);
    expect(opened.form?.title).toBe('Ny avstemning');
    expect(house.teams.whispersTo(kari)).toHaveLength(1);
  });

  test('that is sent is answered in the dialog first with what is for the person, and in the thread with the rest', async () => {
    const { message } = await posted();
    house.answer({ whisper: whisperCard, answer: missingCard });
    const { whispers } = await house.teams.press(kari, message, 'Ny avstemning');
    expect(whispers).toMatchObject([{ texts: ['Svaret er registrert', expect.anything()] }]);
    expect(house.teams.messagesIn(channel).at(-1)?.texts[0]).toBe('To har ikke svart');
  });

  test('that is not opened after all is answered with a card; one that is sent and needs none is closed', async () => {
    const { message } = await posted();
    house.answer({ whisper: whisperCard });
    expect((await house.teams.press(kari, message, 'Ny avstemning')).whispers).toHaveLength(1);
    house.answer({ form: pollForm });
    const { form } = await house.teams.press(kari, message, 'Ny avstemning');
    house.answer({});
    const sent = await house.teams.submit(kari, form ?? fail(), { question: 'Hvor?' });
    expect(sent).toEqual({ status: 200, whispers: [] });
  });
});

describe('coming and going', () => {
  test('is told of the channel that was chosen, with who did it', async () => {
    const other = await house.teams.addPlace({ name: 'Styringsgruppe', organisation: 'Finnmark' });
    const ola = await house.teams.addPerson({ name: 'Ola Moen', organisation: 'Finnmark' });
    await house.teams.addBot(other, ola);
    await house.teams.removeBot(other, ola);
    const key = `teams|${house.teams.tenantId('Finnmark')}|${other.id}`;
    const identity = `teams|${house.teams.tenantId('Finnmark')}|${ola.id}`;
    expect(house.incoming).toMatchObject(
      ['joined', 'joined', 'left', 'left'].map(event => ({
        kind: 'event',
        event,
        from: { identity, place: { key, label: 'Styringsgruppe' } },
      })),
    );
  });

  test('can be greeted in the channel chosen', async () => {
    const other = await house.teams.addPlace({ name: 'Styringsgruppe', organisation: 'Troms' });
    house.answer({ say: whisperCard });
    await house.teams.addBot(other, kari);
    expect(house.teams.messagesIn(other)).toHaveLength(2);
  });
});

test('a person of another tenant keeps their own tenant in a shared channel', async () => {
  const ola = await house.teams.addPerson({ name: 'Ola Moen', organisation: 'Finnmark' });
  await house.teams.say(ola, channel, 'hei');
  expect(house.incoming[0]?.from).toMatchObject({
    organisation: `teams|${house.teams.tenantId('Finnmark')}`,
    place: { key: `teams|${house.teams.tenantId('Troms')}|${channel.id}` },
  });
});

test('each repeat of a request has the same key', async () => {
  house.teams.repeatRequests(4);
  await house.teams.say(kari, channel, 'hei');
  expect(house.incoming).toHaveLength(4);
  expect(new Set(house.incoming.map(({ from }) => from.requestKey)).size).toBe(1);
});

test('a repeat is answered in its own response only', async () => {
  const { message } = await posted();
  house.answer({ isRepeat: true, say: whisperCard, answer: whisperCard, standing: countedCard });
  await house.teams.say(kari, channel, 'hei');
  const { whispers } = await house.teams.press(kari, message, 'Ja');
  expect(whispers[0]?.texts).toContain('1 av 2 har svart');
  expect(house.teams.messagesIn(channel)).toHaveLength(1);
});

test('a reply Teams does not take is logged without its words, and the request is answered', async () => {
  house.teams.throttle(channel, 1, 60);
  house.answer({ say: whisperCard });
  expect((await house.teams.say(kari, channel, 'hei')).status).toBe(200);
  expect(house.logged).toEqual([
    { level: 'warn', fields: { kind: 'throttled' }, message: 'A reply could not be given in Teams' },
  ]);
});

describe('where Teams asks to wait', () => {
  test('the request is answered at once, and the replies come later in their order', async () => {
    const chat = await house.teams.personalChat(kari);
    house.teams.throttle(chat, 2, 0.2);
    house.answer({ say: pollCard, whisper: whisperCard });
    const { status, whispers } = await house.teams.say(kari, chat, 'avstemning');
    house.answer({ whisper: missingCard });
    await house.teams.say(kari, chat, 'mangler');
    expect({ status, whispers }).toEqual({ status: 200, whispers: [] });
    await until(() => house.teams.messagesIn(chat).length === 3);
    expect(house.teams.messagesIn(chat).map(({ texts }) => texts[0])).toEqual([
      'Skal vi møtes i Tromsø?',
      'Svaret er registrert',
      'To har ikke svart',
    ]);
    expect(house.logged).toEqual([]);
  });

  test('nobody else waits, nor the same person elsewhere', async () => {
    const busy = await house.teams.addPlace({ name: 'Styringsgruppe', organisation: 'Troms' });
    await house.teams.addBot(busy, kari);
    house.teams.throttle(busy, 1, 2);
    house.answer({ answer: whisperCard, whisper: missingCard });
    await house.teams.say(kari, busy, 'hei');
    await house.teams.say(kari, channel, 'hei');
    await until(() => house.teams.whispersTo(kari).length === 2);
    expect(house.teams.messagesIn(channel)).toHaveLength(1);
    expect(house.teams.messagesIn(busy)).toEqual([]);
    await until(() => house.teams.messagesIn(busy).length === 1);
  });

  test('a press is answered at once, and what is sent beside it comes later', async () => {
    const { message } = await posted();
    house.teams.throttle(channel, 1, 0.2);
    house.answer({ answer: missingCard });
    const { whispers } = await house.teams.press(kari, message, 'Ja');
    expect(whispers).toMatchObject([{ texts: [answeredApart.nb] }]);
    expect(house.teams.messagesIn(channel)).toHaveLength(1);
    await until(() => house.teams.messagesIn(channel).length === 2);
  });
});

test('a posting too large to stand with the whisper on one card leaves the whisper, sent to the person', async () => {
  const { message } = await posted();
  const items = Array.from({ length: 60 }, (_, index) => ({ label: `${index} ${'ord '.repeat(25)}` }));
  const half = { kind: 'list', items } as const;
  house.answer({ standing: { ...pollCard, parts: [half] }, whisper: { ...whisperCard, parts: [half] } });
  const { whispers, status } = await house.teams.press(kari, message, 'Ja');
  expect(status).toBe(200);
  expect(whispers.map(({ texts }) => texts.length)).toEqual([1, 61]);
});

test('a press is answered in time though Teams does not take what is sent beside it', async () => {
  const own = await teamsHouse({ mostSendingMs: 50, timeoutMs: 500 });
  const silent = await silentServer();
  const person = await own.teams.addPerson({ name: 'Kari Nordmann', organisation: 'Troms' });
  own.answer({ answer: missingCard });
  const answer = await own.teams.send({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: '1',
    channelId: 'msteams',
    serviceUrl: silent.url,
    from: { id: '29:1abc', name: person.name, aadObjectId: person.id },
    recipient: { id: `28:${own.teams.config.appId}` },
    conversation: { id: '19:abc@thread.tacv2', conversationType: 'channel', tenantId: own.teams.tenantId('Troms') },
    value: { action: { data: { type: 'poll.missing' } } },
  });
  expect(answer).toMatchObject({ status: 200, body: { value: answeredApart.nb } });
  expect(own.logged).toEqual([]);
  await until(() => own.logged.length > 0);
  expect(own.logged).toMatchObject([{ fields: { kind: 'unknown' } }]);
  silent.close();
  await own.close();
});
