import type { BundleRefusal } from './bundle-needs.ts';
import type { HandOverRefusal, TakeBackRefusal } from './hand-over-round.ts';
import type { UndoRefusal } from './undo-bundle.ts';

type All = BundleRefusal | UndoRefusal | HandOverRefusal | TakeBackRefusal;

/** Told of elsewhere, in words that fit here too. */
type Shared = 'not-allowed' | 'no-need';

/** What somebody wanted of it. */
export type SetAsked = 'see' | 'accept' | 'bundle' | 'handOver' | 'files' | 'rank';

/** Everything about what a round has brought that can be refused in words of its own. */
export type SetRefusal =
  | Exclude<All, { readonly code: Shared }>
  /** What a round has brought is for those who lead. */
  | { readonly code: 'set-for-leaders'; readonly asked: SetAsked }
  /** Fewer than two are left that may be bundled. */
  | { readonly code: 'nothing-to-bundle' }
  | { readonly code: 'unknown-reference'; readonly words: string };
