/** Waves of postings through both platforms' limits, with one channel that asks for rest and one that is dead. */
import { expect, test } from '@jest/globals';
import type { Card } from '../../cards/card.ts';
import { readConfig } from '../../src/config.ts';
import { type Delivery, deliveries, owed, posting, postingId } from '../../src/delivery/delivery.ts';
import { startLaget } from '../../src/laget.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createVault } from '../../src/vault.ts';
import { epochMsOf, later } from '../../src/world.ts';
import { castNetwork, handClock, testWorld } from '../cast.ts';
import { type FanOut, openFanOut } from './fan-out.ts';

const waves = 40;
const stepMs = 250;

type Channel = FanOut['channels'][number];

const clock = handClock();
const world = testWorld(clock);

/** One more posting to every channel, of a thing of its own, whose card says which wave it is. */
async function oweWave(store: Store, fanOut: FanOut, wave: number): Promise<void> {
  const thing = { kind: 'poll', id: fanOut.pollId };
  const now = later(clock.now(), wave);
  const card: Card = { language: 'nb', title: `Bølge ${wave}`, parts: [{ kind: 'text', text: `Bølge ${wave}` }] };
  const written: Delivery['written'] = { card: JSON.stringify(card) };
  const operations = fanOut.links.map(link => {
    const delivery = owed(
      { networkId: castNetwork.id, thing },
      posting,
      { kind: 'channel', ...link, label: 'forum', languages: ['nb'] },
      { now, dueAt: clock.now() },
    );
    return deliveries.create(postingId(link.key), { ...delivery, written });
  });
  await store.batch(`wave|${wave}`, operations);
}

test('nobody is pressed, order is kept, and what is stuck delays nobody else', async () => {
  const store = openSqliteStore({ folder: ':memory:', ids: world.ids });
  const fanOut = await openFanOut(store, clock, 4);
  const laget = await startLaget({
    config: readConfig(fanOut.settings),
    store,
    vault: createVault(new Uint8Array(32).fill(7)),
    world,
    isTicking: false,
  });
  const [deadInTeams, tired, ...others] = fanOut.channels as [Channel, Channel, ...Channel[]];
  const deadInSlack = others.pop() as Channel;
  fanOut.teams.setTrouble(deadInTeams.place, 'down');
  fanOut.slack.setTrouble(deadInSlack.place, 'down');
  fanOut.teams.throttle(tired.place, 2, 20);
  for (let wave = 0; wave < waves; wave += 1) await oweWave(store, fanOut, wave);

  const start = epochMsOf(clock.now());
  const doneAfter = new Map<Channel, number>();
  for (let steps = 0; steps < 600 && doneAfter.size < others.length + 1; steps += 1) {
    await laget.tick();
    for (const channel of [tired, ...others]) {
      if (!doneAfter.has(channel) && wavesIn(fanOut, channel).length === waves) {
        doneAfter.set(channel, (epochMsOf(clock.now()) - start) / 1000);
      }
    }
    clock.advance(stepMs);
  }

  const inOrder = Array.from({ length: waves }, (_, wave) => `Bølge ${wave}`);
  for (const channel of [tired, ...others]) expect(wavesIn(fanOut, channel)).toEqual(inOrder);
  // The hour's limit in Teams lets a burst go and then some thirty a minute; Slack takes one a second.
  for (const channel of others) expect(doneAfter.get(channel)).toBeLessThan(75);
  expect(doneAfter.get(tired)).toBeLessThan(75 + 45);
  expect(fanOut.problems()).toEqual([]);
  await laget.close();
  await fanOut.close();
  await store.close();
}, 180_000);

function wavesIn(fanOut: FanOut, { platform, place }: Channel): readonly string[] {
  const seen = (platform === 'teams' ? fanOut.teams : fanOut.slack).messagesIn(place);
  return seen.flatMap(({ texts }) => texts.find(text => /^Bølge \d+$/.test(text)) ?? []);
}
