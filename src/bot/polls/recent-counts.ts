import type { Seat } from '../../features/networks/network.ts';
import { type Count, countPoll } from '../../features/polls/count-poll.ts';
import type { Poll, PollId } from '../../features/polls/poll.ts';
import type { Tools } from '../../tools.ts';
import { type Instant, later } from '../../world.ts';

/** Counting this many costs a fraction of the rest of a press. */
const fewBallots = 50;
const freshMs = 1000;
const mostKept = 100;

export type CountFor = (tools: Tools, poll: Poll, seatsRead?: readonly Seat[]) => Promise<Count>;

/**
 * Counts for the one who has just pressed: as things are now, but a poll with many ballots is counted at most once a
 * second, however many press. Postings are never drawn from these.
 */
export function createRecentCounts(): CountFor {
  const large = new Map<PollId, { readonly count: Promise<Count>; readonly until: Instant }>();

  return async (tools, poll, seatsRead) => {
    const now = tools.world.clock.now();
    const known = large.get(poll.id);
    if (known && known.until > now) return known.count;
    const count = countPoll(tools, poll, seatsRead);
    if (known) keep(poll, count, now);
    if ((await count).tally.answered > fewBallots) keep(poll, count, now);
    return count;
  };

  function keep(poll: Poll, count: Promise<Count>, now: Instant): void {
    large.delete(poll.id);
    large.set(poll.id, { count, until: later(now, freshMs) });
    const [oldest] = large.keys();
    if (large.size > mostKept && oldest !== undefined) large.delete(oldest);
  }
}
