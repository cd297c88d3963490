/** The whole bot against both fakes on one store, its clock moved by hand: what every story begins with. */
import { type Config, readConfig } from '../../src/config.ts';
import { type Laget, startLaget } from '../../src/laget.ts';
import { castOrganisations } from '../../src/playground/cast.ts';
import { conveneForum, type Forum } from '../../src/playground/convene-forum.ts';
import { type FakeSlack, startFakeSlack } from '../../src/playground/fake-slack.ts';
import { FakeTeams } from '../../src/playground/fake-teams.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createVault } from '../../src/vault.ts';
import { type HandClock, handClock, type TestWorld, testWorld } from '../cast.ts';

export type House = {
  readonly teams: FakeTeams;
  readonly slack: FakeSlack;
  readonly forum: Forum;
  readonly clock: HandClock;
  readonly world: TestWorld;
  readonly store: Store;
  readonly laget: Laget;
  /** Every process is stopped for good, and one begins anew on what the store has kept. */
  readonly restart: () => Promise<void>;
  /** A second process on the same store. */
  readonly secondProcess: () => Promise<Laget>;
  /** Lets everything that is due happen, the clock moving on a second at a time. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const vault = createVault(new Uint8Array(32).fill(7));

type Furnishing = {
  /** What the one who runs the bot has set beside the platforms' own settings. */
  readonly set?: Partial<Config>;
  /** The forum at work unless said; `gatherCast` for people who have not yet met. */
  readonly gather?: typeof conveneForum;
};

export async function openHouse(
  openStore: () => Promise<Store> = inMemory,
  { set = {}, gather = conveneForum }: Furnishing = {},
): Promise<House> {
  const clock = handClock();
  const world = testWorld(clock);
  let store = await openStore();
  const teams = await FakeTeams.start({ clock });
  const slack = await startFakeSlack({ clock, tokenFor: castOrganisations.organisasjonene.name });
  const config = {
    ...readConfig({ PORT: '0' }),
    // Two processes have an address each here, and pictures would differ by nothing else.
    hasPlayground: false,
    teams: teams.config,
    slack: slack.config,
    ...set,
  };
  const others: Laget[] = [];
  let laget = await begin();
  for (const chat of [teams, slack]) chat.connect(laget.url);
  const forum = await gather({ teams, slack });

  function begin(port = config.port): Promise<Laget> {
    return startLaget({ config: { ...config, port }, store, vault, world, isTicking: false });
  }

  async function stop(): Promise<void> {
    await Promise.all([laget, ...others.splice(0)].map(each => each.close()));
    await store.close();
  }

  async function settle(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      await Promise.all([laget, ...others].map(({ tick }) => tick()));
      clock.advance(1000);
    }
  }
  await settle();

  return {
    teams,
    slack,
    forum,
    clock,
    world,
    get store() {
      return store;
    },
    get laget() {
      return laget;
    },
    settle,
    async restart() {
      await stop();
      store = await openStore();
      laget = await begin();
      for (const chat of [teams, slack]) chat.connect(laget.url);
    },
    async secondProcess() {
      const second = await begin(0);
      others.push(second);
      return second;
    },
    async close() {
      await stop();
      await Promise.all([teams.close(), slack.close()]);
    },
  };
}

async function inMemory(): Promise<Store> {
  return openSqliteStore({ folder: ':memory:', ids: testWorld().ids });
}
