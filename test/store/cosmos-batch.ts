import { z } from 'zod';

/** A document with Cosmos DB's own fields, which begin with an underscore. */
export type Item = Readonly<Record<string, unknown>>;

const resource = z.looseObject({ id: z.string(), pk: z.string() });
const id = z.string();
const ifMatch = z.exactOptional(z.string());

const patchStep = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['set', 'add', 'replace']), path: z.string(), value: z.json() }),
  z.strictObject({ op: z.literal('remove'), path: z.string() }),
]);

/** The operations of a transactional batch that we know; any other shape is refused. */
const batchSchema = z.array(
  z.discriminatedUnion('operationType', [
    z.strictObject({ operationType: z.literal('Create'), resourceBody: resource }),
    z.strictObject({ operationType: z.literal('Upsert'), resourceBody: resource, ifMatch }),
    z.strictObject({ operationType: z.literal('Replace'), id, resourceBody: resource, ifMatch }),
    z.strictObject({ operationType: z.literal('Delete'), id, ifMatch }),
    z.strictObject({ operationType: z.literal('Read'), id }),
    z.strictObject({
      operationType: z.literal('Patch'),
      id,
      ifMatch,
      resourceBody: z.strictObject({ condition: z.string().optional(), operations: z.array(patchStep).min(1).max(10) }),
    }),
  ]),
);

type BatchOperation = z.infer<typeof batchSchema>[number];
type PatchStep = z.infer<typeof patchStep>;
type Outcome = { readonly statusCode: number; readonly item?: Item | undefined };

export const mostBytes = 2 * 1024 * 1024;
const mostBatchOperations = 100;
const mostIdBytes = 1023;

/** What a real account refuses as a whole, and what this one does not know: the request is answered with the status. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** @throws Refused when it is no batch, or beyond what a batch may hold */
export function parseBatch(text: string, partition: string): readonly BatchOperation[] {
  const parsed = batchSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Refused(400, `not a batch known here: ${parsed.error.message}`);
  if (parsed.data.length > mostBatchOperations) throw new Refused(400, `${parsed.data.length} operations`);
  for (const operation of parsed.data) {
    refuseBadId(idOf(operation));
    const body = 'resourceBody' in operation ? operation.resourceBody : {};
    if ('pk' in body && body.pk !== partition) {
      throw new Refused(400, 'the partition key in the document is another than in the header');
    }
  }
  return parsed.data;
}

export function idOf(operation: BatchOperation): string {
  return 'id' in operation ? operation.id : operation.resourceBody.id;
}

/** Applies all or none. Documents that are gone afterwards are undefined. */
export function applyBatch(
  before: ReadonlyMap<string, Item | undefined>,
  operations: readonly BatchOperation[],
): {
  readonly status: 200 | 207;
  readonly results: readonly object[];
  readonly after: ReadonlyMap<string, Item | undefined>;
} {
  const after = new Map(before);
  const outcomes: Outcome[] = [];
  for (const operation of operations) {
    const outcome = applyOne(after.get(idOf(operation)), operation);
    outcomes.push(outcome);
    if (outcome.statusCode >= 400) {
      const results = operations.map((_, index) => ({
        statusCode: index === outcomes.length - 1 ? outcome.statusCode : 424,
        requestCharge: 0,
      }));
      return { status: 207, results, after: before };
    }
    if (operation.operationType !== 'Read') after.set(idOf(operation), outcome.item);
  }
  const results = outcomes.map(({ statusCode, item }) => ({ statusCode, requestCharge: 1, resourceBody: item }));
  return { status: 200, results, after };
}

function applyOne(old: Item | undefined, operation: BatchOperation): Outcome {
  if (operation.operationType === 'Create') {
    return old ? { statusCode: 409 } : { statusCode: 201, item: operation.resourceBody };
  }
  if (operation.operationType === 'Upsert' && !old) return { statusCode: 201, item: operation.resourceBody };
  if (!old) return { statusCode: 404 };
  const { _etag: etag } = old;
  if ('ifMatch' in operation && operation.ifMatch !== etag) return { statusCode: 412 };
  switch (operation.operationType) {
    case 'Upsert':
    case 'Replace':
      return { statusCode: 200, item: operation.resourceBody };
    case 'Delete':
      return { statusCode: 204 };
    case 'Read':
      return { statusCode: 200, item: old };
    case 'Patch':
      return patchOne(old, operation.resourceBody);
  }
}

function patchOne(old: Item, patch: Extract<BatchOperation, { operationType: 'Patch' }>['resourceBody']): Outcome {
  if (patch.condition !== undefined && !holds(patch.condition, old)) return { statusCode: 412 };
  return { statusCode: 200, item: patch.operations.reduce(patchField, old) };
}

/** The one form of condition that is known here: a field equal to a text. */
function holds(condition: string, item: Item): boolean {
  const [, field = '', text = ''] = /^from c where c\.(\w+) = ("(?:[^"\\]|\\.)*")$/.exec(condition) ?? [];
  if (field === '') throw new Refused(400, `not a condition known here: ${condition}`);
  return item[field] === JSON.parse(text);
}

function patchField(item: Item, step: PatchStep): Item {
  const [, field = ''] = /^\/(\w+)$/.exec(step.path) ?? [];
  if (field === '' || field === 'id' || field === 'pk' || field.startsWith('_')) {
    throw new Refused(400, `not a path that may be patched here: ${step.path}`);
  }
  if (!(field in item) && (step.op === 'remove' || step.op === 'replace')) {
    throw new Refused(400, `nothing at ${step.path}`);
  }
  const { [field]: _, ...others } = item;
  return step.op === 'remove' ? others : { ...others, [field]: step.value };
}

function refuseBadId(given: string): void {
  if (given === '' || /[/\\?#]/.test(given) || Buffer.byteLength(given) > mostIdBytes) {
    throw new Refused(400, `not an id: ${given}`);
  }
}
