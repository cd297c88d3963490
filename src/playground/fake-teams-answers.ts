/** What Teams takes as the answer to a pressed button or to a dialog, in the bot's HTTP response. */
import { z } from 'zod';
import { checkAdaptiveCard } from './check-adaptive-card.ts';
import { actionsOn, opensDialog } from './fake-teams-card.ts';

export type Read<T> = { readonly problems: readonly string[]; readonly value?: T };

const cardType = 'application/vnd.microsoft.card.adaptive';
const cardJson = z.record(z.string(), z.unknown());

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
const executeAnswer = z.discriminatedUnion('type', [
  z.strictObject({ statusCode: z.literal(200), type: z.literal(cardType), value: cardJson }),
  z.strictObject({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string(),
  }),
]);

export type ExecuteAnswer =
  | { readonly kind: 'card'; readonly card: unknown }
  | { readonly kind: 'words'; readonly words: string };

export function readExecuteAnswer(body: unknown): Read<ExecuteAnswer> {
  const { data, error } = executeAnswer.safeParse(body);
  if (!data) return { problems: [`adaptiveCard/action: ${z.prettifyError(error)}`] };
  return data.type === cardType
    ? { problems: checkAdaptiveCard(data.value), value: { kind: 'card', card: data.value } }
    : { problems: [], value: { kind: 'words', words: data.value } };
}

/**
 * Teams also takes a few words in place of a card, which Laget does not use.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
 */
const size = z.union([z.enum(['small', 'medium', 'large']), z.int().positive()]);
const dialogAnswer = z.strictObject({
  task: z.strictObject({
    type: z.literal('continue'),
    value: z.strictObject({
      title: z.string().min(1),
      width: size,
      height: size,
      card: z.strictObject({ contentType: z.literal(cardType), content: cardJson }),
    }),
  }),
});

export type DialogAnswer = { readonly title: string; readonly card: unknown; readonly raw: unknown };

export function readDialogAnswer(body: unknown): Read<DialogAnswer> {
  const { data, error } = dialogAnswer.safeParse(body);
  if (!data) return { problems: [`dialog: ${z.prettifyError(error)}`] };
  const { title, card } = data.task.value;
  return {
    problems: [...checkAdaptiveCard(card.content), ...deadButtons(card.content)],
    value: { title, card: card.content, raw: data.task.value },
  };
}

/** In a dialog only what is sent as a form does anything. */
function deadButtons(card: unknown): readonly string[] {
  return actionsOn(card)
    .filter(action => action.type === 'Action.Execute' || opensDialog(action))
    .map(({ type }) => `dialog: ${type} does nothing here`);
}
