import { type Clock, epochMsOf, type Instant, later } from '../world.ts';
import type { NextDue } from './playground-due.ts';
import type { PlaygroundWork } from './playground-work.ts';

/** A clock that can be moved ahead and then goes on from there. */
export type MovableClock = Clock & {
  /** An instant that has passed changes nothing. */
  moveTo(instant: Instant): void;
};

export function movableClock(real: Clock): MovableClock {
  let aheadMs = 0;
  const now = () => later(real.now(), aheadMs);
  return {
    now,
    moveTo(instant) {
      aheadMs += Math.max(0, epochMsOf(instant) - epochMsOf(now()));
    },
  };
}

export type ClockParts = {
  readonly clock: MovableClock;
  readonly nextDue: NextDue;
  /** Runs what has fallen due. */
  readonly tick: () => Promise<void>;
  readonly work: Pick<PlaygroundWork, 'pause'>;
};

const steps = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

/** By a stretch of time, or to the next thing that happens by itself, if anything does. */
export async function moveClock(parts: ClockParts, by: keyof typeof steps | 'next'): Promise<void> {
  await parts.work.pause(async () => {
    const until = by === 'next' ? (await parts.nextDue())?.at : later(parts.clock.now(), steps[by]);
    if (until) await moveThrough(parts, until);
  });
}

/** What happens on the way happens in its time: a jump is not taken for a server that was down meanwhile. */
async function moveThrough({ clock, nextDue, tick }: ClockParts, until: Instant): Promise<void> {
  for (let next = await nextDue(); next && next.at < until; next = await nextDue()) {
    clock.moveTo(next.at);
    await tick();
  }
  clock.moveTo(until);
  await tick();
}
