import { closeSync, mkdirSync, openSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteCodeOf, sqliteCodes } from './sqlite-failure.ts';
import { StoreUnusable } from './store-unusable.ts';

/** "Lagt" in ASCII, in the header of our files: what tells them from other programs' SQLite files. */
const applicationId = 0x4c616774;
const schemaVersion = 1;

const waitAtStartMs = 5_000;
const roomToStart = 100_000;

// Rows lie in the order of their keys and carry no number of their own: the file does not tell which came first.
const schema = `
  CREATE TABLE document (
    partition TEXT NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    sortKey TEXT NOT NULL,
    dueAt TEXT,
    etag TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (partition, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX document_order ON document (partition, type, sortKey, id);
  CREATE INDEX document_due ON document (type, dueAt) WHERE dueAt IS NOT NULL;
`;

/**
 * Opens the store's file, or makes one where there is none. A file that is not ours, or not whole, is left as it is.
 * @throws StoreUnusable
 */
export function openSqliteFile(folder: string): DatabaseSync {
  const file = folder === ':memory:' ? folder : join(folder, 'laget.sqlite');
  let database: DatabaseSync | undefined;
  try {
    if (file !== ':memory:') makeFile(folder, file);
    database = new DatabaseSync(file, { timeout: waitAtStartMs });
    prepare(database, file);
    return database;
  } catch (error) {
    database?.close();
    throw unusableFrom(error, file, folder);
  }
}

/** For this account's eyes only; SQLite would let others read it. What is there already stays as it is. */
function makeFile(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
}

function prepare(database: DatabaseSync, file: string): void {
  refuseForeign(database, file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
  refuseDamaged(database, file);
  database.exec('BEGIN IMMEDIATE');
  if (isEmpty(database)) database.exec(schema);
  // Written even when it is there already: a full disk or a read-only file shows now and not at the first ballot.
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`);
}

function refuseForeign(database: DatabaseSync, file: string): void {
  if (isEmpty(database)) return;
  if (numberOf(database, 'application_id') !== applicationId) {
    throw new StoreUnusable(`${file} belongs to another program. Set LAGET_DATA to a folder of its own.`);
  }
  if (numberOf(database, 'user_version') > schemaVersion) {
    throw new StoreUnusable(`${file} was written by a newer Laget. Start that version, or restore an older backup.`);
  }
}

function refuseDamaged(database: DatabaseSync, file: string): void {
  const { quick_check: finding } = database.prepare('PRAGMA quick_check(1)').get() ?? {};
  if (finding !== 'ok') throw damaged(file, finding);
}

function isEmpty(database: DatabaseSync): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
}

function numberOf(database: DatabaseSync, pragma: 'application_id' | 'user_version'): number {
  return Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);
}

function unusableFrom(error: unknown, file: string, folder: string): StoreUnusable {
  if (error instanceof StoreUnusable) return error;
  const cause = { cause: error };
  switch (sqliteCodeOf(error)) {
    case sqliteCodes.notDatabase:
      return new StoreUnusable(`${file} is not a database. Move it away, or set LAGET_DATA to another folder.`, cause);
    case sqliteCodes.corrupt:
      return damaged(file, error);
    case sqliteCodes.busy:
      return new StoreUnusable(`${file} is locked by another program. Close that program and start again.`, cause);
    default:
      if (isFull(folder)) return new StoreUnusable(`The disk of ${file} is full. Make room and start again.`, cause);
      return new StoreUnusable(`${file} cannot be opened for writing. Check who may write there, and the disk.`, cause);
  }
}

/** Asked of the disk: SQLite calls it full, or an input error, depending on what it was about to write. */
function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < roomToStart;
  } catch {
    return false;
  }
}

function damaged(file: string, cause: unknown): StoreUnusable {
  return new StoreUnusable(`${file} is damaged. Keep a copy of it, and restore a backup in its place.`, { cause });
}
