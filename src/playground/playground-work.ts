import { createTurns } from '../turns.ts';

/** The work that falls due, done again and again by itself. */
export type PlaygroundWork = {
  /** Does something else while no work is under way: a clock that is moved lets no claim of it run out. */
  pause<T>(meanwhile: () => Promise<T>): Promise<T>;
  /** Resolves when no work is under way, and none will be. */
  stop(): Promise<void>;
};

/** As soon as one would think the bot answers of itself. */
const everyMs = 200;

/** @param tick runs what has fallen due, once; here never twice at a time, which a server of many must */
export function keepWorking(tick: () => Promise<void>): PlaygroundWork {
  const inTurn = createTurns();
  let isWorking = false;
  const timer = setInterval(() => {
    if (isWorking) return;
    isWorking = true;
    void inTurn('work', tick).finally(() => {
      isWorking = false;
    });
  }, everyMs);
  const pause: PlaygroundWork['pause'] = meanwhile => inTurn('work', meanwhile);
  return {
    pause,
    stop() {
      clearInterval(timer);
      return pause(async () => undefined);
    },
  };
}
