import type { YearTexts } from './nb-year.ts';

export const nnYear: YearTexts = {
  say: {},
  deeds: {},
  fieldNames: {},
  commands: {},
  refusals: {},
};
