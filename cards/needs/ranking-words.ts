/** How what is ranked stands in the poll. */
import type { NeedSet, SetEntry } from '../../src/features/needs/need-set.ts';
import type { Speech } from '../../src/texts/speak.ts';
import { shortened } from '../shortened.ts';
import { asksFor } from './round-words.ts';

/** An option with its number before it is still a label. */
const entryLength = 70;

/** «Traumer i barnehagen (BM-2027-0007)»: what it is called by is kept whole. */
export function entryText({ key, bundle, content }: SetEntry, { say }: Speech): string {
  const name = ` (${bundle ? say.ranking.bundle(bundle.number) : key})`;
  return `${shortened(content.title ?? say.need.start.untitled, entryLength - name.length)}${name}`;
}

const questionLength = 200;

export function rankingQuestion({ round }: Pick<NeedSet, 'round'>, speech: Speech): string {
  return shortened(speech.say.ranking.question(asksFor(round, speech), round.number), questionLength);
}
