import type { Outgoing, Platform } from '../../bot/platform.ts';
import { BoundedCache } from '../../bounded-cache.ts';
import type { SlackConfig } from '../../config.ts';
import type { SendResult } from '../../delivery/send-result.ts';
import type { Address } from '../../features/networks/network.ts';
import type { Store } from '../../store/store.ts';
import type { Vault } from '../../vault.ts';
import { epochMsOf, type Instant, type World } from '../../world.ts';
import { readAddress, type SlackAddress } from './slack-address.ts';
import { slackPace } from './slack-pace.ts';
import { directChat, replaceCard, sendCard } from './slack-send.ts';
import { createWorkspaces, type Workspace, type Workspaces } from './slack-workspaces.ts';

/** The port, and the workspaces that the routes share with it. */
export type SlackPlatform = Platform & { readonly workspaces: Workspaces };

/** Between our clock and Slack's; by more, and no request of Slack's would be taken. */
const mostClockDifferenceMs = 5 * 60_000;

export function createSlackPlatform(options: {
  readonly config: SlackConfig;
  readonly store: Store;
  readonly vault: Vault;
  readonly world: World;
}): SlackPlatform {
  const { log, clock } = options.world;
  const workspaces = createWorkspaces(options);
  const directChats = new BoundedCache<string>(10_000, { clock, forMs: 24 * 60 * 60_000 });

  async function send(to: Address, { card, key, mayStand, since }: Outgoing): Promise<SendResult> {
    const firstTriedAt = mayStand ? since : clock.now();
    const askedTs = firstTriedAt && slackTime(firstTriedAt);
    return reach(to, (workspace, channel) => sendCard(workspace, { channel, askedTs }, { card, key, mayStand }));
  }

  /** One boundary for all three: nothing that goes wrong with Slack, the store or a card is thrown at the bot. */
  async function reach(
    to: Address,
    work: (workspace: Workspace, channel: string) => Promise<SendResult>,
  ): Promise<SendResult> {
    try {
      const place = readAddress(to);
      const workspace = await workspaces.find(place.team);
      if (!workspace) return { kind: 'gone', why: 'deleted' };
      const result = await reachIn(workspace, place, work);
      if (result.kind === 'gone') workspaces.distrust(place.team);
      return result;
    } catch (error) {
      log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'A card could not be sent to Slack');
      return { kind: 'failed' };
    }
  }

  async function reachIn(
    workspace: Workspace,
    to: SlackAddress,
    work: (workspace: Workspace, channel: string) => Promise<SendResult>,
  ): Promise<SendResult> {
    if ('channel' in to) return work(workspace, to.channel);
    const name = `${to.team}|${to.user}`;
    const known = directChats.get(name);
    const channel = known ?? (await directChat(workspace, to.user));
    if (typeof channel !== 'string') return channel;
    directChats.set(name, channel);
    const result = await work(workspace, channel);
    if (result.kind !== 'gone') return result;
    directChats.delete(name);
    // Of the chat Slack says no more than that it is closed; of the person it says why.
    const again = await directChat(workspace, to.user);
    return typeof again !== 'string' && again.kind === 'gone' ? again : result;
  }

  return {
    name: 'slack',
    pace: slackPace,
    post: send,
    tell: send,
    update: (to, ref, card) => reach(to, (workspace, channel) => replaceCard(workspace, channel, ref, card)),
    workspaces,
  };
}

/** @returns a time of a message in Slack that is surely before */
function slackTime(instant: Instant): string {
  return ((epochMsOf(instant) - mostClockDifferenceMs) / 1000).toFixed(6);
}
