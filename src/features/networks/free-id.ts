import { idFrom } from '../../world.ts';

/** The same words give the same id, passing over those that are taken by something that was called so before. */
export function freeId(isTaken: (id: string) => boolean, ...words: readonly string[]): string {
  for (let count = 1; ; count += 1) {
    const id = idFrom(...words, String(count));
    if (!isTaken(id)) return id;
  }
}
