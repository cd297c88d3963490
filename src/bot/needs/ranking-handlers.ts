/** Which of a round's needs matter most: a ranked poll is opened of them, and what came of it is shown. */
import { noRankingCard, rankingCard } from '../../../cards/needs/ranking-card.ts';
import { entryText, rankingQuestion } from '../../../cards/needs/ranking-words.ts';
import { needs, roundPartition } from '../../features/needs/need-store.ts';
import { fateOf, fewestToRank, type Ranking } from '../../features/needs/ranking.ts';
import type { rankingIntents } from '../../features/needs/ranking-intents.ts';
import { readNeedSet } from '../../features/needs/read-need-set.ts';
import type { Round } from '../../features/needs/round.ts';
import { dropRanking, startRanking } from '../../features/needs/start-ranking.ts';
import type { Actor } from '../../features/networks/identify-member.ts';
import { may } from '../../features/networks/who-may.ts';
import { pollIdFor } from '../../features/polls/open-poll.ts';
import type { Poll } from '../../features/polls/poll.ts';
import { rankedOf } from '../../features/polls/tally.ts';
import type { IntentOf } from '../../intents/intent.ts';
import { type Speech, speak } from '../../texts/speak.ts';
import type { Tools } from '../../tools.ts';
import { type Answer, type Asking, type Handlers, openForm, refuse } from '../asking.ts';
import { openAskedPoll } from '../polls/poll-handlers.ts';
import { pollOf, rankingAsked, rankingFormFor } from './ranking-asking.ts';
import { standingOfRound, withRound } from './round-found.ts';

export const rankingHandlers: Pick<Handlers, keyof typeof rankingIntents> = {
  'ranking.form': (asking, intent) =>
    withRound(asking, intent.round, async (actor, round, speech) => {
      if (!may(actor.roles, 'round.rank')) return refuse({ code: 'set-for-leaders', asked: 'rank' }, speech);
      const form = await rankingFormFor(asking.tools, actor, round, speech);
      if (!form.ok) return refuse(form.refusal, speech);
      return openForm(asking, form.value, { type: 'ranking.form', round: round.id }, speech);
    }),

  'ranking.open': (asking, intent) =>
    withRound(asking, intent.round, (actor, round, speech) =>
      asking.tools.turns(`ranking|${round.id}`, () => open(asking, actor, round, intent, speech)),
    ),

  'ranking.show': (asking, intent) =>
    withRound(asking, intent.round, async (actor, round, speech) => {
      const asked = await rankingAsked(asking.tools, round.id);
      if (!asked) {
        const { entries } = await readNeedSet(asking.tools, round);
        const shown = { round, mayRank: may(actor.roles, 'round.rank'), isEnough: entries.length >= fewestToRank };
        return { whisper: noRankingCard(shown, speech), ...(await standingOfRound(asking, round)) };
      }
      const { ranking, poll } = asked;
      const rows = await rowsOf(asking.tools, round, ranking, poll);
      return {
        whisper: rankingCard({ round, poll, rows }, speech),
        ...(await standingOfRound(asking, round)),
      };
    }),
};

/** First what each option stands for, then the poll: cut off between them, a repeat goes on with what was written. */
async function open(
  asking: Asking,
  actor: Actor,
  round: Round,
  { entries = '', instead, closesOn, closesTime, secrecy, reveal }: IntentOf<'ranking.open'>,
  speech: Speech,
): Promise<Answer> {
  const { tools } = asking;
  const { languages, zone } = actor.network;
  const everyones = speak(languages[0] ?? speech.language, zone);
  const started = await startRanking(tools, actor, {
    round: round.id,
    entries,
    instead,
    pollId: pollIdFor(actor),
    textOf: entry => entryText(entry, everyones),
    wasOpened: async id => (await pollOf(tools, id)) !== undefined,
  });
  if (!started.ok) return refuse(started.refusal, speech);
  const poll = {
    kind: 'formal',
    choice: 'ranked',
    question: rankingQuestion({ round }, everyones),
    options: started.value.value.entries.map(({ text }) => text),
    closesOn,
    closesTime,
    secrecy,
    reveal,
  } as const;
  const answer = await openAskedPoll(asking, actor, poll, speech);
  if (answer.refusal) await dropRanking(tools, started.value);
  return answer;
}

/** From the poll's own result, which is written once; what became of each entry as it is now. */
async function rowsOf(tools: Tools, round: Round, { entries }: Ranking, { closing, options }: Poll) {
  if (!closing?.result) return [];
  const [set, all] = await Promise.all([readNeedSet(tools, round), needs.all(tools.store, roundPartition(round.id))]);
  const withdrawn = new Set(all.flatMap(({ value: { id, state } }) => (state === 'withdrawn' ? [id] : [])));
  return rankedOf(closing.result).flatMap(ranked => {
    const entry = entries[options.findIndex(({ id }) => id === ranked.option)];
    return entry ? [{ entry, ranked, fate: fateOf(entry, set, withdrawn) }] : [];
  });
}
