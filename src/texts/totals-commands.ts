import type { TypedWords } from './typed-words.ts';

/** What people type, in every language at once; the first of each list is the one help shows. */
export const totalsCommands = {
  roundTotals: { nb: ['tema', 'totaler'], nn: ['tema', 'totalar'], en: ['themes', 'totals'] },
} as const satisfies Record<string, TypedWords>;
