/** What a ranking's form and card need to know, of the round and of the poll it was put to. */
import type { Form } from '../../../cards/card.ts';
import type { Filled } from '../../../cards/filled.ts';
import { rankingForm } from '../../../cards/needs/ranking-form.ts';
import { roundPartition } from '../../features/needs/need-store.ts';
import { fewestToRank, type Ranking, rankOf } from '../../features/needs/ranking.ts';
import { rankings } from '../../features/needs/ranking-store.ts';
import { readNeedSet } from '../../features/needs/read-need-set.ts';
import type { Round, RoundId } from '../../features/needs/round.ts';
import { newestThat } from '../../features/needs/start-ranking.ts';
import { type Actor, allowed } from '../../features/networks/identify-member.ts';
import type { Poll, PollId } from '../../features/polls/poll.ts';
import { pollPartition, polls } from '../../features/polls/poll-store.ts';
import { rankedOf } from '../../features/polls/tally.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { Refusal } from '../../texts/refusal.ts';
import type { Speech } from '../../texts/speak.ts';
import type { Tools } from '../../tools.ts';
import { aWeekOn } from '../asking.ts';

export async function pollOf({ store }: Pick<Tools, 'store'>, id: string): Promise<Poll | undefined> {
  return (await polls.get(store, pollPartition(id as PollId), 'poll'))?.value;
}

/** The ranking that counts: the newest whose poll was opened. */
export async function rankingAsked(
  tools: Tools,
  id: RoundId,
): Promise<{ readonly ranking: Ranking; readonly poll: Poll } | undefined> {
  const all = await rankings.all(tools.store, roundPartition(id));
  const ranking = (await newestThat(all, async ({ value }) => (await pollOf(tools, value.pollId)) !== undefined))
    ?.value;
  const poll = ranking && (await pollOf(tools, ranking.pollId));
  return poll && { ranking, poll };
}

/**
 * By the keys of the entries that were ranked, from the poll's own result; those that nobody named have none.
 * @returns undefined until a poll of them is closed and counted
 */
export async function ranksIn(tools: Tools, id: RoundId): Promise<ReadonlyMap<string, number> | undefined> {
  const asked = await rankingAsked(tools, id);
  const result = asked?.poll.closing?.result;
  if (!asked || !result) return undefined;
  const rankOfOption = new Map(rankedOf(result).map(({ option, rank }) => [option, rank]));
  return rankOf(
    asked.ranking,
    asked.poll.options.map(({ id: option }) => rankOfOption.get(option)),
  );
}

/** The form that opens a ranking, to those who may, where there is something to rank. */
export async function rankingFormFor(
  tools: Tools,
  actor: Actor,
  round: Round,
  speech: Speech,
  filled?: Filled,
): Promise<Outcome<Form, Refusal>> {
  const right = allowed(actor, 'round.rank');
  if (!right.ok) return right;
  const [set, asked] = await Promise.all([readNeedSet(tools, round), rankingAsked(tools, round.id)]);
  if (set.entries.length < fewestToRank) {
    return refused({ code: 'too-few-to-rank', field: 'entries', fewest: fewestToRank });
  }
  const suggestedDay = aWeekOn(tools.world.clock.now(), actor.network.zone);
  return done(rankingForm({ set, instead: asked?.poll, suggestedDay }, speech, filled));
}
