import { oweRedraw } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import { check } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { Bundle } from './bundle.ts';
import type { HandedOver } from './bundle-needs.ts';
import { type NoNeed, roundFor } from './need-access.ts';
import { mayStep } from './need-state.ts';
import { aboutRound, bundleDocId, bundles, needDocId, needs } from './need-store.ts';
import type { RoundId } from './round.ts';
import { takeStep } from './take-step.ts';

export type BundleRef = { readonly round: RoundId; readonly bundle: number };

export type UndoRefusal = NotAllowed | NoNeed | HandedOver | { readonly code: 'no-bundle'; readonly bundle: number };

/** Parts the needs again, until what the round brought is handed over. Undone already is done. */
export async function undoBundle(tools: Tools, actor: Actor, wanted: BundleRef): Promise<Outcome<Bundle, UndoRefusal>> {
  const right = allowed(actor, 'need.handle');
  if (!right.ok) return right;
  return retrying(async () => {
    const { store, world } = tools;
    const round = await roundFor(tools, actor, wanted.round);
    if (!round) return refused({ code: 'no-need' });
    const { partition, value } = round;
    const kept = await bundles.get(store, partition, bundleDocId(wanted.bundle));
    if (!kept) return refused({ code: 'no-bundle', bundle: wanted.bundle });
    const bundle = kept.value;
    if (bundle.undone) return done(bundle);
    if (value.handedOver) return refused({ code: 'set-handed-over', number: value.number, at: value.handedOver.at });
    const deed = { at: world.clock.now(), by: actor.member.id };
    const undone = { ...bundle, undone: deed };
    const parts = await Promise.all(bundle.needIds.map(id => needs.get(store, partition, needDocId(id))));
    await store.batch(partition, [
      bundles.replace(kept, undone),
      ...parts.flatMap(need =>
        need && mayStep('unbundle', need.value.state)
          ? [needs.replace(need, takeStep(need.value, 'unbundle', deed))]
          : [],
      ),
      check(round),
      oweRedraw(aboutRound(value), deed.at),
    ]);
    return done(undone);
  });
}
