import { BulkOperationType, type OperationInput, PatchOperationType } from '@azure/cosmos';
import type { Instant } from '../world.ts';
import type { Row, Step } from './plan-batch.ts';
import { sortKeyFrom } from './position.ts';
import type { Doc } from './store.ts';

/** A document as it lies in Cosmos DB. */
export type Item = {
  readonly id: string;
  readonly pk: string;
  /** The id as we say it, also for ordering. */
  readonly key: string;
  readonly type: string;
  readonly sortKey: string;
  readonly dueAt: Instant | null;
  /** Our etag. Cosmos's own changes with every patch, also with one that only checks. */
  readonly version: string;
  readonly body: unknown;
};

/**
 * Cosmos DB refuses `/`, `\`, `?` and `#` in ids (learn.microsoft.com/azure/cosmos-db/concepts-limits), and ids stand in
 * addresses, where `.`, `%` and spaces are trouble too. Different ids stay different.
 */
export function cosmosId(id: string): string {
  return id.replace(/[^A-Za-z0-9:_-]/gu, character => `~${character.codePointAt(0)?.toString(16)}~`);
}

export function docOf({ pk, key, type, sortKey, dueAt, version, body }: Item): Doc {
  return {
    partition: pk,
    id: key,
    type,
    sortKey: sortKeyFrom(sortKey),
    dueAt: dueAt ?? undefined,
    etag: version,
    body,
  };
}

/** One or two operations of a transactional batch, which together do what the step says, or fail the whole batch. */
export function operationsOf(partition: string, step: Step): readonly OperationInput[] {
  switch (step.kind) {
    case 'create':
      return [{ operationType: BulkOperationType.Create, resourceBody: itemOf(partition, step.id, step) }];
    case 'upsert':
      return [upsert(partition, step.id, step)];
    case 'replace':
      return [patch(step.id, step.expected, contentOf(step))];
    case 'delete': {
      // The first makes sure that there is something to delete, and that it is the one that was meant.
      const first =
        step.expected === undefined ? upsert(partition, step.id, placeholder) : unchanged(step.id, step.expected);
      return [first, { operationType: BulkOperationType.Delete, id: cosmosId(step.id) }];
    }
    case 'check':
      return [unchanged(step.id, step.expected)];
  }
}

const placeholder = { type: '', sortKey: '', dueAt: null, etag: '', json: 'null' };

type Content = Omit<Row, 'id'>;

function upsert(partition: string, id: string, content: Content): OperationInput {
  return { operationType: BulkOperationType.Upsert, resourceBody: itemOf(partition, id, content) };
}

/** A patch that writes what is there already: it holds only while the document has this version. */
function unchanged(id: string, version: string): OperationInput {
  return patch(id, version, { version });
}

function patch(id: string, version: string, changes: Readonly<Record<string, JsonValue>>): OperationInput {
  return {
    operationType: BulkOperationType.Patch,
    id: cosmosId(id),
    resourceBody: {
      condition: `from c where c.version = ${JSON.stringify(version)}`,
      operations: Object.entries(changes).map(([name, value]) => ({
        op: PatchOperationType.set,
        path: `/${name}`,
        value,
      })),
    },
  };
}

function itemOf(partition: string, id: string, content: Content) {
  return { id: cosmosId(id), pk: partition, key: id, ...contentOf(content) };
}

function contentOf({ type, sortKey, dueAt, etag, json }: Content) {
  return { type, sortKey, dueAt, version: etag, body: JSON.parse(json) as JsonValue };
}

type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue };
