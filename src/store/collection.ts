import type { z } from 'zod';
import { placeOf } from '../fault-place.ts';
import { Conflict } from '../outcome.ts';
import type { Instant, World } from '../world.ts';
import type { Content, Doc, Operation, Query, Store } from './store.ts';

/** A document read through its schema, with the etag that a later write must still find. */
export type Kept<T> = { readonly partition: string; readonly id: string; readonly etag: string; readonly value: T };

/** Where a document is. */
export type Found = Pick<Kept<unknown>, 'partition' | 'id'>;

type Tools = { readonly store: Store; readonly world: World };

type Keys = { readonly sortKey?: string | undefined; readonly dueAt?: Instant | undefined };

/** A typed view of one type of document: parses what is read, builds the operations that write. */
export class Collection<T> {
  readonly type: string;
  readonly #schema: z.ZodType<T>;
  readonly #mostRemembered: number;
  readonly #remembered = new Map<string, Kept<T>>();
  readonly #keysOf: (value: T) => Keys;

  /** @param mostRemembered versions kept parsed, for what is read again and again; none of what is to be forgotten */
  constructor(type: string, schema: z.ZodType<T>, keysOf: (value: T) => Keys = () => ({}), mostRemembered = 0) {
    this.type = type;
    this.#mostRemembered = mostRemembered;
    this.#schema = schema;
    this.#keysOf = keysOf;
  }

  async get(store: Store, partition: string, id: string): Promise<Kept<T> | undefined> {
    const doc = await store.get(partition, id);
    return doc && this.read(doc);
  }

  /** Every document of the type in a partition, page after page. */
  async all(store: Store, partition: string, range: Pick<Query, 'from' | 'to'> = {}): Promise<readonly Kept<T>[]> {
    const found: Kept<T>[] = [];
    let after: string | undefined;
    do {
      const page = await store.query(partition, { type: this.type, ...range, limit: 1000, ...(after && { after }) });
      found.push(...page.docs.map(doc => this.read(doc)));
      after = page.next;
    } while (after);
    return found;
  }

  /** What is due, earliest first, unread: a document that cannot be read shows only to whoever reads it. */
  async due(store: Store, before: Instant, limit = 100): Promise<readonly Found[]> {
    return (await store.due(this.type, before, limit)).map(({ partition, id }) => ({ partition, id }));
  }

  /**
   * What is due as it stands when it is read, earliest first. One that cannot be read is told of in the log and holds up
   * no other.
   */
  async readDue(tools: Tools, limit = 100): Promise<readonly Kept<T>[]> {
    const found = await this.due(tools.store, tools.world.clock.now(), limit);
    const kept = await Promise.all(
      found.map(each => orLogged(tools, each, () => this.get(tools.store, each.partition, each.id))),
    );
    // What others write anew all the while, due each time at once, is due still.
    const now = tools.world.clock.now();
    return kept.filter(each => each !== undefined).filter(({ value }) => isDue(this.#keysOf(value), now));
  }

  /**
   * Does work on each document that is due, all at once. One whose work fails is told of in the log and holds up no other;
   * whoever loses a race leaves the work to the one who won it.
   * @returns how many were worked off; there may be more
   */
  async workOffDue(tools: Tools, work: (kept: Kept<T>) => Promise<void>): Promise<number> {
    const due = await this.readDue(tools);
    const isDone = await Promise.all(due.map(kept => orLogged(tools, kept, () => work(kept).then(() => true))));
    return isDone.filter(Boolean).length;
  }

  /**
   * A version that is remembered is handed out again as it was parsed: nobody may change it.
   * @throws ZodError when a stored document is not of our shape: a fault, never the reader's doing.
   */
  read(doc: Doc): Kept<T> {
    const version = `${doc.partition} ${doc.id} ${doc.etag}`;
    const known = this.#remembered.get(version);
    if (known) return known;
    const kept = { partition: doc.partition, id: doc.id, etag: doc.etag, value: this.#schema.parse(doc.body) };
    if (this.#mostRemembered > 0) this.#remember(version, kept);
    return kept;
  }

  #remember(version: string, kept: Kept<T>): void {
    this.#remembered.set(version, kept);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > this.#mostRemembered && oldest !== undefined) this.#remembered.delete(oldest);
  }

  create(id: string, value: T): Operation {
    return { kind: 'create', ...this.#content(id, value) };
  }

  upsert(id: string, value: T): Operation {
    return { kind: 'upsert', ...this.#content(id, value) };
  }

  replace(kept: Kept<T>, value: T): Operation {
    return { kind: 'replace', etag: kept.etag, ...this.#content(kept.id, value) };
  }

  #content(id: string, value: T): Content {
    return { id, type: this.type, ...this.#keysOf(value), body: value };
  }
}

export function check(kept: Kept<unknown>): Operation {
  return { kind: 'check', id: kept.id, etag: kept.etag };
}

export function remove(kept: Kept<unknown>): Operation {
  return { kind: 'delete', id: kept.id, etag: kept.etag };
}

function isDue({ dueAt }: Keys, now: Instant): boolean {
  return dueAt !== undefined && dueAt <= now;
}

/** Work that falls due is done by whoever is first, and will be tried again. @returns undefined when it was not done */
export async function orLogged<T>(
  { world }: Pick<Tools, 'world'>,
  { partition, id }: Found,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    world.log.error({ partition, id, fault: placeOf(error) }, 'Work that was due failed and will be tried again');
    return undefined;
  }
}
