/** Ten thousand members answer one poll: none is lost, and the posting follows once a second all the while. */
import { countPoll } from '../../src/features/polls/count-poll.ts';
import { openBenchHouse } from './bench-house.ts';
import type { Memory } from './child.ts';
import { pressMany, quantile } from './press-many.ts';
import type { Figure } from './report.ts';

const voters = 10_000;
const atOnce = 50;

export async function measureManyBallots(): Promise<readonly Figure[]> {
  const house = await openBenchHouse({ kind: 'opinion', membersInTeams: voters, membersInSlack: 0 });
  const { bot, presses, poll } = house;
  const before = await bot.memory();
  const cpuBefore = await bot.cpuMs();
  const { seconds, answerMs } = await pressMany(bot.url, presses.teams, { from: 0, count: voters, atOnce });
  const cpuMs = (await bot.cpuMs()) - cpuBefore;
  const after = await bot.memory();
  const { tally } = await countPoll({ store: house.store }, poll);
  const redraws = house.teams.messagesIn(house.channel).reduce((sum, message) => sum + message.updates, 0);
  // Everyone changes their answer: what is held must not grow with what has been done.
  await pressMany(bot.url, presses.teams, { from: voters, count: voters, atOnce });
  const later = await bot.memory();
  await house.close();
  return [
    {
      what: '10,000 ballots: counted as they were given',
      value: countedRightly(tally.counts.map(({ count }) => count)),
      unit: '',
      target: { exactly: voters },
    },
    { what: '10,000 ballots: p99 answer time', value: quantile(answerMs, 0.99) / 1000, unit: 's', target: { most: 1 } },
    { what: 'ballots', value: voters / seconds, unit: '/s' },
    { what: 'CPU per ballot, redraws and all', value: cpuMs / voters, unit: 'ms' },
    { what: 'time it took', value: seconds, unit: 's' },
    { what: 'redraws of the posting meanwhile', value: redraws, unit: '' },
    { what: 'between two redraws of the posting', value: seconds / redraws, unit: 's', target: { most: 4 } },
    ...memoryFigures('before', before),
    ...memoryFigures('after', after),
    ...memoryFigures('after 10,000 changes more', later),
  ];
}

function memoryFigures(when: string, { residentMb, heapMb }: Memory): readonly Figure[] {
  return [
    { what: `memory ${when}, resident`, value: residentMb, unit: 'MB' },
    { what: `memory ${when}, heap after collection`, value: heapMb, unit: 'MB' },
  ];
}

/** The presses go round the options in turn, so each option's count is known beforehand. */
function countedRightly(counts: readonly number[]): number {
  const given = counts.map((_, option) => Math.ceil((voters - option) / counts.length));
  return counts.reduce((sum, count, option) => sum + Math.min(count, given[option] ?? 0), 0);
}
