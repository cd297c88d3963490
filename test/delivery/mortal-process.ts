/**
 * Laget as a process of its own, on a file on disk, that dies at a chosen step of a delivery as if it had been killed
 * there. Its only argument is JSON: see `Life`.
 */
import { z } from 'zod';
import { readConfig } from '../../src/config.ts';
import { startLaget } from '../../src/laget.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Operation, Store } from '../../src/store/store.ts';
import { createVault } from '../../src/vault.ts';
import { instantOf } from '../../src/world.ts';
import { randomIds } from '../store/random-ids.ts';

const steps = ['before claim', 'after claim', 'before record'] as const;

const stateAt = { 'before claim': 'claimed', 'after claim': 'claimed', 'before record': 'sent' } as const;

const life = z.object({
  settings: z.record(z.string(), z.string()),
  folder: z.string(),
  /** Its clock is so much ahead of the machine's, until it is told another number. */
  aheadMs: z.number(),
  /** Dies the so-manieth time it comes to the step. */
  dies: z.object({ at: z.enum(steps), time: z.number() }).optional(),
});
export type Life = z.infer<typeof life>;

const { settings, folder, dies, ...told } = life.parse(JSON.parse(process.argv[2] ?? ''));

let { aheadMs } = told;
process.on('message', ahead => {
  aheadMs = z.number().parse(ahead);
});

const world = {
  clock: { now: () => instantOf(Date.now() + aheadMs) },
  ids: randomIds,
  log: {
    info: () => {},
    warn: () => {},
    error: (fields: object) => process.stderr.write(`${JSON.stringify(fields)}\n`),
  },
};

const store = openSqliteStore({ folder, ids: randomIds });
const vault = createVault(new Uint8Array(32).fill(7));
await startLaget({ config: readConfig(settings), store: dies ? mortal(store, dies) : store, vault, world });
process.stdout.write('ready\n');

function mortal(lasting: Store, { at, time }: NonNullable<Life['dies']>): Store {
  let times = 0;
  const comesTo = (step: (typeof steps)[number], operations: readonly Operation[]) =>
    step === at && operations.some(isIn(step)) && ++times === time;
  return {
    get: (...given) => lasting.get(...given),
    query: (...given) => lasting.query(...given),
    count: (...given) => lasting.count(...given),
    due: (...given) => lasting.due(...given),
    close: () => lasting.close(),
    async batch(partition, operations) {
      if (comesTo('before claim', operations) || comesTo('before record', operations)) die();
      const etags = await lasting.batch(partition, operations);
      if (comesTo('after claim', operations)) die();
      return etags;
    },
  };
}

function isIn(step: (typeof steps)[number]) {
  return (operation: Operation) =>
    'body' in operation &&
    operation.type === 'delivery' &&
    z.object({ state: z.string() }).parse(operation.body).state === stateAt[step];
}

/** Nothing is tidied up. */
function die(): void {
  process.kill(process.pid, 'SIGKILL');
}
