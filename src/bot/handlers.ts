import { agendaHandlers } from './agenda-handlers.ts';
import type { Handlers } from './asking.ts';
import { deliveryHandlers } from './delivery-handlers.ts';
import { meetingHandlers } from './meeting-handlers.ts';
import { needFileHandlers } from './need-file-handlers.ts';
import { needHandlers } from './need-handlers.ts';
import { networkHandlers } from './network-handlers.ts';
import { pollHandlers } from './poll-handlers.ts';
import { rankingHandlers } from './ranking-handlers.ts';
import { roundHandlers } from './round-handlers.ts';
import { setHandlers } from './set-handlers.ts';
import { termHandlers } from './term-handlers.ts';
import { yearHandlers } from './year-handlers.ts';

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
