import type { agendaIntents } from '../features/meetings/agenda-intents.ts';
import type { Handlers } from './asking.ts';

export const agendaHandlers: Pick<Handlers, keyof typeof agendaIntents> = {};
