import type { TermTexts } from './nb-terms.ts';

export const nnTerms: TermTexts = {
  say: {
    button: 'Eigne ord',
    title: network => `Eigne ord i ${network}`,
    text: 'Her vel nettverket eigne namn på det som blir kryssa av i innspel og behovsmeldingar, og legg til det som manglar.',
    lists: {
      themes: 'tema',
      'target-groups': 'målgrupper',
      sectors: 'sektorar',
      'owner-types': 'eigartypar',
      levels: 'kompetansenivå',
    },
    counted: (renamed, added) => `${renamed} med eige namn, ${added} lagt til`,
    titleOf: list => `Eigne ord for ${list}`,
    change: 'Endre',
    changed: 'Lagra. Namna blir brukte i skjema og kort frå no av.',
    noneOwn: 'Nettverket har ingen eigne ord her enno.',
    usually: name => `heiter elles ${name}`,
    added: 'lagt til her',
    hidden: 'lagt til her, kan ikkje veljast lenger',
    usual: names => `Med vanleg namn: ${names}.`,
    noneUsual: 'Alt her har eige namn.',
    formTitles: {
      themes: 'Eigne ord: tema',
      'target-groups': 'Eigne ord: målgrupper',
      sectors: 'Eigne ord: sektorar',
      'owner-types': 'Eigne ord: eigartypar',
      levels: 'Eigne ord: nivå',
    },
    submit: 'Lagre',
    lines: 'Kva skal endrast?',
    linesHint: example =>
      `Éi endring på kvar linje. Eige namn: ${example} = nytt namn. Vanleg namn att: ${example} = og ikkje meir. Legg til: berre namnet. Ta bort noko de har lagt til: - framfor namnet.`,
  },
  commands: {
    ownTerms: {
      example: 'tema ; traume = traumebevisst praksis ; søvn',
      does: 'gir tema, målgrupper, sektorar, eigartypar og nivå eigne namn, og legg til; åleine blir dei viste',
    },
  },
  fieldNames: { lines: 'endringane' },
  refusals: {
    'no-such-term': ({ words }) => `Eg finn ikkje dette i lista: ${words}. Ingenting er lagra. Sjå over namnet.`,
    'term-taken': ({ words }) => `Noko anna i lista heiter alt dette: ${words}. Ingenting er lagra.`,
    'term-not-own': ({ words }) =>
      `Dette har ikkje nettverket lagt til, så det kan ikkje takast bort: ${words}. Ingenting er lagra. Det kan få eit anna namn.`,
    'term-too-long': ({ words, most }) =>
      `Det er plass til ${most} teikn. Dette er for langt: ${words}. Ingenting er lagra.`,
    'too-many-terms': ({ most }) =>
      `Nettverket kan leggje til ${most} i kvar liste, og dei er brukte. Ingenting er lagra. Gi heller eitt av dei nytt namn.`,
  },
};
