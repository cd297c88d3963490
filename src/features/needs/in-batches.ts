/** Below a batch's hundred, whatever else stands in it. */
const mostAtOnce = 90;

/** As many at a time as one batch takes, in order. */
export function inBatches<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / mostAtOnce) }, (_, at) =>
    all.slice(at * mostAtOnce, (at + 1) * mostAtOnce),
  );
}
