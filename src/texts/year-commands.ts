import type { CommandWords } from './commands.ts';

/** What people type, in every language at once; the first word of each list is the one help shows. */
export const yearCommands = {
  year: { nb: ['årshjul', 'årshjulet'], en: ['annual cycle', 'year'] },
  copyYear: { nb: ['kopier til'], en: ['copy to'] },
  milestone: { nb: ['milepæl'], en: ['milestone'] },
  rules: { nb: ['regler'], nn: ['reglar'], en: ['rules'] },
} as const satisfies CommandWords;
