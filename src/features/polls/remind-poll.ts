import { type RemindedLately, type Reminded as RemindedNow, remindNow } from '../../delivery/remind-now.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { missingIn } from './missing.ts';
import { type Poll, type PollId, pollCan } from './poll.ts';
import { pollPartition, polls } from './poll-store.ts';

export type RemindRefusal =
  | NotAllowed
  | { readonly code: 'no-poll' }
  | { readonly code: 'poll-closed'; readonly number: number; readonly at: Instant }
  | { readonly code: 'nobody-missing' }
  | RemindedLately;

export type Reminded = RemindedNow & {
  readonly poll: Poll;
  /** Asked and silent, with nobody on the seat. */
  readonly unreachable: number;
};

export const reminder = { kind: 'poll-reminder' } as const;

/**
 * Owes each who has not answered one reminder, but for those who have just had one; a repeat of the request owes no more.
 * What was to be shown before and was not agreed to gives way to this.
 */
export async function remindPoll(tools: Tools, actor: Actor, id: PollId): Promise<Outcome<Reminded, RemindRefusal>> {
  const right = allowed(actor, 'poll.remind');
  if (!right.ok) return right;
  return tools.turns(`remind|${id}`, () => retrying(() => remind(tools, actor, id)));
}

async function remind(tools: Tools, actor: Actor, id: PollId): Promise<Outcome<Reminded, RemindRefusal>> {
  const { store, world } = tools;
  const { network, member, requestKey: occasion } = actor;
  const poll = (await polls.get(store, pollPartition(id), 'poll'))?.value;
  if (!poll || poll.networkId !== network.id) return refused({ code: 'no-poll' });
  const now = world.clock.now();
  if (!pollCan.remind(poll, now)) {
    return refused({ code: 'poll-closed', number: poll.number, at: poll.closing?.at ?? poll.closesAt });
  }
  const missing = await missingIn(tools, poll, network.zone);
  if (missing.length === 0) return refused({ code: 'nobody-missing' });
  const people = [...new Set(missing.flatMap(each => each.people.map(person => person.id)))];
  const unreachable = missing.filter(each => each.people.length === 0).length;
  const about = { networkId: network.id, thing: { kind: 'poll', id } };
  const reminded = await remindNow(tools, about, reminder, people, network.rules, { occasion, by: member.id, now });
  return reminded.ok ? done({ poll, ...reminded.value, unreachable }) : reminded;
}
