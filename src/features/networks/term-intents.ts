import { z } from 'zod';
import { freeText } from '../../privacy/free-text.ts';
import { vocabularies } from '../../reference/vocabulary.ts';

const list = z.enum(vocabularies);

/** What a person can ask of a network's own words. Only ever added to. */
export const termIntents = {
  'terms.show': z.object({ list: list.optional() }),
  'terms.form': z.object({ list }),
  /** A change a line: see own-terms.ts. */
  'terms.change': z.object({ list, lines: freeText({ max: 3000, multiline: true }) }),
} as const;
