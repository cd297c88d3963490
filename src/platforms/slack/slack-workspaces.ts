import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { BoundedCache } from '../../bounded-cache.ts';
import type { SlackConfig } from '../../config.ts';
import { instant } from '../../features/networks/network.ts';
import { Collection, remove } from '../../store/collection.ts';
import type { Store } from '../../store/store.ts';
import type { Vault } from '../../vault.ts';
import { type Instant, later, type World } from '../../world.ts';
import { createClient } from './slack-client.ts';

/** A workspace the app is installed in. */
export type Workspace = { readonly team: string; readonly botUserId: string; readonly client: WebClient };

type Installation = { readonly team: string; readonly botUserId: string; readonly token: string };

/** Which workspaces the bot may speak in, and with which token. */
export interface Workspaces {
  /**
   * @returns undefined where the app is not installed
   * @throws while that cannot be told: the store fails, or Slack does not say which workspace SLACK_BOT_TOKEN is of
   */
  find(team: string): Promise<Workspace | undefined>;
  /** The workspace of SLACK_BOT_TOKEN, where one is set. @throws what Slack answers */
  own(): Promise<Workspace | undefined>;
  install(installation: Installation): Promise<void>;
  /** Forgets the token. @param at when it was taken away: an installation made after that stays */
  uninstall(team: string, at: Instant): Promise<void>;
  /** The token no longer works: it is read anew the next time. */
  distrust(team: string): void;
}

const installationSchema = z.object({ botUserId: z.string(), sealedToken: z.string(), installedAt: instant });
const installations = new Collection('slackInstallation', installationSchema);
const partitionOf = (team: string) => `slack|workspace|${team}`;
const id = 'installation';

const authTest = z.object({ team_id: z.string(), user_id: z.string() });

type Options = {
  readonly config: SlackConfig;
  readonly store: Store;
  readonly vault: Vault;
  readonly world: World;
};

export function createWorkspaces({ config, store, vault, world }: Options): Workspaces {
  // Not for long: another process may be the one that hears of a new installation.
  const known = new BoundedCache<Workspace>(500, { clock: world.clock, forMs: 60_000 });
  let own: Promise<Workspace> | undefined;

  async function askWhoseToken(token: string): Promise<Workspace> {
    const client = createClient(config.apiUrl, token);
    const { team_id, user_id } = authTest.parse(await client.apiCall('auth.test'));
    return { team: team_id, botUserId: user_id, client };
  }

  async function ownWorkspace(): Promise<Workspace | undefined> {
    if (config.botToken === undefined) return undefined;
    own ??= askWhoseToken(config.botToken);
    try {
      return await own;
    } catch (error) {
      own = undefined;
      throw error;
    }
  }

  async function ownIf(team: string): Promise<Workspace | undefined> {
    const own = await ownWorkspace();
    return own?.team === team ? own : undefined;
  }

  async function installed(team: string): Promise<Workspace | undefined> {
    const kept = await installations.get(store, partitionOf(team), id);
    if (!kept) return undefined;
    const token = vault.open(kept.value.sealedToken);
    if (token === undefined) {
      world.log.error({ team }, 'The token of a Slack workspace was sealed with another key; install the app anew');
      return undefined;
    }
    return { team, botUserId: kept.value.botUserId, client: createClient(config.apiUrl, token) };
  }

  return {
    async find(team) {
      const remembered = known.get(team);
      if (remembered) return remembered;
      const found = (await installed(team)) ?? (await ownIf(team));
      if (found) known.set(team, found);
      return found;
    },

    own: ownWorkspace,

    async install({ team, botUserId, token }) {
      const installation = { botUserId, sealedToken: vault.seal(token), installedAt: world.clock.now() };
      await store.batch(partitionOf(team), [installations.upsert(id, installation)]);
      known.delete(team);
    },

    async uninstall(team, at) {
      known.delete(team);
      const kept = await installations.get(store, partitionOf(team), id);
      if (!kept || later(at, eventTimeStepMs) <= kept.value.installedAt) return;
      await store.batch(partitionOf(team), [remove(kept)]);
    },

    distrust(team) {
      known.delete(team);
    },
  };
}

/** Slack tells when something happened in whole seconds, rounded down. */
const eventTimeStepMs = 1000;
