/** Intents about a network's own words → workflow → what the person is told. */
import { termsCard, termsForm } from '../../../cards/needs/terms-card.ts';
import { redrawRounds } from '../../features/needs/redraw-rounds.ts';
import { changeTerms } from '../../features/networks/change-terms.ts';
import { allowed } from '../../features/networks/identify-member.ts';
import type { termIntents } from '../../features/networks/term-intents.ts';
import { asMember, type Handlers, openForm, refuse } from '../asking.ts';

export const termHandlers: Pick<Handlers, keyof typeof termIntents> = {
  'terms.show': (asking, { list }) =>
    asMember(asking, async ({ network, roles }, speech) => ({
      answer: termsCard({ network: network.name, terms: network.terms, list, roles }, speech),
    })),

  'terms.form': (asking, { list }) =>
    asMember(asking, async (actor, speech) => {
      const right = allowed(actor, 'rules.change');
      if (!right.ok) return refuse(right.refusal, speech);
      const form = termsForm({ list, terms: actor.network.terms }, speech);
      return openForm(asking, form, { type: 'terms.form', list }, speech);
    }),

  'terms.change': (asking, wanted) =>
    asMember(asking, async (actor, speech) => {
      const changed = await changeTerms(asking.tools, actor, wanted);
      if (!changed.ok) return refuse(changed.refusal, speech);
      await redrawRounds(asking.tools, actor.network.id);
      const { name, terms } = changed.value;
      const { list } = wanted;
      return { whisper: termsCard({ network: name, terms, list, roles: actor.roles, isChanged: true }, speech) };
    }),
};
