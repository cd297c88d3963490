/** Redraws the postings of what has changed, each at most once a second and never out of order. */
import { Conflict } from '../outcome.ts';
import { type Kept, remove } from '../store/collection.ts';
import type { Tools } from '../tools.ts';
import { type Instant, later } from '../world.ts';
import { afterUpdate, redrawPaceMs } from './after-sending.ts';
import type { Courier, Redrawing } from './courier.ts';
import { type Delivery, type DeliveryState, deliveries, isPosting, type Redraw, redraws } from './delivery.ts';
import { type HeldLane, laneFreeAt, takeLane } from './lanes.ts';
import { claimMs } from './next-try.ts';
import { oweTrouble } from './tell-trouble.ts';

/** May run in any number of processes at once. */
export async function redrawPostings(tools: Tools, courier: Courier): Promise<void> {
  await redraws.workOffDue(tools, async redraw => {
    // Read before drawing: whoever draws later holds later etags, and an older drawing finds its claim refused.
    const all = await deliveries.all(tools.store, redraw.partition);
    const standing = all.filter(({ value }) => isPosting(value) && looksAt.has(value.state));
    // Presses wake this many times a second, and nothing is counted while every posting rests.
    const resting = standing.flatMap(({ value: { restsUntil } }) => restsUntil ?? []).toSorted();
    const [first] = resting;
    if (first && resting.length === standing.length && first > tools.world.clock.now())
      return await lookAgain(tools, redraw, first);
    const draw = await courier.draw(redraw.value.thing);
    const rests = await Promise.all(
      standing.map(posting => redrawOne(tools, posting, draw?.(posting.value)).catch(ifNotFirst(tools))),
    );
    const next = rests.filter(rest => rest !== undefined).toSorted()[0];
    if (next) await lookAgain(tools, redraw, next);
    else await tools.store.batch(redraw.partition, [remove(redraw)]);
  });
}

/** Due no earlier, or those that rest hide the others from whoever reads what is due. */
async function lookAgain({ store }: Tools, redraw: Kept<Redraw>, dueAt: Instant): Promise<void> {
  await store.batch(redraw.partition, [redraws.replace(redraw, { ...redraw.value, dueAt })]);
}

/** What is about to be sent may have been drawn before the change; what is lost is not redrawn. */
const looksAt: ReadonlySet<DeliveryState> = new Set(['sent', 'claimed', 'due', 'failed']);

/** @returns when to look at the posting again; undefined when it shows what is */
async function redrawOne(
  tools: Tools,
  kept: Kept<Delivery>,
  redrawing: Redrawing | undefined,
): Promise<Instant | undefined> {
  const now = tools.world.clock.now();
  const { state, restsUntil, ref, drawn } = kept.value;
  if (!redrawing) return undefined;
  if (state !== 'sent' || !ref) return whenSent(kept.value, now);
  if (redrawing.drawn === drawn) return undefined;
  if (restsUntil && restsUntil > now) return restsUntil;
  const free = await laneFreeAt(tools, redrawing.lane, redrawing.pace);
  if (isAhead(free, tools)) return free;
  const lane = await takeLane(tools, redrawing.lane, redrawing.pace);
  if (!lane) return later(now, redrawPaceMs);
  try {
    const freeNow = lane.freeAt();
    if (isAhead(freeNow, tools)) return freeNow;
    lane.use();
    return await update(tools, kept, ref, redrawing, lane);
  } finally {
    await lane.giveBack();
  }
}

/** By the clock as it is then: a lane that is free says so of that moment, and reading it takes a while. */
function isAhead(instant: Instant, { world }: Tools): boolean {
  return instant > world.clock.now();
}

function whenSent({ state, dueAt }: Delivery, now: Instant): Instant {
  const soon = later(now, redrawPaceMs);
  return state !== 'claimed' && dueAt !== undefined && dueAt > soon ? dueAt : soon;
}

async function update(
  tools: Tools,
  kept: Kept<Delivery>,
  ref: string,
  redrawing: Redrawing,
  lane: HeldLane,
): Promise<Instant | undefined> {
  const { store, world } = tools;
  const claimed: Delivery = { ...kept.value, state: 'claimed', dueAt: later(world.clock.now(), claimMs) };
  const [etag = ''] = await store.batch(kept.partition, [deliveries.replace(kept, claimed)]);
  const result = await redrawing.update(ref);
  const now = world.clock.now();
  if (result.kind === 'throttled') lane.rest(later(now, result.retryAfterMs));
  const key = `${kept.partition}:${kept.id}`;
  const after = afterUpdate(claimed, { result, now, key, drawn: redrawing.drawn, freeAt: lane.freeAt() });
  const news = after.state === 'gone' ? oweTrouble(after, now) : [];
  await store.batch(kept.partition, [deliveries.replace({ ...kept, etag }, after), ...news]);
  return after.state === 'sent' && after.drawn !== redrawing.drawn ? after.restsUntil : undefined;
}

/** Whoever lost the race leaves the work to the one who won it, and looks again. */
function ifNotFirst({ world }: Tools) {
  return (error: unknown): Instant => {
    if (!(error instanceof Conflict)) throw error;
    return later(world.clock.now(), redrawPaceMs);
  };
}
