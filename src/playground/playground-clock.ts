import { type Clock, epochMsOf, type Instant, later } from '../world.ts';

/** A clock that can be moved ahead and then goes on from there. */
export type MovableClock = Clock & {
  move(byMs: number): void;
  /** An instant that has passed changes nothing. */
  moveTo(instant: Instant): void;
};

export function movableClock(real: Clock): MovableClock {
  let aheadMs = 0;
  const now = () => later(real.now(), aheadMs);
  const move = (byMs: number) => {
    aheadMs += Math.max(0, byMs);
  };
  return { now, move, moveTo: instant => move(epochMsOf(instant) - epochMsOf(now())) };
}
