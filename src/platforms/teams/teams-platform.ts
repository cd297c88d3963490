import type { Card } from '../../../cards/card.ts';
import type { Platform } from '../../bot/platform.ts';
import { BoundedCache } from '../../bounded-cache.ts';
import type { TeamsConfig } from '../../config.ts';
import type { SendResult } from '../../delivery/send-result.ts';
import type { Address } from '../../features/networks/network.ts';
import type { World } from '../../world.ts';
import { type CallResult, connector } from './connector.ts';
import { messageActivity } from './message-activity.ts';
import { outgoingToken } from './outgoing-token.ts';
import type { Aim } from './refusal.ts';
import { readAddress, type TeamsAddress } from './teams-keys.ts';
import { teamsPace } from './teams-pace.ts';
import { createTurnstile } from './turnstile.ts';

const timeoutMs = 10_000;

/** Chats with people already found; asking again is harmless and only costs a request. */
const mostChats = 10_000;

export type TeamsPlatformParts = {
  readonly config: TeamsConfig;
  readonly world: World;
  /** How long one call to Teams may take. */
  readonly timeoutMs?: number;
};

/** The port, and the same sends for replies: someone waits for those, and they stand in no line. */
export type TeamsPlatform = Platform & { readonly atOnce: AtOnce };
export type AtOnce = {
  readonly post: (to: Address, card: Card) => Promise<SendResult>;
  readonly tell: (to: Address, card: Card) => Promise<SendResult>;
};

/**
 * Postings in Teams. `post` and `tell` cannot be looked up afterwards, so a lost reply is `unknown`, and so is what an
 * earlier try may have shown; an update may always be repeated.
 */
export function createTeamsPlatform(parts: TeamsPlatformParts): TeamsPlatform {
  const { config, world } = parts;
  const call = connector(outgoingToken(config, world.clock), parts.timeoutMs ?? timeoutMs);
  const chats = new BoundedCache<string>(mostChats);
  const turnstile = createTurnstile();

  async function send(to: TeamsAddress, conversationId: string, card: Card, aim: Aim): Promise<SendResult> {
    const url = `${conversationUrl(to, conversationId)}/activities`;
    return sent(await call('POST', url, outgoing(to, conversationId, card), aim));
  }

  /** The person's chat with the bot; the connector answers with the same one each time it is asked. */
  async function chatOf(to: TeamsAddress, userId: string): Promise<CallResult> {
    const known = chats.get(nameOf(to, userId));
    if (known !== undefined) return { kind: 'done', id: known };
    const asked = {
      isGroup: false,
      bot: { id: `28:${config.appId}` },
      members: [{ id: userId }],
      tenantId: to.tenantId,
      channelData: { tenant: { id: to.tenantId } },
    };
    const found = await call('POST', `${baseOf(to)}/v3/conversations`, asked, 'person');
    if (found.kind === 'done') chats.set(nameOf(to, userId), found.id);
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
    return to.conversationId === undefined ? nowhere : send(to, to.conversationId, card, 'place');
  }

  async function update(to: TeamsAddress, ref: string, card: Card): Promise<SendResult> {
    if (to.conversationId === undefined) return nowhere;
    const url = `${conversationUrl(to, to.conversationId)}/activities/${encodeURIComponent(ref)}`;
    const result = await call('PUT', url, { ...outgoing(to, to.conversationId, card), id: ref }, 'place');
    if (result.kind === 'done') return { kind: 'sent', ref };
    return result.kind === 'lost' ? { kind: 'failed' } : result;
  }

  async function tell(to: TeamsAddress, card: Card): Promise<SendResult> {
    if (to.conversationId !== undefined) return send(to, to.conversationId, card, 'person');
    if (to.userId === undefined) return nowhere;
    const chat = await chatOf(to, to.userId);
    // Nothing was shown yet: a chat may be asked for again.
    if (chat.kind === 'lost' || (chat.kind === 'done' && chat.id === '')) return { kind: 'failed' };
    if (chat.kind !== 'done') return chat;
    const result = await send(to, chat.id, card, 'person');
    if (result.kind === 'gone') chats.delete(nameOf(to, to.userId));
    return result;
  }

  /** One boundary for all: nothing that goes wrong with Teams or a card is thrown at the bot. */
  async function reach(address: Address, work: (to: TeamsAddress) => Promise<SendResult>): Promise<SendResult> {
    try {
      const to = readAddress(address);
      return to ? await work(to) : nowhere;
    } catch (error) {
      world.log.error({ error: Error.isError(error) ? error.name : 'unknown' }, 'A card could not be sent to Teams');
      return { kind: 'failed' };
    }
  }

  /** In its turn among all that goes to the same tenant. */
  async function inTurn(to: TeamsAddress, work: () => Promise<SendResult>): Promise<SendResult> {
    const awayMs = await turnstile(to.tenantId);
    return awayMs === undefined ? work() : { kind: 'throttled', retryAfterMs: awayMs };
  }

  return {
    name: 'teams',
    pace: teamsPace,
    post: (address, { card, mayStand }) =>
      reach(address, async to => (mayStand ? { kind: 'unknown' } : inTurn(to, () => post(to, card)))),
    tell: (address, { card, mayStand }) =>
      reach(address, async to => (mayStand ? { kind: 'unknown' } : inTurn(to, () => tell(to, card)))),
    update: (address, ref, card) => reach(address, to => inTurn(to, () => update(to, ref, card))),
    atOnce: {
      post: (address, card) => reach(address, to => post(to, card)),
      tell: (address, card) => reach(address, to => tell(to, card)),
    },
  };
}

function nameOf({ tenantId }: TeamsAddress, userId: string): string {
  return `${tenantId}|${userId}`;
}

/** An address nobody is at. */
const nowhere: SendResult = { kind: 'gone', why: 'deleted' };

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
