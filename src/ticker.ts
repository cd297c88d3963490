import type { Log } from './world.ts';

/** Runs the work that falls due: once a second, and soon after anything was asked for. */
export interface Ticker {
  /** Something may have fallen due just now. */
  wake(): void;
  /** Resolves when no work is under way. */
  stop(): Promise<void>;
}

const everyMs = 1000;
/** Long enough that a burst of presses is one redraw, short enough that nobody waits. */
const soonMs = 50;

/** A run that takes long, for a platform that answers slowly, does not hold back the next: claims keep them apart. */
export function startTicker(tick: () => Promise<void>, log: Log): Ticker {
  const underWay = new Set<Promise<void>>();
  let soon: NodeJS.Timeout | undefined;

  function run(): void {
    const work = tick()
      .catch((error: unknown) => log.error({ name: Error.isError(error) ? error.name : '' }, 'A tick failed'))
      .finally(() => underWay.delete(work));
    underWay.add(work);
  }

  const regular = setInterval(run, everyMs);
  return {
    wake() {
      soon ??= setTimeout(() => {
        soon = undefined;
        run();
      }, soonMs);
    },
    async stop() {
      clearInterval(regular);
      clearTimeout(soon);
      await Promise.all(underWay);
    },
  };
}
