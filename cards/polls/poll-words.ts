/** People's words in a poll: what they count as one character can be fifteen to a chat, and a card must hold them still. */
import type { Poll } from '../../src/features/polls/poll.ts';
import type { Speech } from '../../src/texts/speak.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';

/** A question has at most two hundred characters; only signs made of many code units come so far. */
const questionLength = 300;

export function questionText({ question }: Pick<Poll, 'question'>): string {
  return shortened(question, questionLength);
}

/** How the options of a ranked poll stand, as many as are shown on its card; its number is what is typed. */
export function numberedOption({ options }: Pick<Poll, 'options'>, id: string): string {
  const at = options.findIndex(option => option.id === id);
  return `${at + 1}. ${optionText(options[at] ?? { text: '' })}`;
}

/** An answer as it was given: in a ranked poll «1. Alta, 2. Vadsø». */
export function answerText(
  poll: Pick<Poll, 'choice' | 'options'>,
  answer: readonly string[],
  { list }: Speech,
): string {
  const textOf = new Map(poll.options.map(option => [String(option.id), optionText(option)]));
  const texts = answer.map(id => textOf.get(id) ?? '');
  return list(poll.choice === 'ranked' ? texts.map((text, place) => `${place + 1}. ${text}`) : texts);
}

/** As long as the label of a button or a choice may be. */
export function optionText({ text }: Pick<Poll['options'][number], 'text'>): string {
  return shortened(text, cardLimits.choiceLabel);
}
