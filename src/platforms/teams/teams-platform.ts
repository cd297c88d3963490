import type { Card } from '../../../cards/card.ts';
import type { Platform, SendResult } from '../../bot/platform.ts';
import { BoundedCache } from '../../bounded-cache.ts';
import type { TeamsConfig } from '../../config.ts';
import type { Address } from '../../features/networks/network.ts';
import type { World } from '../../world.ts';
import { type CallResult, connector } from './connector.ts';
import { messageActivity } from './message-activity.ts';
import { outgoingToken } from './outgoing-token.ts';
import { readAddress, type TeamsAddress } from './teams-keys.ts';

const timeoutMs = 10_000;

/** Chats with people already found; asking again is harmless and only costs a request. */
const mostChats = 10_000;

export type TeamsPlatformParts = {
  readonly config: TeamsConfig;
  readonly world: World;
  /** How long one call to Teams may take. */
  readonly timeoutMs?: number;
};

/**
 * Postings in Teams. `post` and `tell` cannot be looked up afterwards, so a lost reply is `unknown`; an update may
 * always be repeated.
 */
export function createTeamsPlatform(parts: TeamsPlatformParts): Platform {
  const { config, world } = parts;
  const call = connector(outgoingToken(config, world.clock), parts.timeoutMs ?? timeoutMs);
  const chats = new BoundedCache<string>(mostChats);

  async function send(to: TeamsAddress, conversationId: string, card: Card): Promise<SendResult> {
    return sent(
      await call('POST', `${conversationUrl(to, conversationId)}/activities`, outgoing(to, conversationId, card)),
    );
  }

  /** The person's chat with the bot; the connector answers with the same one each time it is asked. */
  async function chatOf(to: TeamsAddress, userId: string): Promise<CallResult> {
    const known = chats.get(`${to.tenantId}|${userId}`);
    if (known !== undefined) return { kind: 'done', id: known };
    const found = await call('POST', `${baseOf(to)}/v3/conversations`, {
      isGroup: false,
      bot: { id: `28:${config.appId}` },
      members: [{ id: userId }],
      tenantId: to.tenantId,
      channelData: { tenant: { id: to.tenantId } },
    });
    if (found.kind === 'done') chats.set(`${to.tenantId}|${userId}`, found.id);
    return found;
  }

  function outgoing(to: TeamsAddress, conversationId: string, card: Card): object {
    return {
      ...messageActivity(card),
      from: { id: `28:${config.appId}` },
      conversation: { id: conversationId, tenantId: to.tenantId },
      channelData: { tenant: { id: to.tenantId } },
    };
  }

  async function post(to: TeamsAddress, card: Card): Promise<SendResult> {
    return to.conversationId === undefined ? { kind: 'gone' } : send(to, to.conversationId, card);
  }

  async function update(to: TeamsAddress, ref: string, card: Card): Promise<SendResult> {
    if (to.conversationId === undefined) return { kind: 'gone' };
    const url = `${conversationUrl(to, to.conversationId)}/activities/${encodeURIComponent(ref)}`;
    const result = await call('PUT', url, { ...outgoing(to, to.conversationId, card), id: ref });
    if (result.kind === 'done') return { kind: 'sent', ref };
    return result.kind === 'lost' ? { kind: 'failed' } : result;
  }

  async function tell(to: TeamsAddress, card: Card): Promise<SendResult> {
    if (to.conversationId !== undefined) return send(to, to.conversationId, card);
    if (to.userId === undefined) return { kind: 'gone' };
    const chat = await chatOf(to, to.userId);
    if (chat.kind === 'done' && chat.id !== '') return send(to, chat.id, card);
    // Nothing was shown yet: a chat may be asked for again.
    return chat.kind === 'done' || chat.kind === 'lost' ? { kind: 'failed' } : chat;
  }

  /** One boundary for all three: nothing that goes wrong with Teams or a card is thrown at the bot. */
  async function reach(address: Address, work: (to: TeamsAddress) => Promise<SendResult>): Promise<SendResult> {
    try {
      const to = readAddress(address);
      return to ? await work(to) : { kind: 'gone' };
    } catch (error) {
      world.log.error({ error: Error.isError(error) ? error.name : 'unknown' }, 'A card could not be sent to Teams');
      return { kind: 'failed' };
    }
  }

  return {
    name: 'teams',
    post: (address, card) => reach(address, to => post(to, card)),
    update: (address, ref, card) => reach(address, to => update(to, ref, card)),
    tell: (address, card) => reach(address, to => tell(to, card)),
  };
}

function sent(result: CallResult): SendResult {
  switch (result.kind) {
    case 'done':
      return { kind: 'sent', ref: result.id };
    case 'lost':
      return { kind: 'unknown' };
    case 'gone':
    case 'throttled':
    case 'failed':
      return result;
  }
}

function conversationUrl(to: TeamsAddress, conversationId: string): string {
  return `${baseOf(to)}/v3/conversations/${encodeURIComponent(conversationId)}`;
}

function baseOf({ serviceUrl }: TeamsAddress): string {
  return serviceUrl.replace(/\/+$/, '');
}
