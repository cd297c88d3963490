/** Runs work when its turn comes, first come first served; undefined when that took longer than `waitMs`. */
export type Slots = <T>(waitMs: number, work: () => Promise<T>) => Promise<T | undefined>;

/** @param most how much work is under way at once */
export function createSlots(most: number): Slots {
  const waiting = new Set<(isTurn: boolean) => void>();
  let taken = 0;

  async function take(waitMs: number): Promise<boolean> {
    if (taken < most) {
      taken += 1;
      return true;
    }
    const turn = Promise.withResolvers<boolean>();
    waiting.add(turn.resolve);
    const enough = setTimeout(turn.resolve, waitMs, false);
    const isTurn = await turn.promise;
    clearTimeout(enough);
    waiting.delete(turn.resolve);
    return isTurn;
  }

  /** A slot goes from hand to hand while anyone waits. */
  function giveBack(): void {
    const [next] = waiting;
    if (!next) taken -= 1;
    else {
      waiting.delete(next);
      next(true);
    }
  }

  return async (waitMs, work) => {
    if (!(await take(waitMs))) return undefined;
    try {
      return await work();
    } finally {
      giveBack();
    }
  };
}
