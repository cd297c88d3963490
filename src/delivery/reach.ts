/** How far what was owed has come: who was reached, who was not, and why. Pure. */
import type { Kept } from '../store/collection.ts';
import { byOrder, type Delivery, isEarlierPosting, isNews } from './delivery.ts';

export type NotReached = 'unknown' | NonNullable<Delivery['why']>;

export type Reach = {
  /** Everything owed that is still needed. */
  readonly all: number;
  readonly reached: number;
  /** Not yet sent, or about to be tried again. */
  readonly waiting: number;
  readonly notReached: readonly { readonly why: NotReached; readonly count: number }[];
  /** The same by what was sent, in the order it was first owed. */
  readonly byMessage: readonly { readonly kind: string; readonly all: number; readonly reached: number }[];
  /** Each that has not reached its place, and will not by itself. */
  readonly troubled: readonly Troubled[];
};

export type Troubled = {
  readonly id: string;
  readonly to: Delivery['to'];
  readonly why: NotReached;
  readonly message: Delivery['message'];
};

type Owed = Pick<Kept<Delivery>, 'id' | 'value'>;

/** Adds up: reached + waiting + each not reached = all. */
export function reachOf(deliveries: readonly Owed[]): Reach {
  const needed = deliveries
    .filter(({ value }) => value.state !== 'unneeded' && !isAside(value))
    .toSorted((a, b) => byOrder(a.value, b.value));
  const troubled = needed.flatMap(({ id, value }) => {
    const why = whyNot(value);
    return why ? [{ id, to: value.to, why, message: value.message }] : [];
  });
  const reached = reachedOf(needed);
  const byWhy = Map.groupBy(troubled, ({ why }) => why);
  const byKind = Map.groupBy(needed, ({ value }) => value.message.kind);
  return {
    all: needed.length,
    reached,
    waiting: needed.length - reached - troubled.length,
    notReached: [...byWhy].map(([why, those]) => ({ why, count: those.length })),
    byMessage: [...byKind].map(([kind, those]) => ({ kind, all: those.length, reached: reachedOf(those) })),
    troubled,
  };
}

/**
 * Not what was sent of the thing itself: news of deliveries, postings that a later one stands for, and an event not tried yet:
 * there is no calendar, or it is put in when whoever leads has agreed.
 */
function isAside(delivery: Delivery): boolean {
  const { to, triedAt } = delivery;
  const isUntriedEvent = to.kind === 'calendar' && triedAt === undefined;
  return isNews(delivery) || isEarlierPosting(delivery) || isUntriedEvent;
}

function reachedOf(owed: readonly Owed[]): number {
  return owed.filter(({ value }) => hasReached(value)).length;
}

/** A posting that is being redrawn stands. */
function hasReached({ state, ref }: Delivery): boolean {
  return state === 'sent' || (state === 'claimed' && ref !== undefined);
}

function whyNot({ state, why = 'failed' }: Delivery): NotReached | undefined {
  if (state === 'unknown') return 'unknown';
  return state === 'given-up' || state === 'gone' ? why : undefined;
}
