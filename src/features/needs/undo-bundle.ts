import { deliveries, type Message, oweRedraw } from '../../delivery/delivery.ts';
import { oweEach } from '../../delivery/sending.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import { check } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { Bundle } from './bundle.ts';
import { bundledMessage, type HandedOver } from './bundle-needs.ts';
import { type NoNeed, roundFor } from './need-access.ts';
import { mayStep } from './need-state.ts';
import { aboutRound, bundleDocId, bundles, needDocId, needs } from './need-store.ts';
import type { RoundId } from './round.ts';
import { takeStep } from './take-step.ts';

export type BundleRef = { readonly round: RoundId; readonly bundle: number };

export type UndoRefusal = NotAllowed | NoNeed | HandedOver | { readonly code: 'no-bundle'; readonly bundle: number };

/** Words to those who were told of the bundle: it is undone. @param bundle its number */
export function partedMessage(bundle: number | string): Message {
  return { kind: 'need-parted', detail: String(bundle) };
}

/**
 * Parts the needs again, until what the round brought is handed over. Undone already is done. Those who were told of the
 * bundle are told of this too.
 */
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
    const [told, ...parts] = await Promise.all([
      deliveries.all(store, partition),
      ...bundle.needIds.map(id => needs.get(store, partition, needDocId(id))),
    ]);
    const merged = bundledMessage(bundle.number);
    const places = told.flatMap(({ value: { message, to } }) =>
      message.kind === merged.kind && message.detail === merged.detail && to.kind === 'member' ? [to] : [],
    );
    const about = aboutRound(value);
    await store.batch(partition, [
      bundles.replace(kept, undone),
      ...parts.flatMap(need =>
        need && mayStep('unbundle', need.value.state)
          ? [needs.replace(need, takeStep(need.value, 'unbundle', deed))]
          : [],
      ),
      check(round),
      ...oweEach(about, partedMessage(bundle.number), places, {
        occasion: actor.requestKey,
        by: deed.by,
        now: deed.at,
      }),
      oweRedraw(about, deed.at),
    ]);
    return done(undone);
  });
}
