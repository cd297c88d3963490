import type { BundleKnown } from '../../src/features/needs/need-access.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Note } from '../card.ts';
import { shortened } from '../shortened.ts';

const responsibleLength = 120;

/** That a need is one of several now, as its own party may know it. */
export function bundledNote({ others, title, responsible }: BundleKnown, { say }: Speech): Note {
  const words = say.set.isBundled(others, title, shortened(responsible, responsibleLength));
  return { kind: 'note', sign: 'information', text: words };
}
