import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { idOf } from '../../../src/playground/fake-slack-state.ts';
import { card, form, kariInChannel, type SlackHouse, slackHouse } from './slack-house.ts';

let house: SlackHouse;

beforeEach(async () => {
  house = await slackHouse();
});

afterEach(async () => {
  const { problems } = house.fake;
  await house.close();
  expect(problems).toEqual([]);
});

describe('what a person does reaches the bot', () => {
  test('being added to a channel', async () => {
    const { kari, channel } = await kariInChannel(house);
    await house.running.close();
    const team = house.fake.teamId('organisasjonene');
    expect(house.heard).toEqual([
      {
        kind: 'event',
        event: 'joined',
        from: {
          identity: `slack|${team}|${kari.id}`,
          organisation: `slack|${team}`,
          name: 'Kari Trestakk',
          locale: 'nb-NO',
          place: {
            kind: 'channel',
            key: `slack|${channel.id}`,
            address: JSON.stringify({ team, channel: channel.id }),
            label: 'samarbeidsforum',
          },
          personalAddress: JSON.stringify({ team, user: kari.id }),
          requestKey: expect.stringMatching(/^slack\|event\|Ev/),
          canOpenForm: false,
        },
      },
    ]);
  });

  test('being removed from a channel', async () => {
    const { kari, channel } = await kariInChannel(house);
    await house.fake.removeBot(channel, kari);
    await house.running.close();
    expect(house.heard.at(-1)).toMatchObject({ kind: 'event', event: 'left' });
  });

  test('words with the bot mentioned, as they were meant', async () => {
    const { kari, channel } = await kariInChannel(house);
    house.answer({ whisper: card('Svar') });
    await house.fake.say(kari, channel, '  avstemning\u00A0 <om> kaffe & te ');
    expect(house.heard.at(-1)).toMatchObject({ kind: 'words', words: 'avstemning <om> kaffe & te' });
  });

  test('in a channel shared by two workspaces with the app, whichever of them Slack names', async () => {
    const { kari, channel } = await kariInChannel(house);
    await house.fake.install('statped');
    const mentioned = `<@${idOf('U', 'organisasjonene', 'bot')}> hjelp`;
    const event = { type: 'app_mention', user: kari.id, channel: channel.id, text: mentioned };
    const teams = ['organisasjonene', 'statped'].map(house.fake.teamId);
    for (const [index, team] of teams.entries()) {
      await house.fake.send.event({ ...event, ts: `1800000000.00000${index}` }, team, idOf('U', 'statped', 'bot'));
    }
    await house.running.close();
    const [, ...heard] = house.heard;
    expect(heard).toMatchObject(
      teams.map(team => ({
        words: 'hjelp',
        from: { place: { key: `slack|${channel.id}`, address: JSON.stringify({ team, channel: channel.id }) } },
      })),
    );
  });

  test('a slash command, which can open a form', async () => {
    const { kari, channel } = await kariInChannel(house);
    await house.fake.command(kari, channel, 'hjelp');
    expect(house.heard.at(-1)).toMatchObject({
      kind: 'words',
      words: 'hjelp',
      from: { canOpenForm: true, name: 'Kari Trestakk', place: { label: 'samarbeidsforum' } },
    });
  });

  test('a direct message', async () => {
    const { kari } = await kariInChannel(house);
    house.answer({ say: card('Hei') });
    const chat = await house.fake.personalChat(kari);
    const { whispers } = await house.fake.say(kari, chat, 'hjelp');
    expect(house.heard.at(-1)).toMatchObject({ kind: 'words', words: 'hjelp', from: { place: { kind: 'personal' } } });
    expect(whispers).toMatchObject([{ texts: ['Hei'] }]);
  });

  test('a pressed button', async () => {
    const { kari, channel } = await kariInChannel(house);
    house.answer({ say: card('Nettverk', ['Vis']) });
    await house.fake.say(kari, channel, 'nettverk');
    const posted = house.fake.messagesIn(channel).at(-1);
    expect(posted).toMatchObject({ texts: ['Nettverk'], buttons: ['Vis'] });
    house.answer({ whisper: card('Bare til deg') });
    const answer = await house.fake.press(kari, posted ?? { id: '', placeId: '' }, 'Vis');
    expect(house.heard.at(-1)).toMatchObject({
      kind: 'payload',
      payload: JSON.stringify({ type: 'network.show' }),
      from: { canOpenForm: true },
    });
    expect(answer).toMatchObject({ status: 200, whispers: [{ texts: ['Bare til deg'], onlyFor: kari.id }] });
  });

  test('a form: opened, wrong, right', async () => {
    const { kari, channel } = await kariInChannel(house);
    house.answer({ form: form() });
    const opened = await house.fake.command(kari, channel, 'nettverk start');
    const shown = opened.form;
    if (!shown) throw new Error('no form was opened');
    expect(shown).toMatchObject({
      title: 'Start et nettverk',
      fields: [{ name: 'name' }, { name: 'language', value: 'nb' }],
    });

    house.answer({ form: form('Navnet er for langt') });
    const wrong = await house.fake.submit(kari, shown, { name: 'x'.repeat(81) });
    expect(wrong.form?.fields[0]).toMatchObject({ name: 'name', error: 'Navnet er for langt' });

    house.answer({ whisper: card('Startet') });
    const right = await house.fake.submit(kari, shown, { name: 'Forum', language: 'nn' });
    expect(right).toMatchObject({ status: 200, whispers: [{ texts: ['Startet'], placeId: channel.id }] });
    expect(right.form).toBeUndefined();
    expect(house.heard.at(-1)).toMatchObject({
      kind: 'payload',
      payload: { type: 'network.start', kind: 'cooperationForum', name: 'Forum', language: 'nn' },
      from: { canOpenForm: true, place: { label: 'samarbeidsforum', kind: 'channel' } },
    });
    const [, first, second] = house.heard.map(({ from }) => from.requestKey);
    expect(first).not.toBe(second);
  });
});
