/** A file of needs: what its columns are, what may be wrong with a line of it, and what is good. Pure. */

import type { NeedContent, NeedField } from './need-fields.ts';
import type { TellingField } from './need-telling.ts';

/** Who is to have so much in a year. */
export type AmountColumn = { readonly year: number; readonly to: 'owner' | 'partner' | 'coordination' };

/** What a line is about, beside the need's own fields. */
export const aboutColumns = ['municipality', 'party', 'reference'] as const;
export type AboutColumn = (typeof aboutColumns)[number];

/** The words that people know the columns and the choices by, in every language: what was exported can be read again. */
export type NeedFileWords = {
  readonly columnOf: (header: string) => NeedField | AboutColumn | AmountColumn | undefined;
  /** The code of what is chosen in a field, or the month; undefined where the words mean nothing. */
  readonly codeOf: (field: NeedField, words: string) => string | undefined;
};

export type NeedLineProblemCode =
  // Of the file.
  | 'unreadable-file'
  | 'open-quote'
  | 'empty-file'
  | 'too-many-rows'
  | 'missing-column'
  | 'repeated-column'
  // Of a line.
  | 'too-many-cells'
  | 'no-party'
  | 'unknown-municipality'
  | 'not-invited'
  | 'repeated-need'
  // Of a cell.
  | 'unknown-word'
  | 'required'
  | 'too-short'
  | 'too-long'
  | 'national-id'
  | 'too-many'
  | 'not-a-number'
  | 'negative'
  | 'not-whole'
  | 'too-much'
  | 'invalid';

/** Never holds what stood in the file, but the four digits of a municipality that is not there. */
export type NeedLineProblem = {
  readonly code: NeedLineProblemCode;
  /** As an editor counts: the header is 1. */
  readonly line: number;
  readonly field?: NeedField | AboutColumn;
  readonly number?: string;
  readonly max?: number;
  readonly min?: number;
};

/** A line that can be taken in. */
export type NeedLine = {
  readonly line: number;
  readonly party: string;
  /** As the file gave it; whether such a need is here is not known yet. */
  readonly reference?: string | undefined;
  readonly content: NeedContent;
};

export type NeedFile = {
  readonly good: readonly NeedLine[];
  readonly bad: readonly NeedLineProblem[];
  /** Of the good ones: texts that may tell of one child. */
  readonly telling: readonly (TellingField & { readonly line: number })[];
};
