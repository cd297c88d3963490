import type { Card } from '../../../cards/card.ts';
import type { Platform, SendResult } from '../../bot/platform.ts';
import { BoundedCache } from '../../bounded-cache.ts';
import type { SlackConfig } from '../../config.ts';
import type { Address } from '../../features/networks/network.ts';
import type { Store } from '../../store/store.ts';
import type { Vault } from '../../vault.ts';
import type { World } from '../../world.ts';
import { readAddress, type SlackAddress } from './slack-address.ts';
import { directChat, replaceCard, sendCard } from './slack-send.ts';
import { createWorkspaces, type Workspace, type Workspaces } from './slack-workspaces.ts';

/** The port, and the workspaces that the routes share with it. */
export type SlackPlatform = Platform & { readonly workspaces: Workspaces };

export function createSlackPlatform(options: {
  readonly config: SlackConfig;
  readonly store: Store;
  readonly vault: Vault;
  readonly world: World;
}): SlackPlatform {
  const { log, clock } = options.world;
  const workspaces = createWorkspaces(options);
  const directChats = new BoundedCache<string>(10_000, { clock, forMs: 24 * 60 * 60_000 });
  /** Postings that a later try must look for first. */
  const unsure = new BoundedCache<true>(10_000, { clock, forMs: 24 * 60 * 60_000 });

  async function channelOf(workspace: Workspace, to: SlackAddress): Promise<string | SendResult> {
    if ('channel' in to) return to.channel;
    const name = `${to.team}|${to.user}`;
    const channel = directChats.get(name) ?? (await directChat(workspace, to.user));
    if (typeof channel === 'string') directChats.set(name, channel);
    return channel;
  }

  async function send(to: Address, card: Card, key: string): Promise<SendResult> {
    const result = await reach(to, async (workspace, channel) =>
      sendCard(workspace, { channel }, card, key, unsure.get(key)),
    );
    if (result.kind === 'sent') unsure.delete(key);
    if (result.kind === 'failed' || result.kind === 'unknown') unsure.set(key, true);
    return result;
  }

  /** One boundary for all three: nothing that goes wrong with Slack, the store or a card is thrown at the bot. */
  async function reach(
    to: Address,
    work: (workspace: Workspace, channel: string) => Promise<SendResult>,
  ): Promise<SendResult> {
    try {
      const place = readAddress(to);
      const workspace = await workspaces.find(place.team);
      if (!workspace) return { kind: 'gone' };
      const channel = await channelOf(workspace, place);
      const result = typeof channel === 'string' ? await work(workspace, channel) : channel;
      if (result.kind === 'gone') workspaces.distrust(place.team);
      return result;
    } catch (error) {
      log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'A card could not be sent to Slack');
      return { kind: 'failed' };
    }
  }

  return {
    name: 'slack',
    post: send,
    tell: send,
    update: (to, ref, card) => reach(to, (workspace, channel) => replaceCard(workspace, channel, ref, card)),
    workspaces,
  };
}
