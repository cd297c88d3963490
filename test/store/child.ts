import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Runs a script of this folder in a process of its own. */
export function startChild(script: string, ...words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [pathOf(script), ...words]);
}

/** The same on a disk of two megabytes that only the child sees, mounted over the folder; root, or a user namespace, must be allowed. */
export function startOnSmallDisk(script: string, folder: string, thenMount = ''): ChildProcess {
  const shell = `mount -t tmpfs -o size=2m tmpfs "$1" && ${thenMount} exec "$2" "$3" "$1"`;
  return spawn('unshare', [
    '--map-root-user',
    '--mount',
    'sh',
    '-c',
    shell,
    'sh',
    folder,
    process.execPath,
    pathOf(script),
  ]);
}

/** Waits for the end of a child; what it said on the way. */
export async function ended(child: ChildProcess): Promise<{ readonly output: string; readonly errors: string }> {
  let output = '';
  let errors = '';
  child.stdout?.on('data', chunk => {
    output += chunk;
  });
  child.stderr?.on('data', chunk => {
    errors += chunk;
  });
  await once(child, 'close');
  return { output, errors };
}

function pathOf(script: string): string {
  return fileURLToPath(new URL(script, import.meta.url));
}
