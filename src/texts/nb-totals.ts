import type { TotalsRefusal } from '../features/needs/count-totals.ts';
import type { TotalList } from '../features/needs/need-totals.ts';
import { countIn } from './count.ts';
import type { Loosened } from './loosened.ts';
import type { RefusalTextsOf } from './refusal.ts';

export type TotalsTexts = Loosened<typeof nbTotals>;

const count = countIn('nb');

export const nbTotals = {
  say: {
    title: (number: number) => `Tema og målgrupper i innhenting ${number}`,
    button: 'Tema og målgrupper',
    lists: { themes: 'tema', targetGroups: 'målgrupper', sectors: 'sektorer' } satisfies Record<TotalList, string>,
    all: (list: string) => `Alle ${list}`,
    counted: (n: number, when: string) => `Telt ${when}: ${count(n, 'part', 'parter')} har meldt inn.`,
    participants: (n: string) => `De regner med ${n} deltakere til sammen.`,
    of: (n: number, all: number, share: string) => `${n} av ${all} (${share})`,
    hidden: (limit: number) => `Det som færre enn ${limit} har valgt, eller ingen, vises ikke.`,
    noneOf: (list: string, limit: number) => `Ingen ${list} er valgt av ${limit} eller flere.`,
    withheld: (list: string) => `Tall for ${list} vises ikke, for de kunne fortelle hva én part har valgt.`,
    tooFew: (limit: number) => `Færre enn ${limit} parter har meldt inn, så tema og målgrupper vises ikke.`,
    chosenBy: 'Valgt av',
    live: 'Slik er det nå. Det alle får se, telles når fristen går ut, og endres ikke etter det.',
  },
  commands: {
    roundTotals: { example: '1', does: 'viser hvor mange som har meldt hvert tema og hver målgruppe' },
  },
  fieldNames: { list: 'lista' },
  refusals: {
    'totals-not-yet': ({ closesAt }, { when }) =>
      `Tema og målgrupper telles når fristen er ute: ${when(closesAt)}. Da kan alle se dem her.`,
  } satisfies RefusalTextsOf<TotalsRefusal>,
};
