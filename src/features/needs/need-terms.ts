/** Which lists the fields of a need are chosen from, and what may be chosen there. Pure. */
import type { VocabularyName } from '../../reference/vocabulary.ts';
import { everyCode, type OwnTerms } from '../networks/own-terms.ts';
import type { NeedContent, NeedField } from './need-fields.ts';

export const vocabularyOf = {
  ownerType: 'owner-types',
  sectors: 'sectors',
  themes: 'themes',
  targetGroups: 'target-groups',
  levels: 'levels',
} as const satisfies Partial<Record<NeedField, VocabularyName>>;

const chosenFrom = Object.entries(vocabularyOf) as readonly [keyof typeof vocabularyOf, VocabularyName][];

/** Neither a word of the field's nor one that the network has added. */
export type UnknownTerm = { readonly code: 'unknown-term'; readonly field: keyof typeof vocabularyOf };

/** @returns nothing where every code is one that the network knows */
export function unknownTerm(content: NeedContent, terms: OwnTerms | undefined): UnknownTerm | undefined {
  const field = chosenFrom.find(([name, list]) => {
    const known = everyCode(terms, list);
    return [content[name] ?? []].flat().some(code => !known.includes(code));
  })?.[0];
  return field && { code: 'unknown-term', field };
}
