/** One send at a time to each place, no faster than it allows, in any number of processes. */
import { z } from 'zod';
import { instant } from '../features/networks/network.ts';
import { Conflict } from '../outcome.ts';
import { Collection, type Kept } from '../store/collection.ts';
import type { Tools } from '../tools.ts';
import { type Instant, later } from '../world.ts';
import { claimMs } from './next-try.ts';
import { freeAt, type Pace, stepMs, useOne } from './pace.ts';

/** Partition `lane|<place>`, id `lane`: a channel, one person's chat, a mailbox. */
const lanes = new Collection(
  'lane',
  z.object({
    /** Whoever holds it is gone after this. */
    heldUntil: instant.optional(),
    /** As long as the platform asked for, or a place that fails is left alone. */
    restsUntil: instant.optional(),
    /** See pace.ts. */
    used: z.array(instant),
    /** When the last of those who wait has its turn. */
    queuedUntil: instant.optional(),
  }),
);
type Lane = Parameters<typeof lanes.create>[1];

/** A lane in hand: nobody else sends there until it is given back. */
export type HeldLane = {
  /** When one more may be sent. */
  freeAt(): Instant;
  /** When the last of the queue has its turn, while there is one. */
  queuedUntil(): Instant | undefined;
  /** One is sent now. */
  use(): void;
  /** Nothing more is sent before an instant. */
  rest(until: Instant): void;
  /** Someone waits behind the others. @returns when their turn is */
  queue(place: number): Instant;
  /** Behind everyone who waits. @returns when their turn is */
  queueLast(): Instant;
  giveBack(): Promise<void>;
};

/** @returns undefined while another holds it */
export async function takeLane(tools: Tools, name: string, pace: Pace): Promise<HeldLane | undefined> {
  const { store, world } = tools;
  const partition = `lane|${name}`;
  const found = await lanes.get(store, partition, 'lane');
  const start = world.clock.now();
  if (found?.value.heldUntil && found.value.heldUntil > start) return undefined;
  const held = await write(tools, partition, found, {
    ...(found?.value ?? { used: [] }),
    heldUntil: later(start, claimMs),
  });
  return held && laneInHand(tools, pace, held);
}

/** When one more may be sent, as far as can be seen without taking the lane. */
export async function laneFreeAt({ store, world }: Tools, name: string, pace: Pace): Promise<Instant> {
  const found = await lanes.get(store, `lane|${name}`, 'lane');
  return laneFree(pace, found?.value ?? { used: [] }, world.clock.now());
}

function laneFree(pace: Pace, { used, restsUntil }: Lane, now: Instant): Instant {
  return latest(freeAt(pace, used, now), restsUntil);
}

function laneInHand(tools: Tools, pace: Pace, held: Kept<Lane>): HeldLane {
  const { world } = tools;
  let lane: Lane = held.value;
  const free = () => laneFree(pace, lane, world.clock.now());
  const queueUntil = (turn: Instant) => {
    lane = { ...lane, queuedUntil: latest(turn, lane.queuedUntil) };
    return turn;
  };
  return {
    freeAt: free,
    queuedUntil: () => lane.queuedUntil,
    use() {
      lane = { ...lane, used: [...useOne(pace, lane.used, world.clock.now())] };
    },
    rest(until) {
      lane = { ...lane, restsUntil: latest(until, lane.restsUntil) };
    },
    queue: place => queueUntil(later(free(), place * stepMs(pace))),
    queueLast: () => queueUntil(later(latest(free(), lane.queuedUntil), stepMs(pace))),
    async giveBack() {
      const now = world.clock.now();
      const { heldUntil: _, restsUntil, queuedUntil, used } = lane;
      await write(tools, held.partition, held, {
        used,
        ...(restsUntil && restsUntil > now && { restsUntil }),
        ...(queuedUntil && queuedUntil > now && { queuedUntil }),
      });
    },
  };
}

/** @returns undefined when someone else was first */
async function write(
  { store }: Tools,
  partition: string,
  found: Kept<Lane> | undefined,
  value: Lane,
): Promise<Kept<Lane> | undefined> {
  try {
    const operation = found ? lanes.replace(found, value) : lanes.create('lane', value);
    const [etag = ''] = await store.batch(partition, [operation]);
    return { partition, id: 'lane', etag, value };
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    throw error;
  }
}

function latest(a: Instant, b: Instant | undefined): Instant {
  return b !== undefined && b > a ? b : a;
}
