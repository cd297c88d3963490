import type { agendaIntents } from '../../features/meetings/agenda-intents.ts';
import type { Handlers } from '../asking.ts';
import { caseHandlers } from './agenda-cases.ts';
import { followUpHandlers } from './agenda-follow-ups.ts';
import { leadHandlers } from './agenda-lead.ts';
import { minutesHandlers } from './agenda-minutes.ts';

export const agendaHandlers: Pick<Handlers, keyof typeof agendaIntents> = {
  ...caseHandlers,
  ...leadHandlers,
  ...minutesHandlers,
  ...followUpHandlers,
};
