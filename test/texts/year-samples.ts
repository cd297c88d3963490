import type { YearRefusal } from '../../src/features/year/year-refusal.ts';
import type { Samples } from './every-text.ts';

export const yearSamples: Samples<YearRefusal> = {};
