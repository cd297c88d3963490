import type { AgendaTexts } from './nb-agenda.ts';

export const enAgenda: AgendaTexts = {
  say: {},
  deeds: {
    'meeting.lead': 'the coordinator and the chair can lead meetings',
    'case.suggest': 'those who have a seat, the coordinator and the chair can suggest cases',
    'agenda.order': 'the coordinator and the chair can change the agenda',
    'minutes.write': 'the coordinator and the chair can write the minutes',
    'minutes.comment': 'members can comment on the minutes',
    'follow-up.close': 'the one who has the follow-up, the coordinator and the chair can close it',
  },
  fieldNames: {},
  commands: {},
  refusals: {},
};
