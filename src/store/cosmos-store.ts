import { type Container, CosmosClient, type CosmosClientOptions, type SqlQuerySpec } from '@azure/cosmos';
import type { IdMaker, Instant } from '../world.ts';
import { containerDefinition } from './cosmos-container.ts';
import { adviceFor, asking, refuseFailed } from './cosmos-failure.ts';
import { cosmosId, docOf, type Item, operationsOf } from './cosmos-item.ts';
import { etagsOf, planBatch, type Step } from './plan-batch.ts';
import { boundsOf, markOf } from './position.ts';
import type { Doc, Operation, Page, Query, Store } from './store.ts';
import { StoreUnavailable } from './store-unavailable.ts';
import { StoreUnusable } from './store-unusable.ts';

type CosmosOptions = {
  readonly endpoint: string;
  /** Without one, the identity that Azure gives the process. */
  readonly key?: string | undefined;
  readonly database: string;
  readonly ids: IdMaker;
};

const requestTimeoutMs = 10_000;

/**
 * The store for several machines: one container of an Azure Cosmos DB account, made when missing.
 * @throws StoreUnusable when the account cannot be reached, does not let us in, may answer reads with what was before, or
 * has another container of that name
 */
export async function openCosmosStore(options: CosmosOptions): Promise<Store> {
  const client = new CosmosClient(await clientOptions(options));
  try {
    await refuseStaleReads(client);
    const { database } = await client.databases.createIfNotExists({ id: options.database });
    const { container, resource } = await database.containers.createIfNotExists(containerDefinition);
    if (resource?.partitionKey?.paths[0] !== '/pk') {
      throw new StoreUnusable(
        `The container ${containerDefinition.id} in ${options.database} belongs to another program. Set COSMOS_DATABASE to a database of its own.`,
      );
    }
    return new CosmosStore(client, container, options.ids);
  } catch (error) {
    client.dispose();
    if (error instanceof StoreUnusable) throw error;
    throw new StoreUnusable(`Cosmos DB at ${options.endpoint} ${adviceFor(error)}`, { cause: error });
  }
}

/**
 * A poll is closed by counting what was read, so a read must not miss what was written before it: learn.microsoft.com,
 * "Consistency levels in Azure Cosmos DB".
 */
async function refuseStaleReads(client: CosmosClient): Promise<void> {
  const { resource: account } = await client.getDatabaseAccount();
  if (upToDate.includes(account?.consistencyPolicy)) return;
  throw new StoreUnusable(
    `Cosmos DB would answer with what was before (${account?.consistencyPolicy}). Set the account's default consistency to Strong or Bounded staleness.`,
  );
}

/** Bounded staleness promises it in the region that is written to; no other is asked for. */
const upToDate: readonly unknown[] = ['Strong', 'BoundedStaleness'];

async function clientOptions({ endpoint, key }: CosmosOptions): Promise<CosmosClientOptions> {
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(endpoint).hostname);
  const connectionPolicy = {
    // An emulator answers with an address of its own making.
    enableEndpointDiscovery: !isLocal,
    requestTimeout: requestTimeoutMs,
    // Retries are counted in one place only.
    retryOptions: { maxRetryAttemptCount: 0, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 0 },
  };
  if (key !== undefined) return { endpoint, key, connectionPolicy };
  const { DefaultAzureCredential } = await import('@azure/identity');
  return { endpoint, aadCredentials: new DefaultAzureCredential(), connectionPolicy };
}

class CosmosStore implements Store {
  readonly #client: CosmosClient;
  readonly #container: Container;
  readonly #ids: IdMaker;

  constructor(client: CosmosClient, container: Container, ids: IdMaker) {
    this.#client = client;
    this.#container = container;
    this.#ids = ids;
  }

  async get(partition: string, id: string): Promise<Doc | undefined> {
    const { resource } = await asking(() => this.#container.item(cosmosId(id), partition).read<Item>());
    return resource && docOf(resource);
  }

  async batch(partition: string, operations: readonly Operation[]): Promise<readonly string[]> {
    const steps = planBatch(operations, this.#ids);
    if (steps.length === 0) return [];
    const inputs = steps.flatMap(step => operationsOf(partition, step));
    try {
      await asking(async () => {
        const { result } = await this.#container.items.batch([...inputs], partition);
        refuseFailed(result ?? []);
      });
    } catch (error) {
      if (!isUnsure(error) || !(await this.#stands(partition, steps))) throw error;
    }
    return etagsOf(steps);
  }

  /** Whether a batch whose answer was lost was saved all the same: etags are ours, and a batch is saved whole. */
  async #stands(partition: string, steps: readonly Step[]): Promise<boolean> {
    const written = steps.find(step => 'etag' in step);
    return written !== undefined && (await this.get(partition, written.id))?.etag === written.etag;
  }

  async query(partition: string, query: Query): Promise<Page> {
    const { low, high } = boundsOf(query);
    const order = query.descending ? 'DESC' : 'ASC';
    // The account reads only this partition when told so beside the query; an emulator may not, hence pk in the text.
    const text = `
      SELECT * FROM c
      WHERE c.pk = @pk AND c.type = @type AND c.sortKey >= @lowSortKey AND c.sortKey <= @highSortKey
        AND (c.sortKey > @lowSortKey OR c.key > @lowId) AND (c.sortKey < @highSortKey OR c.key < @highId)
      ORDER BY c.type ${order}, c.sortKey ${order}, c.key ${order}`;
    const items = await this.#read<Item>(
      parameterized(text, {
        pk: partition,
        type: query.type,
        lowSortKey: low.sortKey,
        lowId: low.id,
        highSortKey: high.sortKey,
        highId: high.id,
      }),
      query.limit + 1,
      partition,
    );
    const shown = items.slice(0, query.limit);
    const last = items.length > shown.length ? shown.at(-1) : undefined;
    return { docs: shown.map(docOf), next: last && markOf({ sortKey: last.sortKey, id: last.key }) };
  }

  async count(partition: string, type: string): Promise<number> {
    const text = 'SELECT VALUE COUNT(1) FROM c WHERE c.pk = @pk AND c.type = @type';
    const [number = 0] = await this.#read<number>(parameterized(text, { pk: partition, type }), 1, partition);
    return number;
  }

  async due(type: string, before: Instant, limit: number): Promise<readonly Doc[]> {
    const text = `
      SELECT * FROM c WHERE c.type = @type AND c.dueAt <= @before
      ORDER BY c.type ASC, c.dueAt ASC`;
    return (await this.#read<Item>(parameterized(text, { type, before }), limit)).map(docOf);
  }

  async close(): Promise<void> {
    this.#client.dispose();
  }

  /** The first results of a query; Cosmos DB may give them in pages shorter than asked for, also empty ones. */
  async #read<T>(query: SqlQuerySpec, limit: number, partitionKey?: string): Promise<readonly T[]> {
    const pages = this.#container.items.query<T>(query, {
      maxItemCount: limit,
      ...(partitionKey !== undefined && { partitionKey }),
    });
    const found: T[] = [];
    while (found.length < limit && pages.hasMoreResults()) {
      const { resources } = await asking(() => pages.fetchNext());
      found.push(...(resources ?? []));
    }
    return found.slice(0, limit);
  }
}

function isUnsure(error: unknown): boolean {
  return error instanceof StoreUnavailable && error.outage === 'failed';
}

function parameterized(query: string, values: Readonly<Record<string, string>>): SqlQuerySpec {
  return { query, parameters: Object.entries(values).map(([name, value]) => ({ name: `@${name}`, value })) };
}
