import { Conflict, done, type Outcome, refused } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { hasJoined } from '../networks/network.ts';
import { oweNotice } from '../networks/posting.ts';
import { missingIn } from './missing.ts';
import { type Poll, type PollId, pollCan } from './poll.ts';
import { pollPartition, polls } from './poll-store.ts';

export type RemindRefusal =
  | NotAllowed
  | { readonly code: 'no-poll' }
  | { readonly code: 'poll-closed'; readonly number: number; readonly at: Instant }
  | { readonly code: 'nobody-missing' };

export type Reminded = {
  readonly poll: Poll;
  readonly reminded: number;
  /** Asked, silent, and with nobody who has an account to write to. */
  readonly unreachable: number;
};

const noticesInABatch = 90;

/** Owes each who has not answered one reminder; those who have answered get none, also from an earlier request still under way. */
export async function remindPoll(tools: Tools, actor: Actor, id: PollId): Promise<Outcome<Reminded, RemindRefusal>> {
  const right = allowed(actor, 'poll.remind');
  if (!right.ok) return right;
  const { store, world } = tools;
  const poll = await polls.get(store, pollPartition(id), 'poll');
  if (!poll || poll.value.networkId !== actor.network.id) return refused({ code: 'no-poll' });
  const now = world.clock.now();
  if (!pollCan.remind(poll.value, now)) {
    return refused({
      code: 'poll-closed',
      number: poll.value.number,
      at: poll.value.closing?.at ?? poll.value.closesAt,
    });
  }
  const missing = await missingIn(tools, poll.value, actor.network.zone);
  if (missing.length === 0) return refused({ code: 'nobody-missing' });
  const reachable = missing.filter(each => each.people.some(hasJoined));
  const people = new Set(reachable.flatMap(each => each.people.filter(hasJoined)));
  const owed = [...people].map(({ id: to }) =>
    oweNotice(
      { networkId: actor.network.id, thing: { kind: 'poll', id }, to, about: { kind: 'reminder' }, dueAt: now },
      actor.requestKey,
      to,
    ),
  );
  for (let start = 0; start < owed.length; start += noticesInABatch) {
    await store.batch(poll.partition, owed.slice(start, start + noticesInABatch)).catch(ignoreRepeat);
  }
  return done({ poll: poll.value, reminded: people.size, unreachable: missing.length - reachable.length });
}

/** The same request owed them before. */
function ignoreRepeat(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
