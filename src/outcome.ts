/** A workflow ends in a value or in a refusal; a refusal is a value with a code, and texts/ has its sentence. */
export type Outcome<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused<const R>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}

/** Someone was first: thrown by stores only, when an etag no longer holds or a document to create exists. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

const mostTries = 4;

/**
 * Runs work that reads, decides and writes; on a Conflict it reads and decides again, at most three times more.
 * The work must be repeatable: everything it writes goes in one batch.
 */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Conflict) || tries === mostTries) throw error;
    }
  }
}
