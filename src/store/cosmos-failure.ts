import { setTimeout as sleep } from 'node:timers/promises';
import { Conflict } from '../outcome.ts';
import { BatchTooLarge } from './batch-too-large.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/** What we act on of learn.microsoft.com/rest/api/cosmos-db/http-status-codes-for-cosmosdb. */
const statuses = {
  unauthorized: 401,
  forbidden: 403,
  missing: 404,
  exists: 409,
  changed: 412,
  tooLarge: 413,
  failedDependency: 424,
  throttled: 429,
  retryWith: 449,
} as const;

const conflicts: readonly number[] = [statuses.missing, statuses.exists, statuses.changed];
const retryable: readonly number[] = [statuses.throttled, statuses.retryWith];

const mostRetries = 9;
/** Longer, and the person who waits has been told that it failed. */
const longestWaitMs = 5_000;
const shortestWaitMs = 10;

/** One operation's answer inside a batch. */
type Answer = { readonly statusCode: number; readonly retryAfterMilliseconds?: number | undefined };

class Failed extends Error {
  readonly code: number;
  readonly retryAfterInMs: number | undefined;

  constructor({ statusCode, retryAfterMilliseconds }: Answer) {
    super(`status ${statusCode}`);
    this.code = statusCode;
    this.retryAfterInMs = retryAfterMilliseconds;
  }
}

/** @throws Conflict when the batch failed because a document was not as expected; what `asking` understands otherwise */
export function refuseFailed(answers: readonly Answer[]): void {
  const cause = answers.find(({ statusCode }) => statusCode >= 400 && statusCode !== statuses.failedDependency);
  if (!cause) return;
  if (conflicts.includes(cause.statusCode)) throw new Conflict(`status ${cause.statusCode}`);
  throw new Failed(cause);
}

/**
 * Asks again, as long after as Cosmos DB says, where it says that nothing was done.
 * @throws Conflict, BatchTooLarge, StoreUnavailable
 */
export async function asking<T>(work: () => Promise<T>): Promise<T> {
  let waitedMs = 0;
  for (let retries = 0; ; retries += 1) {
    try {
      return await work();
    } catch (error) {
      const waitMs = waitAfter(error);
      waitedMs += waitMs;
      if (retries === mostRetries || waitedMs > longestWaitMs) {
        throw new StoreUnavailable('throttled', 'Cosmos DB takes no more requests just now', error);
      }
      await sleep(waitMs);
    }
  }
}

/** How long to wait before asking again; throws where that is of no use. */
function waitAfter(error: unknown): number {
  if (error instanceof Conflict) throw error;
  const { status, retryAfterMs } = failureOf(error);
  if (status === statuses.tooLarge) throw new BatchTooLarge('Cosmos DB finds the batch too large');
  if (status === undefined || !retryable.includes(status)) {
    throw new StoreUnavailable('failed', `Cosmos DB failed with ${status ?? 'no status'}`, error);
  }
  return Math.max(retryAfterMs, shortestWaitMs);
}

/** Why the account could not be opened, and what to do, as the end of a sentence. */
export function adviceFor(error: unknown): string {
  switch (failureOf(error).status) {
    case statuses.unauthorized:
      return 'does not accept the key. Set COSMOS_KEY to a key of this account.';
    case statuses.forbidden:
      return 'does not let this identity in. Give it the data role, and make the database and container beforehand.';
    default:
      return 'cannot be reached. Check the address, and that the network lets us through.';
  }
}

/** The SDK wraps what happens in a batch in another error. */
function failureOf(error: unknown): { readonly status: number | undefined; readonly retryAfterMs: number } {
  const failure = Error.isError(error) && error.cause !== undefined ? error.cause : error;
  const { code, retryAfterInMs } = (failure ?? {}) as { readonly code?: unknown; readonly retryAfterInMs?: unknown };
  return { status: typeof code === 'number' ? code : undefined, retryAfterMs: Number(retryAfterInMs ?? 0) };
}
