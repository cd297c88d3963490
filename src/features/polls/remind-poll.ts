import { oweEach } from '../../delivery/sending.ts';
import { Conflict, done, type Outcome, refused } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { hasJoined } from '../networks/network.ts';
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

export const reminder = { kind: 'poll-reminder' } as const;

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
  const about = { networkId: actor.network.id, thing: { kind: 'poll', id } };
  const to = [...people].map(person => ({ kind: 'member', id: person.id }) as const);
  const deed = { occasion: actor.requestKey, by: actor.member.id, now };
  await store.batch(poll.partition, oweEach(about, reminder, to, deed)).catch(ignoreRepeat);
  return done({ poll: poll.value, reminded: people.size, unreachable: missing.length - reachable.length });
}

/** The same request owed them before. */
function ignoreRepeat(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
