import type { Pace } from '../../delivery/pace.ts';

/**
 * For one conversation: below 7 in a second, 8 in two, 60 in thirty and 1,800 in an hour, with room left for replies,
 * which are given at once. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export const teamsPace: Pace = [
  { burst: 3, everyMs: 530 },
  { burst: 30, everyMs: 2250 },
];
