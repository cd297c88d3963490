import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FakePerson, FakePlace, SeenForm } from '../../../src/playground/fake-chat.ts';
import type { FakeSlack } from '../../../src/playground/fake-slack.ts';
import { card, form, kariInChannel, type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;
let fake: FakeSlack;
let kari: FakePerson;
let channel: FakePlace;

beforeEach(async () => {
  house = await slackHouse();
  fake = house.fake;
  ({ kari, channel } = await kariInChannel(house));
});

afterEach(async () => {
  const { problems } = fake;
  await house.close();
  expect(problems).toEqual([]);
});

const titles = (place: FakePlace) => fake.messagesIn(place).map(({ texts }) => texts[0]);

async function openForm(): Promise<SeenForm> {
  house.answer({ form: form() });
  const { form: shown } = await fake.command(kari, channel, 'nettverk start');
  if (!shown) throw new Error('no form was opened');
  return shown;
}

describe('a reply to words', () => {
  test('for all and for one stand in the thread of what was written', async () => {
    house.answer({ say: card('Til alle'), whisper: card('Til deg') });
    const { whispers } = await fake.say(kari, channel, 'hjelp');
    expect(titles(channel)).toEqual(['Jeg er Laget', 'Til alle']);
    expect(whispers).toMatchObject([{ texts: ['Til deg'], onlyFor: kari.id }]);
  });

  test('cannot open a form, and the log says so', async () => {
    house.answer({ form: form(), whisper: card('Bruk knappen', ['Åpne']) });
    const { form: shown, whispers } = await fake.say(kari, channel, 'avstemning');
    expect(shown).toBeUndefined();
    expect(whispers[0]?.buttons).toEqual(['Åpne']);
    expect(house.world.lines.at(-1)).toMatchObject({ level: 'warn', fields: { part: 'form' } });
  });
});

describe('a command given where the bot is no member', () => {
  test.each(['whisper', 'say'] as const)('is answered in a direct chat (%s)', async part => {
    const elsewhere = await fake.addPlace({ name: 'uten-bot', organisation: 'organisasjonene' });
    house.answer({ [part]: card('Til deg') });
    const { whispers } = await fake.command(kari, elsewhere, 'hjelp');
    expect(whispers).toMatchObject([{ texts: ['Til deg'], placeId: (await fake.personalChat(kari)).id }]);
    expect(titles(elsewhere)).toEqual([]);
  });
});

test('an answer is shown to the one who asked', async () => {
  house.answer({ answer: card('Svaret') });
  const { whispers } = await fake.say(kari, channel, 'hjelp');
  expect(whispers).toMatchObject([{ texts: ['Svaret'], onlyFor: kari.id }]);
});

test('a whisper nobody can be told is excused in the place', async () => {
  fake.failNext('chat.postEphemeral', { error: 'user_not_in_channel' });
  fake.failNext('conversations.open', { error: 'user_not_visible' });
  house.answer({ whisper: card('Til deg'), whenUnreachable: card('Jeg når deg ikke') });
  await fake.command(kari, channel, 'hjelp');
  expect(titles(channel)).toEqual(['Jeg er Laget', 'Jeg når deg ikke']);
  expect(fake.whispersTo(kari)).toEqual([]);
});

test('a repeat is told nothing beside its own answer', async () => {
  house.answer({ whisper: card('Til deg'), say: card('Til alle'), form: form(), isRepeat: true });
  const answer = await fake.command(kari, channel, 'hjelp');
  expect(answer).toEqual({ status: 200, whispers: [] });
  expect(titles(channel)).toEqual(['Jeg er Laget']);
});

describe('a whisper', () => {
  test('has buttons that work', async () => {
    house.answer({ whisper: card('Til deg', ['Vis']) });
    const [told] = (await fake.command(kari, channel, 'hjelp')).whispers;
    if (!told) throw new Error('nothing was whispered');
    house.answer({ whisper: card('Igjen til deg') });
    const { whispers } = await fake.press(kari, told, 'Vis');
    expect(whispers).toMatchObject([{ texts: ['Igjen til deg'] }]);
  });

  test('reaches nobody else', async () => {
    const ola = await fake.addPerson({ name: 'Ola Dunk', organisation: 'organisasjonene' });
    house.answer({ whisper: card('Til deg', ['Vis']) });
    const [told] = (await fake.command(kari, channel, 'hjelp')).whispers;
    expect(fake.whispersTo(ola)).toEqual([]);
    await expect(fake.press(ola, told ?? { id: '', placeId: channel.id }, 'Vis')).rejects.toThrow();
  });

  test('that is throttled is tried again', async () => {
    fake.throttle(channel, 2, 0);
    house.answer({ whisper: card('Til deg') });
    expect((await fake.command(kari, channel, 'hjelp')).whispers).toHaveLength(1);
  });

  test('that Slack is slow with does not keep the person waiting', async () => {
    fake.failNext('chat.postEphemeral', { afterMs: 1500 });
    house.answer({ whisper: card('Til deg') });
    const startedAt = performance.now();
    expect(await fake.command(kari, channel, 'hjelp')).toMatchObject({ status: 200, whispers: [] });
    expect(performance.now() - startedAt).toBeLessThan(1400);
    await house.running.close();
    expect(fake.whispersTo(kari)).toHaveLength(1);
  });
});

describe('a form', () => {
  test('opens from a button too', async () => {
    house.answer({ say: card('Nettverk', ['Start']) });
    await fake.say(kari, channel, 'nettverk');
    const posted = fake.messagesIn(channel).at(-1);
    house.answer({ form: form() });
    const { form: shown } = await fake.press(kari, posted ?? { id: '', placeId: '' }, 'Start');
    expect(shown?.title).toBe('Start et nettverk');
  });

  test('gives way to another one', async () => {
    const shown = await openForm();
    house.answer({ form: { ...form(), title: 'Én ting til', intent: { type: 'code.redeem' } } });
    const next = await fake.submit(kari, shown, { name: 'Forum' });
    expect(next.form?.title).toBe('Én ting til');
    house.answer({ whisper: card('Ferdig') });
    if (!next.form) throw new Error('no form was shown');
    expect((await fake.submit(kari, next.form, { name: 'Mer' })).whispers).toHaveLength(1);
    expect(house.heard.at(-1)).toMatchObject({ payload: { type: 'code.redeem', name: 'Mer' } });
  });

  test('that comes too late for its trigger is a line in the log', async () => {
    house.answer(async () => {
      house.world.clock.advance(3001);
      return { form: form() };
    });
    expect((await fake.command(kari, channel, 'nettverk start')).form).toBeUndefined();
    expect(house.world.lines.at(-1)).toMatchObject({ fields: { part: 'form', error: 'expired_trigger_id' } });
    expect(fake.problems.splice(0)).toEqual(['views.open: expired_trigger_id']);
  });

  test('sent four times carries the same key each time', async () => {
    const shown = await openForm();
    fake.repeatRequests(4);
    house.answer({ whisper: card('Startet') });
    await fake.submit(kari, shown, { name: 'Forum' });
    const keys = house.heard.slice(-4).map(({ from }) => from.requestKey);
    expect(new Set(keys).size).toBe(1);
  });
});

test('presses sent four times carry the same key, and a new press another', async () => {
  house.answer({ say: card('Avstemning', ['Ja']) });
  await fake.say(kari, channel, 'avstemning');
  const posted = fake.messagesIn(channel).at(-1) ?? { id: '', placeId: '' };
  fake.repeatRequests(4);
  house.answer({});
  await fake.press(kari, posted, 'Ja');
  await fake.press(kari, posted, 'Ja');
  const keys = house.heard.slice(-8).map(({ from }) => from.requestKey);
  expect(new Set(keys).size).toBe(2);
});

test('each workspace is answered with its own token', async () => {
  const there = await kariInChannel(house, 'fylket');
  house.answer({ say: card('Svaret') });
  await fake.say(kari, channel, 'hjelp');
  await fake.say(there.kari, there.channel, 'hjelp');
  expect([titles(channel), titles(there.channel)]).toEqual([
    ['Jeg er Laget', 'Svaret'],
    ['Jeg er Laget', 'Svaret'],
  ]);
});

test('someone of another workspace in a shared channel is known by their own workspace, and told there', async () => {
  const ola = await fake.addPerson({ name: 'Ola Dunk', organisation: 'statped' });
  house.answer({ whisper: card('Til deg') });
  const { whispers } = await fake.say(ola, channel, 'hjelp');
  expect(house.heard.at(-1)?.from).toMatchObject({
    identity: `slack|${fake.teamId('statped')}|${ola.id}`,
    organisation: `slack|${fake.teamId('statped')}`,
    place: { key: `slack|${channel.id}` },
  });
  expect(whispers).toHaveLength(1);
});

test('people are looked up once an hour, not once a press', async () => {
  for (let press = 0; press < 5; press += 1) await fake.command(kari, channel, 'hjelp');
  expect(fake.calls('users.info')).toBe(1);
  house.world.clock.advance(61 * 60_000);
  await fake.command(kari, channel, 'hjelp');
  expect(fake.calls('users.info')).toBe(2);
});

test('a person whose language changes is heard in it at once', async () => {
  await fake.command(kari, channel, 'hjelp');
  const { name, organisation } = kari;
  await fake.addPerson({ name, organisation, locale: 'nn-NO' });
  await fake.command(kari, channel, 'hjelp');
  expect(house.heard.at(-1)?.from).toMatchObject({ name, locale: 'nn-NO' });
});

test('a person Slack says nothing of is still heard', async () => {
  house.world.clock.advance(61 * 60_000);
  fake.failNext('users.info', { error: 'internal_error' });
  await fake.command(kari, channel, 'hjelp');
  expect(house.heard.at(-1)?.from).toMatchObject({ name: 'kari.trestakk', locale: undefined });
});
