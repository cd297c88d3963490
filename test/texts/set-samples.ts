import type { SetRefusal } from '../../src/features/needs/set-refusal.ts';
import type { Instant } from '../../src/world.ts';
import type { Samples } from './samples.ts';

const at = '2027-02-01T22:59:59.000Z' as Instant;
const reference = 'BM-2027-0007';

export const setSamples: Samples<SetRefusal> = {
  'set-for-leaders': { code: 'set-for-leaders', asked: 'see' },
  'set-handed-over': { code: 'set-handed-over', number: 1, at },
  'set-not-handed-over': { code: 'set-not-handed-over', number: 1 },
  'set-recommended': { code: 'set-recommended', reference },
  'nothing-to-hand-over': { code: 'nothing-to-hand-over', number: 1, unchecked: 3 },
  'too-few-bundled': { code: 'too-few-bundled', field: 'needs', fewest: 2 },
  'too-many-bundled': { code: 'too-many-bundled', field: 'needs', most: 60 },
  'need-not-bundled': { code: 'need-not-bundled', reference, state: 'withdrawn' },
  'need-in-bundle': { code: 'need-in-bundle', reference, bundle: 2, title: 'Traumer i barnehagen' },
  'responsible-not-party': { code: 'responsible-not-party', field: 'responsible', names: ['Senja kommune'], others: 2 },
  'nothing-to-bundle': { code: 'nothing-to-bundle' },
  'no-bundle': { code: 'no-bundle', bundle: 4 },
  'unknown-reference': { code: 'unknown-reference', words: 'BM-2027-0100' },
};
