import type { TypedWords } from './typed-words.ts';

/** What people type, in every language at once; the first of each list is the one help shows. */
export const roundCommands = {
  round: { nb: ['innhenting', 'ny innhenting'], en: ['round', 'new round'] },
  rounds: { nb: ['innhentinger'], nn: ['innhentingar'], en: ['rounds'] },
  roundMissing: {
    nb: ['hvem mangler', 'mangler i innhenting'],
    nn: ['kven manglar', 'manglar i innhenting'],
    en: ['who is missing', 'missing in round'],
  },
  remindRound: { nb: ['minn om innhenting'], en: ['remind of round'] },
  extendRound: { nb: ['forleng innhenting'], en: ['extend round'] },
  closeRound: { nb: ['steng innhenting'], nn: ['steng innhenting', 'stengje innhenting'], en: ['close round'] },
} as const satisfies Record<string, TypedWords>;

/** Words within a command: «innhenting … ; innspill ; åpner 11. januar». */
export const roundWords = {
  input: ['innspill', 'innspel', 'input', 'quick input'],
  need: ['behovsmelding', 'behovsmeldinger', 'behovsmeldingar', 'needs report', 'full report'],
  opens: ['åpner', 'opnar', 'åpnes', 'opens'],
} as const;
