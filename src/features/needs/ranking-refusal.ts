import type { StartRankingRefusal } from './start-ranking.ts';

/** Told of elsewhere, in words that fit here too. */
type Shared = 'not-allowed' | 'no-round';

/** Everything about a ranking that can be refused in words of its own. */
export type RankingRefusal = Exclude<StartRankingRefusal, { readonly code: Shared }>;
