/** For the container's health check, in an image without curl: ends with 0 when the server says it is well. */
import { readConfig } from '../src/config.ts';

const { port } = readConfig();
const answer = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(4000) });
process.exitCode = answer.ok ? 0 : 1;
