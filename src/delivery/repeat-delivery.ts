/** Sends once more what did not arrive: only ever by hand. */
import { z } from 'zod';
import type { Actor, NotAllowed } from '../features/networks/identify-member.ts';
import { allowed } from '../features/networks/identify-member.ts';
import { instant, memberId } from '../features/networks/network.ts';
import { channelLinks, networkPartition } from '../features/networks/network-store.ts';
import { done, type Outcome, refused, retrying } from '../outcome.ts';
import { Collection } from '../store/collection.ts';
import type { Tools } from '../tools.ts';
import { type Instant, idFrom } from '../world.ts';
import { type Delivery, deliveries, partitionOf, postingPlaces, type Thing } from './delivery.ts';

export type RepeatRefusal =
  | NotAllowed
  | { readonly code: 'no-delivery' }
  /** It has reached its place, or is on its way. */
  | { readonly code: 'already-delivered' };

/** Partition of the thing: that a request repeated a delivery, so that a repeat of the request sends nothing more. */
const repeats = new Collection('delivery-repeat', z.object({ delivery: z.string(), by: memberId, at: instant }));

/** In which states a delivery has not reached its place, and will not by itself. */
const isStuck: Readonly<Record<Delivery['state'], boolean>> = {
  due: false,
  claimed: false,
  sent: false,
  failed: false,
  unneeded: false,
  unknown: true,
  'given-up': true,
  gone: true,
};

/** Makes a delivery due anew, written afresh, by every route there is. A repeat of the request finds it done. */
export async function repeatDelivery(
  tools: Tools,
  actor: Actor,
  about: Thing,
  id: string,
): Promise<Outcome<Delivery, RepeatRefusal>> {
  const right = allowed(actor, 'delivery.repeat');
  if (!right.ok) return right;
  const { store, world } = tools;
  const partition = partitionOf(about);
  const mark = `repeat|${idFrom(actor.requestKey, id)}`;
  return retrying(async () => {
    const [kept, before] = await Promise.all([
      deliveries.get(store, partition, id),
      repeats.get(store, partition, mark),
    ]);
    if (!kept || kept.value.networkId !== actor.network.id) return refused({ code: 'no-delivery' });
    if (before) return done(kept.value);
    if (kept.value.state === 'unneeded') return refused({ code: 'no-delivery' });
    if (!isStuck[kept.value.state]) return refused({ code: 'already-delivered' });
    const now = world.clock.now();
    const again = dueAgain(kept.value, await placeNow(tools, kept.value), now);
    await store.batch(partition, [
      deliveries.replace(kept, again),
      repeats.create(mark, { delivery: id, by: actor.member.id, at: now }),
    ]);
    return done(again);
  });
}

/**
 * Not as it was shown once: what the thing is now may be something else. It stays where it was in the order. An event in a
 * calendar is brought up to date, never made twice; one that was deleted there is made anew.
 */
function dueAgain(
  { networkId, thing, message, owedAt, number, ref, why }: Delivery,
  to: Delivery['to'],
  now: Instant,
): Delivery {
  return {
    ...(to.kind === 'calendar' && why !== 'deleted' && { ref }),
    networkId,
    thing,
    message,
    to,
    owedAt,
    number,
    state: 'due',
    dueAt: now,
    isQueued: false,
    failures: 0,
    mayStand: false,
    deadRoutes: [],
  };
}

/** A channel the bot was put out of and is in again may have another address. */
async function placeNow({ store }: Tools, { networkId, to }: Delivery): Promise<Delivery['to']> {
  if (to.kind !== 'channel') return to;
  const link = await channelLinks.get(store, networkPartition(networkId), to.key);
  return postingPlaces(link ? [link.value] : [])[0] ?? to;
}
