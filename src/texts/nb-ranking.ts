import type { RankingRefusal } from '../features/needs/ranking-refusal.ts';
import type { Deed } from '../features/networks/who-may.ts';
import { countIn } from './count.ts';
import type { Loosened } from './loosened.ts';
import type { rankingCommands } from './ranking-commands.ts';
import type { RefusalTextsOf } from './refusal.ts';

export type RankingTexts = Loosened<typeof nbRanking>;

const count = countIn('nb');

export const nbRanking = {
  say: {
    question: (what: string, round: number) => `Hvilke behov er viktigst? Innhenting ${round}: ${what}`,
    bundle: (number: number) => `felles behov ${number}`,
    buttons: { start: 'Prioriter …', show: 'Rangering', poll: (number: number) => `Vis avstemning ${number}` },
    form: {
      title: 'Prioriter behovene',
      submit: 'Åpne avstemningen',
      seen: (n: number, most: number) =>
        `Plassene med stemmerett velger opptil ${most} av ${count(n, 'behov', 'behov')}, det viktigste først. Alle i nettverket ser titlene.`,
      tooMany: (n: number, most: number) =>
        `Det er ${n} behov, og plass til ${most}. Slå sammen like behov, eller skriv numrene på dem som skal være med.`,
      instead: (poll: number) =>
        `Innhentingen er alt prioritert i avstemning ${poll}. En ny gjelder i stedet for den. Den gamle avstemningen blir stående.`,
      entries: 'Hvilke behov skal være med?',
      entriesHint: 'Tomt: alle. Ellers numrene, for eksempel BM-2027-0003, felles behov 1.',
      closesOn: 'Frist, dato',
      closesTime: 'Frist, klokkeslett',
    },
    title: (round: number) => `Rangering av innhenting ${round}`,
    none: {
      text: 'Behovene er ikke prioritert ennå.',
      ask: 'Bruk knappen under for å la plassene velge de viktigste.',
      wait: 'Koordinatoren og lederen kan be om det. Da kommer en avstemning i kanalen.',
      tooFew: (fewest: number) => `Det kan bli gjort når minst ${fewest} er sendt inn.`,
    },
    notYet: (poll: number, when: string) =>
      `Rangeringen kommer her når avstemning ${poll} er stengt. Fristen er ${when}.`,
    counting: 'Avstemningen telles opp nå. Se igjen om et øyeblikk.',
    fates: {
      withdrawn: 'trukket siden',
      parted: 'skilt i flere siden',
      bundled: (bundle: number) => `nå i felles behov ${bundle}`,
    },
  },
  /** What help says of each command. */
  commands: {
    rankNeeds: { example: '1', does: 'lar plassene velge de viktigste behovene i innhentingen' },
    showRanking: { example: '1', does: 'viser hvilke behov som ble satt høyest' },
  } satisfies Record<keyof typeof rankingCommands, { example: string; does: string }>,
  deeds: {
    'round.rank': 'koordinatoren og lederen kan be om en prioritering',
  } satisfies Partial<Record<Deed, string>>,
  fieldNames: { entries: 'behovene', instead: 'avstemningen' },
  refusals: {
    'too-few-to-rank': ({ fewest }) =>
      `Det må være minst ${fewest} behov å velge mellom. Ingenting er åpnet. Vent til flere er sendt inn, eller ta med flere.`,
    'too-many-to-rank': ({ count: n, most }) =>
      `Det er ${n} behov, og plass til ${most}. Ingenting er åpnet. Slå sammen like behov, eller skriv numrene på dem som skal være med.`,
    'unknown-entry': ({ words }) =>
      `Jeg finner ikke ${words} blant det som er sendt inn. Ingenting er åpnet. Skriv numrene slik de står i lista.`,
    'ranking-exists': () =>
      'Innhentingen er prioritert siden skjemaet ble åpnet. Ingenting er åpnet nå. Skriv «prioriter» og nummeret for å se det som gjelder.',
  } satisfies RefusalTextsOf<RankingRefusal>,
};
