import type { Card } from '../../../cards/card.ts';

/** One card of both, since a press is answered with one: the personal words first, then a line, then the posting. */
export function withWhisper(standing: Card, whisper: Card): Card {
  return {
    language: standing.language,
    title: whisper.title,
    parts: [
      ...whisper.parts,
      { kind: 'divider' },
      { kind: 'text', text: standing.title, weight: 'strong' },
      ...standing.parts,
    ],
  };
}
