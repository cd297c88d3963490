import { countIn } from './count.ts';
import type { RankingTexts } from './nb-ranking.ts';

const count = countIn('nn');

export const nnRanking: RankingTexts = {
  say: {
    question: (what, round) => `Kva behov er viktigast? Innhenting ${round}: ${what}`,
    bundle: number => `felles behov ${number}`,
    buttons: { start: 'Prioriter …', show: 'Rangering', poll: number => `Vis røysting ${number}` },
    form: {
      title: 'Prioriter behova',
      submit: 'Opne røystinga',
      seen: (n, most) =>
        `Plassane med røysterett vel opptil ${most} av ${count(n, 'behov', 'behov')}, det viktigaste først. Alle i nettverket ser titlane.`,
      tooMany: (n, most) =>
        `Det er ${n} behov, og plass til ${most}. Slå saman like behov, eller skriv numra på dei som skal vere med.`,
      instead: poll =>
        `Innhentinga er alt prioritert i røysting ${poll}. Ei ny gjeld i staden for den. Den gamle røystinga blir ståande.`,
      entries: 'Kva behov skal vere med?',
      entriesHint: 'Tomt: alle. Elles numra, til dømes BM-2027-0003, felles behov 1.',
      closesOn: 'Frist, dato',
      closesTime: 'Frist, klokkeslett',
    },
    title: round => `Rangering av innhenting ${round}`,
    none: {
      text: 'Behova er ikkje prioriterte enno.',
      ask: 'Bruk knappen under for å la plassane velje dei viktigaste.',
      wait: 'Koordinatoren og leiaren kan be om det. Då kjem ei røysting i kanalen.',
      tooFew: fewest => `Det kan bli gjort når minst ${fewest} er sende inn.`,
    },
    notYet: (poll, when) => `Rangeringa kjem her når røysting ${poll} er stengd. Fristen er ${when}.`,
    counting: 'Røystinga blir talt opp no. Sjå igjen om litt.',
    fates: {
      withdrawn: 'trekt sidan',
      parted: 'skild i fleire sidan',
      bundled: bundle => `no i felles behov ${bundle}`,
    },
  },
  commands: {
    rankNeeds: { example: '1', does: 'lèt plassane velje dei viktigaste behova i innhentinga' },
    showRanking: { example: '1', does: 'viser kva behov som vart sette høgast' },
  },
  deeds: { 'round.rank': 'koordinatoren og leiaren kan be om ei prioritering' },
  fieldNames: { entries: 'behova', instead: 'røystinga' },
  refusals: {
    'too-few-to-rank': ({ fewest }) =>
      `Det må vere minst ${fewest} behov å velje mellom. Ingenting er opna. Vent til fleire er sende inn, eller ta med fleire.`,
    'too-many-to-rank': ({ count: n, most }) =>
      `Det er ${n} behov, og plass til ${most}. Ingenting er opna. Slå saman like behov, eller skriv numra på dei som skal vere med.`,
    'unknown-entry': ({ words }) =>
      `Eg finn ikkje ${words} blant det som er sendt inn. Ingenting er opna. Skriv numra slik dei står i lista.`,
    'ranking-exists': () =>
      'Innhentinga er prioritert sidan skjemaet vart opna. Ingenting er opna no. Skriv «prioriter» og nummeret for å sjå det som gjeld.',
  },
};
