import { oweRedraw } from '../../delivery/delivery.ts';
import { oweSchedule } from '../../delivery/schedule.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Instant, PlainDate } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { type DeadlineRefusal, deadlineAt } from './deadline.ts';
import { type Poll, type PollId, pollCan } from './poll.ts';
import { pollPartition, polls } from './poll-store.ts';
import { reminder } from './remind-poll.ts';

export type ExtendRefusal =
  | NotAllowed
  | DeadlineRefusal
  | { readonly code: 'no-poll' }
  | { readonly code: 'poll-closed'; readonly number: number; readonly at: Instant }
  /** A deadline people count on is not moved nearer; closing early is its own deed. */
  | { readonly code: 'not-later'; readonly field: 'closesOn'; readonly closesAt: Instant };

export type NewDeadline = { readonly closesOn: PlainDate; readonly closesTime?: string | undefined };

/** Moves an open poll's deadline to a later one. May be repeated. */
export async function extendPoll(
  tools: Tools,
  actor: Actor,
  id: PollId,
  wanted: NewDeadline,
): Promise<Outcome<Poll, ExtendRefusal>> {
  const right = allowed(actor, 'poll.extend');
  if (!right.ok) return right;
  const { store, world } = tools;
  return retrying(async () => {
    const poll = await polls.get(store, pollPartition(id), 'poll');
    if (!poll || poll.value.networkId !== actor.network.id) return refused({ code: 'no-poll' });
    const now = world.clock.now();
    if (!pollCan.extend(poll.value, now)) {
      return refused({
        code: 'poll-closed',
        number: poll.value.number,
        at: poll.value.closing?.at ?? poll.value.closesAt,
      });
    }
    const closesAt = deadlineAt(wanted.closesOn, wanted.closesTime, actor.network.zone, now);
    if (!closesAt.ok) return closesAt;
    if (closesAt.value === poll.value.closesAt) return done(poll.value);
    if (closesAt.value < poll.value.closesAt) {
      return refused({ code: 'not-later', field: 'closesOn', closesAt: poll.value.closesAt });
    }
    const extended = { ...poll.value, closesAt: closesAt.value };
    const about = { networkId: poll.value.networkId, thing: { kind: 'poll', id } };
    const { openedBy: by } = poll.value;
    await store.batch(poll.partition, [
      polls.replace(poll, extended),
      oweRedraw(about, now),
      oweSchedule(about, { message: reminder, deadline: closesAt.value, by, now, toldAt: now }, actor.network),
    ]);
    return done(extended);
  });
}
