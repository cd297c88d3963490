import type { Pace } from '../../delivery/pace.ts';

/**
 * For one channel or direct chat: below a message a second, and, since a posting is replaced by the same lane, below the
 * fifty replacements a minute that a workspace is given at least. https://docs.slack.dev/apis/web-api/rate-limits
 */
export const slackPace: Pace = [
  { burst: 1, everyMs: 1050 },
  { burst: 5, everyMs: 1350 },
];
