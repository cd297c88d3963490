import { oweRedraw } from '../../delivery/delivery.ts';
import { endSchedule } from '../../delivery/schedule.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { MemberId } from '../networks/network.ts';
import { countPoll } from './count-poll.ts';
import { type Poll, type PollId, pollCan } from './poll.ts';
import { pollPartition, polls } from './poll-store.ts';
import { reminder } from './remind-poll.ts';

export type CloseRefusal =
  | NotAllowed
  | { readonly code: 'no-poll' }
  | { readonly code: 'poll-closed'; readonly number: number; readonly at: Instant };

/** Closes a poll before its deadline. A repeat of the request that closed it answers the same. */
export async function closePoll(tools: Tools, actor: Actor, id: PollId): Promise<Outcome<Poll, CloseRefusal>> {
  const right = allowed(actor, 'poll.close');
  if (!right.ok) return right;
  return retrying(async () => {
    const poll = await polls.get(tools.store, pollPartition(id), 'poll');
    if (!poll || poll.value.networkId !== actor.network.id) return refused({ code: 'no-poll' });
    const now = tools.world.clock.now();
    if (poll.value.closing) {
      const isMine = poll.value.closing.request === actor.requestKey;
      return isMine ? done(await counted(tools, poll)) : closedAlready(poll.value, poll.value.closing.at);
    }
    if (!pollCan.close(poll.value, now)) return closedAlready(poll.value, poll.value.closesAt);
    return done(await shut(tools, poll, { at: now, by: actor.member.id, request: actor.requestKey }));
  });
}

/** Closes what is past its deadline and counts what was closed and not yet counted; whoever is first does it, once. */
export async function closeDuePolls(tools: Tools): Promise<void> {
  await polls.workOffDue(tools, async poll => {
    if (poll.value.closing) await counted(tools, poll);
    else await shut(tools, poll, { at: poll.value.closesAt });
  });
}

type By = { readonly at: Instant; readonly by?: MemberId; readonly request?: string };

/** First the poll is shut, so that no ballot can come any more; then it is counted. */
async function shut(tools: Tools, poll: Kept<Poll>, closing: By): Promise<Poll> {
  const closed = { ...poll.value, closing };
  const [etag = ''] = await tools.store.batch(poll.partition, [polls.replace(poll, closed), endSchedule(reminder)]);
  return counted(tools, { ...poll, etag, value: closed });
}

/** Writes the count of a shut poll once; from then on it is what was written, whatever becomes of seats and members. */
async function counted(tools: Tools, poll: Kept<Poll>): Promise<Poll> {
  const { closing } = poll.value;
  if (!closing || closing.result) return poll.value;
  const { tally, electors } = await countPoll(tools, poll.value);
  const among = electors.kind === 'seats' && { seats: electors.seats.map(seat => seat.id) };
  const settled = { ...poll.value, closing: { ...closing, result: tally, ...among } };
  const about = { networkId: poll.value.networkId, thing: { kind: 'poll', id: poll.value.id } };
  await tools.store.batch(poll.partition, [polls.replace(poll, settled), oweRedraw(about, tools.world.clock.now())]);
  return settled;
}

function closedAlready(poll: Poll, at: Instant) {
  return refused({ code: 'poll-closed', number: poll.number, at });
}
