/** Words of a ranked poll, nynorsk. */
import { countIn } from './count.ts';
import type { RankedTexts } from './nb-ranked.ts';

const count = countIn('nn');
const points = (n: number) => `${n} poeng`;

/** Where nobody gave any, there is nobody they are from. */
const from = (n: number, whom: string) => (n === 0 ? points(n) : `${points(n)} frå ${whom}`);

export const nnRanked: RankedTexts = {
  how: most => `Vel opptil ${most}, det viktigaste først.`,
  points: places =>
    places < 3 ? 'Førsteplass gir 3 poeng og andreplass 2.' : 'Førsteplass gir 3 poeng, andreplass 2 og tredjeplass 1.',
  place: place => `${place}. prioritet`,
  none: 'Ingen',
  value: {
    formal: (n, ballots) => from(n, count(ballots, 'plass', 'plassar')),
    opinion: (n, ballots) => from(n, count(ballots, 'medlem', 'medlemer')),
  },
  rank: rank => `nr. ${rank}`,
  shared: rank => `delt nr. ${rank}`,
  first: (option, n) => `${option} fekk flest poeng: ${n}.`,
  tie: (options, n) => `Delt førsteplass mellom ${options}: ${points(n)} kvar.`,
  others: (options, n) => `${options} og ${n} til`,
  andMore: n => `… og ${n} til.`,
  showAll: n => `Vis alle ${n}`,
  all: (number, n) => `Røysting ${number}: alle dei ${n} alternativa`,
  columns: ['Poeng', 'Kor mange som gav poeng'],
};
