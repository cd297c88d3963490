/** How far what was owed has come: who was reached, who was not, and why. Pure. */
import type { Kept } from '../store/collection.ts';
import { byOrder, type Delivery } from './delivery.ts';

export type NotReached = 'unknown' | NonNullable<Delivery['why']>;

export type Reach = {
  /** Everything owed that is still needed. */
  readonly all: number;
  readonly reached: number;
  /** Not yet sent, or about to be tried again. */
  readonly waiting: number;
  readonly notReached: readonly { readonly why: NotReached; readonly count: number }[];
  /** Each that has not reached its place, and will not by itself. */
  readonly troubled: readonly Troubled[];
};

export type Troubled = {
  readonly id: string;
  readonly to: Delivery['to'];
  readonly why: NotReached;
  readonly message: Delivery['message'];
};

/** Adds up: reached + waiting + each not reached = all. */
export function reachOf(deliveries: readonly Pick<Kept<Delivery>, 'id' | 'value'>[]): Reach {
  const needed = deliveries.filter(({ value }) => value.state !== 'unneeded' && value.message.kind !== 'trouble');
  const troubled = needed
    .toSorted((a, b) => byOrder(a.value, b.value))
    .flatMap(({ id, value }) => {
      const why = whyNot(value);
      return why ? [{ id, to: value.to, why, message: value.message }] : [];
    });
  const reached = needed.filter(({ value }) => hasReached(value)).length;
  const byWhy = Map.groupBy(troubled, ({ why }) => why);
  return {
    all: needed.length,
    reached,
    waiting: needed.length - reached - troubled.length,
    notReached: [...byWhy].map(([why, those]) => ({ why, count: those.length })),
    troubled,
  };
}

/** A posting that is being redrawn stands. */
function hasReached({ state, ref }: Delivery): boolean {
  return state === 'sent' || (state === 'claimed' && ref !== undefined);
}

function whyNot({ state, why = 'failed' }: Delivery): NotReached | undefined {
  if (state === 'unknown') return 'unknown';
  return state === 'given-up' || state === 'gone' ? why : undefined;
}
