import type { Gather } from './gather.ts';
import type { Store } from './store/store.ts';
import type { Turns } from './turns.ts';
import type { World } from './world.ts';

/** What every workflow is handed: where things are kept, the clock and the dice, whose turn it is, and what is read once for many. */
export type Tools = {
  readonly store: Store;
  readonly world: World;
  readonly turns: Turns;
  readonly gather: Gather;
};
