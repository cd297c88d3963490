/** By which ways a person can be reached, best first: their own choice, where they last acted, then e-mail. */
import type { Address, IdentityKey, Member, Network } from '../features/networks/network.ts';
import { identityPartition, routes } from '../features/networks/network-store.ts';
import type { Tools } from '../tools.ts';
import type { Platform } from './platform.ts';

/** By the first word of an account's or a channel's key. */
export type PlatformOf = (key: string) => Platform | undefined;

export type Route = {
  /** As whom the person is known there: names the route for ever. */
  readonly key: IdentityKey;
  readonly address: Address;
  readonly platform: Platform;
  readonly needsNoAccount: boolean;
};

/** Those the bot has an address for; whether the person has blocked it shows only when it writes. */
export async function routesTo(
  { store }: Pick<Tools, 'store'>,
  platformOf: PlatformOf,
  network: Pick<Network, 'id' | 'name'>,
  member: Member,
): Promise<readonly Route[]> {
  const accounts = await Promise.all(
    member.identities.map(async key => {
      const route = await routes.get(store, identityPartition(key), 'route');
      const platform = platformOf(key);
      return route && platform ? [{ key, platform, needsNoAccount: false, ...route.value }] : [];
    }),
  );
  const latestFirst = accounts.flat().toSorted((a, b) => b.usedAt.localeCompare(a.usedAt));
  const all = [...latestFirst, ...mailTo(platformOf, network, member)];
  const isChosen = (route: Route) => route.platform.name === member.reachedBy;
  return [...all.filter(isChosen), ...all.filter(route => !isChosen(route))];
}

function mailTo(platformOf: PlatformOf, network: Pick<Network, 'id' | 'name'>, member: Member): readonly Route[] {
  const platform = platformOf('mail|');
  const way = platform?.wayTo?.(network, member);
  return platform && way ? [{ key: way.identity, address: way.address, platform, needsNoAccount: true }] : [];
}
