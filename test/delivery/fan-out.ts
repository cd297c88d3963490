/** Many channels in both fakes, linked to one network, and a poll whose posting each of them is owed. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendings } from '../../src/delivery/sending.ts';
import type { Address, ChannelKey, IdentityKey } from '../../src/features/networks/network.ts';
import { identityPartition, members, networkPartition, routes } from '../../src/features/networks/network-store.ts';
import type { PollId } from '../../src/features/polls/poll.ts';
import { pollPartition } from '../../src/features/polls/poll-store.ts';
import * as slackKeys from '../../src/platforms/slack/slack-address.ts';
import * as teamsKeys from '../../src/platforms/teams/teams-keys.ts';
import type { FakePlace } from '../../src/playground/fake-chat.ts';
import { type FakeSlack, startFakeSlack } from '../../src/playground/fake-slack.ts';
import { FakeTeams } from '../../src/playground/fake-teams.ts';
import type { Store } from '../../src/store/store.ts';
import type { Clock, Instant, World } from '../../src/world.ts';
import { seatBenchForum } from '../bench/bench-forum.ts';
import { platformSettings } from '../bench/platform-settings.ts';
import { castMemberId, castNetwork, castStart } from '../cast.ts';
import { randomIds } from '../store/random-ids.ts';

const inTeams = 'Kommunene i nord (øving)';
const inSlack = 'Organisasjonene (øving)';

type Channel = { readonly platform: 'teams' | 'slack'; readonly key: ChannelKey; readonly place: FakePlace };

export type FanOut = {
  readonly channels: readonly Channel[];
  /** How each channel is written to. */
  readonly links: readonly { readonly key: ChannelKey; readonly address: Address }[];
  readonly pollId: PollId;
  /** Where the poll and its deliveries are. */
  readonly partition: string;
  /** The environment of a process between the two fakes. */
  readonly settings: Record<string, string>;
  /** How many postings stand in a channel. */
  readonly shownIn: (channel: Channel) => number;
  readonly teams: FakeTeams;
  readonly slack: FakeSlack;
  /** What the coordinator was told. */
  readonly toldCoordinator: () => readonly string[];
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

  const indexes = Array.from({ length: inEach }, (_, index) => index);
  // All at once: the fake waits a while for the bot to greet, and there is none.
  const links = await Promise.all([
    ...indexes.map(async index => {
      const place = await teams.addPlace({ name: `forum ${index}`, organisation: inTeams });
      await teams.addBot(place, founder.teams);
      const key = teamsKeys.channelKeyOf(tenantId, place.id);
      return {
        channel: { platform: 'teams', key, place } as const,
        address: teamsKeys.addressOf({ serviceUrl, tenantId, conversationId: place.id }),
      };
    }),
    ...indexes.map(async index => {
      const place = await slack.addPlace({ name: `forum-${index}`, organisation: inSlack });
      await slack.addBot(place, founder.slack);
      const key = slackKeys.channelKeyOf(place.id);
      return {
        channel: { platform: 'slack', key, place } as const,
        address: slackKeys.writeAddress({ team, channel: place.id }),
      };
    }),
  ]);
  const channels: readonly Channel[] = links.map(({ channel }) => channel);

  const poll = await seatBenchForum(store, world, {
    kind: 'opinion',
    accounts: [],
    channels: links.map(({ channel: { key, place }, address }) => ({ key, address, label: place.name })),
  });
  const partition = pollPartition(poll.id);
  await agree(store, partition, clock.now());
  await giveAccount(
    store,
    slackKeys.identityOf(team, founder.slack.id),
    slackKeys.writeAddress({ team, user: founder.slack.id }),
  );

  const fakes = { teams, slack };
  return {
    channels,
    links: links.map(({ channel: { key }, address }) => ({ key, address })),
    pollId: poll.id,
    partition,
    settings: { PORT: '0', PUBLIC_URL: botUrl, ...platformSettings(teams.config, slack.config) },
    shownIn: ({ platform, place }) =>
      fakes[platform].messagesIn(place).filter(({ buttons }) => buttons.length > 0).length,
    teams,
    slack,
    toldCoordinator: () => slack.whispersTo(founder.slack).flatMap(({ texts }) => texts),
    problems: () => [...teams.problems, ...slack.problems],
    close: async () => {
      await Promise.all([teams.close(), slack.close(), nobody.close()]);
    },
  };
}

/** The coordinator can be written to. */
async function giveAccount(store: Store, identity: IdentityKey, address: Address): Promise<void> {
  const home = networkPartition(castNetwork.id);
  const kari = await members.get(store, home, castMemberId('kari'));
  if (!kari) throw new Error('Nobody leads the forum');
  await store.batch(home, [members.replace(kari, { ...kari.value, identities: [identity] })]);
  await store.batch(identityPartition(identity), [routes.create('route', { address, usedAt: castStart })]);
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
