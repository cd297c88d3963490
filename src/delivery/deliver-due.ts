/** Sends what is owed: claimed before it is sent, one at a time to each place, and never twice. */
import { type Kept, orLogged, remove } from '../store/collection.ts';
import type { Operation } from '../store/store.ts';
import type { Tools } from '../tools.ts';
import { type Instant, later } from '../world.ts';
import { afterLostClaim, afterSend, unreachable } from './after-sending.ts';
import type { Courier, Prepared, Ready } from './courier.ts';
import { byOrder, type Delivery, type DeliveryState, deliveries } from './delivery.ts';
import { forgottenAt } from './kept-for.ts';
import { type HeldLane, takeLane } from './lanes.ts';
import { claimMs } from './next-try.ts';
import { oweTrouble } from './tell-trouble.ts';

/** Read at once: those that must wait for their lane are put off, so that they do not stand in the way of others. */
const mostAtOnce = 500;

/** For what is not to be forgotten yet. */
const lookAgainMs = 7 * 86_400_000;

/** What was written longer ago is written afresh before it is sent: the thing may have been called off. */
const freshMs = 1000;

type Waiting = { readonly kept: Kept<Delivery>; readonly ready: Ready; readonly preparedAt: Instant };

/**
 * Does what is due, once. May run in any number of processes at once, and again while it runs: whoever claims a delivery
 * or holds a lane does the work, and a lane that is slow delays no other.
 */
