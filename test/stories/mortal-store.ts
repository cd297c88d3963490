import type { Operation, Store } from '../../src/store/store.ts';

export type MortalStore = Store & {
  /** The process dies, as far as its store can tell: right after the next batch that has such an operation in it. */
  dieAfter(isLast: (operation: Operation) => boolean): void;
  /** The process dies just before the next such batch. */
  dieBefore(isNext: (operation: Operation) => boolean): void;
  /** Nothing can be read or written until `revive`. */
  die(): void;
  revive(): void;
};

export function mortalStore(store: Store): MortalStore {
  let isDead = false;
  let isLast: (operation: Operation) => boolean = () => false;
  let isTooLate: (operation: Operation) => boolean = () => false;

  async function living<T>(work: () => Promise<T>): Promise<T> {
    if (isDead) throw new Error('The store is out of reach');
    return work();
  }

  return {
    get: (...given) => living(() => store.get(...given)),
    query: (...given) => living(() => store.query(...given)),
    count: (...given) => living(() => store.count(...given)),
    due: (...given) => living(() => store.due(...given)),
    batch: (partition, operations) =>
      living(async () => {
        isDead ||= operations.some(isTooLate);
        if (isDead) throw new Error('The store is out of reach');
        const etags = await store.batch(partition, operations);
        isDead ||= operations.some(isLast);
        return etags;
      }),
    close: () => store.close(),
    dieAfter(predicate) {
      isLast = predicate;
    },
    dieBefore(predicate) {
      isTooLate = predicate;
    },
    die() {
      isDead = true;
    },
    revive() {
      isDead = false;
      isLast = () => false;
      isTooLate = () => false;
    },
  };
}
