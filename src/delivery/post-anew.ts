/** Posts a thing once more in a channel where it may stand already; what stands there is redrawn along with it. */
import { type Kept, remove } from '../store/collection.ts';
import type { Operation } from '../store/store.ts';
import type { Instant } from '../world.ts';
import {
  type About,
  type Delivery,
  deliveries,
  earlierPosting,
  isEarlierPosting,
  owed,
  type Place,
  placeKey,
  posting,
  postingId,
} from './delivery.ts';
import { mayPostAnew } from './schedule.ts';

type ToChannel = Extract<Place, { kind: 'channel' }>;

/** Nobody scrolls further back, and each is redrawn in the same lane as the new one. */
const mostEarlier = 3;

/**
 * Nothing where the last posting is under way or has not had its day. May be repeated, also where it was cut off.
 * @param all the thing's deliveries
 */
export function postAnew(
  about: About,
  to: ToChannel,
  all: readonly Kept<Delivery>[],
  now: Instant,
): readonly Operation[] {
  const id = postingId(to.key);
  const last = all.find(each => each.id === id);
  const anew = owed(about, posting, to, { now });
  if (!last) return [deliveries.create(id, anew)];
  if (!mayPostAnew(last.value, now)) return [];
  return [...keepEarlier(last, all), deliveries.replace(last, anew)];
}

function keepEarlier({ id, value }: Kept<Delivery>, all: readonly Kept<Delivery>[]): readonly Operation[] {
  if (value.state !== 'sent') return [];
  const earlier = all
    .filter(each => isEarlierPosting(each.value) && placeKey(each.value.to) === placeKey(value.to))
    .toSorted((a, b) => b.value.owedAt.localeCompare(a.value.owedAt));
  return [
    deliveries.upsert(`${id}|${value.owedAt}`, { ...value, message: earlierPosting }),
    ...earlier.slice(mostEarlier - 1).map(remove),
  ];
}
