/** Intent ↔ what a button, a form or a command can carry: plain JSON with the intent's own names. A public format. */
import type { z } from 'zod';
import { done, type Outcome, refused } from '../outcome.ts';
import { holdsNationalId } from '../privacy/national-id.ts';
import { type Carried, type Intent, type IntentType, intentSchemas } from './intent.ts';

/** What is wrong with one field, in a word that texts/ has a sentence for. */
export const fieldProblems = [
  'required',
  'too-short',
  'too-long',
  'national-id',
  'too-few',
  'too-many',
  'repeated',
  'not-a-number',
  'negative',
  'not-whole',
  'too-much',
  'no-count',
  'no-month',
  'no-date',
  'no-year-line',
  'invalid',
] as const;
export type FieldProblem = {
  readonly field: string;
  readonly problem: (typeof fieldProblems)[number];
  readonly max?: number;
  /** Of what is too short. */
  readonly min?: number;
};

export type WireRefusal =
  | { readonly code: 'unknown-intent' }
  | { readonly code: 'invalid'; readonly fields: readonly FieldProblem[] };

/** @returns JSON for a button's value; parses again with `decode`. */
export function encode(carried: Carried): string {
  return JSON.stringify(carried);
}

/**
 * Parses what came from a chat; never throws. `given` is a button's JSON text or its parsed data, with a form's values
 * laid over it by `withValues`.
 */
export function decode(given: unknown): Outcome<Intent, WireRefusal> {
  const data = typeof given === 'string' ? parsed(given) : given;
  const { type, ...fields } = isRecord(data) ? data : {};
  if (typeof type !== 'string' || !isIntentType(type)) return refused({ code: 'unknown-intent' });
  const rest = Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
  const result = intentSchemas[type].safeParse(rest);
  if (!result.success) return refused({ code: 'invalid', fields: problems(result.error, rest) });
  const numbered = Object.keys(rest).filter(field => field !== readByLines && isNumbered(rest[field]));
  return numbered.length === 0
    ? done({ type, ...result.data } as Intent)
    : refused({ code: 'invalid', fields: numbered.map(field => ({ field, problem: 'national-id' })) });
}

/** A file of needs is looked through line by line, where a line with a number is told and the others are taken. */
const readByLines = 'rows';

/** What is not written freely is a door too: an id comes back in the buttons that are answered with. */
function isNumbered(value: unknown): boolean {
  return [value].flat().some(each => ['string', 'number'].includes(typeof each) && holdsNationalId(String(each)));
}

/** A form's values over the intent it was opened for; what the form fixed cannot be overridden by what was filled in. */
export function withValues(fixed: unknown, values: Record<string, unknown>): Record<string, unknown> {
  const base = typeof fixed === 'string' ? parsed(fixed) : fixed;
  return { ...values, ...(isRecord(base) ? base : {}) };
}

function problems(error: z.ZodError, given: Record<string, unknown>): readonly FieldProblem[] {
  const byField = new Map<string, FieldProblem>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '');
    const problem = problemOf(field, issue, isEmpty(given[field]));
    // A number is told of before anything else, so that the field is not handed back with it.
    if (!byField.has(field) || problem.problem === 'national-id') byField.set(field, problem);
  }
  return [...byField.values()];
}

/** What was written where nothing was is not read wrongly. */
const unread: readonly FieldProblem['problem'][] = ['no-count', 'no-month', 'no-date', 'no-year-line'];

function problemOf(field: string, issue: z.core.$ZodIssue, isMissing: boolean): FieldProblem {
  const known = fieldProblems.find(each => each === issue.message);
  const problem = isMissing && (!known || unread.includes(known)) ? 'required' : (known ?? 'invalid');
  const { max, min } = ('params' in issue && issue.params) || {};
  return {
    field,
    problem,
    ...(typeof max === 'number' && { max }),
    ...(problem === 'too-short' && typeof min === 'number' && { min }),
  };
}

/** Some clients send a field that was left alone as nothing, some as an empty text. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function isIntentType(type: string): type is IntentType {
  return Object.hasOwn(intentSchemas, type);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
