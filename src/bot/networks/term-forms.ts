import { termsForm } from '../../../cards/needs/terms-card.ts';
import { allowed, identifyMember, networkAt } from '../../features/networks/identify-member.ts';
import { vocabularies } from '../../reference/vocabulary.ts';
import { type FormsAgain, speechFor } from '../asking.ts';

/** To whoever may change the network's words. */
export const termForms: FormsAgain = {
  'terms.change': async ({ tools, from, settings, chosen }, { list: given }, filled) => {
    const list = vocabularies.find(each => each === given);
    const id = await networkAt(tools, from.identity, from.place.key);
    const actor = id.ok ? await identifyMember(tools, from, id.value) : undefined;
    if (!list || !actor?.ok || !allowed(actor.value, 'rules.change').ok) return undefined;
    const { member, network } = actor.value;
    const speech = speechFor(from, settings, chosen ?? member.language, network);
    return termsForm({ list, terms: network.terms }, speech, filled);
  },
};
