import { oweRedraw } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { Lack } from './completeness.ts';
import { inBatches } from './in-batches.ts';
import type { Need } from './need.ts';
import { type NoNeed, partiesOf, roundFor } from './need-access.ts';
import { lacksIn } from './need-check.ts';
import { mayStep } from './need-state.ts';
import { aboutRound, needs } from './need-store.ts';
import type { RoundId } from './round.ts';
import { takeStep } from './take-step.ts';

/** Not accepted with the others: it lacks something, or whoever accepts answers for its party and must look at it by itself. */
export type LeftNeed = { readonly need: Need; readonly lacks: readonly Lack[]; readonly isOwn: boolean };

export type AcceptedNeeds = { readonly accepted: number; readonly left: readonly LeftNeed[] };

/** Accepts everything that was sent and lacks nothing, each dated with its author. Cut off, it goes on when asked again. */
export async function acceptNeeds(
  tools: Tools,
  actor: Actor,
  id: RoundId,
): Promise<Outcome<AcceptedNeeds, NotAllowed | NoNeed>> {
  const right = allowed(actor, 'need.handle');
  if (!right.ok) return right;
  let accepted = 0;
  return retrying(async () => {
    const round = await roundFor(tools, actor, id);
    if (!round) return refused({ code: 'no-need' });
    const own = new Set((await partiesOf(tools, actor, round.value)).map(({ key }) => key));
    const now = tools.world.clock.now();
    const looked = (await needs.all(tools.store, round.partition))
      .filter(({ value }) => mayStep('accept', value.state))
      .map(kept => ({ kept, lacks: lacksIn(kept.value, round.value, now), isOwn: own.has(kept.value.partyKey) }));
    const isReady = ({ lacks, isOwn }: (typeof looked)[number]) => lacks.length === 0 && !isOwn;
    const accept = ({ kept }: { readonly kept: Kept<Need> }) =>
      needs.replace(kept, takeStep(kept.value, 'accept', { at: now, by: actor.member.id }));
    for (const some of inBatches(looked.filter(isReady))) {
      await tools.store.batch(round.partition, [...some.map(accept), oweRedraw(aboutRound(round.value), now)]);
      accepted += some.length;
    }
    const left = looked.filter(each => !isReady(each));
    return done({ accepted, left: left.map(({ kept, ...why }) => ({ need: kept.value, ...why })) });
  });
}
