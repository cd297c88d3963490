/** A poll put to the cast's forum, for tests: shorthand for the workflows, which throw where a test expects done. */
import { type BallotRefusal, type Cast, castBallot } from '../../../src/features/polls/cast-ballot.ts';
import { type Count, countPoll } from '../../../src/features/polls/count-poll.ts';
import { type NewPoll, openPoll } from '../../../src/features/polls/open-poll.ts';
import type { OptionId, Poll, PollId } from '../../../src/features/polls/poll.ts';
import { pollPartition, polls } from '../../../src/features/polls/poll-store.ts';
import type { Outcome } from '../../../src/outcome.ts';
import type { Tools } from '../../../src/tools.ts';
import type { PlainDate } from '../../../src/world.ts';
import { actorOf, type CastKey, holderOf } from '../../cast.ts';

export const formalPoll: NewPoll = {
  kind: 'formal',
  question: 'Skal forumet møtes i Karasjok?',
  options: ['Ja', 'Nei', 'Avstår'],
  choice: 'one',
  secrecy: 'open',
  reveal: 'always',
  closesOn: '2027-02-01' as PlainDate,
};
export const secretPoll: NewPoll = { ...formalPoll, secrecy: 'secret', reveal: 'whenClosed' };

export const [yes, no, abstain] = ['o1', 'o2', 'o3'] as [OptionId, OptionId, OptionId];

/** The seats that vote in the cast's forum. */
const votingSeats = Array.from({ length: 16 }, (_, at) => at + 1);
/** Seat 7's holder has no account. */
export const seatsWithAccount = votingSeats.filter(number => number !== 7);

export function doneOf<T>(outcome: Outcome<T, unknown>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`Refused: ${JSON.stringify(outcome.refusal)}`);
}

export function refusalOf<R>(outcome: Outcome<unknown, R>): R {
  if (!outcome.ok) return outcome.refusal;
  throw new Error('Not refused');
}

export async function open(tools: Tools, wanted: NewPoll = formalPoll): Promise<PollId> {
  return doneOf(await openPoll(tools, await actorOf(tools, 'kari'), wanted)).value.id;
}

export async function cast(
  tools: Tools,
  pollId: PollId,
  who: CastKey | number,
  option: OptionId,
  requestKey?: string,
): Promise<Outcome<Cast, BallotRefusal>> {
  const actor = await actorOf(tools, typeof who === 'number' ? holderOf(who) : who, requestKey);
  return castBallot(tools, actor, { pollId, options: [option] });
}

export async function pollNow({ store }: Pick<Tools, 'store'>, id: PollId): Promise<Poll> {
  const kept = await polls.get(store, pollPartition(id), 'poll');
  if (!kept) throw new Error('No such poll');
  return kept.value;
}

export async function count(tools: Pick<Tools, 'store'>, id: PollId): Promise<Count> {
  return countPoll(tools, await pollNow(tools, id));
}

/** How many have each option, in the poll's order. */
export async function sums(tools: Pick<Tools, 'store'>, id: PollId): Promise<readonly number[]> {
  return (await count(tools, id)).tally.counts.map(each => each.count);
}
