/** Members who answer without an account, by links that were sent to them. */
import type { Tools } from '../../tools.ts';
import type { IdentityKey, Member, MemberId, NetworkId } from './network.ts';
import { identityPartition, members, memberships, networkPartition } from './network-store.ts';

/**
 * Lets a member answer under an identity of their own, for the time they have no account or write from none. It is not one
 * of their accounts: nobody has joined by being written to. May be repeated.
 */
export async function knowCorrespondent(
  { store }: Pick<Tools, 'store'>,
  identity: IdentityKey,
  networkId: NetworkId,
  memberId: MemberId,
): Promise<void> {
  const partition = identityPartition(identity);
  if (await memberships.get(store, partition, networkId)) return;
  await store.batch(partition, [memberships.upsert(networkId, { networkId, memberId })]);
}

/** @returns the member behind such an identity, as they are now; undefined for one who has left */
export async function correspondent(
  { store }: Pick<Tools, 'store'>,
  identity: IdentityKey,
  networkId: NetworkId,
): Promise<Member | undefined> {
  const membership = await memberships.get(store, identityPartition(identity), networkId);
  const member = membership && (await members.get(store, networkPartition(networkId), membership.value.memberId));
  return member?.value;
}
