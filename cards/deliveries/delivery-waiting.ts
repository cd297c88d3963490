/** What whoever asked for a sending is told when nobody decides on it. */
import { sentenceCase } from '../../src/texts/sentence-case.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Card } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { networkText } from '../networks/network-text.ts';
import { shortened } from '../shortened.ts';
import { messageWord, showButton } from './delivery-cards.ts';
import { type DroppedShown, laterParts } from './delivery-dry-run.ts';

/** @property network its name: whoever is told may lead several */
type Told = DroppedShown & { readonly network: string };

export type WaitingShown = Told & {
  readonly sending: string;
  /** To how many places. */
  readonly count: number;
  /** When it lapses. */
  readonly until: Instant;
};

export function waitingCard({ thing, network, sending, message, count, until }: WaitingShown, speech: Speech): Card {
  const { language, say, when } = speech;
  const texts = say.delivery.waiting;
  return {
    language,
    title: texts.title,
    parts: [
      { kind: 'text', text: shortened(thing.title, cardLimits.text), weight: 'strong' },
      networkText(network),
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

export type LapsedShown = Told & { readonly count: number };

export function lapsedCard({ thing, network, message, count }: LapsedShown, speech: Speech): Card {
  const { language, say } = speech;
  const texts = say.delivery.lapsed;
  return {
    language,
    title: texts.title,
    parts: [
      { kind: 'text', text: shortened(thing.title, cardLimits.text), weight: 'strong' },
      networkText(network),
      { kind: 'note', sign: 'information', text: texts.text(sentenceCase(messageWord(message, speech)), count) },
      ...laterParts(thing, message, speech),
    ],
  };
}
