/** The process: the environment, the real clock and dice, and how it ends. */
import { randomBytes } from 'node:crypto';
import { enableCompileCache } from 'node:module';
import pino from 'pino';
import { ConfigUnusable, readConfig } from './config.ts';
import { startLaget } from './laget.ts';
import { openStore } from './open-store.ts';
import { checkKey } from './store/check-key.ts';
import { StoreUnusable } from './store/store-unusable.ts';
import { createVault, KeyUnusable, keyFrom } from './vault.ts';
import { codeFrom, instantOf, textFrom, type World } from './world.ts';

enableCompileCache();

/** Fetched many ids' worth at once: asking the system each time costs more than the id. */
let fetched: Uint8Array = new Uint8Array(0);

function dice(count: number): Uint8Array {
  if (fetched.length < count) fetched = randomBytes(4096);
  const thrown = fetched.subarray(0, count);
  fetched = fetched.subarray(count);
  return thrown;
}

const world: World = {
  clock: { now: () => instantOf(Date.now()) },
  ids: { random: () => textFrom(dice(10)), code: () => codeFrom(dice(5)) },
  log: pino({ level: 'info', base: null }),
};

try {
  await main();
} catch (error) {
  // One sentence for whoever runs it; anything else is a fault and keeps its stack.
  if (!(error instanceof ConfigUnusable || error instanceof StoreUnusable || error instanceof KeyUnusable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const config = readConfig();
  if (config.hasPlayground) {
    const { startPlayground } = await import('./playground/start-playground.ts');
    return endsWith(await startPlayground(config, world));
  }
  const store = await openStore(config, world.ids);
  const vault = createVault(keyFrom({ key: config.key, folder: config.dataFolder }));
  await checkKey(store, vault);
  const laget = await startLaget({ config, store, vault, world });
  endsWith({
    async close() {
      await laget.close();
      await store.close();
    },
  });
  process.stdout.write(`Laget is ready at ${laget.url}\n`);
}

function endsWith({ close }: { close: () => Promise<void> }): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
}
