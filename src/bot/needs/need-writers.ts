/** What deliveries about needs say to one person. */
import { needReturnedCard, needsUnansweredCard, needWithdrawnCard } from '../../../cards/needs/need-messages.ts';
import type { NeedId } from '../../features/needs/need.ts';
import { needFor } from '../../features/needs/need-access.ts';
import { returnedReminder, unansweredMessage } from '../../features/needs/return-schedule.ts';
import type { RoundId } from '../../features/needs/round.ts';
import { roundOf } from '../../features/needs/round-meant.ts';
import { returnedMessage, withdrawnMessage } from '../../features/needs/step-need.ts';
import { identifyById } from '../../features/networks/identify-member.ts';
import type { Instant } from '../../world.ts';
import { memberNames } from '../meetings/with-meeting.ts';
import type { Writer } from '../writer.ts';
import { shownNeed } from './need-asking.ts';
import { unansweredIn } from './need-unanswered.ts';

export const needWriters: Readonly<Record<string, Writer>> = {
  [returnedMessage('').kind]: ofReturned(false),
  [returnedReminder('').kind]: ofReturned(true),

  [withdrawnMessage('').kind]: async (desk, { thing, message }, { network, member }, speech) => {
    const actor = await identifyById(desk.tools, network.id, member.id);
    const [need, bundle] = (message.detail ?? '').split(' ');
    const seen = actor && (await needFor(desk.tools, actor, { round: thing.id as RoundId, need: need as NeedId }));
    if (!seen?.mayHandle) return undefined;
    const about = { network: network.name, bundle: bundle === undefined ? undefined : Number(bundle) };
    return { card: needWithdrawnCard(shownNeed(desk, seen), about, speech) };
  },

  [unansweredMessage('').kind]: async ({ tools }, { thing, message }, { network }, speech) => {
    const dueAt = (message.detail ?? '') as Instant;
    const round = (await roundOf(tools, thing.id as RoundId))?.value;
    const needs = round ? await unansweredIn(tools, round.id, dueAt) : [];
    if (!round || needs.length === 0) return undefined;
    return { card: needsUnansweredCard({ round, network: network.name, dueAt, needs }, speech) };
  },
};

/** Nothing when it was sent again meanwhile, or by somebody who no longer answers for the party. */
function ofReturned(isReminder: boolean): Writer {
  return async (desk, { thing, message }, { network, member }, speech) => {
    const actor = await identifyById(desk.tools, network.id, member.id);
    const ref = { round: thing.id as RoundId, need: (message.detail ?? '') as NeedId };
    const seen = actor && (await needFor(desk.tools, actor, ref));
    if (!seen?.isOwn || seen.need.value.state !== 'returned') return undefined;
    const by = seen.need.value.history.findLast(({ step }) => step === 'return')?.by;
    const returnedBy = by && (await memberNames(desk.tools, network.id))(by);
    return {
      card: needReturnedCard({ ...shownNeed(desk, seen), returnedBy }, { network: network.name, isReminder }, speech),
    };
  };
}
