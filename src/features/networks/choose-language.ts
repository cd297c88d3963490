import { retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { IdentityKey, Language } from './network.ts';
import { chosenLanguages, identityPartition, members, memberships, networkPartition } from './network-store.ts';

/**
 * The language a person is spoken to in from now on: from this account, member or not, and from every account of theirs
 * in every network they are a member of. May be repeated.
 */
export async function chooseLanguage({ store }: Tools, identity: IdentityKey, language: Language): Promise<void> {
  const accounts = new Set([identity]);
  for (const { value } of await memberships.all(store, identityPartition(identity))) {
    await retrying(async () => {
      const member = await members.get(store, networkPartition(value.networkId), value.memberId);
      if (!member) return;
      for (const account of member.value.identities) accounts.add(account);
      await store.batch(member.partition, [members.replace(member, { ...member.value, language })]);
    });
  }
  for (const account of accounts) {
    await store.batch(identityPartition(account), [chosenLanguages.upsert('language', { language })]);
  }
}

/** What the person behind an account has chosen, before it is known which network they ask about. */
export async function chosenLanguage({ store }: Tools, identity: IdentityKey): Promise<Language | undefined> {
  return (await chosenLanguages.get(store, identityPartition(identity), 'language'))?.value.language;
}
