/** How long what was sent is remembered once it is over; docs/privacy.md says so too. */
import { type Instant, later } from '../world.ts';

const keptDays = 90;

export function forgottenAt(ended: Instant): Instant {
  return later(ended, keptDays * 86_400_000);
}
