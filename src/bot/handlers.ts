import type { Handlers } from './asking.ts';
import { deliveryHandlers } from './deliveries/delivery-handlers.ts';
import { agendaHandlers } from './meetings/agenda-handlers.ts';
import { meetingHandlers } from './meetings/meeting-handlers.ts';
import { needFileHandlers } from './needs/need-file-handlers.ts';
import { needHandlers } from './needs/need-handlers.ts';
import { rankingHandlers } from './needs/ranking-handlers.ts';
import { roundHandlers } from './needs/round-handlers.ts';
import { setHandlers } from './needs/set-handlers.ts';
import { networkHandlers } from './networks/network-handlers.ts';
import { termHandlers } from './networks/term-handlers.ts';
import { pollHandlers } from './polls/poll-handlers.ts';
import { yearHandlers } from './year/year-handlers.ts';

export const handlers: Handlers = {
  ...networkHandlers,
  ...termHandlers,
  ...pollHandlers,
  ...deliveryHandlers,
  ...yearHandlers,
  ...meetingHandlers,
  ...agendaHandlers,
  ...needHandlers,
  ...needFileHandlers,
  ...roundHandlers,
  ...setHandlers,
  ...rankingHandlers,
};
