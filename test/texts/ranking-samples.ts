import type { RankingRefusal } from '../../src/features/needs/ranking-refusal.ts';
import type { Samples } from './samples.ts';

export const rankingSamples: Samples<RankingRefusal> = {
  'too-few-to-rank': { code: 'too-few-to-rank', field: 'entries', fewest: 2 },
  'too-many-to-rank': { code: 'too-many-to-rank', field: 'entries', count: 57, most: 40 },
  'unknown-entry': { code: 'unknown-entry', field: 'entries', words: 'BM-2027-0099' },
  'ranking-exists': { code: 'ranking-exists' },
};
