/** The forms about needs as they were filled in, to those who may have them. */

import type { Form } from '../../../cards/card.ts';
import type { Filled } from '../../../cards/filled.ts';
import {
  type FilledPage,
  needLateForm,
  needPageForm,
  needReturnForm,
  needWithdrawForm,
} from '../../../cards/needs/need-forms.ts';
import { needImportForm } from '../../../cards/needs/need-import-cards.ts';
import type { NeedId } from '../../features/needs/need.ts';
import { type NeedSeen, needFor, partiesOf } from '../../features/needs/need-access.ts';
import { roundPartition, rounds } from '../../features/needs/need-store.ts';
import type { RoundId } from '../../features/needs/round.ts';
import { type Actor, identifyMember } from '../../features/networks/identify-member.ts';
import { may } from '../../features/networks/who-may.ts';
import type { Speech } from '../../texts/speak.ts';
import { type Asking, type FormsAgain, type Payload, speechFor } from '../asking.ts';
import { needAbout, returnDay } from './need-asking.ts';

export const needForms: FormsAgain = {
  'need.give': pageAgain('what'),
  'need.who': pageAgain('who'),
  'need.what': pageAgain('what'),
  'need.how': pageAgain('how'),
  'need.return': stepAgain('secretariat', (seen, speech, filled, day) =>
    needReturnForm(needAbout(seen, speech), day, speech, filled),
  ),
  'need.withdraw': stepAgain('party', (seen, speech, filled) =>
    needWithdrawForm(needAbout(seen, speech), speech, filled),
  ),
  'need.late': stepAgain('secretariat', (seen, speech, filled) =>
    needLateForm(needAbout(seen, speech), speech, filled),
  ),
  'needs.import': async (asking, payload, filled) => {
    const at = await roundOf(asking, payload);
    return at && may(at.actor.roles, 'need.handle') ? needImportForm(at.round, at.speech, filled) : undefined;
  },
};

/** Only to those who answer for the party. */
function pageAgain(page: FilledPage): FormsAgain[string] {
  return async (asking, payload, filled) => {
    const { need, party: key, revision } = payload;
    const at = await roundOf(asking, payload);
    if (!at || typeof need !== 'string' || typeof revision !== 'number') return undefined;
    const party = (await partiesOf(asking.tools, at.actor, at.round)).find(each => each.key === key);
    const shown = party && { round: at.round, party, need: need as NeedId, page, revision, content: {} };
    return shown && needPageForm(shown, at.speech, filled);
  };
}

type StepAgain = (seen: NeedSeen, speech: Speech, filled: Filled, day: string) => Form;

function stepAgain(by: 'party' | 'secretariat', draw: StepAgain): FormsAgain[string] {
  return async (asking, payload, filled) => {
    const { need } = payload;
    const at = await roundOf(asking, payload);
    if (!at || typeof need !== 'string') return undefined;
    const seen = await needFor(asking.tools, at.actor, { round: at.round.id, need: need as NeedId });
    if (!seen || !(by === 'party' ? seen.isOwn : seen.mayHandle)) return undefined;
    const day = returnDay(asking, at.round, at.actor.network.zone);
    return draw(seen, at.speech, filled, day);
  };
}

async function roundOf({ tools, from, settings, chosen }: Asking, { round: id }: Payload) {
  const round =
    typeof id === 'string' ? await rounds.get(tools.store, roundPartition(id as RoundId), 'round') : undefined;
  const known = round && (await identifyMember(tools, from, round.value.networkId));
  if (!round || !known?.ok) return undefined;
  const actor: Actor = known.value;
  const speech = speechFor(from, settings, chosen ?? actor.member.language, actor.network);
  return { round: round.value, actor, speech };
}
