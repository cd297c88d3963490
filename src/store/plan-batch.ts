import type { IdMaker, Instant } from '../world.ts';
import { BatchTooLarge } from './batch-too-large.ts';
import { storedSortKey } from './position.ts';
import { type Content, mostOperations, type Operation } from './store.ts';

export type Row = {
  readonly id: string;
  readonly type: string;
  readonly sortKey: string;
  readonly dueAt: Instant | null;
  readonly etag: string;
  readonly json: string;
};

/** An operation made ready to apply: the body as text, so that a caller changing it later changes nothing. */
export type Step =
  | ({ readonly kind: 'create' | 'upsert' } & Row)
  | ({ readonly kind: 'replace'; readonly expected: string } & Row)
  | { readonly kind: 'delete'; readonly id: string; readonly expected: string | undefined }
  | { readonly kind: 'check'; readonly id: string; readonly expected: string };

/** Cosmos DB takes 2 MB a request (learn.microsoft.com/azure/cosmos-db/concepts-limits); the rest is for keys and frame. */
const mostBodyBytes = 1_900_000;

/**
 * The same limits for every store, so that what passes on a laptop passes in the cloud.
 * @throws BatchTooLarge beyond 100 operations (a delete counts two) or 1.9 MB of bodies
 */
export function planBatch(operations: readonly Operation[], ids: IdMaker): readonly Step[] {
  const weight = operations.reduce((sum, operation) => sum + weightOf(operation), 0);
  if (weight > mostOperations) throw new BatchTooLarge(`a batch of ${weight} operations; at most ${mostOperations}`);
  if (new Set(operations.map(({ id }) => id)).size < operations.length) throw new Error('an id twice in one batch');

  const steps = operations.map(operation => stepOf(operation, ids));
  const bytes = steps.reduce((sum, step) => sum + ('json' in step ? Buffer.byteLength(step.json) : 0), 0);
  if (bytes > mostBodyBytes) throw new BatchTooLarge(`a batch of ${bytes} bytes; at most ${mostBodyBytes}`);
  return steps;
}

/** What `batch` answers: the new etag of each operation, empty where nothing was written. */
export function etagsOf(steps: readonly Step[]): readonly string[] {
  return steps.map(step => ('etag' in step ? step.etag : ''));
}

// Cosmos DB has neither a conditional delete nor one that forgives absence: there each delete is two operations.
function weightOf({ kind }: Operation): number {
  return kind === 'delete' ? 2 : 1;
}

function stepOf(operation: Operation, ids: IdMaker): Step {
  switch (operation.kind) {
    case 'create':
    case 'upsert':
      return { kind: operation.kind, ...rowOf(operation, ids) };
    case 'replace':
      return { kind: 'replace', expected: operation.etag, ...rowOf(operation, ids) };
    case 'delete':
      return { kind: 'delete', id: operation.id, expected: operation.etag };
    case 'check':
      return { kind: 'check', id: operation.id, expected: operation.etag };
  }
}

function rowOf({ id, type, sortKey, dueAt, body }: Content, ids: IdMaker): Row {
  const json: string | undefined = JSON.stringify(body);
  if (json === undefined) throw new TypeError('a body must be JSON');
  return { id, type, sortKey: storedSortKey(sortKey), dueAt: dueAt ?? null, etag: ids.random(), json };
}
