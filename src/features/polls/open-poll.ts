import { posting, postingPlaces } from '../../delivery/delivery.ts';
import { oweSchedule } from '../../delivery/schedule.ts';
import { oweEach } from '../../delivery/sending.ts';
import { Conflict, done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { dayOf, idFrom, type PlainDate } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { isInTerm } from '../networks/network.ts';
import { channelLinks, networkPartition } from '../networks/network-store.ts';
import { type DeadlineRefusal, deadlineAt } from './deadline.ts';
import type { OptionId, Poll, PollId } from './poll.ts';
import { pollNumbers, pollPartition, polls } from './poll-store.ts';
import { reminder } from './remind-poll.ts';

export type NewPoll = Pick<Poll, 'kind' | 'question' | 'choice' | 'secrecy' | 'reveal'> & {
  readonly options: readonly string[];
  /** ISO date in the network's zone. */
  readonly closesOn: PlainDate;
  /** `HH:MM`; without it the day's last second. */
  readonly closesTime?: string | undefined;
};

export type OpenRefusal =
  | NotAllowed
  | DeadlineRefusal
  /** Watching a secret count grow beside the list of who has answered would tell who answered what. */
  | { readonly code: 'secret-hides-results'; readonly field: 'reveal' }
  | { readonly code: 'no-voting-seats'; readonly field: 'kind' }
  | { readonly code: 'no-channel' };

/**
 * Puts a question to the network and owes every linked channel a posting of it; where they are many, once whoever leads has
 * seen it. A repeat finds the poll it opened.
 */
export async function openPoll(tools: Tools, actor: Actor, wanted: NewPoll): Promise<Outcome<Kept<Poll>, OpenRefusal>> {
  const { store, world } = tools;
  const right = allowed(actor, 'poll.open');
  if (!right.ok) return right;
  const id = pollIdFor(actor);
  const already = await polls.get(store, pollPartition(id), 'poll');
  if (already) return done(already);
  const now = world.clock.now();
  const closesAt = deadlineAt(wanted.closesOn, wanted.closesTime, actor.network.zone, now);
  if (!closesAt.ok) return closesAt;
  if (wanted.secrecy === 'secret' && wanted.reveal === 'always') {
    return refused({ code: 'secret-hides-results', field: 'reveal' });
  }
  const electors = wanted.kind === 'formal' ? votingSeats(actor, dayOf(now, actor.network.zone)) : [];
  if (wanted.kind === 'formal' && electors.length === 0) return refused({ code: 'no-voting-seats', field: 'kind' });
  const links = await channelLinks.all(store, networkPartition(actor.network.id));
  const places = links.map(kept => kept.value).filter(link => !link.lostAt);
  if (places.length === 0) return refused({ code: 'no-channel' });
  const { kind, question, choice, secrecy, reveal } = wanted;
  const poll: Poll = {
    id,
    networkId: actor.network.id,
    number: await takeNumber(tools, actor, id),
    kind,
    question,
    choice,
    secrecy,
    reveal,
    options: wanted.options.map((text, index) => ({ id: `o${index + 1}` as OptionId, text })),
    openedAt: now,
    openedBy: actor.member.id,
    closesAt: closesAt.value,
    seats: electors,
  };
  const about = { networkId: actor.network.id, thing: { kind: 'poll', id } };
  const reminding = { message: reminder, deadline: poll.closesAt, by: poll.openedBy, now, toldAt: now };
  await store
    .batch(pollPartition(id), [
      polls.create('poll', poll),
      ...oweEach(about, posting, postingPlaces(places), { occasion: actor.requestKey, by: poll.openedBy, now }),
      oweSchedule(about, reminding, actor.network),
    ])
    .catch(ignoreConflict);
  const opened = await polls.get(store, pollPartition(id), 'poll');
  if (!opened) throw new Error('A poll that was just opened cannot be read');
  return done(opened);
}

/** The poll that this request opens, also before it is opened. */
export function pollIdFor({ network, requestKey }: Pick<Actor, 'network' | 'requestKey'>): PollId {
  return idFrom('poll', network.id, requestKey) as PollId;
}

/** A repeat that ran beside this request was first: its poll is the same poll. */
function ignoreConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}

function votingSeats({ seats }: Actor, day: PlainDate): Poll['seats'] {
  return seats.filter(seat => seat.isVoting && isInTerm(seat, day)).map(seat => seat.id);
}

async function takeNumber({ store }: Tools, { network, member }: Actor, id: PollId): Promise<number> {
  const partition = networkPartition(network.id);
  return retrying(async () => {
    const taken = (await pollNumbers.all(store, partition)).map(kept => kept.value);
    const mine = taken.find(entry => entry.pollId === id);
    if (mine) return mine.number;
    const number = Math.max(0, ...taken.map(entry => entry.number)) + 1;
    await store.batch(partition, [
      pollNumbers.create(`poll-number|${number}`, { pollId: id, number, openedBy: member.id }),
    ]);
    return number;
  });
}
