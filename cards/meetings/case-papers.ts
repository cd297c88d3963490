import type { Speech } from '../../src/texts/speak.ts';
import type { Part } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';

export type Paper = { readonly label: string; readonly url: string };

/** Links take a row each, and their addresses stand twice in a card: as many as there is room for, and how many more. */
const mostPapers = 12;
const addressRoom = 3_000;

/** The first ones that fit, and how many are left. Nothing is left out unsaid. */
export function paperParts(all: readonly Paper[], { say }: Speech): readonly Part[] {
  let left = addressRoom;
  const full = all.findIndex(({ url }, at) => {
    left -= url.length;
    return at > 0 && (left < 0 || at >= mostPapers);
  });
  const shown = full < 0 ? all : all.slice(0, full);
  const rest = all.length - shown.length;
  return [
    ...shown.map(({ label, url }) => ({ kind: 'link' as const, label: shortened(label, cardLimits.linkLabel), url })),
    ...(rest > 0 ? [{ kind: 'text', text: say.agenda.morePapers(rest), weight: 'subtle' } as const] : []),
  ];
}
