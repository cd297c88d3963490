/** Replies to buttons and forms, as Teams wants them in the HTTP response. */
import { type AdaptiveCardJson, adaptiveCard, adaptiveDialog } from '../../../cards/adaptive-card.ts';
import type { Card, Part } from '../../../cards/card.ts';
import { CardTooLarge } from '../../../cards/limits.ts';
import { plainText } from '../../../cards/plain-text.ts';
import type { Reply } from '../../bot/platform.ts';
import { answeredApart } from '../../texts/page-texts.ts';
import { dialogCard } from './button-data.ts';
import { adaptiveCardType } from './message-activity.ts';
import { withWhisper } from './with-whisper.ts';

export type InvokeAnswer = {
  /** Nothing closes a dialog. */
  readonly body?: object;
  /** What of the reply is not in the body and is to be sent as messages. */
  readonly rest: Reply;
};

/**
 * The answer to a pressed button. A card here replaces the posting for the one who pressed, until the posting is next
 * updated for all; so where no posting is told of, words are the answer, and what words cannot hold is sent.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format
 */
export function cardAnswer(reply: Reply): InvokeAnswer {
  const { standing, instead, say, answer, whisper } = reply;
  const replaced = instead && drawn(instead);
  if (replaced) return { body: asCard(replaced), rest: whisper === instead ? withoutTold(reply) : reply };
  const told = whisper ?? answer;
  const card = standing && drawn(told ? withWhisper(standing, told) : standing);
  // The next redraw takes the whisper away again: words have been read by then, buttons and lists are sent to be kept.
  const rest = told && !isInWords(told) ? reply : withoutTold(reply);
  if (card) return { body: asCard(card), rest };
  if (told && isInWords(told)) return { body: message(plainText(told)), rest: withoutTold(reply) };
  // Teams takes an answer without words for none: it says that the app cannot be reached, and presses again.
  // https://github.com/vercel/chat/pull/903
  const sent = told ?? say;
  return { body: message(sent ? answeredApart[sent.language] : ''), rest: reply };
}

function asCard(value: AdaptiveCardJson): object {
  return { statusCode: 200, type: adaptiveCardType, value };
}

function message(value: string): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}

/** @returns nothing when there is no room for posting and whisper on one card */
function drawn(card: Card): AdaptiveCardJson | undefined {
  try {
    return adaptiveCard(card);
  } catch (error) {
    if (error instanceof CardTooLarge) return undefined;
    throw error;
  }
}

/**
 * The answer to a dialog that is asked for or sent: the form (again), a card, or nothing. Teams could show words alone in
 * a box of its own, but a card keeps its paragraphs, its signs and its buttons.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
 */
export function dialogAnswer(reply: Reply): InvokeAnswer {
  const { form, answer, whisper = answer } = reply;
  if (form) {
    return { body: dialog(form.title, form.fields.length > 3 ? 'large' : 'medium', dialogCard(form)), rest: reply };
  }
  if (!whisper) return { rest: reply };
  return {
    body: dialog(whisper.title, isInWords(whisper) ? 'small' : 'medium', adaptiveDialog(whisper)),
    rest: withoutTold(reply),
  };
}

function dialog(title: string, height: 'small' | 'medium' | 'large', content: AdaptiveCardJson): object {
  const card = { contentType: adaptiveCardType, content };
  return { task: { type: 'continue', value: { title, width: 'medium', height, card } } };
}

/** A whisper is told before an answer; where there are both, the answer is still to be said. */
function withoutTold({ whisper, answer, ...rest }: Reply): Reply {
  return whisper && answer ? { ...rest, answer } : rest;
}

const heldByWords = {
  text: true,
  note: true,
  divider: true,
  facts: false,
  tally: false,
  list: false,
  buttons: false,
  link: false,
  picture: false,
} as const satisfies Record<Part['kind'], boolean>;

/** Whether nothing but its looks is lost when a card is told in plain words. */
function isInWords({ parts }: Card): boolean {
  return parts.every(({ kind }) => heldByWords[kind]);
}
