import { oweRedraw } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { countTotals } from './count-totals.ts';
import { aboutRound, rounds } from './need-store.ts';
import type { Round, RoundId } from './round.ts';
import { roundOf } from './round-meant.ts';
import { afterClosing } from './round-schedules.ts';

export type CloseRoundRefusal =
  | NotAllowed
  | { readonly code: 'no-round' }
  | { readonly code: 'round-closed'; readonly number: number; readonly at: Instant };

/** Takes no more answers and reminds nobody any more. A repeat of the request that closed it answers the same. */
export async function closeRound(tools: Tools, actor: Actor, id: RoundId): Promise<Outcome<Round, CloseRoundRefusal>> {
  const { store, world } = tools;
  const right = allowed(actor, 'round.close');
  if (!right.ok) return right;
  const { network, member, requestKey: request } = actor;
  return retrying(async () => {
    const kept = await roundOf({ store }, id);
    if (kept?.value.networkId !== network.id) return refused({ code: 'no-round' });
    const round = kept.value;
    if (round.closing) {
      const { number, closing } = round;
      return closing.request === request ? done(round) : refused({ code: 'round-closed', number, at: closing.at });
    }
    const at = world.clock.now();
    const { turnAt: _, ...rest } = round;
    const closed = { ...rest, closing: { at, by: member.id, request } };
    await store.batch(kept.partition, [
      rounds.replace(kept, closed),
      ...afterClosing(),
      ...(await countTotals(tools, round)),
      oweRedraw(aboutRound(round), at),
    ]);
    return done(closed);
  });
}
