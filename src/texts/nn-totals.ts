import { countIn } from './count.ts';
import type { TotalsTexts } from './nb-totals.ts';

const count = countIn('nn');

export const nnTotals: TotalsTexts = {
  say: {
    title: number => `Tema og målgrupper i innhenting ${number}`,
    button: 'Tema og målgrupper',
    lists: { themes: 'tema', targetGroups: 'målgrupper', sectors: 'sektorar' },
    all: list => `Alle ${list}`,
    counted: (n, when) => `Talt ${when}: ${count(n, 'part', 'partar')} har meldt inn.`,
    participants: n => `Dei reknar med ${n} deltakarar til saman.`,
    of: (n, all, share) => `${n} av ${all} (${share})`,
    hidden: limit => `Det som færre enn ${limit} har valt, eller ingen, blir ikkje vist.`,
    noneOf: (list, limit) => `Ingen ${list} er valde av ${limit} eller fleire.`,
    withheld: list => `Tal for ${list} blir ikkje viste, for dei kunne fortelje kva éin part har valt.`,
    tooFew: limit => `Færre enn ${limit} partar har meldt inn, så tema og målgrupper blir ikkje viste.`,
    chosenBy: 'Valt av',
    live: 'Slik er det no. Det alle får sjå, blir talt når fristen går ut, og ikkje endra etter det.',
  },
  commands: {
    roundTotals: { example: '1', does: 'viser kor mange som har meldt kvart tema og kvar målgruppe' },
  },
  fieldNames: { list: 'lista' },
  refusals: {
    'totals-not-yet': ({ closesAt }, { when }) =>
      `Tema og målgrupper blir talde når fristen er ute: ${when(closesAt)}. Då kan alle sjå dei her.`,
  },
};
