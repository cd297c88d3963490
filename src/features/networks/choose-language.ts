import { retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { IdentityKey, Language } from './network.ts';
import { identityPartition, members, memberships, networkPartition } from './network-store.ts';

/** The language a person is spoken to in from now on, in every network they are a member of. May be repeated. */
export async function chooseLanguage({ store }: Tools, identity: IdentityKey, language: Language): Promise<void> {
  for (const { value } of await memberships.all(store, identityPartition(identity))) {
    await retrying(async () => {
      const member = await members.get(store, networkPartition(value.networkId), value.memberId);
      if (member) await store.batch(member.partition, [members.replace(member, { ...member.value, language })]);
    });
  }
}
