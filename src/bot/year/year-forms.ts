import type { Form } from '../../../cards/card.ts';
import { milestoneForm, proposalsForm } from '../../../cards/year/year-forms.ts';
import { groupsForm, rulesForm } from '../../../cards/year/year-rules.ts';
import { type Actor, allowed, identifyMember, networkAt } from '../../features/networks/identify-member.ts';
import type { NetworkId } from '../../features/networks/network.ts';
import type { Deed } from '../../features/networks/who-may.ts';
import { proposeMilestones } from '../../features/year/accept-milestones.ts';
import type { MilestoneId } from '../../features/year/milestone.ts';
import { milestoneBy } from '../../features/year/milestone-store.ts';
import type { Speech } from '../../texts/speak.ts';
import { type Asking, type FormsAgain, speechFor } from '../asking.ts';
import { groupsOf, stepTitles, thisYear } from './year-handlers.ts';

/** The intents here that have a form to show again: only to whoever may do it. */
export const yearForms: FormsAgain = {
  'milestone.add': (asking, _payload, filled) =>
    here(asking, 'year.change', ({ network }, speech) =>
      milestoneForm({ leadDays: network.rules.reminderLeadDays }, speech, filled),
    ),

  'milestone.change': async (asking, { milestone: id }, filled) => {
    const milestone = typeof id === 'string' ? await milestoneBy(asking.tools, id as MilestoneId) : undefined;
    if (!milestone) return undefined;
    const { value } = milestone;
    return within(asking, value.networkId, 'year.change', (_, speech) =>
      milestoneForm({ milestone: value, leadDays: value.leadDays }, speech, filled),
    );
  },

  'year.accept': (asking, { year: given, source: from }, filled) =>
    here(asking, 'year.change', async (actor, speech) => {
      const year = typeof given === 'number' ? given : thisYear(asking, actor) + 1;
      const source = from === 'standard' ? from : 'lastYear';
      const proposed = await proposeMilestones(asking.tools, actor, {
        year,
        source,
        titles: stepTitles(actor.network),
      });
      return proposed.ok ? proposalsForm({ year, source, proposals: proposed.value }, speech, filled) : undefined;
    }),

  'rules.change': (asking, _payload, filled) =>
    here(asking, 'rules.change', ({ network }, speech) => rulesForm(network.rules, speech, filled)),

  'rules.groups': (asking, _payload, filled) =>
    here(asking, 'rules.change', (actor, speech) => groupsForm(actor.network.rules, groupsOf(actor), speech, filled)),
};

type YearDeed = Extract<Deed, 'year.change' | 'rules.change'>;
type Draw = (actor: Actor, speech: Speech) => Form | undefined | Promise<Form | undefined>;

/** In the network that the place or the person tells of. */
async function here(asking: Asking, deed: YearDeed, draw: Draw): Promise<Form | undefined> {
  const network = await networkAt(asking.tools, asking.from.identity, asking.from.place.key);
  return network.ok ? within(asking, network.value, deed, draw) : undefined;
}

async function within(asking: Asking, networkId: NetworkId, deed: YearDeed, draw: Draw): Promise<Form | undefined> {
  const { tools, from, settings, chosen } = asking;
  const actor = await identifyMember(tools, from, networkId);
  if (!actor.ok || !allowed(actor.value, deed).ok) return undefined;
  const { member, network } = actor.value;
  return draw(actor.value, speechFor(from, settings, chosen ?? member.language, network));
}
