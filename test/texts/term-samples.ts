import type { TermRefusal } from '../../src/features/networks/own-terms.ts';
import type { Samples } from './samples.ts';

const about = { field: 'lines', words: 'traumer' } as const;

export const termSamples: Samples<TermRefusal> = {
  'no-such-term': { code: 'no-such-term', ...about },
  'term-taken': { code: 'term-taken', ...about },
  'term-not-own': { code: 'term-not-own', ...about },
  'term-too-long': { code: 'term-too-long', ...about, most: 50 },
  'too-many-terms': { code: 'too-many-terms', field: 'lines', most: 20 },
};
