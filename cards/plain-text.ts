import type { Card, Part } from './card.ts';
import { bullet, leadingMark, signs } from './marks.ts';

/**
 * The whole card in words and in reading order: for notifications, summaries, e-mail, and the screen readers that are
 * given a message's text in place of its blocks. A button is its label in brackets, so that a listener knows it is there.
 */
export function plainText(card: Card): string {
  return [card.title, ...card.parts.flatMap(lines)].join('\n');
}

function lines(part: Part): readonly string[] {
  switch (part.kind) {
    case 'text':
      return [part.text];
    case 'facts':
      return part.facts.map(fact => `${fact.label}: ${fact.value}`);
    case 'tally':
      return part.rows.map(row => `${row.isLeading ? `${leadingMark} ` : ''}${row.label}: ${row.value}`);
    case 'list':
      return part.items.map(
        item =>
          `${part.isNumbered ? '' : `${bullet} `}${item.label}${item.value === undefined ? '' : ` – ${item.value}`}`,
      );
    case 'note':
      return [`${signs[part.sign]} ${part.text}`];
    case 'divider':
      return [''];
    case 'buttons':
      return part.buttons.length === 0 ? [] : [part.buttons.map(button => `[${button.label}]`).join(' ')];
    case 'link':
      return [`${part.label}: ${part.url}`];
    case 'picture':
      return [part.alt];
  }
}
