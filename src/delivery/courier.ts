/** What the engine needs to know of cards, people and platforms, and nothing more. */
import type { Kept } from '../store/collection.ts';
import type { Instant } from '../world.ts';
import type { Delivery, Thing } from './delivery.ts';
import type { Pace } from './pace.ts';
import type { SendResult } from './send-result.ts';

/** Which lane leads to a place, and how fast it may be used. */
export type Way = { readonly lane: string; readonly pace: Pace };

export type Attempt = {
  /** Names the delivery for ever. */
  readonly key: string;
  /** An earlier try may have got through, not before `since`. */
  readonly mayStand: boolean;
  readonly since: Instant | undefined;
};

/** A delivery whose card is written. */
export type Ready = Way & {
  readonly kind: 'ready';
  /** A person's route; none to a channel. */
  readonly route?: string | undefined;
  readonly hasOtherRoute: boolean;
  /** A digest of the card. */
  readonly drawn: string;
  readonly send: (attempt: Attempt) => Promise<SendResult>;
};

export type Prepared =
  | Ready
  /** There is nothing left to say. */
  | { readonly kind: 'unneeded' }
  /** No route leads to the person. */
  | { readonly kind: 'unreachable' }
  /** Not at this hour. */
  | { readonly kind: 'later'; readonly at: Instant };

/** How one posting of a thing is redrawn. */
export type Redrawing = Way & {
  readonly drawn: string;
  readonly update: (ref: string) => Promise<SendResult>;
};

export interface Courier {
  /** Writes the card and finds the way. May be repeated; sends nothing. */
  prepare(delivery: Kept<Delivery>): Promise<Prepared>;
  /** The thing as it stands now, for each of its postings; undefined when it is no more. */
  draw(thing: Thing): Promise<((posting: Delivery) => Redrawing | undefined) | undefined>;
  /** Whether nothing that was sent of the thing is read any more to decide what is still to be sent. */
  isOver(thing: Thing): Promise<boolean>;
}
