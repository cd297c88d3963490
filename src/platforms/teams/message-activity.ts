import type { Activity } from 'botbuilder';
import { adaptiveCard } from '../../../cards/adaptive-card.ts';
import type { Card } from '../../../cards/card.ts';
import { plainText } from '../../../cards/plain-text.ts';

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

const summaryMax = 500;

/** A card as a message; `summary` is what a notification shows. */
export function messageActivity(card: Card): Partial<Activity> {
  return {
    type: 'message',
    summary: plainText(card).slice(0, summaryMax),
    attachments: [{ contentType: adaptiveCardType, content: adaptiveCard(card) }],
  };
}
