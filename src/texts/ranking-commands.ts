import type { TypedWords } from './typed-words.ts';

/** What people type, in every language at once; the first of each list is the one help shows. */
export const rankingCommands = {
  rankNeeds: { nb: ['prioriter'], en: ['prioritise', 'prioritize'] },
  showRanking: { nb: ['rangering'], nn: ['rangering', 'rangeringa'], en: ['ranking'] },
} as const satisfies Record<string, TypedWords>;
