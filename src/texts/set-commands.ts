import type { TypedWords } from './typed-words.ts';

/** What people type, in every language at once; the first of each list is the one help shows. */
export const setCommands = {
  showSet: { nb: ['meldinger'], nn: ['meldingar'], en: ['needs'] },
  acceptNeeds: {
    nb: ['godta alle fullstendige', 'godta fullstendige'],
    nn: ['godta alle fullstendige', 'godta fullstendige'],
    en: ['accept all complete', 'accept complete'],
  },
  bundleNeeds: { nb: ['slå sammen'], nn: ['slå saman'], en: ['merge'] },
  showBundle: { nb: ['felles behov'], nn: ['felles behov'], en: ['joint need'] },
  undoBundle: {
    nb: ['skill felles behov', 'skill'],
    nn: ['skil felles behov', 'skil'],
    en: ['part joint need', 'split joint need'],
  },
  handOver: { nb: ['gi videre'], nn: ['gi vidare'], en: ['hand over'] },
  takeBack: { nb: ['ta tilbake'], en: ['take back'] },
} as const satisfies Record<string, TypedWords>;

/** «… ; ansvarlig Senja» */
export const responsibleWords = ['ansvarlig', 'ansvarleg', 'responsible'] as const;
