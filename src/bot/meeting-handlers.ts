import type { meetingIntents } from '../features/meetings/meeting-intents.ts';
import type { Handlers } from './asking.ts';

export const meetingHandlers: Pick<Handlers, keyof typeof meetingIntents> = {};
