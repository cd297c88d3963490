import type { Store } from './store/store.ts';
import type { Turns } from './turns.ts';
import type { World } from './world.ts';

/** What every workflow is handed: where things are kept, the clock and the dice, and whose turn it is. */
export type Tools = { readonly store: Store; readonly world: World; readonly turns: Turns };
