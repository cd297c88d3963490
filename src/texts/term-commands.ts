import type { OwnTerms } from '../features/networks/own-terms.ts';
import type { TypedWords } from './typed-words.ts';

/** What people type, in every language at once; the first of each list is the one help shows. */
export const termCommands = {
  ownTerms: { nb: ['ord', 'egne ord'], nn: ['ord', 'eigne ord'], en: ['words', 'own words'] },
} as const satisfies Record<string, TypedWords>;

/** «ord tema ; …»: the lists by what people call them. */
export const termListWords = {
  themes: ['tema', 'temaer', 'theme', 'themes'],
  'target-groups': ['målgruppe', 'målgrupper', 'target group', 'target groups'],
  sectors: ['sektor', 'sektorer', 'sektorar', 'sector', 'sectors'],
  'owner-types': ['eiertype', 'eiertyper', 'eigartype', 'eigartypar', 'eier', 'eigar', 'owner type', 'owner types'],
  levels: ['nivå', 'nivåer', 'kompetansenivå', 'kompetansenivåer', 'level', 'levels'],
} as const satisfies Record<keyof OwnTerms, readonly string[]>;
