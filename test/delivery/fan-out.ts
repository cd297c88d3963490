/** Many channels in both fakes, linked to one network, and a poll whose posting each of them is owed. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendings } from '../../src/delivery/sending.ts';
import type { ChannelKey } from '../../src/features/networks/network.ts';
import { pollPartition } from '../../src/features/polls/poll-store.ts';
import * as slackKeys from '../../src/platforms/slack/slack-address.ts';
import * as teamsKeys from '../../src/platforms/teams/teams-keys.ts';
import type { FakePlace } from '../../src/playground/fake-chat.ts';
import { type FakeSlack, startFakeSlack } from '../../src/playground/fake-slack.ts';
import { FakeTeams } from '../../src/playground/fake-teams.ts';
import type { Store } from '../../src/store/store.ts';
import type { Clock, Instant, World } from '../../src/world.ts';
import { seatBenchForum } from '../bench/bench-forum.ts';
import { platformSettings } from '../bench/bench-house.ts';
import { randomIds } from '../store/random-ids.ts';

const inTeams = 'Kommunene i nord (øving)';
const inSlack = 'Organisasjonene (øving)';

type Channel = { readonly platform: 'teams' | 'slack'; readonly key: ChannelKey; readonly place: FakePlace };

export type FanOut = {
  readonly channels: readonly Channel[];
  /** Where the poll and its deliveries are. */
  readonly partition: string;
  /** The environment of a process between the two fakes. */
  readonly settings: Record<string, string>;
  /** How many postings stand in a channel. */
  readonly shownIn: (channel: Channel) => number;
  readonly teams: FakeTeams;
  readonly slack: FakeSlack;
  /** What a platform would not take. */
  readonly problems: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** @param clock both platforms' and whoever writes to the store */
export async function openFanOut(store: Store, clock: Clock, inEach: number): Promise<FanOut> {
  const world: World = { clock, ids: randomIds, log: { info: () => {}, warn: () => {}, error: () => {} } };
  const nobody = await startNobody();
  const botUrl = nobody.url;
  const teams = await FakeTeams.start({ clock, botUrl });
  const slack = await startFakeSlack({ botUrl, clock, tokenFor: inSlack });
  const tenantId = teams.tenantId(inTeams);
  const serviceUrl = teams.serviceUrl(inTeams);
  const founder = {
    teams: await teams.addPerson({ name: 'Kari Trestakk', organisation: inTeams }),
    slack: await slack.addPerson({ name: 'Herreper Katt', organisation: inSlack }),
  };
  const team = slack.teamId(inSlack);

  const channels: Channel[] = [];
  const links: { key: ChannelKey; address: ReturnType<typeof teamsKeys.addressOf> }[] = [];
  for (let index = 0; index < inEach; index += 1) {
    const name = `forum ${index}`;
    const there = await teams.addPlace({ name, organisation: inTeams });
    await teams.addBot(there, founder.teams);
    const key = teamsKeys.channelKeyOf(tenantId, there.id);
    links.push({ key, address: teamsKeys.addressOf({ serviceUrl, tenantId, conversationId: there.id }) });
    channels.push({ platform: 'teams', key, place: there });
  }
  for (let index = 0; index < inEach; index += 1) {
    const here = await slack.addPlace({ name: `forum-${index}`, organisation: inSlack });
    await slack.addBot(here, founder.slack);
    const key = slackKeys.channelKeyOf(here.id);
    links.push({ key, address: slackKeys.writeAddress({ team, channel: here.id }) });
    channels.push({ platform: 'slack', key, place: here });
  }

  const poll = await seatBenchForum(store, world, { kind: 'opinion', accounts: [], channels: links });
  const partition = pollPartition(poll.id);
  await agree(store, partition, clock.now());

  const fakes = { teams, slack };
  return {
    channels,
    partition,
    settings: { PORT: '0', PUBLIC_URL: botUrl, ...platformSettings(teams.config, slack.config) },
    shownIn: ({ platform, place }) =>
      fakes[platform].messagesIn(place).filter(({ buttons }) => buttons.length > 0).length,
    teams,
    slack,
    problems: () => [...teams.problems, ...slack.problems],
    close: async () => {
      await Promise.all([teams.close(), slack.close(), nobody.close()]);
    },
  };
}

/** Whoever leads has seen who gets what, and said yes. */
async function agree(store: Store, partition: string, now: Instant): Promise<void> {
  for (const shown of await sendings.all(store, partition)) {
    await store.batch(partition, [sendings.replace(shown, { ...shown.value, state: 'agreed', dueAt: now })]);
  }
}

/** Takes what the platforms tell while there is no bot yet. */
async function startNobody() {
  const server = createServer((_request, response) => response.end());
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise(resolve => server.close(resolve)),
  };
}
