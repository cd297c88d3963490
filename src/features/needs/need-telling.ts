/** Which of a need's texts may tell of one child: asked about once more before they are saved. Pure. */
import { type TellingWords, tellingWords } from '../../privacy/telling-words.ts';
import type { NeedContent, NeedField } from './need-fields.ts';

const freeTexts = [
  'sectorExplanation',
  'privateOwnersText',
  'title',
  'description',
  'analysisText',
  'staffInvolvement',
  'goal',
  'plannedMeasure',
  'samiPerspective',
  'explanation',
] as const satisfies readonly NeedField[];

export type TellingField = { readonly field: NeedField; readonly why: TellingWords };

/** In the order of the form. */
export function tellingFields(content: NeedContent): readonly TellingField[] {
  return freeTexts.flatMap(field => {
    const why = tellingWords(content[field] ?? '');
    return why ? [{ field, why }] : [];
  });
}
