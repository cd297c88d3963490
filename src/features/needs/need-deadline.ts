/** When a party may still send a need: in the round's own time, or, for one that was returned, until its own deadline. Pure. */
import type { Instant } from '../../world.ts';
import type { Need } from './need.ts';
import { type Round, roundStateOf } from './round.ts';

export type NeedTime = 'early' | 'open' | 'late';

/** Up to and with the deadline, to the second. */
export function needTimeOf(round: Round, need: Pick<Need, 'returned'> | undefined, now: Instant): NeedTime {
  if (need?.returned && now <= need.returned.dueAt) return 'open';
  const state = roundStateOf(round, now);
  if (state === 'coming') return 'early';
  return state === 'open' ? 'open' : 'late';
}

export function needDueAt({ closesAt }: Pick<Round, 'closesAt'>, need: Pick<Need, 'returned'> | undefined): Instant {
  return need?.returned?.dueAt ?? closesAt;
}
