/** Words of a ranked poll, English. */
import { countIn } from './count.ts';
import type { RankedTexts } from './nb-ranked.ts';

const count = countIn('en');
const points = (n: number) => count(n, 'point', 'points');

/** Where nobody gave any, there is nobody they are from. */
const from = (n: number, whom: string) => (n === 0 ? points(n) : `${points(n)} from ${whom}`);

export const enRanked: RankedTexts = {
  how: most => `Choose up to ${most}, the most important first.`,
  points: places =>
    places < 3 ? 'First place gives 3 points and second 2.' : 'First place gives 3 points, second 2 and third 1.',
  place: place => `Priority ${place}`,
  none: 'None',
  value: {
    formal: (n, ballots) => from(n, count(ballots, 'seat', 'seats')),
    opinion: (n, ballots) => from(n, count(ballots, 'member', 'members')),
  },
  rank: rank => `no. ${rank}`,
  shared: rank => `joint no. ${rank}`,
  first: (option, n) => `${option} has most points: ${n}.`,
  tie: (options, n) => `Joint first place for ${options}: ${points(n)} each.`,
  others: (options, n) => `${options} and ${n} more`,
  andMore: n => `… and ${n} more.`,
  showAll: n => `Show all ${n}`,
  all: (number, n) => `Poll ${number}: all ${n} options`,
  columns: ['Points', 'How many gave points'],
};
