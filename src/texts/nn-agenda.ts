import type { AgendaTexts } from './nb-agenda.ts';

export const nnAgenda: AgendaTexts = {
  say: {},
  deeds: {},
  fieldNames: {},
  commands: {},
  refusals: {},
};
