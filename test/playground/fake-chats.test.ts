/** What both fakes have in common, and no other test needs to look at. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../cards/card.ts';
import type { Platform, Reply } from '../../src/bot/platform.ts';
import type { Address } from '../../src/features/networks/network.ts';
import type { FakeChat } from '../../src/playground/fake-chat.ts';
import { slackHouse } from '../platforms/slack/slack-house.ts';
import { teamsHouse } from '../platforms/teams/teams-house.ts';
import { firstTry } from '../platforms/tries.ts';

type House = {
  readonly chat: FakeChat;
  readonly platform: Platform;
  readonly incoming: readonly { readonly from: { readonly place: { readonly address: Address } } }[];
  readonly answer: (reply: Reply) => void;
  readonly close: () => Promise<void>;
};

const houses: Readonly<Record<string, (options: { hasRateLimits: boolean }) => Promise<House>>> = {
  async Teams(options) {
    const house = await teamsHouse(options);
    return { ...house, chat: house.teams };
  },
  async Slack(options) {
    const house = await slackHouse(options);
    return { ...house, chat: house.fake, incoming: house.heard };
  },
};

const card: Card = { language: 'nb', title: 'Kortet', parts: [] };
let house: House;

describe.each(Object.entries(houses))('the fake %s', (_, open) => {
  afterEach(async () => {
    const { problems } = house.chat;
    await house.close();
    expect(problems).toEqual([]);
  });

  async function channelWithBot(hasRateLimits = false) {
    house = await open({ hasRateLimits });
    const kari = await house.chat.addPerson({ name: 'Kari Trestakk', organisation: 'kommunene' });
    const channel = await house.chat.addPlace({ name: 'samarbeidsforum', organisation: 'kommunene' });
    await house.chat.addBot(channel, kari);
    const { address } = house.incoming.at(-1)?.from.place ?? { address: '' as Address };
    return { kari, channel, address };
  }

  /** Posts until no more is taken. */
  async function fillUp(address: Address): Promise<void> {
    for (let sent = 0; sent < 10; sent += 1) {
      const { kind } = await house.platform.post(address, firstTry(card, `${sent}`));
      if (kind === 'throttled') return;
    }
    throw new Error('Everything was taken');
  }

  test('holds what the bot sends unasked to the platform’s limits, and lets replies through in a standing clock', async () => {
    const { kari, channel, address } = await channelWithBot();
    house.answer({ say: card });
    const before = house.chat.messagesIn(channel).length;
    for (let said = 0; said < 12; said += 1) await house.chat.say(kari, channel, 'hei');
    expect(house.chat.messagesIn(channel)).toHaveLength(before + 12);
    await fillUp(address);
  });

  test('lists what came to one person alone in the order it came, answers to presses among it', async () => {
    const { kari, channel, address } = await channelWithBot();
    const intent = { type: 'polls.show' } as const;
    const buttons = [{ kind: 'buttons', buttons: [{ label: 'Vis', intent }] }] as const;
    await house.platform.post(address, firstTry({ ...card, parts: buttons }, '1'));
    const posting = house.chat.messagesIn(channel).at(-1) ?? { id: '', placeId: '' };
    const says = (text: string) => house.answer({ whisper: { ...card, parts: [{ kind: 'text', text }] } });
    says('Først');
    await house.chat.press(kari, posting, 'Vis');
    says('Så');
    await house.chat.say(kari, channel, 'hei');
    says('Til slutt');
    await house.chat.press(kari, posting, 'Vis');
    const heard = house.chat.whispersTo(kari).map(({ texts }) => texts.join('\n'));
    expect(heard).toEqual(['Først', 'Så', 'Til slutt'].map(text => expect.stringContaining(text)));
  });

  test('counts replies too where it is told to', async () => {
    const { kari, channel, address } = await channelWithBot(true);
    house.answer({ say: card });
    await fillUp(address);
    const before = house.chat.messagesIn(channel).length;
    await Promise.race([house.chat.say(kari, channel, 'hei'), delay(300)]);
    expect(house.chat.messagesIn(channel)).toHaveLength(before);
  });

  test('answers as slowly as it is told to', async () => {
    const { address } = await channelWithBot();
    await house.platform.post(address, firstTry(card, 'a'));
    house.chat.slowDown(200);
    const startedAt = performance.now();
    await house.platform.post(address, firstTry(card, 'b'));
    expect(performance.now() - startedAt).toBeGreaterThan(195);
  });
});
