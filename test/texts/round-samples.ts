import type { RoundRefusal } from '../../src/features/needs/round-refusal.ts';
import type { Instant } from '../../src/world.ts';
import type { Samples } from './samples.ts';

const at = '2027-02-01T22:59:59.000Z' as Instant;

export const roundSamples: Samples<RoundRefusal> = {
  'no-round': { code: 'no-round' },
  'no-rounds': { code: 'no-rounds' },
  'which-round': { code: 'which-round', numbers: [1, 2] },
  'round-closed': { code: 'round-closed', number: 1, at },
  'round-not-open': { code: 'round-not-open', number: 1 },
  'round-all-answered': { code: 'round-all-answered' },
  'unknown-scheme': { code: 'unknown-scheme', field: 'scheme' },
  'scheme-closed': { code: 'scheme-closed', field: 'scheme', year: 2027 },
  'round-year': { code: 'round-year', field: 'year', first: 2027, last: 2030 },
  'unknown-place': { code: 'unknown-place', field: 'invited', line: 2, words: 'Andeby' },
  'too-many-invited': { code: 'too-many-invited', field: 'invited', most: 800 },
  'nobody-invited': { code: 'nobody-invited', field: 'invited' },
  'round-opens-past': { code: 'round-opens-past', field: 'opensOn' },
  'round-opens-late': { code: 'round-opens-late', field: 'opensOn' },
  'round-draft-gone': { code: 'round-draft-gone' },
  'round-draft-late': { code: 'round-draft-late' },
};