export function createDeliverer(tools: Tools, courier: Courier): () => Promise<void> {
  /** In this process, so that a run does not write again what another still has in hand. */
  const inHand = new Set<string>();

  return async () => {
    // Those in hand are still due until they are claimed, and must not hide the others.
    const due = await deliveries.readDue(tools, mostAtOnce + inHand.size);
    const free = due.filter(({ partition, id }) => !inHand.has(`${partition} ${id}`));
    const names = free.map(({ partition, id }) => `${partition} ${id}`);
    for (const name of names) inHand.add(name);
    try {
      await work(free.toSorted((a, b) => byOrder(a.value, b.value)));
    } finally {
      for (const name of names) inHand.delete(name);
    }
  };

  async function work(due: readonly Kept<Delivery>[]): Promise<void> {
    const prepared = await Promise.all(due.map(kept => orLogged(tools, kept, () => prepareOne(kept))));
    const lanes = Map.groupBy(
      prepared.filter(each => each !== undefined),
      ({ ready }) => ready.lane,
    );
    await Promise.all(
      [...lanes].map(([lane, queue]) =>
        orLogged(tools, { partition: `lane|${lane}`, id: 'lane' }, () => sendInLane(lane, queue)),
      ),
    );
  }

  /** @returns what is to be sent; anything else is settled here */
  async function prepareOne(kept: Kept<Delivery>): Promise<Waiting | undefined> {
    const now = tools.world.clock.now();
    if (kept.value.dueAt === undefined) {
      await forget(kept, now);
      return undefined;
    }
    if (kept.value.state === 'claimed') {
      await settle(kept, afterLostClaim(kept.value, now));
      return undefined;
    }
    // Written before it is claimed: what cannot be written is not taken for what may have been sent.
    const prepared = await courier.prepare(kept);
    if (prepared.kind === 'ready') return { kept, ready: prepared, preparedAt: now };
    await settle(kept, withoutSending(kept.value, prepared, now));
    return undefined;
  }

  async function sendInLane(name: string, queue: readonly Waiting[]): Promise<void> {
    const [first] = queue;
    const lane = first && (await takeLane(tools, name, first.ready.pace));
    if (!lane) return;
    try {
      for (const [at, waiting] of queue.entries()) {
        if (!isItsTurn(lane, waiting)) return await putOff(lane, queue.slice(at));
        await sendOne(lane, waiting);
      }
    } finally {
      await lane.giveBack();
    }
  }

  /** One that comes now goes behind those who wait already. */
  function isItsTurn(lane: HeldLane, { kept }: Waiting): boolean {
    // Asked before the clock is: a lane that is free says so of this moment.
    const freeAt = lane.freeAt();
    const now = tools.world.clock.now();
    const queuedUntil = lane.queuedUntil();
    const isBehind = !kept.value.isQueued && queuedUntil !== undefined && queuedUntil > now;
    return freeAt <= now && !isBehind;
  }

  async function sendOne(lane: HeldLane, waiting: Waiting): Promise<void> {
    const { kept } = waiting;
    await orLogged(tools, kept, async () => {
      const ready = await readyNow(waiting);
      if (!ready) return;
      const claimed = await claim(kept, ready);
      lane.use();
      const key = `${kept.partition}:${kept.id}`;
      const result = await ready.send({ key, mayStand: kept.value.mayStand, since: claimed.value.triedAt });
      const now = tools.world.clock.now();
      const after = afterSend(claimed.value, {
        result,
        now,
        key,
        drawn: ready.drawn,
        hasOtherRoute: ready.hasOtherRoute,
      });
      if (after.dueAt && result.kind !== 'gone') lane.rest(after.dueAt);
      await settle(claimed, after);
    });
  }

  /** @returns undefined when there is nothing to send, or it goes another way: then it is still due, for another run */
  async function readyNow({ kept, ready, preparedAt }: Waiting): Promise<Ready | undefined> {
    if (later(preparedAt, freshMs) > tools.world.clock.now()) return ready;
    const again = await prepareOne(kept);
    return again?.ready.lane === ready.lane ? again.ready : undefined;
  }

  async function claim(kept: Kept<Delivery>, { route }: Ready): Promise<Kept<Delivery>> {
    const now = tools.world.clock.now();
    const { triedAt = now } = kept.value;
    const value: Delivery = {
      ...kept.value,
      state: 'claimed',
      triedAt,
      dueAt: later(now, claimMs),
      ...(route !== undefined && { route }),
    };
    const [etag = ''] = await tools.store.batch(kept.partition, [deliveries.replace(kept, value)]);
    return { ...kept, etag, value };
  }

  async function putOff(lane: HeldLane, queue: readonly Waiting[]): Promise<void> {
    const now = tools.world.clock.now();
    const until = lane.queuedUntil();
    const isQueue = until !== undefined && until > now;
    const turns = queue.map(({ kept }, at) =>
      isQueue && !kept.value.isQueued ? { kept, turn: lane.queueLast() } : { kept, turn: lane.queue(at) },
    );
    await Promise.all(
      turns.map(({ kept, turn }) =>
        orLogged(tools, kept, () => settle(kept, { ...kept.value, isQueued: true, dueAt: turn })),
      ),
    );
  }

  /** Writes what became of a delivery; when it did not reach its place, the news is owed in the same batch. */
  async function settle(kept: Kept<Delivery>, after: Delivery): Promise<void> {
    const now = tools.world.clock.now();
    const isNews = after.troubledAt !== undefined && after.troubledAt !== kept.value.troubledAt;
    const news: readonly Operation[] = isNews ? oweTrouble(after, now) : [];
    const forgetAt = isForgettable(after) ? forgottenAt(now) : undefined;
    await tools.store.batch(kept.partition, [deliveries.replace(kept, { ...after, forgetAt }), ...news]);
  }

  /** What still tells who knows of a thing to come, or how often they were reminded, is kept for that long. */
  async function forget(kept: Kept<Delivery>, now: Instant): Promise<void> {
    const isOver = await courier.isOver(kept.value.thing);
    const operation = isOver
      ? remove(kept)
      : deliveries.replace(kept, { ...kept.value, forgetAt: later(now, lookAgainMs) });
    await tools.store.batch(kept.partition, [operation]);
  }
}

const isOverWith: ReadonlySet<DeliveryState> = new Set(['sent', 'given-up', 'unneeded']);

/** Words to people. What stands in a channel or a calendar is found again by its delivery, for as long as it stands. */
function isForgettable({ to, state }: Delivery): boolean {
  return to.kind === 'member' && isOverWith.has(state);
}

function withoutSending(delivery: Delivery, prepared: Exclude<Prepared, Ready>, now: Instant): Delivery {
  switch (prepared.kind) {
    case 'unneeded':
      return { ...delivery, state: 'unneeded', dueAt: undefined };
    case 'unreachable':
      return unreachable(delivery, now);
    case 'later':
      return { ...delivery, dueAt: prepared.at };
  }
}
