/** Ten thousand members answer one poll: none is lost, and the posting follows once a second all the while. */
import { countPoll } from '../../src/features/polls/count-poll.ts';
import { openBenchHouse } from './bench-house.ts';
import { pressMany, quantile } from './press-many.ts';
import type { Figure } from './report.ts';

const voters = 10_000;
const atOnce = 50;

export async function measureManyBallots(): Promise<readonly Figure[]> {
  const house = await openBenchHouse({ kind: 'opinion', membersInTeams: voters, membersInSlack: 0 });
  const before = await house.bot.memory();
  const cpuBefore = await house.bot.cpuMs();
  const { seconds, answerMs } = await pressMany(house.bot.url, house.presses.teams, { from: 0, count: voters, atOnce });
  const cpuMs = (await house.bot.cpuMs()) - cpuBefore;
  const after = await house.bot.memory();

  const { tally } = await countPoll({ store: house.store }, house.poll);
  const updates = house.teams.messagesIn(house.channel).reduce((sum, message) => sum + message.updates, 0);
  const figures: readonly Figure[] = [
    { what: '10,000 ballots: ballots', value: voters / seconds, unit: '/s' },
    { what: '10,000 ballots: CPU per ballot', value: cpuMs / voters, unit: 'ms' },
    {
      what: '10,000 ballots: p99 answer time',
      value: quantile(answerMs, 0.99) / 1000,
      unit: 's',
      target: { most: 1 },
    },
    {
      what: '10,000 ballots: counted as they were given',
      value: countedRightly(tally.counts.map(({ count }) => count)),
      unit: '',
      target: { exactly: voters },
    },
    { what: '10,000 ballots: redraws of the posting, per second', value: updates / seconds, unit: '/s' },
    { what: 'memory before: resident', value: before.residentMb, unit: 'MB' },
    { what: 'memory after: resident', value: after.residentMb, unit: 'MB' },
    { what: 'memory before: heap after collection', value: before.heapMb, unit: 'MB' },
    { what: 'memory after: heap after collection', value: after.heapMb, unit: 'MB' },
  ];
  await house.close();
  return figures;
}

/** The presses go round the options in turn, so each option's count is known beforehand. */
function countedRightly(counts: readonly number[]): number {
  const given = counts.map((_, option) => Math.ceil((voters - option) / counts.length));
  return counts.reduce((sum, count, option) => sum + Math.min(count, given[option] ?? 0), 0);
}
