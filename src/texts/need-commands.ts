import type { TypedWords } from './typed-words.ts';

/** What people type, in every language at once, the words on buttons among it; the first of each list is the one help shows. */
export const needCommands = {
  giveNeed: {
    nb: ['meld inn', 'meld behov', 'innspill'],
    nn: ['meld inn', 'meld behov', 'innspel'],
    en: ['report needs'],
  },
  myNeeds: {
    nb: ['mine meldinger', 'våre meldinger'],
    nn: ['mine meldingar', 'våre meldingar'],
    en: ['my needs', 'our needs'],
  },
  importNeeds: { nb: ['importer meldinger'], nn: ['importer meldingar'], en: ['import needs'] },
  takeInNeeds: { nb: ['ta inn'], en: ['take in'] },
  showNeed: { nb: ['melding', 'behovsmelding'], en: ['need'] },
} as const satisfies Record<string, TypedWords>;
