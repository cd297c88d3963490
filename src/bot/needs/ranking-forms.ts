import type { RoundId } from '../../features/needs/round.ts';
import { roundOf } from '../../features/needs/round-meant.ts';
import { identifyMember } from '../../features/networks/identify-member.ts';
import { type FormsAgain, speechFor } from '../asking.ts';
import { rankingFormFor } from './ranking-asking.ts';

/** To whoever may ask for a ranking. */
export const rankingFormsAgain: FormsAgain = {
  'ranking.open': async ({ tools, from, settings, chosen }, { round: id }, filled) => {
    const round = typeof id === 'string' ? (await roundOf(tools, id as RoundId))?.value : undefined;
    const actor = round && (await identifyMember(tools, from, round.networkId));
    if (!round || !actor?.ok) return undefined;
    const { member, network } = actor.value;
    const speech = speechFor(from, settings, chosen ?? member.language, network);
    const form = await rankingFormFor(tools, actor.value, round, speech, filled);
    return form.ok ? form.value : undefined;
  },
};
