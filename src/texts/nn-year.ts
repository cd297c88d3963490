import type { YearTexts } from './nb-year.ts';

export const nnYear: YearTexts = {
  say: {},
  deeds: { 'year.change': 'koordinatoren og leiaren kan endre årshjulet og reglane til nettverket' },
  fieldNames: {},
  commands: {},
  refusals: {},
};
