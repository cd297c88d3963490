import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Conflict } from '../outcome.ts';
import type { IdMaker, Instant } from '../world.ts';
import { etagsOf, planBatch, type Row, type Step } from './plan-batch.ts';
import { boundsOf, markOf, sortKeyFrom } from './position.ts';
import { sqliteCodeOf, sqliteCodes, unavailableFrom } from './sqlite-failure.ts';
import { openSqliteFile } from './sqlite-file.ts';
import { prepareStatements, type Statements } from './sqlite-statements.ts';
import type { Doc, Operation, Page, Query, Store } from './store.ts';

type Stored = {
  readonly partition: string;
  readonly id: string;
  readonly type: string;
  readonly sortKey: string;
  readonly dueAt: Instant | null;
  readonly etag: string;
  readonly body: string;
};

type Waiting = {
  readonly partition: string;
  readonly steps: readonly Step[];
  readonly resolve: (etags: readonly string[]) => void;
  readonly reject: (error: unknown) => void;
};

/** Bounds how long one commit keeps the process from answering. */
const mostBatchesPerCommit = 200;

// SQLite waits inside the process, so each wait is short and other work is done in between; together about 5 s.
const lockWaitMs = 50;
const mostLockWaits = 100;

/** So long at most the write-ahead log tells in which order things were written, and what was deleted since. */
const forgetOrderMs = 1000;

/**
 * The embedded store: one SQLite file in a folder, which several processes may have open.
 * @param options.folder made when missing; `:memory:` keeps nothing
 * @throws StoreUnusable when the file is not ours, damaged, or cannot be written
 */
export function openSqliteStore(options: { readonly folder: string; readonly ids: IdMaker }): Store {
  return new SqliteStore(openSqliteFile(options.folder), options.ids);
}

class SqliteStore implements Store {
  readonly #database: DatabaseSync;
  readonly #ids: IdMaker;
  readonly #sql: Statements;
  readonly #waiting: Waiting[] = [];
  #committing: Promise<void> | undefined;
  #forgetting: NodeJS.Timeout | undefined;

  constructor(database: DatabaseSync, ids: IdMaker) {
    database.exec(`PRAGMA busy_timeout = ${lockWaitMs}`);
    this.#database = database;
    this.#ids = ids;
    this.#sql = prepareStatements(database);
    this.#forgetOrderSoon();
  }

  async get(partition: string, id: string): Promise<Doc | undefined> {
    return read(() => {
      const row = this.#sql.get.get(partition, id);
      return row && docOf(row as Stored, partition, id);
    });
  }

  async batch(partition: string, operations: readonly Operation[]): Promise<readonly string[]> {
    const steps = planBatch(operations, this.#ids);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ partition, steps, resolve, reject });
      this.#committing ??= this.#commitAll();
    });
  }

  async query(partition: string, query: Query): Promise<Page> {
    return read(() => {
      const { low, high } = boundsOf(query);
      const statement = query.descending ? this.#sql.descending : this.#sql.ascending;
      const bounds = [low.sortKey, low.id, high.sortKey, high.id];
      const rows = statement.all(partition, query.type, ...bounds, query.limit + 1) as Stored[];
      const shown = rows.slice(0, query.limit);
      const last = rows.length > shown.length ? shown.at(-1) : undefined;
      return { docs: shown.map(row => docOf(row, partition, row.id, query.type)), next: last && markOf(last) };
    });
  }

  async count(partition: string, type: string): Promise<number> {
    return read(() => {
      const { number } = this.#sql.count.get(partition, type) ?? {};
      return Number(number);
    });
  }

  async due(type: string, before: Instant, limit: number): Promise<readonly Doc[]> {
    return read(() => (this.#sql.due.all(type, before, limit) as Stored[]).map(row => docOf(row)));
  }

  async close(): Promise<void> {
    await this.#committing;
    clearTimeout(this.#forgetting);
    this.#database.close();
  }

  /** Batches that arrive in the same turn of the event loop share one commit, and so one wait for the disk. */
  async #commitAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      await nextTurn();
      try {
        await this.#begin();
      } catch (error) {
        for (const { reject } of this.#waiting.splice(0)) reject(unavailableFrom(error));
        continue;
      }
      this.#commit(this.#waiting.splice(0, mostBatchesPerCommit));
    }
    this.#committing = undefined;
  }

  async #begin(): Promise<void> {
    for (let waits = 1; ; waits += 1) {
      try {
        this.#database.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (sqliteCodeOf(error) !== sqliteCodes.busy || waits === mostLockWaits) throw error;
      }
      await nextTurn();
    }
  }

  #commit(group: readonly Waiting[]): void {
    try {
      const answers = group.map(waiting => this.#apply(waiting));
      this.#database.exec('COMMIT');
      this.#forgetOrderSoon();
      for (const answer of answers) answer();
    } catch (error) {
      // A full disk makes SQLite roll back by itself.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      for (const { reject } of group) reject(unavailableFrom(error));
    }
  }

  #forgetOrderSoon(): void {
    this.#forgetting ??= setTimeout(() => this.#forgetOrder(), forgetOrderMs).unref();
  }

  /** Moves what is in the write-ahead log to its place, and empties the log. Put off while another process reads it. */
  #forgetOrder(): void {
    this.#forgetting = undefined;
    if (!emptyLog(this.#database)) this.#forgetOrderSoon();
  }

  /** Applies one batch inside the open transaction; answers what to tell its caller once that is committed. */
  #apply({ partition, steps, resolve, reject }: Waiting): () => void {
    this.#database.exec('SAVEPOINT batch');
    const refused = steps.find(step => !this.#take(partition, step));
    if (refused) this.#database.exec('ROLLBACK TO batch');
    this.#database.exec('RELEASE batch');
    if (!refused) return () => resolve(etagsOf(steps));
    return () => reject(new Conflict(refused.kind));
  }

  /** @returns false when the document is not as the step expects it */
  #take(partition: string, step: Step): boolean {
    const sql = this.#sql;
    switch (step.kind) {
      case 'create':
        return sql.create.run(partition, step.id, ...contentOf(step)).changes === 1;
      case 'upsert':
        return sql.upsert.run(partition, step.id, ...contentOf(step)).changes === 1;
      case 'replace':
        return sql.replace.run(...contentOf(step), partition, step.id, step.expected).changes === 1;
      case 'delete':
        if (step.expected !== undefined) return sql.deleteKnown.run(partition, step.id, step.expected).changes === 1;
        sql.delete.run(partition, step.id);
        return true;
      case 'check':
        return sql.check.get(partition, step.id, step.expected) !== undefined;
    }
  }
}

/** @returns false when it could not be done now */
function emptyLog(database: DatabaseSync): boolean {
  try {
    return database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0;
  } catch {
    // Nothing is lost: the log is read with the file. A full disk is told of to the next who writes.
    return false;
  }
}

function contentOf({ type, sortKey, dueAt, etag, json }: Row): readonly (string | null)[] {
  return [type, sortKey, dueAt, etag, json];
}

function docOf(row: Stored, partition = row.partition, id = row.id, type = row.type): Doc {
  const { sortKey, dueAt, etag, body } = row;
  return {
    partition,
    id,
    type,
    sortKey: sortKeyFrom(sortKey),
    dueAt: dueAt ?? undefined,
    etag,
    // Parsed when asked for: a reader that knows this version of the document already does not ask.
    get body() {
      return JSON.parse(body);
    },
  };
}

/** @throws StoreUnavailable */
function read<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unavailableFrom(error);
  }
}
