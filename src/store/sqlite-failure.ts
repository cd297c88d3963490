import { type Outage, StoreUnavailable } from './store-unavailable.ts';

/** SQLite's primary result codes that we act on, https://sqlite.org/rescode.html. */
export const sqliteCodes = {
  permission: 3,
  busy: 5,
  readOnly: 8,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notDatabase: 26,
} as const;

const outages: Readonly<Record<number, readonly [Outage, string]>> = {
  [sqliteCodes.busy]: ['busy', 'another process kept the store locked'],
  [sqliteCodes.full]: ['disk-full', 'the disk of the store is full'],
  [sqliteCodes.corrupt]: ['damaged', 'the store is damaged; stop, and restore a backup'],
  [sqliteCodes.notDatabase]: ['damaged', 'the store is damaged; stop, and restore a backup'],
};

/** The primary code of an error from SQLite, undefined for any other error. */
export function sqliteCodeOf(error: unknown): number | undefined {
  if (!Error.isError(error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

export function unavailableFrom(error: unknown): StoreUnavailable {
  const [outage, message] = outages[sqliteCodeOf(error) ?? 0] ?? ['failed', 'the store failed'];
  return new StoreUnavailable(outage, message, error);
}
