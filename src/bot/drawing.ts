import type { Card } from '../../cards/card.ts';
import type { Language } from '../features/networks/network.ts';
import type { OwnTerms } from '../features/networks/own-terms.ts';
import { type Speech, speak } from '../texts/speak.ts';

/** What is shown, read once, to be written in any language. */
export type Drawing = {
  readonly zone: string;
  /** The network's. */
  readonly languages: readonly Language[];
  /** The network's own, where names are drawn from its lists. */
  readonly terms?: OwnTerms | undefined;
  readonly write: (speech: Speech) => Card;
};

/** Two languages one under the other; the buttons once, under both. */
export function inLanguages({ zone, terms, write }: Drawing, languages: readonly Language[]): Card {
  const [first, ...others] = languages.map(language => write(speak(language, zone, terms)));
  if (!first) throw new Error('A card is drawn in at least one language');
  const words = first.parts.filter(part => part.kind !== 'buttons');
  const buttons = first.parts.filter(part => part.kind === 'buttons');
  const below = others.flatMap(({ title, parts }) => [
    { kind: 'divider' } as const,
    { kind: 'text', text: title, weight: 'strong' } as const,
    ...parts.filter(part => part.kind !== 'buttons'),
  ]);
  return { ...first, parts: [...words, ...below, ...buttons] };
}
