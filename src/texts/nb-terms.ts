import type { OwnTerms, TermRefusal } from '../features/networks/own-terms.ts';
import type { Loosened } from './loosened.ts';
import type { RefusalTextsOf } from './refusal.ts';
import type { termCommands } from './term-commands.ts';

export type TermTexts = Loosened<typeof nbTerms>;

export const nbTerms = {
  say: {
    button: 'Egne ord',
    title: (network: string) => `Egne ord i ${network}`,
    text: 'Her velger nettverket egne navn på det som krysses av i innspill og behovsmeldinger, og legger til det som mangler.',
    lists: {
      themes: 'tema',
      'target-groups': 'målgrupper',
      sectors: 'sektorer',
      'owner-types': 'eiertyper',
      levels: 'kompetansenivå',
    } satisfies Record<keyof OwnTerms, string>,
    counted: (renamed: number, added: number) => `${renamed} med eget navn, ${added} lagt til`,
    titleOf: (list: string) => `Egne ord for ${list}`,
    change: 'Endre',
    changed: 'Lagret. Navnene brukes i skjema og kort fra nå av.',
    noneOwn: 'Nettverket har ingen egne ord her ennå.',
    usually: (name: string) => `heter ellers ${name}`,
    added: 'lagt til her',
    hidden: 'lagt til her, kan ikke velges lenger',
    usual: (names: string) => `Med vanlig navn: ${names}.`,
    noneUsual: 'Alt her har eget navn.',
    formTitles: {
      themes: 'Egne ord: tema',
      'target-groups': 'Egne ord: målgrupper',
      sectors: 'Egne ord: sektorer',
      'owner-types': 'Egne ord: eiertyper',
      levels: 'Egne ord: nivå',
    } satisfies Record<keyof OwnTerms, string>,
    submit: 'Lagre',
    lines: 'Hva skal endres?',
    linesHint: (example: string) =>
      `Én endring på hver linje. Eget navn: ${example} = nytt navn. Vanlig navn igjen: ${example} = og ikke mer. Legg til: bare navnet. Ta bort noe dere har lagt til: - foran navnet.`,
  },
  commands: {
    ownTerms: {
      example: 'tema ; traumer = traumebevisst praksis ; søvn',
      does: 'gir tema, målgrupper, sektorer, eiertyper og nivå egne navn, og legger til; alene vises de',
    },
  } satisfies Record<keyof typeof termCommands, { example: string; does: string }>,
  fieldNames: { lines: 'endringene' },
  refusals: {
    'no-such-term': ({ words }) => `Jeg finner ikke dette i lista: ${words}. Ingenting er lagret. Se over navnet.`,
    'term-taken': ({ words }) => `Noe annet i lista heter allerede dette: ${words}. Ingenting er lagret.`,
    'term-not-own': ({ words }) =>
      `Dette har ikke nettverket lagt til, så det kan ikke tas bort: ${words}. Ingenting er lagret. Det kan få et annet navn.`,
    'term-too-long': ({ words, most }) =>
      `Det er plass til ${most} tegn. Dette er for langt: ${words}. Ingenting er lagret.`,
    'too-many-terms': ({ most }) =>
      `Nettverket kan legge til ${most} i hver liste, og de er brukt. Ingenting er lagret. Gi heller et av dem nytt navn.`,
  } satisfies RefusalTextsOf<TermRefusal>,
};
