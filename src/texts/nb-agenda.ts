import type { AgendaRefusal } from '../features/meetings/agenda-refusal.ts';
import type { Loosened } from './loosened.ts';
import type { RefusalTextsOf } from './refusal.ts';

export type AgendaTexts = Loosened<typeof nbAgenda>;

export const nbAgenda = {
  say: {},
  /** Who may do it, for a refusal: «Bare … kan …». */
  deeds: {
    'meeting.lead': 'koordinatoren og lederen kan lede møter',
    'case.suggest': 'den som har en plass, koordinatoren og lederen kan foreslå saker',
    'agenda.order': 'koordinatoren og lederen kan endre sakslista',
    'minutes.write': 'koordinatoren og lederen kan skrive referatet',
    'minutes.comment': 'medlemmer kan gi merknader til referatet',
    'follow-up.close': 'den som har oppfølgingen, koordinatoren og lederen kan lukke den',
  },
  /** What a field is called where it is named in a sentence. */
  fieldNames: {},
  /** What help says of each command. */
  commands: {},
  refusals: {} satisfies RefusalTextsOf<AgendaRefusal>,
};
