/** What a delivery is after one try to send it. Pure. */
import { type Instant, later } from '../world.ts';
import { type Delivery, isPosting } from './delivery.ts';
import { backOffMs, nextTry } from './next-try.ts';
import type { GoneReason, SendResult } from './send-result.ts';

/** Between two redraws of one posting. */
export const redrawPaceMs = 1000;

export type Sent = {
  readonly result: SendResult;
  readonly now: Instant;
  /** Spreads out what failed together. */
  readonly key: string;
  /** A digest of the card. */
  readonly drawn?: string | undefined;
  /** The person has another route that is not dead. */
  readonly hasOtherRoute?: boolean;
  /** When the lane may be used again. */
  readonly freeAt?: Instant;
};

/** After the first send, or one more try of it. */
export function afterSend(before: Delivery, { result, now, key, drawn, hasOtherRoute = false }: Sent): Delivery {
  const delivery: Delivery = { ...before, isQueued: false, dueAt: undefined };
  switch (result.kind) {
    case 'sent':
      return { ...untroubled(delivery), state: 'sent', ref: result.ref, drawn, ...restAfterPosting(delivery, now) };
    case 'throttled':
      return { ...delivery, state: 'due', dueAt: later(now, result.retryAfterMs) };
    case 'failed': {
      const dueAt = nextTry(delivery.failures, now, key);
      const mayStand = delivery.mayStand || (result.mayStand ?? false);
      const failed: Delivery = { ...delivery, mayStand, failures: delivery.failures + 1 };
      return dueAt ? { ...failed, state: 'failed', dueAt } : lost({ ...failed, state: 'given-up', why: 'failed' }, now);
    }
    case 'unknown':
      return lost({ ...delivery, state: 'unknown' }, now);
    case 'gone':
      return hasOtherRoute
        ? { ...withoutRoute(delivery, result.why), state: 'due', dueAt: now }
        : lost({ ...withoutRoute(delivery, result.why), state: 'given-up', why: result.why }, now);
  }
}

/** After a posting's card was replaced; a replacement whose reply was lost is simply done again. */
export function afterUpdate(before: Delivery, { result, now, key, drawn, freeAt = now }: Sent): Delivery {
  const standing: Delivery = { ...before, state: 'sent', dueAt: undefined };
  switch (result.kind) {
    case 'sent': {
      const restsUntil = later(now, redrawPaceMs);
      return { ...standing, drawn, failures: 0, restsUntil: freeAt > restsUntil ? freeAt : restsUntil };
    }
    case 'throttled':
      return { ...standing, restsUntil: later(now, Math.max(redrawPaceMs, result.retryAfterMs)) };
    // Without a last attempt: what stands is not given up because a platform is out of order for an hour.
    case 'failed':
    case 'unknown':
      return { ...standing, failures: before.failures + 1, restsUntil: later(now, backOffMs(before.failures, key)) };
    case 'gone':
      return lost({ ...standing, state: 'gone', why: result.why }, now);
  }
}

/** A claim whose holder is gone: a redraw is safe to do again; a send may have been shown, and is looked for first. */
export function afterLostClaim(claimed: Delivery, now: Instant): Delivery {
  return isPosting(claimed) && claimed.ref !== undefined
    ? { ...claimed, state: 'sent', drawn: undefined, dueAt: undefined }
    : { ...claimed, state: 'due', mayStand: true, dueAt: now };
}

/** No route leads to the person. */
export function unreachable(delivery: Delivery, now: Instant): Delivery {
  const why = delivery.deadRoutes.at(0)?.why ?? 'no-route';
  return lost({ ...delivery, state: 'given-up', dueAt: undefined, why }, now);
}

function withoutRoute(delivery: Delivery, why: GoneReason): Delivery {
  const { route } = delivery;
  return route === undefined ? delivery : { ...delivery, deadRoutes: [...delivery.deadRoutes, { route, why }] };
}

function lost(delivery: Delivery, now: Instant): Delivery {
  return { ...delivery, troubledAt: now };
}

function untroubled({ troubledAt: _, why: __, ...delivery }: Delivery): Delivery {
  return { ...delivery, failures: 0, mayStand: false };
}

function restAfterPosting(delivery: Delivery, now: Instant): Pick<Delivery, 'restsUntil'> {
  return isPosting(delivery) ? { restsUntil: later(now, redrawPaceMs) } : {};
}
