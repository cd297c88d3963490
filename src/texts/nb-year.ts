import type { YearRefusal } from '../features/year/year-refusal.ts';
import type { Loosened } from './loosened.ts';
import type { RefusalTextsOf } from './refusal.ts';

export type YearTexts = Loosened<typeof nbYear>;

export const nbYear = {
  say: {
    reminders: (times: string) => `Påminnelser går ${times} til dem som ikke har svart.`,
    noReminders: 'Ingen påminnelse går av seg selv før fristen.',
  },
  /** Who may do it, for a refusal: «Bare … kan …». */
  deeds: { 'year.change': 'koordinatoren og lederen kan endre årshjulet og nettverkets regler' },
  /** What a field is called where it is named in a sentence. */
  fieldNames: {},
  /** What help says of each command. */
  commands: {},
  refusals: {} satisfies RefusalTextsOf<YearRefusal>,
};
