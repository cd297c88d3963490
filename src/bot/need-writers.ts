/** What deliveries about needs say to one person. */
import { needReturnedCard } from '../../cards/need-card.ts';
import type { NeedId } from '../features/needs/need.ts';
import { needFor } from '../features/needs/need-access.ts';
import type { RoundId } from '../features/needs/round.ts';
import { returnedMessage } from '../features/needs/step-need.ts';
import { identifyById } from '../features/networks/identify-member.ts';
import { shownNeed } from './need-asking.ts';
import type { Writer } from './writer.ts';

export const needWriters: Readonly<Record<string, Writer>> = {
  /** Nothing when it was sent again meanwhile, or by somebody who no longer answers for the party. */
  [returnedMessage('').kind]: async (desk, { thing, message }, { network, member }, speech) => {
    const actor = await identifyById(desk.tools, network.id, member.id);
    const ref = { round: thing.id as RoundId, need: (message.detail ?? '') as NeedId };
    const seen = actor && (await needFor(desk.tools, actor, ref));
    if (!seen?.isOwn || seen.need.value.state !== 'returned') return undefined;
    return { card: needReturnedCard(shownNeed(desk, seen), speech) };
  },
};
