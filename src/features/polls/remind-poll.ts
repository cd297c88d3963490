import { type Delivery, deliveries, deliveryId } from '../../delivery/delivery.ts';
import { whoMayBeReminded } from '../../delivery/schedule.ts';
import { oweEach, type Sending, sendings } from '../../delivery/sending.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { type Instant, idFrom } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { missingIn } from './missing.ts';
import { type Poll, type PollId, pollCan } from './poll.ts';
import { pollPartition, polls } from './poll-store.ts';

export type RemindRefusal =
  | NotAllowed
  | { readonly code: 'no-poll' }
  | { readonly code: 'poll-closed'; readonly number: number; readonly at: Instant }
  | { readonly code: 'nobody-missing' }
  /** Everyone who is missing has had a reminder just now, or as many as the network allows. */
  | { readonly code: 'reminded-lately' };

export type Reminded = {
  readonly poll: Poll;
  /** Owed a reminder now, or when whoever leads has seen who they are. */
  readonly reminded: number;
  /** Left alone with it for now. */
  readonly rested: number;
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
  const before = await remindersBefore(tools, id, occasion);
  if (before.mine > 0) return done({ poll, reminded: before.mine, rested: people.length - before.mine, unreachable });
  const due = before.isBeingOwed ? [] : whoMayBeReminded(before.owed, people, network.rules, now);
  if (due.length === 0 && people.length > 0) return refused({ code: 'reminded-lately' });
  const about = { networkId: network.id, thing: { kind: 'poll', id } };
  const to = due.map(person => ({ kind: 'member', id: person }) as const);
  const owing = oweEach(about, reminder, to, { occasion, by: member.id, now });
  const dropping = before.shown.map(kept => sendings.replace(kept, { ...kept.value, state: 'dropped' }));
  if (owing.length > 0) await store.batch(pollPartition(id), [...dropping, ...owing]);
  return done({ poll, reminded: due.length, rested: people.length - due.length, unreachable });
}

type Before = {
  readonly owed: readonly Delivery[];
  /** How many this very request owed when it came before. */
  readonly mine: number;
  readonly shown: readonly Kept<Sending>[];
  readonly isBeingOwed: boolean;
};

async function remindersBefore({ store }: Tools, id: PollId, occasion: string): Promise<Before> {
  const isReminder = ({ value: { message } }: Kept<Delivery> | Kept<Sending>) => message.kind === reminder.kind;
  const owed = (await deliveries.all(store, pollPartition(id))).filter(isReminder);
  const sent = (await sendings.all(store, pollPartition(id))).filter(isReminder);
  const own = sent.find(({ value }) => value.id === idFrom(occasion, reminder.kind));
  return {
    owed: owed.map(({ value }) => value),
    mine: own?.value.to.length ?? owed.filter(each => each.id === deliveryId(reminder, each.value.to, occasion)).length,
    shown: sent.filter(({ value }) => value.state === 'shown'),
    isBeingOwed: sent.some(({ value }) => value.state === 'agreed'),
  };
}
