/** The forms about bundles as they were filled in, to those who may have them. */
import { bundleForm, chooseNeedsForm } from '../../../cards/needs/set-forms.ts';
import { partiesToBundle } from '../../features/needs/bundle-needs.ts';
import type { NeedId } from '../../features/needs/need.ts';
import type { RoundId } from '../../features/needs/round.ts';
import { roundOf } from '../../features/needs/round-meant.ts';
import { allowed, identifyMember } from '../../features/networks/identify-member.ts';
import { type Asking, type FormsAgain, type Payload, speechFor } from '../asking.ts';
import { needsToChoose } from './set-asking.ts';

export const setFormsAgain: FormsAgain = {
  'set.choose': async (asking, payload, filled) => {
    const at = await leaderAt(asking, payload);
    const from = typeof payload['from'] === 'number' ? payload['from'] : 0;
    const shown = at && (await needsToChoose(asking.tools, at.round, { from, chosen: idsIn(filled.values['needs']) }));
    return shown && chooseNeedsForm(shown, at.speech, filled);
  },

  'set.bundle': async (asking, payload, filled) => {
    const at = await leaderAt(asking, payload);
    const { title } = payload;
    if (!at || typeof title !== 'string') return undefined;
    const wanted = { round: at.round.id, needs: idsIn(payload['needs']), title };
    const parties = await partiesToBundle(asking.tools, at.actor, wanted);
    return parties.ok ? bundleForm({ ...wanted, parties: parties.value }, at.speech, filled) : undefined;
  },
};

async function leaderAt({ tools, from, settings, chosen }: Asking, { round: id }: Payload) {
  const round = typeof id === 'string' ? (await roundOf(tools, id as RoundId))?.value : undefined;
  const actor = round && (await identifyMember(tools, from, round.networkId));
  if (!round || !actor?.ok || !allowed(actor.value, 'need.handle').ok) return undefined;
  const { member, network } = actor.value;
  return { round, actor: actor.value, speech: speechFor(from, settings, chosen ?? member.language, network) };
}

function idsIn(given: unknown): readonly NeedId[] {
  const all: readonly unknown[] = typeof given === 'string' ? given.split(/[,\n]/) : Array.isArray(given) ? given : [];
  return all.filter((id): id is NeedId => typeof id === 'string');
}
