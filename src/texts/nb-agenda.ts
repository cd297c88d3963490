import type { AgendaRefusal } from '../features/meetings/agenda-refusal.ts';
import type { Loosened } from './loosened.ts';
import type { RefusalTextsOf } from './refusal.ts';

export type AgendaTexts = Loosened<typeof nbAgenda>;

export const nbAgenda = {
  say: {},
  /** Who may do it, for a refusal: «Bare … kan …». */
  deeds: {},
  /** What a field is called where it is named in a sentence. */
  fieldNames: {},
  /** What help says of each command. */
  commands: {},
  refusals: {} satisfies RefusalTextsOf<AgendaRefusal>,
};
