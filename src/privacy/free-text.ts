import { z } from 'zod';
import { holdsNationalId } from './national-id.ts';

/** The message of every issue freeText gives; texts/ has the sentences. */
export type FreeTextProblem = 'required' | 'too-short' | 'too-long' | 'national-id';

type FreeTextLimits = {
  /** In characters as people count them; 1 unless said, and 0 lets the text be empty. */
  readonly min?: number;
  readonly max?: number;
  /** Line breaks are kept; without it they become spaces. */
  readonly multiline?: boolean;
};

/** The longest emoji in use has 14 code units; without an upper bound one "character" could hold a thousand accents. */
const mostUnitsPerCharacter = 16;

const characters = new Intl.Segmenter('nb', { granularity: 'grapheme' });

/**
 * The schema of every text a person may type freely, whichever door it comes by.
 * In: anything. Out: the text tidied (see tidyText), or one issue whose message is a FreeTextProblem and whose params
 * hold the limit. No issue repeats what was typed. A national identity number is said before any other problem, so that
 * no form is handed back with the number still in it.
 */
export function freeText({ min = 1, max = 200, multiline = false }: FreeTextLimits = {}) {
  return z
    .string({ error: 'required' satisfies FreeTextProblem })
    .overwrite(text => tidyText(text, multiline))
    .superRefine((text, context) => {
      const problem = problemOf(text, min, max);
      if (problem) context.addIssue({ code: 'custom', message: problem, params: { min, max } });
    });
}

function problemOf(text: string, min: number, max: number): FreeTextProblem | undefined {
  if (holdsNationalId(text)) return 'national-id';
  if (text.length > max * mostUnitsPerCharacter) return 'too-long';
  const length = Array.from(characters.segment(text)).length;
  if (length === 0 && min > 0) return 'required';
  if (length < min) return 'too-short';
  if (length > max) return 'too-long';
  return undefined;
}

/** Characters nobody sees, which can reorder or disguise a text. An emoji keeps the joiner and the variation it is made of. */
const unseen = [
  /(?![\u200D\uFE0F])\p{Default_Ignorable_Code_Point}/gu,
  /(?<!\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu,
  /(?<!\p{Emoji})\uFE0F/gu,
  /(?!\n)\p{Cc}/gu,
];

/** In: a text as typed. Out: composed, without invisible and control characters, each run of spaces one, trimmed. */
function tidyText(text: string, multiline: boolean): string {
  const seen = text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ');
  const visible = unseen.reduce((rest, pattern) => rest.replace(pattern, ''), seen).normalize('NFC');
  const spaced = multiline ? tidyLines(visible) : visible.replace(/\s+/g, ' ');
  return spaced.trim();
}

function tidyLines(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
}
