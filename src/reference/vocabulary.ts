/** The field's own words for what is chosen from lists, with a code that is stored and a name in each language. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const names = z.strictObject({ nb: z.string().min(1), nn: z.string().min(1), en: z.string().min(1) });
export type TermNames = Readonly<z.infer<typeof names>>;

const term = z.strictObject({ code: z.string().regex(/^[a-z][a-zA-Z0-9]*$/), names });
export type Term = Readonly<z.infer<typeof term>>;

export const vocabularies = ['themes', 'target-groups', 'sectors', 'owner-types', 'levels'] as const;
export type VocabularyName = (typeof vocabularies)[number];

/** In the order they are offered; a network may rename them and add its own. */
export const vocabulary: Readonly<Record<VocabularyName, readonly Term[]>> = {
  themes: terms('themes'),
  'target-groups': terms('target-groups'),
  sectors: terms('sectors'),
  'owner-types': terms('owner-types'),
  levels: terms('levels'),
};

function terms(name: VocabularyName): readonly Term[] {
  const file = new URL(`vocabulary/${name}.json`, import.meta.url);
  return z.object({ terms: z.array(term).min(1) }).parse(JSON.parse(readFileSync(file, 'utf8'))).terms;
}
