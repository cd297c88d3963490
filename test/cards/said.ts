import type { Card, Part } from '../../cards/card.ts';

/** Every word a card was given, apart from its buttons and links: what each chat must show, letter by letter. */
export function said(card: Card): readonly string[] {
  return [card.title, ...card.parts.flatMap(saidBy)];
}

function saidBy(part: Part): readonly string[] {
  switch (part.kind) {
    case 'text':
    case 'note':
      return part.text.split('\n').filter(line => line.trim() !== '');
    case 'facts':
      return part.facts.flatMap(({ label, value }) => [label, value]);
    case 'tally':
      return part.rows.flatMap(({ label, value }) => [label, value]);
    case 'list':
      return part.items.flatMap(({ label, value }) => (value === undefined ? [label] : [label, value]));
    case 'picture':
      return [part.alt];
    case 'divider':
    case 'buttons':
    case 'link':
      return [];
  }
}
