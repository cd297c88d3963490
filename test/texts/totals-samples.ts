import type { TotalsRefusal } from '../../src/features/needs/count-totals.ts';
import type { Instant } from '../../src/world.ts';
import type { Samples } from './samples.ts';

export const totalsSamples: Samples<TotalsRefusal> = {
  'totals-not-yet': { code: 'totals-not-yet', closesAt: '2027-02-01T22:59:59.000Z' as Instant },
};
