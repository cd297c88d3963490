import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Does work once for all who ask for it under one name in the same turn of the event loop. It begins after the last of
 * them has asked, so everyone is told of what they themselves did before asking.
 */
export type Gather = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export function createGather(): Gather {
  const asked = new Map<string, Promise<unknown>>();
  return async <T>(name: string, work: () => Promise<T>) => {
    const known = asked.get(name) as Promise<T> | undefined;
    if (known) return known;
    const gathered = nextTurn().then(() => {
      asked.delete(name);
      return work();
    });
    asked.set(name, gathered);
    return gathered;
  };
}
