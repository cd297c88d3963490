/** What whoever asked for a sending is told when nobody decides on it. */
import { sentenceCase } from '../src/texts/sentence-case.ts';
import type { Speech } from '../src/texts/speak.ts';
import type { Instant } from '../src/world.ts';
import type { Card } from './card.ts';
import { messageWord, showButton } from './delivery-cards.ts';
import { type DroppedShown, laterParts } from './delivery-dry-run.ts';
import { cardLimits } from './limits.ts';
import { shortened } from './shortened.ts';

export type WaitingShown = DroppedShown & {
  readonly sending: string;
  /** To how many places. */
  readonly count: number;
  /** When it lapses. */
  readonly until: Instant;
};

export function waitingCard({ thing, sending, message, count, until }: WaitingShown, speech: Speech): Card {
  const { language, say, when } = speech;
  const texts = say.delivery.waiting;
  return {
    language,
    title: texts.title,
    parts: [
      { kind: 'text', text: shortened(thing.title, cardLimits.text), weight: 'strong' },
      { kind: 'note', sign: 'information', text: texts.text(sentenceCase(messageWord(message, speech)), count) },
      { kind: 'text', text: texts.until(when(until)) },
      {
        kind: 'buttons',
        buttons: [
          showButton(thing.about, sending, speech),
          { label: say.delivery.buttons.drop, intent: { type: 'sending.drop', about: thing.about, sending } },
        ],
      },
    ],
  };
}

export type LapsedShown = DroppedShown & { readonly count: number };

export function lapsedCard({ thing, message, count }: LapsedShown, speech: Speech): Card {
  const { language, say } = speech;
  const texts = say.delivery.lapsed;
  return {
    language,
    title: texts.title,
    parts: [
      { kind: 'text', text: shortened(thing.title, cardLimits.text), weight: 'strong' },
      { kind: 'note', sign: 'information', text: texts.text(sentenceCase(messageWord(message, speech)), count) },
      ...laterParts(thing, message, speech),
    ],
  };
}
