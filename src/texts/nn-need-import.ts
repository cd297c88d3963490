import type { NeedImportTexts } from './nb-need-import.ts';

export const nnNeedImport: NeedImportTexts = {
  say: {
    columns: { municipality: 'Kommunenummer', party: 'Part', reference: 'Nummer' },
    place: (line, column) => (column ? `Linje ${line}, ${column}` : `Linje ${line}`),
    problems: {
      'unreadable-file': () => 'teikna kan ikkje lesast. Lagre fila som CSV UTF-8.',
      'open-quote': () => 'eit hermeteikn blir opna og ikkje lukka. Herifrå er ingenting lese.',
      'empty-file': () => 'det er ingen linjer under overskrifta.',
      'too-many-rows': ({ max = 500 }) => `det er plass til ${max} linjer. Herifrå er ingenting lese.`,
      'missing-column': () => 'kolonnen manglar i overskrifta.',
      'repeated-column': () => 'kolonnen står to gonger i overskrifta.',
      'too-many-cells': () => 'det er fleire celler enn i overskrifta. Set tekst med skiljeteikn i hermeteikn.',
      'no-party': () => 'det står ikkje kven ho er frå. Skriv kommunenummeret eller namnet.',
      'unknown-municipality': ({ number }) =>
        number ? `det finst ingen kommune med nummer ${number}.` : 'eg kjenner ingen kommune som heiter dette.',
      'not-invited': () => 'denne er ikkje invitert til innhentinga.',
      'repeated-need': () => 'den same parten har ei melding med denne tittelen lenger oppe.',
      'unknown-word': () => 'dette er ikkje eitt av vala. Skriv det som i skjemaet.',
      required: () => 'cella er tom.',
      'too-short': ({ min = 5 }) => `teksten er for kort. Skriv minst ${min} teikn.`,
      'too-long': ({ max = 500 }) => `teksten er for lang. Det er plass til ${max} teikn.`,
      'national-id': () => 'her står det eit fødselsnummer eller D-nummer. Det kan ikkje lagrast her. Ta det bort.',
      'too-many': ({ max = 500 }) => `det er for mange. Det er plass til ${max}.`,
      'not-a-number': () => 'skriv beløpet med tal, til dømes 250 000.',
      negative: () => 'beløpet kan ikkje vere negativt.',
      'not-whole': () => 'skriv heile kroner, utan øre.',
      'too-much': () => 'beløpet er for stort. Sjå over siffera.',
      invalid: () => 'dette kunne ikkje lesast. Sjå over det som står der.',
    },

    form: {
      title: 'Importer meldingar',
      submit: 'Sjå over linjene',
      csv: 'Linjer frå eit rekneark',
      hint: 'Lim inn med overskriftslinja. Ingenting blir teke inn før du har sett det. Er det meir enn det er plass til her, skriv «importer meldingar» og lim inn linjene i ei melding til meg.',
      example: 'Slik kan linjene byrje. Overskriftene er namna på felta, som i fila du hentar ut:',
      exampleLines:
        'Kommunenummer;Tittel;Tema;Kva treng de å bli betre på?\n5501;Trygge overgangar;overgangar;Personalet treng felles kunnskap om overgangar mellom barnehage og skule.',
    },

    preview: good => (good === 1 ? '1 melding kan takast inn' : `${good} meldingar kan takast inn`),
    notSaved: 'Ingenting er teke inn enno.',
    becomeDrafts: 'Det som blir teke inn, blir utkast hos partane. Dei ser over og sender sjølve.',
    fates: {
      new: n => `Nye (${n})`,
      changed: n => `Blir endra, for ingen har rørt dei sidan sist (${n})`,
      same: n => `Er her frå før, heilt like (${n})`,
      touched: n => `Parten har arbeidd vidare med dei, så dei blir ståande (${n})`,
      'too-many': n => `Parten har alt så mange som det er plass til, så dei blir ikkje tekne inn (${n})`,
    },
    bad: n => (n === 1 ? '1 linje blir ikkje teken inn' : `${n} linjer blir ikkje tekne inn`),
    badText: 'Rett dei i fila, og lim ho inn på nytt. Det som er teke inn, blir ikkje teke inn to gonger.',
    tellingTitle: 'Sjå over desse før du tek dei inn',
    telling: {
      'child-with-diagnosis': 'kan fortelje om eitt barn.',
      'small-group': 'ei så lita gruppe kan fortelje om eitt barn.',
    },
    taken: n => (n === 1 ? '1 melding er teken inn' : `${n} meldingar er tekne inn`),
    takenNone: 'Ingenting nytt er teke inn',
    standIn: 'Desse har ingen her som kan sende. Du kan sende for dei, til fristen:',
    onlyFile: 'Ingen hos parten er her. Må noko rettast, rett det i fila og ta ho inn på nytt.',
    takenIn: who => `Teken inn frå fil av ${who}`,
    buttons: { import: 'Importer', takeIn: 'Ta inn' },
  },

  fieldNames: { rows: 'linjene' },

  commands: {
    importNeeds: { example: '1', does: 'tek inn meldingar frå eit rekneark; lim inn linjene under' },
    takeInNeeds: { example: 'NØKKEL', does: 'tek inn meldingane som er viste' },
  },

  refusals: {
    'need-import-gone': () =>
      'Det er for lenge sidan linjene vart viste. Ingenting er teke inn. Lim dei inn på nytt med «importer meldingar».',
    'need-file-bad': ({ problems }) =>
      problems.length === 1
        ? 'Linja kan ikkje takast inn. Ingenting er lagra.'
        : `Ingen av linjene kan takast inn (${problems.length} feil). Ingenting er lagra.`,
  },
};
