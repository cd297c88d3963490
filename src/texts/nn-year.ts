import type { YearTexts } from './nb-year.ts';

export const nnYear: YearTexts = {
  say: {
    reminders: times => `Påminningar går ${times} til dei som ikkje har svart.`,
    noReminders: 'Inga påminning går av seg sjølv før fristen.',
  },
  deeds: { 'year.change': 'koordinatoren og leiaren kan endre årshjulet og reglane til nettverket' },
  fieldNames: {},
  commands: {},
  refusals: {},
};
