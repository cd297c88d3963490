import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { IdentityKey, Member, Network } from './network.ts';
import { identityPartition, members, memberships, networkPartition, networks } from './network-store.ts';

/** Chosen by those who want to be written to wherever they last wrote themselves. */
export const lastUsed = 'last';

export type ChooseRouteRefusal =
  | { readonly code: 'not-member' }
  /** `by`: the platform's own name. */
  | { readonly code: 'no-such-route'; readonly field: 'by'; readonly by: string };

/** A person as one of their networks knows them. */
export type Membership = { readonly network: Network; readonly member: Member };

/**
 * How a person is written to from now on, in every network where they have such a way. May be repeated.
 * @param by a platform's name, or `last`
 * @param hasRoute whether a member can be reached on that platform at all
 */
export async function chooseRoute(
  tools: Tools,
  identity: IdentityKey,
  by: string,
  hasRoute: (mine: Membership) => Promise<boolean>,
): Promise<Outcome<true, ChooseRouteRefusal>> {
  const mine = await membershipsOf(tools, identity);
  if (mine.length === 0) return refused({ code: 'not-member' });
  const has = await Promise.all(mine.map(each => by === lastUsed || hasRoute(each)));
  const able = mine.filter((_, at) => has[at]);
  if (able.length === 0) return refused({ code: 'no-such-route', field: 'by', by });
  for (const each of able) await write(tools, each, by);
  return done(true);
}

/** The person behind an account, once for each network they are a member of. */
export async function membershipsOf(
  { store }: Pick<Tools, 'store'>,
  identity: IdentityKey,
): Promise<readonly Membership[]> {
  const mine = await memberships.all(store, identityPartition(identity));
  const found = await Promise.all(
    mine.map(async ({ value: { networkId, memberId } }) => {
      const partition = networkPartition(networkId);
      const [network, member] = await Promise.all([
        networks.get(store, partition, 'network'),
        members.get(store, partition, memberId),
      ]);
      return network && member ? [{ network: network.value, member: member.value }] : [];
    }),
  );
  return found.flat();
}

async function write({ store }: Tools, { network, member: { id } }: Membership, by: string): Promise<void> {
  const partition = networkPartition(network.id);
  await retrying(async () => {
    const member = await members.get(store, partition, id);
    if (!member) return;
    const { reachedBy: _, ...rest } = member.value;
    await store.batch(partition, [members.replace(member, by === lastUsed ? rest : { ...rest, reachedBy: by })]);
  });
}
