import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createHttpServer } from '@vercel/cosmosdb-server';
import { z } from 'zod';
import { applyBatch, type Item, idOf, mostBytes, parseBatch, Refused } from './cosmos-batch.ts';

export type StrictCosmos = {
  readonly endpoint: string;
  readonly key: string;
  /** The next requests for documents are answered 429. */
  throttleNext(requests: number, retryAfterMs: number): void;
  /** The next batch is answered by nothing but the end of the connection, before it is applied or after. */
  loseNext(when: 'before' | 'after'): void;
  close(): Promise<void>;
};

const key = Buffer.from('a key for tests only').toString('base64');

/**
 * A Cosmos DB for tests: the emulator keeps and queries, and in front of it we are as strict as an account. Batches are
 * atomic and bounded, signatures count, 429 comes on demand, and a request not known here is answered 501.
 */
export async function startStrictCosmos(consistency = 'BoundedStaleness'): Promise<StrictCosmos> {
  const emulator = createHttpServer({ keepAlive: true });
  const upstream = await listen(emulator);
  let losing: 'before' | 'after' | undefined;
  let throttled = { requests: 0, retryAfterMs: 0 };
  // One request at a time: nobody sees a batch half applied.
  let last: Promise<unknown> = Promise.resolve();

  const server = createServer((request, response) => {
    last = last.then(async () => {
      try {
        await respond(request, response);
      } catch (error) {
        const status = error instanceof Refused ? error.status : 500;
        send(response, status, { code: String(status), message: String(error) });
      }
    });
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const kind = kindOf(request);
    refuseUnsigned(request);
    if (kind === 'account') {
      send(response, 200, { userConsistencyPolicy: { defaultConsistencyLevel: consistency } });
    } else if (isAboutDocuments(kind) && throttled.requests > 0) {
      throttled = { ...throttled, requests: throttled.requests - 1 };
      send(response, 429, { code: '429', message: 'too many requests' }, throttled.retryAfterMs);
    } else if (kind === 'batch' && losing) {
      if (losing === 'after') await runBatch(request, await text(request), upstream);
      losing = undefined;
      request.socket.destroy();
    } else {
      await answer(kind, request, response, upstream);
    }
  }

  return {
    endpoint: await listen(server),
    key,
    throttleNext(requests, retryAfterMs) {
      throttled = { requests, retryAfterMs };
    },
    loseNext(when) {
      losing = when;
    },
    async close() {
      await Promise.all([close(server), close(emulator)]);
    },
  };
}

type Kind = 'account' | 'databases' | 'container' | 'ranges' | 'read' | 'query' | 'batch';

/** Every request that is known here, by method, path and the header that tells it from others on that path. */
function kindOf(request: IncomingMessage): Kind {
  const route = `${request.method} ${(request.url ?? '').replace(/\/(dbs|colls|docs)\/[^/]+/g, '/$1/*')}`;
  switch (route) {
    case 'GET /':
      return 'account';
    case 'GET /dbs/*':
    case 'POST /dbs':
    case 'GET /dbs/*/colls/*':
      return 'databases';
    case 'POST /dbs/*/colls':
      return 'container';
    case 'GET /dbs/*/colls/*/pkranges':
      return 'ranges';
    case 'GET /dbs/*/colls/*/docs/*':
      return 'read';
    case 'POST /dbs/*/colls/*/docs':
      if (isTrue(request, 'x-ms-cosmos-is-batch-request') && isTrue(request, 'x-ms-cosmos-batch-atomic'))
        return 'batch';
      if (isTrue(request, 'x-ms-documentdb-isquery')) return 'query';
  }
  throw new Refused(501, `not known here: ${route}`);
}

function isAboutDocuments(kind: Kind): boolean {
  return kind === 'read' || kind === 'query' || kind === 'batch';
}

async function answer(
  kind: Exclude<Kind, 'account'>,
  request: IncomingMessage,
  response: ServerResponse,
  upstream: string,
): Promise<void> {
  const body = request.method === 'GET' ? undefined : await text(request);
  if (body !== undefined && Buffer.byteLength(body) > mostBytes) throw new Refused(413, 'the request is too large');
  switch (kind) {
    case 'batch': {
      const { status, results } = await runBatch(request, body ?? '', upstream);
      send(response, status, results);
      return;
    }
    case 'query':
      refuseWideQuery(request, body ?? '');
      return forward(request, body, response, upstream);
    case 'read': {
      const [, collection = '', id = ''] = /^(.*)\/([^/]+)$/.exec(request.url ?? '') ?? [];
      const item = await documentsAt(`${upstream}${collection}`, partitionOf(request)).read(id);
      send(response, item ? 200 : 404, item ?? { code: 'NotFound', message: 'no such document' });
      return;
    }
    case 'container':
      return forward(request, withReversedIndexes(body ?? ''), response, upstream);
    case 'databases':
    case 'ranges':
      return forward(request, body, response, upstream);
  }
}

async function runBatch(request: IncomingMessage, body: string, upstream: string) {
  const partition = partitionOf(request);
  const operations = parseBatch(body, partition);
  const documents = documentsAt(`${upstream}${request.url}`, partition);
  const before = new Map<string, Item | undefined>();
  for (const id of new Set(operations.map(idOf))) before.set(id, await documents.read(id));
  const { status, results, after } = applyBatch(before, operations);
  for (const [id, item] of after) {
    if (item === before.get(id)) continue;
    await (item ? documents.write(item) : documents.delete(id));
  }
  return { status, results };
}

/** Single documents at the emulator, whose own batches are not atomic. */
function documentsAt(address: string, partition: string) {
  // The emulator fails on an absent document unless it is told to look in every partition; it does not, it only says 404.
  const headers = {
    'x-ms-documentdb-partitionkey': asciiJson([partition]),
    'x-ms-documentdb-query-enablecrosspartition': 'true',
  };
  const expect = async (response: Response, ...statuses: readonly number[]) => {
    const body = await response.text();
    if (!statuses.includes(response.status)) throw new Error(`the emulator answered ${response.status}: ${body}`);
    return body;
  };
  return {
    async read(id: string): Promise<Item | undefined> {
      const response = await fetch(`${address}/${id}`, { headers });
      const body = await expect(response, 200, 404);
      return response.status === 404 ? undefined : JSON.parse(body);
    },
    async write(item: Item): Promise<void> {
      const body = JSON.stringify(item);
      if (Buffer.byteLength(body) > mostBytes) throw new Refused(413, 'the document is too large');
      const upsert = { ...headers, 'x-ms-documentdb-is-upsert': 'true' };
      await expect(await fetch(address, { method: 'POST', headers: upsert, body }), 200, 201);
    },
    async delete(id: string): Promise<void> {
      await expect(await fetch(`${address}/${id}`, { method: 'DELETE', headers }), 204);
    },
  };
}

/** The emulator reads every partition whatever the header says, so the query must name the same one. */
function refuseWideQuery(request: IncomingMessage, body: string): void {
  if (request.headers['x-ms-documentdb-partitionkey'] === undefined) {
    if (!isTrue(request, 'x-ms-documentdb-query-enablecrosspartition'))
      throw new Refused(400, 'a query without partition');
    return;
  }
  const { query, parameters } = JSON.parse(body) as { query: string; parameters: { name: string; value: unknown }[] };
  const named = parameters.find(({ name }) => name === '@pk')?.value;
  if (!query.includes('c.pk = @pk') || named !== partitionOf(request))
    throw new Refused(400, 'a query of another partition');
}

function partitionOf(request: IncomingMessage): string {
  const [partition, ...more] = JSON.parse(String(request.headers['x-ms-documentdb-partitionkey'] ?? '[]'));
  if (typeof partition !== 'string' || more.length > 0) throw new Refused(400, 'not one partition key');
  return partition;
}

/** As learn.microsoft.com/rest/api/cosmos-db/access-control-on-cosmosdb-resources describes it. */
function refuseUnsigned(request: IncomingMessage): void {
  const words = decodeURIComponent(request.url ?? '')
    .split('/')
    .filter(word => word !== '');
  const isOne = words.length % 2 === 0;
  const type = words.at(isOne ? -2 : -1) ?? '';
  const link = (isOne ? words : words.slice(0, -1)).join('/');
  const signed = [
    request.method?.toLowerCase(),
    type,
    link,
    String(request.headers['x-ms-date']).toLowerCase(),
    '',
    '',
  ];
  const signature = createHmac('sha256', Buffer.from(key, 'base64')).update(signed.join('\n')).digest('base64');
  const given = decodeURIComponent(String(request.headers.authorization));
  if (given !== `type=master&ver=1.0&sig=${signature}`) throw new Refused(401, 'the signature is wrong');
}

/** A header holds no letters beyond ASCII. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** An account serves an order from the index of its exact reverse too; the emulator wants that spelled out. */
function withReversedIndexes(body: string): string {
  const definition = containerSchema.parse(JSON.parse(body));
  const given = definition.indexingPolicy.compositeIndexes;
  const reversed = given.map(paths =>
    paths.map(({ path, order }) => ({ path, order: order === 'ascending' ? 'descending' : 'ascending' })),
  );
  const indexingPolicy = { ...definition.indexingPolicy, compositeIndexes: [...given, ...reversed] };
  return JSON.stringify({ ...definition, indexingPolicy });
}

const compositeIndexes = z.array(z.array(z.object({ path: z.string(), order: z.enum(['ascending', 'descending']) })));
const containerSchema = z.looseObject({ indexingPolicy: z.looseObject({ compositeIndexes }) });

async function forward(
  request: IncomingMessage,
  body: string | undefined,
  response: ServerResponse,
  upstream: string,
): Promise<void> {
  const own = ['host', 'connection', 'content-length', 'transfer-encoding'];
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    own.includes(name) ? [] : [[name, String(value)]],
  );
  const answered = await fetch(`${upstream}${request.url}`, {
    method: request.method ?? 'GET',
    headers,
    ...(body !== undefined && { body }),
  });
  for (const [name, value] of answered.headers) if (!own.includes(name)) response.setHeader(name, value);
  response.writeHead(answered.status).end(await answered.text());
}

function isTrue(request: IncomingMessage, header: string): boolean {
  return String(request.headers[header]).toLowerCase() === 'true';
}

function send(response: ServerResponse, status: number, body: unknown, retryAfterMs?: number): void {
  if (retryAfterMs !== undefined) response.setHeader('x-ms-retry-after-ms', retryAfterMs);
  response.writeHead(status, { 'content-type': 'application/json', 'x-ms-request-charge': '1' });
  response.end(JSON.stringify(body));
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise(resolve => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
