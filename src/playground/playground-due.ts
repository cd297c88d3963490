/** What will happen by itself, as far as someone will notice it. */
import { schedules } from '../delivery/schedule.ts';
import { polls } from '../features/polls/poll-store.ts';
import type { Store } from '../store/store.ts';
import type { Clock, Instant } from '../world.ts';
import type { Happening } from './playground-view.ts';

/** The earliest that is still to come. */
export type NextDue = () => Promise<{ readonly what: Happening; readonly at: Instant } | undefined>;

const happenings = { closing: polls.type, reminder: schedules.type } as const satisfies Record<Happening, string>;

const endOfTime = '9999-12-31T23:59:59.999Z' as Instant;

/** What is due and not yet done stands before it. */
const mostOverdue = 100;

export function createNextDue(store: Pick<Store, 'due'>, clock: Clock): NextDue {
  async function nextOf([what, type]: readonly [string, string]) {
    const now = clock.now();
    const all = await store.due(type, endOfTime, mostOverdue);
    const at = all.map(({ dueAt }) => dueAt).find(dueAt => dueAt !== undefined && dueAt > now);
    return at ? [{ what: what as Happening, at }] : [];
  }

  return async () => {
    const all = await Promise.all(Object.entries(happenings).map(nextOf));
    return all.flat().toSorted((one, other) => (one.at < other.at ? -1 : 1))[0];
  };
}
