import type { Note } from './card.ts';

export function doneNote(text: string): Note {
  return { kind: 'note', sign: 'done', text };
}
