/** Words of a ranked poll, bokmål. */
import { countIn } from './count.ts';
import type { Loosened } from './loosened.ts';

export type RankedTexts = Loosened<typeof nbRanked>;

const count = countIn('nb');
const points = (n: number) => `${n} poeng`;

/** Where nobody gave any, there is nobody they are from. */
const from = (n: number, whom: string) => (n === 0 ? points(n) : `${points(n)} fra ${whom}`);

export const nbRanked = {
  how: (most: number) => `Velg opptil ${most}, det viktigste først.`,
  points: (places: number) =>
    places < 3 ? 'Førsteplass gir 3 poeng og andreplass 2.' : 'Førsteplass gir 3 poeng, andreplass 2 og tredjeplass 1.',
  place: (place: number) => `${place}. prioritet`,
  none: 'Ingen',
  value: {
    formal: (n: number, ballots: number) => from(n, count(ballots, 'plass', 'plasser')),
    opinion: (n: number, ballots: number) => from(n, count(ballots, 'medlem', 'medlemmer')),
  },
  rank: (rank: number) => `nr. ${rank}`,
  shared: (rank: number) => `delt nr. ${rank}`,
  first: (option: string, n: number) => `${option} fikk flest poeng: ${n}.`,
  tie: (options: string, n: number) => `Delt førsteplass mellom ${options}: ${points(n)} hver.`,
  others: (options: string, n: number) => `${options} og ${n} til`,
  andMore: (n: number) => `… og ${n} til.`,
  showAll: (n: number) => `Vis alle ${n}`,
  all: (number: number, n: number) => `Avstemning ${number}: alle ${n} alternativer`,
  columns: ['Poeng', 'Antall som ga poeng'] as readonly string[],
};
