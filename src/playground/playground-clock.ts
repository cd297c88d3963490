import { type Clock, epochMsOf, type Instant, later } from '../world.ts';
import type { NextDue, WorkDue } from './playground-due.ts';
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
  readonly workDue: WorkDue;
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

/** Work that is never done, or made anew each moment, does not hold the clock for ever. */
const most = { stops: 500, ticks: 20 } as const;

/** What happens on the way happens in its time: a jump is not taken for a server that was down meanwhile. */
async function moveThrough(parts: ClockParts, until: Instant): Promise<void> {
  const { clock, workDue, tick } = parts;
  await doWhatIsDue(parts);
  for (let stops = 0; stops < most.stops; stops += 1) {
    const now = clock.now();
    const next = (await workDue()).find(({ at }) => at > now);
    if (!next || next.at >= until) break;
    clock.moveTo(next.at);
    await doWhatIsDue(parts);
  }
  clock.moveTo(until);
  await tick();
  await doWhatIsDue(parts);
}

/** One piece of work owes the next: reminders a sending, that its deliveries, and each of those waits for its lane. */
async function doWhatIsDue({ clock, workDue, tick }: ClockParts): Promise<void> {
  let before = '';
  for (let ticks = 0; ticks < most.ticks; ticks += 1) {
    const now = clock.now();
    const due = (await workDue()).filter(({ at }) => at <= now);
    const overdue = due.map(({ version }) => version).join();
    if (overdue === '' || overdue === before) return;
    before = overdue;
    await tick();
  }
}
