/** By which ways a person can be reached, best first: their own choice, where they last acted, then e-mail. */
import type { Address, Member } from '../features/networks/network.ts';
import { identityPartition, routes } from '../features/networks/network-store.ts';
import type { Tools } from '../tools.ts';
import type { Platform } from './platform.ts';

/** By the first word of an account's or a channel's key. */
export type PlatformOf = (key: string) => Platform | undefined;

export type Route = {
  /** The account's key, or `mail|` and the address: names the route for ever. */
  readonly key: string;
  readonly address: Address;
  readonly platform: Platform;
};

/** Those the bot has an address for; whether the person has blocked it shows only when it writes. */
export async function routesTo(
  { store }: Pick<Tools, 'store'>,
  platformOf: PlatformOf,
  member: Member,
): Promise<readonly Route[]> {
  const accounts = await Promise.all(
    member.identities.map(async key => {
      const route = await routes.get(store, identityPartition(key), 'route');
      const platform = platformOf(key);
      return route && platform ? [{ key, platform, ...route.value }] : [];
    }),
  );
  const latestFirst = accounts.flat().toSorted((a, b) => (a.usedAt < b.usedAt ? 1 : -1));
  const all = [...latestFirst, ...mailTo(platformOf, member)];
  const isChosen = (route: Route) => route.platform.name === member.reachedBy;
  return [...all.filter(isChosen), ...all.filter(route => !isChosen(route))];
}

function mailTo(platformOf: PlatformOf, { email }: Member): readonly Route[] {
  const key = `mail|${email}`;
  const platform = platformOf(key);
  return email && platform ? [{ key, platform, address: email as Address }] : [];
}
