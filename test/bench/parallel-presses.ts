/** How many ballots a second, and how long a person waits, with fifty pressing at once on a platform. */
import { openBenchHouse } from './bench-house.ts';
import type { Presses } from './press.ts';
import { pressMany, quantile, type Times } from './press-many.ts';
import type { Figure } from './report.ts';

const membersOnEach = 100;
const atOnce = 50;
const warmingUp = 1000;
const pressed = 4000;

export async function measureParallelPresses(): Promise<readonly Figure[]> {
  const house = await openBenchHouse({
    kind: 'opinion',
    membersInTeams: membersOnEach,
    membersInSlack: membersOnEach,
  });
  const { url } = house.bot;
  const { teams, slack } = house.presses;
  let from = 0;
  let acknowledged = 0;

  /** The same share of presses by each, all at the same time. */
  async function press(count: number, ...presses: readonly Presses[]): Promise<readonly Times[]> {
    const times = await Promise.all(presses.map(each => pressMany(url, each, { from, count, atOnce })));
    from += count;
    acknowledged += count * presses.length;
    return times;
  }

  await press(warmingUp, teams, slack);
  const inTeams = await press(pressed, teams);
  const inSlack = await press(pressed, slack);
  const inBoth = await press(pressed / 2, teams, slack);
  const figures = [
    ...figuresOf('Teams, 50 at once', inTeams),
    ...figuresOf('Slack, 50 at once', inSlack),
    ...figuresOf('both, 50 at once on each', inBoth),
    {
      what: 'acknowledged ballots that the store lacks',
      value: acknowledged - (await house.castings()),
      unit: '',
      target: { exactly: 0 },
    } as const,
  ];
  await house.close();
  return figures;
}

function figuresOf(where: string, times: readonly Times[]): readonly Figure[] {
  const count = times.reduce((sum, { answerMs }) => sum + answerMs.length, 0);
  const seconds = Math.max(...times.map(each => each.seconds));
  const slowest = Math.max(...times.map(({ answerMs }) => quantile(answerMs, 0.99)));
  return [
    { what: `${where}: ballots`, value: count / seconds, unit: '/s' },
    { what: `${where}: half are answered in`, value: median(times), unit: 'ms' },
    { what: `${where}: p99 answer time`, value: slowest / 1000, unit: 's', target: { most: 1 } },
  ];
}

function median(times: readonly Times[]): number {
  return Math.max(...times.map(({ answerMs }) => quantile(answerMs, 0.5)));
}
