import { done, type Outcome, refused } from '../../outcome.ts';

export type KronerProblem = 'not-a-number' | 'negative' | 'not-whole' | 'too-much';

/** More than any grant there is; a longer number is a slip of the finger. */
const mostKroner = 10_000_000_000;

/** Thousands apart by spaces, dots or apostrophes, or not at all. */
const grouped = /^\d{1,3}(?:([ .'’])\d{3})(?:\1\d{3})*$|^\d+$/u;

/**
 * In: an amount as people write it: «1.000.000», «250 000 kr», «kr 40 000,-». Out: whole kroner.
 * Øre are refused rather than rounded, and a comma is never taken for thousands.
 */
export function readKroner(typed: string): Outcome<number, KronerProblem> {
  const amount = typed
    .normalize('NFKC')
    .trim()
    .replace(/^(?:kr|nok)\.?\s*|\s*(?:kroner|kr|nok)\.?$/giu, '')
    .replace(/,(?:-|–|—|00?)$/u, '')
    .replace(/\s+/gu, ' ');
  if (/^[-−–]/u.test(amount)) return refused('negative');
  if (/^[\d .'’]+,\d+$/u.test(amount)) return refused('not-whole');
  if (!grouped.test(amount)) return refused('not-a-number');
  const kroner = Number(amount.replace(/\D/gu, ''));
  return kroner > mostKroner ? refused('too-much') : done(kroner);
}
