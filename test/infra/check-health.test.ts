import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';

const script = join(import.meta.dirname, '../../infra/check-health.ts');
let server: Server | undefined;

afterEach(() => {
  server?.close();
});

/** @returns the exit code of the check against a server that answers so, or against none */
async function checked(status?: number): Promise<number | null> {
  server = createServer((request, response) =>
    response.writeHead(request.url === '/health' ? (status ?? 0) : 404).end(),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  if (status === undefined) await once(server.close(), 'close');
  const child = spawn(process.execPath, [script], { env: { PORT: String(port) }, stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  return code;
}

test.each([
  [200, 0],
  [503, 1],
  [undefined, 1],
])('a server that answers %s: the check ends with %i', async (status, code) => {
  expect(await checked(status)).toBe(code);
});
