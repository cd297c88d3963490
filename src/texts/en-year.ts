import type { YearTexts } from './nb-year.ts';

export const enYear: YearTexts = {
  say: {},
  deeds: {},
  fieldNames: {},
  commands: {},
  refusals: {},
};
