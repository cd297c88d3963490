/** The symbols that stand with words on every platform, so that nothing is told by colour alone. */
import type { Note } from './card.ts';

export const signs = { done: '✓', information: 'ℹ', warning: '⚠' } as const satisfies Record<Note['sign'], string>;

export const leadingMark = '★';

export const bullet = '•';
