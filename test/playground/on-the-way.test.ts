/** The playground's clock moved past what happens: each thing comes once, in its time. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import type { Deed } from '../../src/playground/playground-deeds.ts';
import type { PersonOnStage, PlaceView, Stage, View } from '../../src/playground/playground-view.ts';
import { type Playground, startPlayground } from '../../src/playground/start-playground.ts';
import { codeFrom, type Instant, instantOf, textFrom } from '../../src/world.ts';
import { testWorld } from '../cast.ts';

const start = '2026-11-23T03:17:00.000Z' as Instant;

let playground: Playground;

beforeAll(async () => {
  const aheadMs = Temporal.Instant.from(start).epochMilliseconds - Date.now();
  const world = {
    clock: { now: () => instantOf(Date.now() + aheadMs) },
    ids: { random: () => textFrom(randomBytes(10)), code: () => codeFrom(randomBytes(5)) },
    log: testWorld().log,
  };
  playground = await startPlayground(readConfig({ PORT: '0' }), world, () => undefined);
});

afterAll(async () => {
  await playground.close();
});

test('reminders on the way through four weeks come in both chats at their times, and the clock goes to the meeting', async () => {
  const { people } = await ask<Stage>('stage');
  const kari = personIn(people.teams, 'Kari');
  const slack = personIn(people.slack, 'Herreper');
  const viewOf = (teams: string) =>
    ask<View>(
      `view?${new URLSearchParams({ teams, slack, teamsRoom: 'forum', slackRoom: 'forum', mailbox: kari, language: 'nb' })}`,
    );
  await perform({ do: 'say', person: kari, place: 'direct', text: 'møte Forumsmøte ; 21.12.2026 kl 10-11.30' });
  await perform({ do: 'say', person: kari, place: 'direct', text: 'fastsett 1 1' });
  const { direct } = (await viewOf(kari)).sides.teams;
  const send = direct.entries.findLast(({ content }) => JSON.stringify(content).includes('Send til 19'));
  if (!send?.message) throw new Error('Nothing is to be sent');
  await perform({ do: 'press', person: kari, place: 'direct', message: send.message, label: 'Send til 19' });

  for (let weeks = 0; weeks < 4; weeks += 1) await perform({ do: 'move-clock', by: 'week' });
  const { sides, next } = await viewOf(personIn(people.teams, 'Askeladden'));
  const morning = (day: string) => expect.stringContaining(`${day}T08:00:`);
  const asked = ['2026-12-07', '2026-12-14', '2026-12-17'].map(morning);
  expect(timesIn(sides.teams.direct, 'Kommer du?')).toEqual(asked);
  expect(timesIn(sides.slack.direct, 'Kommer du?')).toEqual(asked);

  expect(next).toMatchObject({ what: 'meeting', when: expect.stringContaining('21. desember 2026 kl. 10.00') });
  await perform({ do: 'move-clock', by: 'next' });
  expect((await viewOf(kari)).now).toContain('21. desember 2026 kl. 10.00');
});

async function ask<T>(path: string): Promise<T> {
  const response = await fetch(`${playground.url}/playground/${path}`);
  return (await response.json()) as T;
}

async function perform(deed: Deed): Promise<void> {
  const response = await fetch(`${playground.url}/playground/deed`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: playground.url },
    body: JSON.stringify(deed),
  });
  expect(await response.json()).toMatchObject({ status: 200 });
}

function personIn(people: readonly PersonOnStage[], name: string): string {
  const found = people.find(each => each.name.includes(name));
  if (!found) throw new Error(`${name} is not there`);
  return found.id;
}

/** When each message came whose words hold these. */
function timesIn({ entries }: PlaceView, words: string): readonly Instant[] {
  return entries.filter(({ summary }) => summary.includes(words)).map(({ at }) => at);
}
