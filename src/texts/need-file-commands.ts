import type { TypedWords } from './typed-words.ts';

/** What people type, in every language at once; the first of each list is the one help shows. */
export const needFileCommands = {
  needFiles: { nb: ['filer', 'fil'], en: ['files', 'file'] },
} as const satisfies Record<string, TypedWords>;
