import type { AgendaTexts } from './nb-agenda.ts';

export const nnAgenda: AgendaTexts = {
  say: {},
  deeds: {
    'meeting.lead': 'koordinatoren og leiaren kan leie møte',
    'case.suggest': 'den som har ein plass, koordinatoren og leiaren kan føreslå saker',
    'agenda.order': 'koordinatoren og leiaren kan endre saklista',
    'minutes.write': 'koordinatoren og leiaren kan skrive referatet',
    'minutes.comment': 'medlemer kan gi merknader til referatet',
    'follow-up.close': 'den som har oppfølginga, koordinatoren og leiaren kan lukke ho',
  },
  fieldNames: {},
  commands: {},
  refusals: {},
};
