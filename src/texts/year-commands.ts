import type { TypedWords } from './typed-words.ts';

/** What people type, in every language at once, the words on buttons among it; the first of each list is the one help shows. */
export const yearCommands = {
  year: { nb: ['årshjul', 'årshjulet'], en: ['annual cycle', 'year'] },
  copyYear: { nb: ['kopier til'], en: ['copy to'] },
  usualYear: {
    nb: ['foreslå et vanlig år', 'foreslå vanlig år'],
    nn: ['føreslå eit vanleg år', 'foreslå eit vanleg år'],
    en: ['suggest a usual year'],
  },
  milestone: { nb: ['milepæl', 'ny milepæl'], en: ['milestone', 'new milestone'] },
  changeMilestone: { nb: ['endre milepæl'], en: ['change milestone'] },
  removeMilestone: { nb: ['ta bort milepæl', 'slett milepæl'], en: ['remove milestone'] },
  rules: { nb: ['regler', 'reglene'], nn: ['reglar', 'reglane'], en: ['rules'] },
  changeRules: {
    nb: ['endre reglene', 'endre regler'],
    nn: ['endre reglane', 'endre reglar'],
    en: ['change the rules', 'change rules'],
  },
  changeGroups: {
    nb: ['endre hvem som må møte', 'hvem må møte'],
    nn: ['endre kven som må møte', 'kven må møte'],
    en: ['change who must come', 'who must come'],
  },
} as const satisfies Record<string, TypedWords>;
