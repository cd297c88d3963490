import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import type { IdentityKey, Member } from './network.ts';
import { identityPartition, members, memberships, networkPartition } from './network-store.ts';

/** Chosen by those who want to be written to wherever they last wrote themselves. */
export const lastUsed = 'last';

export type ChooseRouteRefusal =
  | { readonly code: 'not-member' }
  /** `by`: the platform's own name. */
  | { readonly code: 'no-such-route'; readonly field: 'by'; readonly by: string };

/**
 * How a person is written to from now on, in every network where they have such a way. May be repeated.
 * @param by a platform's name, or `last`
 * @param hasRoute whether a member can be reached on that platform at all
 */
export async function chooseRoute(
  tools: Tools,
  identity: IdentityKey,
  by: string,
  hasRoute: (member: Member) => Promise<boolean>,
): Promise<Outcome<true, ChooseRouteRefusal>> {
  const mine = await membersOf(tools, identity);
  if (mine.length === 0) return refused({ code: 'not-member' });
  const able = by === lastUsed ? mine : await having(mine, hasRoute);
  if (able.length === 0) return refused({ code: 'no-such-route', field: 'by', by });
  for (const member of able) await write(tools, member, by);
  return done(true);
}

/** The person behind an account, once for each network they are a member of. */
export async function membersOf(
  { store }: Pick<Tools, 'store'>,
  identity: IdentityKey,
): Promise<readonly Kept<Member>[]> {
  const mine = await memberships.all(store, identityPartition(identity));
  const found = await Promise.all(
    mine.map(({ value: { networkId, memberId } }) => members.get(store, networkPartition(networkId), memberId)),
  );
  return found.filter(member => member !== undefined);
}

async function having(
  all: readonly Kept<Member>[],
  hasRoute: (member: Member) => Promise<boolean>,
): Promise<readonly Kept<Member>[]> {
  const has = await Promise.all(all.map(({ value }) => hasRoute(value)));
  return all.filter((_, at) => has[at]);
}

async function write({ store }: Tools, { partition, id }: Kept<Member>, by: string): Promise<void> {
  await retrying(async () => {
    const member = await members.get(store, partition, id);
    if (!member) return;
    const { reachedBy: _, ...rest } = member.value;
    await store.batch(partition, [members.replace(member, by === lastUsed ? rest : { ...rest, reachedBy: by })]);
  });
}
