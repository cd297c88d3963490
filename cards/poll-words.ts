/** People's words in a poll: what they count as one character can be fifteen to a chat, and a card must hold them still. */
import type { Poll } from '../src/features/polls/poll.ts';
import { cardLimits } from './limits.ts';
import { shortened } from './shortened.ts';

/** A question has at most two hundred characters; only signs made of many code units come so far. */
const questionLength = 300;

export function questionText({ question }: Pick<Poll, 'question'>): string {
  return shortened(question, questionLength);
}

/** As long as the label of a button or a choice may be. */
export function optionText({ text }: Pick<Poll['options'][number], 'text'>): string {
  return shortened(text, cardLimits.choiceLabel);
}
