/** How Slack's channels and people are found again, and the words they are known by outside this folder. */
import { z } from 'zod';
import {
  type Address,
  address,
  type ChannelKey,
  channelKey,
  type IdentityKey,
  identityKey,
} from '../../features/networks/network.ts';

const slackAddress = z.union([
  z.object({ team: z.string(), channel: z.string() }),
  z.object({ team: z.string(), user: z.string() }),
]);

/** `team` is the workspace the app is installed in, whose token reaches the channel or the person. */
export type SlackAddress = z.infer<typeof slackAddress>;

export function writeAddress(to: SlackAddress): Address {
  return address.parse(JSON.stringify(to));
}

/** @throws for an address this folder did not write: a fault, never a person's doing */
export function readAddress(to: Address): SlackAddress {
  return slackAddress.parse(JSON.parse(to));
}

export function organisationOf(team: string): string {
  return `slack|${team}`;
}

/** @param userTeam the workspace the account is in, also when it writes from another one through Slack Connect */
export function identityOf(userTeam: string, user: string): IdentityKey {
  return identityKey.parse(`slack|${userTeam}|${user}`);
}

/** A channel shared through Slack Connect has one id everywhere, and is told of by any workspace the app is installed in. */
export function channelKeyOf(channel: string): ChannelKey {
  return channelKey.parse(`slack|${channel}`);
}
