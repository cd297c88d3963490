import type { Card } from './card.ts';

/** The same card for a chat that cannot fetch its pictures; the very same where it has none. */
export function withoutPictures(card: Card): Card {
  if (card.parts.every(({ kind }) => kind !== 'picture')) return card;
  return { ...card, parts: card.parts.flatMap(part => (part.kind === 'picture' ? part.instead : [part])) };
}
