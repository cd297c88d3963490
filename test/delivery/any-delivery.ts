/** Deliveries in any state they can be in, for properties. */
import fc from 'fast-check';
import { type Delivery, type DeliveryState, deliveryStates, type Place } from '../../src/delivery/delivery.ts';
import { goneReasons, type SendResult } from '../../src/delivery/send-result.ts';
import type { Address, ChannelKey, MemberId } from '../../src/features/networks/network.ts';
import { later } from '../../src/world.ts';
import { castNetwork, castStart } from '../cast.ts';

export const now = castStart;

export const anyResult: fc.Arbitrary<SendResult> = fc.oneof(
  fc.constant({ kind: 'sent', ref: 'ref' } as const),
  fc.constantFrom(...goneReasons).map(why => ({ kind: 'gone', why }) as const),
  fc.integer({ min: 1, max: 3_600_000 }).map(retryAfterMs => ({ kind: 'throttled', retryAfterMs }) as const),
  fc
    .option(fc.boolean(), { nil: undefined })
    .map(mayStand =>
      mayStand === undefined ? ({ kind: 'failed' } as const) : ({ kind: 'failed', mayStand } as const),
    ),
  fc.constant({ kind: 'unknown' } as const),
);

export const channel: Place = {
  kind: 'channel',
  key: 'test|somewhere|channel' as ChannelKey,
  address: 'there' as Address,
  label: 'Forum',
  languages: ['nb'],
};
export const person: Place = { kind: 'member', id: 'member' as MemberId };

/** Just owed. */
export function owedTo(to: Place, more: Partial<Delivery> = {}): Delivery {
  return {
    networkId: castNetwork.id,
    thing: { kind: 'poll', id: 'poll' },
    to,
    message: { kind: to.kind === 'channel' ? 'posting' : 'poll-reminder' },
    state: 'due',
    dueAt: now,
    owedAt: now,
    number: 0,
    isQueued: false,
    failures: 0,
    mayStand: false,
    deadRoutes: [],
    ...more,
  };
}

const anyState: fc.Arbitrary<Partial<Delivery>> = fc.constantFrom<DeliveryState>(...deliveryStates).map(state => ({
  state,
  ...(state === 'sent' || state === 'gone' ? { ref: 'ref', drawn: 'digest' } : {}),
  ...(state === 'given-up' || state === 'gone' ? { why: 'deleted' as const, troubledAt: now } : {}),
}));

export const anyDelivery: fc.Arbitrary<Delivery> = fc
  .record({
    to: fc.constantFrom(channel, person),
    state: anyState,
    failures: fc.integer({ min: 0, max: 12 }),
    mayStand: fc.boolean(),
    isQueued: fc.boolean(),
    waitedMs: fc.integer({ min: 0, max: 86_400_000 }),
    number: fc.integer({ min: 0, max: 300 }),
    route: fc.option(fc.constantFrom('test|a', 'test|b'), { nil: undefined }),
  })
  .map(({ to, state, failures, mayStand, isQueued, waitedMs, number, route }) =>
    owedTo(to, {
      failures,
      mayStand,
      isQueued,
      number,
      owedAt: later(now, -waitedMs),
      ...(to.kind === 'member' && route !== undefined && { route }),
      ...state,
    }),
  );
