import type { AgendaTexts } from './nb-agenda.ts';

export const enAgenda: AgendaTexts = {
  say: {},
  deeds: {},
  fieldNames: {},
  commands: {},
  refusals: {},
};
