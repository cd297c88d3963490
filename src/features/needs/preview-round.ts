import { done, type Outcome, refused } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { idFrom, later } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { channelLinks, networkPartition, parties } from '../networks/network-store.ts';
import { type RoundDraft, roundDrafts, roundPartition } from './need-store.ts';
import type { RoundId } from './round.ts';
import { planRound, type RoundPlanRefusal, type RoundWanted } from './round-plan.ts';

export type PreviewRoundRefusal = NotAllowed | RoundPlanRefusal | { readonly code: 'no-channel' };

/** As long as somebody may want to think about it, or ask another. */
const draftLifeMs = 7 * 86_400_000;

/**
 * Reads what a round is to be and keeps it for a week, so that what is opened is what was shown. Nobody is told of it. May be
 * repeated.
 */
export async function previewRound(
  { store, world }: Tools,
  actor: Actor,
  wanted: RoundWanted,
): Promise<Outcome<RoundDraft, PreviewRoundRefusal>> {
  const right = allowed(actor, 'round.open');
  if (!right.ok) return right;
  const { network, member, requestKey } = actor;
  const now = world.clock.now();
  const own = await parties.all(store, networkPartition(network.id));
  const partyNames = own.map(({ value }) => value.name);
  const plan = planRound(wanted, { now, zone: network.zone, partyNames });
  if (!plan.ok) return plan;
  const links = await channelLinks.all(store, networkPartition(network.id));
  if (links.every(({ value }) => value.lostAt)) return refused({ code: 'no-channel' });
  const id = idFrom('round', network.id, requestKey) as RoundId;
  const draft: RoundDraft = {
    id,
    networkId: network.id,
    ...plan.value,
    openedBy: member.id,
    forgetAt: later(now, draftLifeMs),
  };
  await store.batch(roundPartition(id), [roundDrafts.upsert('draft', draft)]);
  return done(draft);
}
