import type { YearTexts } from './nb-year.ts';

export const enYear: YearTexts = {
  say: {},
  deeds: { 'year.change': 'the coordinator and the chair can change the annual cycle and the network’s rules' },
  fieldNames: {},
  commands: {},
  refusals: {},
};
