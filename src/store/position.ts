import { z } from 'zod';
import type { Query } from './store.ts';

/** Where a document stands among those of its partition and type. */
type Position = { readonly sortKey: string; readonly id: string };

// A mark before every key puts the keyless last, whatever order a store gives to letters beyond ASCII.
const keyed = '=';
const keyless = '~';
const beyond = '~~';

export function storedSortKey(sortKey: string | undefined): string {
  return sortKey === undefined ? keyless : keyed + sortKey;
}

export function sortKeyFrom(stored: string): string | undefined {
  return stored === keyless ? undefined : stored.slice(keyed.length);
}

/** What a query asks for lies strictly between the two; a page's mark moves the bound that reading started from. */
export function boundsOf({ from, to, descending, after }: Query): { readonly low: Position; readonly high: Position } {
  const isRange = from !== undefined || to !== undefined;
  const low = { sortKey: from === undefined ? '' : keyed + from, id: '' };
  const high = { sortKey: to === undefined ? (isRange ? keyless : beyond) : keyed + to, id: '' };
  if (after === undefined) return { low, high };
  return descending ? { low, high: positionAt(after) } : { low: positionAt(after), high };
}

/** A page's `next`: it names the last document read and nothing of the process, so that it holds across restarts. */
export function markOf({ sortKey, id }: Position): string {
  return Buffer.from(JSON.stringify([sortKey, id])).toString('base64url');
}

const markSchema = z.tuple([z.string(), z.string()]);

/** @throws SyntaxError or ZodError when the mark is none of ours */
function positionAt(mark: string): Position {
  const [sortKey, id] = markSchema.parse(JSON.parse(Buffer.from(mark, 'base64url').toString()));
  return { sortKey, id };
}
