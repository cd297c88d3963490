/** The bot as it is run, in a process of its own on a file on disk, between both fakes in this one. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deliveries } from '../../src/delivery/delivery.ts';
import type { Poll } from '../../src/features/polls/poll.ts';
import { castings, pollPartition } from '../../src/features/polls/poll-store.ts';
import * as slackKeys from '../../src/platforms/slack/slack-address.ts';
import * as teamsKeys from '../../src/platforms/teams/teams-keys.ts';
import type { FakePlace } from '../../src/playground/fake-chat.ts';
import { type FakeSlack, startFakeSlack } from '../../src/playground/fake-slack.ts';
import { FakeTeams } from '../../src/playground/fake-teams.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { instantOf, type World } from '../../src/world.ts';
import { randomIds } from '../store/random-ids.ts';
import { seatBenchForum } from './bench-forum.ts';
import { type Child, startBot } from './child.ts';
import { platformSettings } from './platform-settings.ts';
import { type Presses, pressesInSlack, pressesInTeams, type TeamsAccount, wordsInTeams } from './press.ts';

const inTeams = 'Kommunene i nord (øving)';
const inSlack = 'Organisasjonene (øving)';

export type HouseWanted = {
  readonly kind: Poll['kind'];
  readonly membersInTeams: number;
  readonly membersInSlack: number;
  /** For the bot's process, such as `--cpu-prof`. */
  readonly execArgv?: readonly string[];
};

export type BenchHouse = {
  readonly bot: Child;
  readonly teams: FakeTeams;
  readonly poll: Poll;
  /** The bot's file, opened a second time. */
  readonly store: Store;
  readonly presses: {
    readonly teams: Presses;
    /** Each with a token no request had before; they are signed beforehand, `count` of them. */
    readonly teamsWithNewTokens: (count: number) => Promise<Presses>;
    readonly slack: Presses;
    /** Not for the bot: for the floor to say back. */
    readonly words: Presses;
  };
  /** How many ballots the store holds, counting those replaced since. */
  readonly castings: () => Promise<number>;
  /** The forum's channel in Teams. */
  readonly channel: FakePlace;
  readonly close: () => Promise<void>;
};

export const benchWorld: World = {
  clock: { now: () => instantOf(Date.now()) },
  ids: randomIds,
  log: { info: ignore, warn: ignore, error: ignore },
};

function ignore(): void {
  // The parent's own log is nobody's to read.
}

export async function openBenchHouse(wanted: HouseWanted): Promise<BenchHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'laget-bench-'));
  const port = await freePort();
  const botUrl = `http://127.0.0.1:${port}`;
  const { clock } = benchWorld;
  const teams = await FakeTeams.start({ clock, botUrl, isUnlimited: true });
  const slack = await startFakeSlack({ botUrl, clock, tokenFor: inSlack, isUnlimited: true });
  const settings = { PORT: String(port), LAGET_DATA: folder, ...platformSettings(teams.config, slack.config) };
  const bot = await startBot(settings, wanted.execArgv);

  const channels = await channelsWithBot(teams, slack);
  const accounts = Array.from({ length: wanted.membersInTeams }, (_, index) => teamsAccount(index));
  const users = await slackUsers(slack, wanted.membersInSlack);
  const tenantId = teams.tenantId(inTeams);
  const serviceUrl = teams.serviceUrl(inTeams);
  const team = slack.teamId(inSlack);

  const store = openSqliteStore({ folder, ids: benchWorld.ids });
  const poll = await seatBenchForum(store, benchWorld, {
    kind: wanted.kind,
    accounts: [
      ...accounts.map(({ objectId }) => teamsKeys.identityKeyOf(tenantId, objectId)),
      ...users.map(user => slackKeys.identityOf(team, user)),
    ],
    channels: [
      {
        key: teamsKeys.channelKeyOf(tenantId, channels.teams.id),
        address: teamsKeys.addressOf({ serviceUrl, tenantId, conversationId: channels.teams.id }),
      },
      {
        key: slackKeys.channelKeyOf(channels.slack.id),
        address: slackKeys.writeAddress({ team, channel: channels.slack.id }),
      },
    ],
  });
  await untilPosted(store, poll);

  const token = await teams.login.tokenFor(serviceUrl);
  const place = { tenantId, serviceUrl, channelId: channels.teams.id };
  const slackPlace = {
    team,
    channelId: channels.slack.id,
    signingSecret: slack.config.signingSecret ?? '',
  };
  return {
    bot,
    teams,
    poll,
    store,
    channel: channels.teams,
    presses: {
      teams: pressesInTeams(poll, accounts, { ...place, token: () => token }),
      async teamsWithNewTokens(count) {
        const { login } = teams;
        const signed = await Promise.all(
          Array.from({ length: count }, (_, number) => login.sign({ serviceurl: serviceUrl, jti: String(number) })),
        );
        return pressesInTeams(poll, accounts, { ...place, token: index => signed[index % count] ?? '' });
      },
      words: wordsInTeams(accounts, { ...place, token: () => token }),
      slack: pressesInSlack(poll, users, slackPlace, benchWorld),
    },
    castings: () => store.count(pollPartition(poll.id), castings.type),
    async close() {
      await bot.close();
      await store.close();
      await Promise.all([teams.close(), slack.close()]);
      rmSync(folder, { recursive: true });
      const problems = [...teams.problems, ...slack.problems];
      if (problems.length > 0) throw new Error(`A platform would not take what the bot sent: ${problems[0]}`);
    },
  };
}

async function channelsWithBot(teams: FakeTeams, slack: FakeSlack) {
  const name = 'samarbeidsforum';
  const places = {
    teams: await teams.addPlace({ name, organisation: inTeams }),
    slack: await slack.addPlace({ name, organisation: inSlack }),
  };
  await teams.addBot(places.teams, await teams.addPerson({ name: 'Kari Trestakk', organisation: inTeams }));
  await slack.addBot(places.slack, await slack.addPerson({ name: 'Herreper Katt', organisation: inSlack }));
  return places;
}

function teamsAccount(index: number): TeamsAccount {
  const hex = createHash('sha256').update(`account ${index}`).digest('hex');
  const objectId = hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { objectId, userId: `29:1${createHash('sha512').update(objectId).digest('base64url')}` };
}

async function slackUsers(slack: FakeSlack, count: number): Promise<readonly string[]> {
  const people = Array.from({ length: count }, (_, index) =>
    slack.addPerson({ name: `Tusse ${index}`, organisation: inSlack }),
  );
  return (await Promise.all(people)).map(({ id }) => id);
}

async function untilPosted(store: Store, poll: Poll): Promise<void> {
  const isStanding = async () =>
    (await deliveries.all(store, pollPartition(poll.id))).every(({ value }) => value.state === 'sent');
  for (let tries = 0; !(await isStanding()); tries += 1) {
    if (tries > 100) throw new Error('The poll was not posted');
    await sleep(100);
  }
}

/** The fakes must know where the bot will be before it starts. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('No port is free');
  return address.port;
}
