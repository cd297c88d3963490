import type { Instant } from '../world.ts';

/** A document: plain JSON under a partition and an id, with the two keys it can be found by. */
export type Doc = {
  readonly partition: string;
  readonly id: string;
  readonly type: string;
  /** Orders `query` within a partition and type; without one a document is not found by range, only listed last. */
  readonly sortKey?: string | undefined;
  /** When work on it falls due; without one `due` does not see it. */
  readonly dueAt?: Instant | undefined;
  /** Changes with every write, and says nothing about when or in which order documents were written. */
  readonly etag: string;
  readonly body: unknown;
};

export type Content = Pick<Doc, 'id' | 'type' | 'sortKey' | 'dueAt' | 'body'>;

export type Operation =
  /** Conflict if the id exists. */
  | ({ readonly kind: 'create' } & Content)
  /** Whatever was there. */
  | ({ readonly kind: 'upsert' } & Content)
  /** Conflict unless the document still has this etag. */
  | ({ readonly kind: 'replace'; readonly etag: string } & Content)
  /** With an etag: Conflict unless it still holds. Without: gone afterwards, whether or not it was there. */
  | { readonly kind: 'delete'; readonly id: string; readonly etag?: string | undefined }
  /** Conflict unless the document still has this etag. Changes nothing, so checks never disturb one another. */
  | { readonly kind: 'check'; readonly id: string; readonly etag: string };

export type Query = {
  readonly type: string;
  /** Inclusive lower bound of sortKey. */
  readonly from?: string;
  /** Exclusive upper bound of sortKey. */
  readonly to?: string;
  readonly descending?: boolean;
  readonly limit: number;
  /** A page's `next`, to read on. */
  readonly after?: string;
};

export type Page = { readonly docs: readonly Doc[]; readonly next?: string | undefined };

export const mostOperations = 100;

/** Documents in partitions. Every promise resolves only when what it promises is on disk. */
export interface Store {
  get(partition: string, id: string): Promise<Doc | undefined>;
  /**
   * All of the operations or none, at most 100, each id at most once. Answers the new etag of each operation in order
   * (empty for delete and check). @throws Conflict when an etag does not hold or a document to create exists.
   */
  batch(partition: string, operations: readonly Operation[]): Promise<readonly string[]>;
  /** By sortKey, then id; a page may be read again and gives what is there then. */
  query(partition: string, query: Query): Promise<Page>;
  count(partition: string, type: string): Promise<number>;
  /**
   * Documents of a type with `dueAt` at or before an instant, earliest first: the only read across partitions. It may be
   * stale: whoever acts on it claims by etag first.
   */
  due(type: string, before: Instant, limit: number): Promise<readonly Doc[]>;
  close(): Promise<void>;
}
