import type { Speech } from '../src/texts/speak.ts';
import type { List, Part } from './card.ts';
import { cardLimits } from './limits.ts';
import { shortened } from './shortened.ts';

type Items = List['items'];

/** Longer lists are not read in a chat; the rest is told by its number. */
const mostItems = 60;

/** What all lists of one card may weigh together, which leaves room for the rest of the card in both chats. */
export const mostListBytes = 20_000;

/** An item stands in a Teams card as JSON, and once more in the card's text for clients that cannot draw it. */
const bytesAroundItem = 120;

/** A list of any length: as many items as a card has room for, and how many more there are. Nothing is left out unsaid. */
export function longList(all: Items, { say }: Speech, room = mostListBytes): readonly Part[] {
  if (all.length === 0) return [];
  const fitting = all.map(fit);
  const shown = fitting.slice(0, Math.max(1, Math.min(mostItems, countIn(fitting, room))));
  const rest = all.length - shown.length;
  return [
    { kind: 'list', items: shown },
    ...(rest > 0 ? [{ kind: 'text', text: say.roster.more(rest) } as const] : []),
  ];
}

/** What the items take of a card's room. */
export function listBytes(items: Items): number {
  return items.reduce((sum, item) => sum + itemBytes(item), 0);
}

function countIn(items: Items, room: number): number {
  let left = room;
  const first = items.findIndex(item => {
    left -= itemBytes(item);
    return left < 0;
  });
  return first < 0 ? items.length : first;
}

function itemBytes({ label, value = '' }: Items[number]): number {
  return bytesAroundItem + 2 * Buffer.byteLength(label + value);
}

function fit({ label, value }: Items[number]): Items[number] {
  return {
    label: shortened(label, cardLimits.rowLabel),
    ...(value !== undefined && { value: shortened(value, cardLimits.rowValue) }),
  };
}
