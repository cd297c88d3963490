import type { z } from 'zod';
import { deliveryIntents } from '../delivery/delivery-intents.ts';
import { agendaIntents } from '../features/meetings/agenda-intents.ts';
import { meetingIntents } from '../features/meetings/meeting-intents.ts';
import { needFileIntents } from '../features/needs/need-file-intents.ts';
import { needIntents } from '../features/needs/need-intents.ts';
import { rankingIntents } from '../features/needs/ranking-intents.ts';
import { roundIntents } from '../features/needs/round-intents.ts';
import { setIntents } from '../features/needs/set-intents.ts';
import { networkIntents } from '../features/networks/network-intents.ts';
import { termIntents } from '../features/networks/term-intents.ts';
import { pollIntents } from '../features/polls/poll-intents.ts';
import { yearIntents } from '../features/year/year-intents.ts';

/** Everything a chat can ask of Laget: the union of every feature's intents. */
export const intentSchemas = {
  ...networkIntents,
  ...termIntents,
  ...pollIntents,
  ...deliveryIntents,
  ...yearIntents,
  ...meetingIntents,
  ...agendaIntents,
  ...needIntents,
  ...needFileIntents,
  ...roundIntents,
  ...setIntents,
  ...rankingIntents,
} as const;

export type IntentType = keyof typeof intentSchemas;
/** An intent without fields has none, rather than any. */
type Fields<O> = string extends keyof O ? unknown : Readonly<O>;

export type IntentOf<T extends IntentType> = { readonly type: T } & Fields<z.output<(typeof intentSchemas)[T]>>;
export type Intent = { [T in IntentType]: IntentOf<T> }[IntentType];

/** An intent as a button or a form carries it, before defaults are filled in and a form's values laid over it. */
export type Carried = {
  [T in IntentType]: { readonly type: T } & Fields<Partial<z.input<(typeof intentSchemas)[T]>>>;
}[IntentType];
