/**
 * Loaded before src/main.ts in the process that is measured (`--import`), so that what is measured is the bot as it is
 * run. Answers its parent's `cpu` with `{ cpuMs }` and `memory` with `{ residentMb, heapMb }`, after collecting garbage.
 */
const mb = 1024 * 1024;

process.on('message', asked => {
  if (asked === 'cpu') {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000 });
  } else {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ residentMb: rss / mb, heapMb: heapUsed / mb });
  }
});
process.on('disconnect', () => process.exit());
