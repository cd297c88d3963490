/** Replies to buttons and forms, as Teams wants them in the HTTP response. */
import { type AdaptiveCardJson, adaptiveCard } from '../../../cards/adaptive-card.ts';
import type { Card } from '../../../cards/card.ts';
import { CardTooLarge } from '../../../cards/limits.ts';
import { plainText } from '../../../cards/plain-text.ts';
import type { Reply } from '../../bot/platform.ts';
import { dialogCard } from './button-data.ts';
import { adaptiveCardType } from './message-activity.ts';
import { withWhisper } from './with-whisper.ts';

/**
 * The answer to a pressed button. A card here replaces the posting for the one who pressed, until the posting is next
 * updated for all; so a whisper alone is told in words instead.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format
 */
export function cardAnswer({ standing, answer, whisper = answer }: Reply): object {
  const card = standing && (whisper ? both(standing, whisper) : adaptiveCard(standing));
  return card
    ? { statusCode: 200, type: adaptiveCardType, value: card }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: wordsIn(whisper) };
}

/** @returns nothing when there is no room for both on one card */
function both(standing: Card, whisper: Card): AdaptiveCardJson | undefined {
  try {
    return adaptiveCard(withWhisper(standing, whisper));
  } catch (error) {
    if (error instanceof CardTooLarge) return undefined;
    throw error;
  }
}

/**
 * The answer to a dialog that is asked for or sent: the form (again), a few words, or nothing, which closes it.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
 */
export function dialogAnswer({ form, answer, whisper = answer }: Reply): object | undefined {
  if (form) {
    const card = { contentType: adaptiveCardType, content: dialogCard(form) };
    const height = form.fields.length > 3 ? 'large' : 'medium';
    return { task: { type: 'continue', value: { title: form.title, width: 'medium', height, card } } };
  }
  return whisper && { task: { type: 'message', value: wordsIn(whisper) } };
}

function wordsIn(card: Card | undefined): string {
  return card ? plainText(card) : '';
}
