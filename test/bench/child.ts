/** The processes that are measured. The load and the fakes are in the parent: what they use is never counted. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { TeamsConfig } from '../../src/config.ts';

export type Child = {
  readonly url: string;
  /** Processor time used since it began, by all its threads. */
  readonly cpuMs: () => Promise<number>;
  /** What it holds after its garbage is collected. */
  readonly memory: () => Promise<Memory>;
  readonly close: () => Promise<void>;
};

const cpu = z.object({ cpuMs: z.number() });
const memory = z.object({ residentMb: z.number(), heapMb: z.number() });
export type Memory = z.infer<typeof memory>;

const mainFile = fileURLToPath(import.meta.resolve('../../src/main.ts'));
const reporterFile = import.meta.resolve('./usage-reporter.ts');
const floorFile = fileURLToPath(import.meta.resolve('./teams-floor.ts'));

/** @param settings the whole environment: nothing of this process's own goes along */
export async function startBot(
  settings: Readonly<Record<string, string>>,
  execArgv: readonly string[] = [],
): Promise<Child> {
  const child = fork(mainFile, {
    env: { ...settings },
    execArgv: ['--expose-gc', '--import', reporterFile, ...execArgv],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await addressSaidBy(child);
  return measured(child, url);
}

export async function startFloor(config: TeamsConfig): Promise<Child> {
  const child = fork(floorFile, [JSON.stringify(config)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [ready] = await once(child, 'message');
  return measured(child, z.object({ url: z.string() }).parse(ready).url);
}

/** The first address on standard output; what else is written there is log. @throws when it ends without one */
async function addressSaidBy({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The process has no standard output');
  for await (const line of createInterface({ input: stdout })) {
    const said = /^[^{]*(http:\/\/[\w.:]+)/.exec(line)?.[1];
    if (said === undefined) continue;
    stdout.resume();
    return said;
  }
  throw new Error('The process ended before it was ready');
}

function measured(child: ChildProcess, url: string): Child {
  async function ask<T>(question: 'cpu' | 'memory', answer: z.ZodType<T>): Promise<T> {
    child.send(question);
    const [told] = await once(child, 'message');
    return answer.parse(told);
  }
  return {
    url,
    cpuMs: async () => (await ask('cpu', cpu)).cpuMs,
    memory: () => ask('memory', memory),
    async close() {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}
