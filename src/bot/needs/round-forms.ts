import { extendRoundForm, newRoundForm } from '../../../cards/needs/round-forms.ts';
import type { RoundId } from '../../features/needs/round.ts';
import { roundOf } from '../../features/needs/round-meant.ts';
import { allowed, identifyMember, networkAt } from '../../features/networks/identify-member.ts';
import { aWeekOn, type FormsAgain, speechFor } from '../asking.ts';
import { suggestedRound } from './round-handlers.ts';

/** The intents here that have a form to show again: only to whoever may do it. */
export const roundFormsAgain: FormsAgain = {
  'round.preview': async ({ tools, from, settings, chosen }, _payload, filled) => {
    const id = await networkAt(tools, from.identity, from.place.key);
    const actor = id.ok ? await identifyMember(tools, from, id.value) : undefined;
    if (!actor?.ok || !allowed(actor.value, 'round.open').ok) return undefined;
    const { member, network } = actor.value;
    const speech = speechFor(from, settings, chosen ?? member.language, network);
    return newRoundForm(suggestedRound(network, tools.world.clock.now()), speech, filled);
  },

  'round.extend': async ({ tools, from, settings, chosen }, { round: id }, filled) => {
    const round = typeof id === 'string' ? (await roundOf(tools, id as RoundId))?.value : undefined;
    const actor = round && (await identifyMember(tools, from, round.networkId));
    if (!round || !actor?.ok || !allowed(actor.value, 'round.extend').ok) return undefined;
    const { member, network } = actor.value;
    const speech = speechFor(from, settings, chosen ?? member.language, network);
    const now = tools.world.clock.now();
    return extendRoundForm({ round, now }, speech, aWeekOn(round.closesAt, network.zone), filled);
  },
};
