import type { CloseRoundRefusal } from './close-round.ts';
import type { ExtendRoundRefusal } from './extend-round.ts';
import type { OpenRoundRefusal } from './open-round.ts';
import type { PreviewRoundRefusal } from './preview-round.ts';
import type { RemindRoundRefusal } from './remind-round.ts';

type All = OpenRoundRefusal | PreviewRoundRefusal | ExtendRoundRefusal | CloseRoundRefusal | RemindRoundRefusal;

/** Told of elsewhere, in words that fit here too. */
type Shared =
  | 'not-allowed'
  | 'no-channel'
  | 'unread-date'
  | 'deadline-past'
  | 'deadline-far'
  | 'not-later'
  | 'reminded-lately';

/** Everything about a round that can be refused in words of its own. */
export type RoundRefusal =
  | Exclude<All, { readonly code: Shared }>
  /** A command without a number, where there is no round at all. */
  | { readonly code: 'no-rounds' }
  /** A command without a number, where several rounds may be meant. */
  | { readonly code: 'which-round'; readonly numbers: readonly number[] };
