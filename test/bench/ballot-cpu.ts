/** What a ballot through Teams costs the bot's process, against botbuilder's echo with its own token check. */
import { openBenchHouse } from './bench-house.ts';
import { type Child, startFloor } from './child.ts';
import type { Presses } from './press.ts';
import { median, pressMany } from './press-many.ts';
import type { Figure } from './report.ts';

const rounds = 15;
const perRound = 250;
const warmingUp = 1500;
const aFew = 8;

type Measured = { readonly child: Child; readonly presses: Presses };

/** Rounds of the two by turns, so that a machine that slows down slows both; the ratio is the median of each pair's. */
export async function measureBallotCpu(): Promise<readonly Figure[]> {
  const house = await openBenchHouse({ kind: 'formal', membersInTeams: 16, membersInSlack: 0 });
  const floor = await startFloor(house.teams.config);
  const ballot: Measured = { child: house.bot, presses: house.presses.teams };
  const echo: Measured = { child: floor, presses: house.presses.words };
  const invoke: Measured = { child: floor, presses: house.presses.teams };
  const newToken: Measured = {
    ...ballot,
    presses: await house.presses.teamsWithNewTokens((rounds + 1) * perRound),
  };
  let from = 0;
  let acknowledged = 0;

  async function cpuOf({ child, presses }: Measured, count: number, atOnce: number): Promise<number> {
    const before = await child.cpuMs();
    await pressMany(child.url, presses, { from, count, atOnce });
    from += count;
    if (child === house.bot) acknowledged += count;
    return ((await child.cpuMs()) - before) / count;
  }

  async function compare(what: string, bot: Measured, against: Measured, floorName: string, atOnce: number) {
    const pairs: (readonly [number, number])[] = [];
    for (let round = 0; round < rounds; round += 1) {
      pairs.push([await cpuOf(bot, perRound, atOnce), await cpuOf(against, perRound, atOnce)]);
    }
    const ratio = median(pairs.map(([mine, theirs]) => mine / theirs));
    return {
      what,
      value: median(pairs.map(([mine]) => mine)),
      unit: 'ms',
      floor: { what: floorName, value: median(pairs.map(([, theirs]) => theirs)), ratio },
    } as const satisfies Figure;
  }

  for (const each of [ballot, echo, invoke]) await cpuOf(each, warmingUp, aFew);
  const figures: readonly Figure[] = [
    {
      ...(await compare('CPU per ballot, eight at once', ballot, echo, 'echo of a message', aFew)),
      target: { most: 1 },
    },
    await compare('CPU per ballot, one at a time', ballot, echo, 'echo of a message', 1),
    await compare('CPU per ballot, a new token each', newToken, echo, 'echo of a message', aFew),
    await compare('CPU per ballot, eight at once', ballot, invoke, 'bare answer to the same press', aFew),
  ];
  const given = await house.castings();
  if (given !== acknowledged)
    throw new Error(`${acknowledged} ballots were acknowledged and ${given} are in the store`);
  await floor.close();
  await house.close();
  return figures;
}
