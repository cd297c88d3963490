/** What became of one try to send. */
export type SendResult =
  /** `ref` finds the message again. */
  | { readonly kind: 'sent'; readonly ref: string }
  /** No use in trying again there. */
  | { readonly kind: 'gone'; readonly why: GoneReason }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number }
  /** May be tried again: nothing was shown, or with `mayStand` the platform can be asked next time whether it was. */
  | { readonly kind: 'failed'; readonly mayStand?: boolean }
  /** The reply was lost, and nobody can ever look: it may or may not have been shown. */
  | { readonly kind: 'unknown' };

/**
 * `blocked`: the person does not let the bot write, or has removed it. `left`: the account is no longer in the tenant or
 * workspace. `deleted`: the message or the place is no more, or the bot was removed from it.
 */
export const goneReasons = ['blocked', 'left', 'deleted'] as const;
export type GoneReason = (typeof goneReasons)[number];
