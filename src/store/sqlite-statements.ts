import type { DatabaseSync } from 'node:sqlite';

export type Statements = ReturnType<typeof prepareStatements>;

/** Everything the store says to SQLite while it runs. Rows are written as (partition, id, type, sortKey, dueAt, etag, body). */
export function prepareStatements(database: DatabaseSync) {
  const prepare = (sql: string) => database.prepare(sql);
  const between = `
    SELECT id, sortKey, dueAt, etag, body FROM document
    WHERE partition = ? AND type = ? AND (sortKey, id) > (?, ?) AND (sortKey, id) < (?, ?)`;
  return {
    get: prepare('SELECT type, sortKey, dueAt, etag, body FROM document WHERE partition = ? AND id = ?'),
    ascending: prepare(`${between} ORDER BY sortKey, id LIMIT ?`),
    descending: prepare(`${between} ORDER BY sortKey DESC, id DESC LIMIT ?`),
    count: prepare('SELECT count(*) AS number FROM document WHERE partition = ? AND type = ?'),
    due: prepare('SELECT * FROM document WHERE type = ? AND dueAt <= ? ORDER BY dueAt, partition, id LIMIT ?'),

    create: prepare('INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING'),
    upsert: prepare(`
      INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET type = excluded.type, sortKey = excluded.sortKey, dueAt = excluded.dueAt,
        etag = excluded.etag, body = excluded.body`),
    replace: prepare(`
      UPDATE document SET type = ?, sortKey = ?, dueAt = ?, etag = ?, body = ?
      WHERE partition = ? AND id = ? AND etag = ?`),
    delete: prepare('DELETE FROM document WHERE partition = ? AND id = ?'),
    deleteKnown: prepare('DELETE FROM document WHERE partition = ? AND id = ? AND etag = ?'),
    check: prepare('SELECT 1 FROM document WHERE partition = ? AND id = ? AND etag = ?'),
  };
}
