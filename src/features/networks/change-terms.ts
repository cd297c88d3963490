import { done, type Outcome, retrying } from '../../outcome.ts';
import type { VocabularyName } from '../../reference/vocabulary.ts';
import type { Tools } from '../../tools.ts';
import { idFrom } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from './identify-member.ts';
import type { Network, NetworkId } from './network.ts';
import { networkPartition, networks } from './network-store.ts';
import { changedTerms, ownIn, type TermRefusal } from './own-terms.ts';

export type TermsWanted = { readonly list: VocabularyName; readonly lines: string };
export type ChangeTermsRefusal = NotAllowed | TermRefusal;

/** Gives the network's own names to what is chosen from a list, and adds to it: see own-terms.ts. May be repeated. */
export async function changeTerms(
  { store }: Tools,
  actor: Actor,
  { list, lines }: TermsWanted,
): Promise<Outcome<Network, ChangeTermsRefusal>> {
  const right = allowed(actor, 'rules.change');
  if (!right.ok) return right;
  return retrying(async () => {
    const kept = await networks.get(store, networkPartition(actor.network.id), 'network');
    if (!kept) throw new Error('A member of a network that is no more');
    const { terms, id } = kept.value;
    const changed = changedTerms(list, ownIn(terms, list), lines, nth => codeOf(id, list, nth));
    if (!changed.ok) return changed;
    const network = { ...kept.value, terms: { ...terms, [list]: changed.value } };
    await store.batch(kept.partition, [networks.replace(kept, network)]);
    return done(network);
  });
}

/** Told apart from every other network's: what one has added means nothing in another. */
function codeOf(network: NetworkId, list: VocabularyName, nth: number): string {
  return `own${nth}${idFrom('own-terms', network, list).replace(/[^a-zA-Z]/g, '')}`;
}
