import { oweRedraw } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Instant, later } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { aboutRound, rounds } from './need-store.ts';
import { type Round, type RoundId, roundCan } from './round.ts';
import { roundOf } from './round-meant.ts';
import { type ClosingRefusal, closingOn } from './round-plan.ts';
import { untilClosed } from './round-schedules.ts';

export type ExtendRoundRefusal =
  | NotAllowed
  | ClosingRefusal
  | { readonly code: 'no-round' }
  | { readonly code: 'round-closed'; readonly number: number; readonly at: Instant }
  /** A deadline people count on is not moved nearer; closing early is its own deed. */
  | { readonly code: 'not-later'; readonly field: 'closesOn'; readonly closesAt: Instant };

/**
 * Moves the deadline to the end of a later day; a round whose deadline has passed is open again. May be repeated.
 * @param closesOn a day, in people's own words or as an ISO date
 */
export async function extendRound(
  { store, world }: Tools,
  actor: Actor,
  id: RoundId,
  closesOn: string,
): Promise<Outcome<Round, ExtendRoundRefusal>> {
  const right = allowed(actor, 'round.extend');
  if (!right.ok) return right;
  const { network } = actor;
  return retrying(async () => {
    const kept = await roundOf({ store }, id);
    if (kept?.value.networkId !== network.id) return refused({ code: 'no-round' });
    const round = kept.value;
    const now = world.clock.now();
    if (!roundCan('extend', round, now)) {
      return refused({ code: 'round-closed', number: round.number, at: round.closing?.at ?? round.closesAt });
    }
    const closing = closingOn(closesOn, { now, zone: network.zone });
    if (!closing.ok) return closing;
    const closesAt = closing.value;
    if (closesAt === round.closesAt) return done(round);
    if (closesAt < round.closesAt) return refused({ code: 'not-later', field: 'closesOn', closesAt: round.closesAt });
    const extended = { ...round, closesAt, turnAt: now < round.opensAt ? round.opensAt : later(closesAt, 1) };
    await store.batch(kept.partition, [
      rounds.replace(kept, extended),
      oweRedraw(aboutRound(round), now),
      ...untilClosed(extended, network, now),
    ]);
    return done(extended);
  });
}
