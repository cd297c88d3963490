/** How Teams' people, tenants and conversations are named outside this folder, and how they are reached again. */
import { z } from 'zod';
import type { Address, ChannelKey, IdentityKey } from '../../features/networks/network.ts';

/** A conversation, or a person (their `29:` id) whose chat with the bot is still to be found. */
export type TeamsAddress = {
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly conversationId?: string | undefined;
  readonly userId?: string | undefined;
};

const addressSchema = z
  .object({
    serviceUrl: z.url(),
    tenantId: z.string(),
    conversationId: z.string().optional(),
    userId: z.string().optional(),
  })
  .refine(address => address.conversationId !== undefined || address.userId !== undefined);

export function addressOf(address: TeamsAddress): Address {
  return JSON.stringify(address) as Address;
}

/** @returns nothing for what is not an address of Teams */
export function readAddress(address: Address): TeamsAddress | undefined {
  try {
    return addressSchema.safeParse(JSON.parse(address)).data;
  } catch {
    return undefined;
  }
}

/** The same address with another conversation: a thread in a channel, for one. */
export function withConversation(address: Address, conversationId: string): Address {
  const known = readAddress(address);
  return known ? addressOf({ ...known, conversationId }) : address;
}

export function organisationOf(tenantId: string): string {
  return `teams|${tenantId}`;
}

/** @param userId the Entra object id; for an account without one, its id in Teams */
export function identityKeyOf(tenantId: string, userId: string): IdentityKey {
  return `teams|${tenantId}|${userId}` as IdentityKey;
}

export function channelKeyOf(tenantId: string, conversationId: string): ChannelKey {
  return `teams|${tenantId}|${conversationId}` as ChannelKey;
}

/** A conversation id names a thread in a channel by `;messageid=…` at its end; without it, the channel. */
export function channelOf(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/, '');
}
