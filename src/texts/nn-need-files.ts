import type { NeedFileTexts } from './nb-need-files.ts';

export const nnNeedFiles: NeedFileTexts = {
  say: {
    title: number => `Filer frå innhenting ${number}`,
    count: needs =>
      needs === 0
        ? 'Ingen meldingar er sendte enno, så filene er tomme.'
        : `${needs} ${needs === 1 ? 'melding er sendt' : 'meldingar er sendte'}. Utkast er ikkje med.`,
    overviewText: 'Oversikta er til møtet: kven som bed om kva, når og kor mykje. Ho kan sendast ut.',
    wholeText:
      'Tabellen og dokumenta har med alt som er skrive. Dei er berre for dykk som behandlar meldingane. Ikkje send dei vidare.',
    until: when => `Lenkjene verkar til ${when}.`,
    links: {
      overview: { nb: 'Oversikt (bokmål)', nn: 'Oversikt (nynorsk)', en: 'Oversikt (engelsk)' },
      xlsx: 'Tabell (Excel)',
      csv: 'Tabell (CSV)',
      documents: (part, parts) => (parts === 1 ? 'Alle dokumenta (zip)' : `Dokumenta, del ${part} av ${parts} (zip)`),
    },
    ofNeed: reference => `${reference} som dokument`,
    ofNeedText: 'Alt som står i meldinga, og kva som er gjort med henne.',
    button: 'Filer',
    documentButton: 'Dokument',

    sheet: 'Meldingar',
    columns: {
      reference: 'Nummer',
      bundle: 'Slått saman i',
      bundleOf: (number, title) => `${number}: ${title}`,
      responsible: 'Ansvarleg',
      party: 'Frå',
      municipalityNumber: 'Kommunenummer',
      county: 'Fylke',
      state: 'Status',
      sent: 'Sendt',
      late: 'Teken imot for seint',
      amount: {
        owner: year => `${year}: til eigar`,
        partner: year => `${year}: til partnar`,
        coordination: year => `${year}: til koordinering`,
      },
      asked: 'Søkt om til saman',
    },

    document: {
      responsible: 'Ansvarleg',
      origins: 'Slått saman av',
      sent: 'Sendt',
      late: reason => `Teken imot etter fristen: ${reason}`,
      participants: 'Deltakarar',
      amounts: 'Beløp det blir søkt om',
      year: 'År',
      recipients: { owner: 'Til eigar', partner: 'Til partnar', coordination: 'Til koordinering' },
      sum: 'Til saman',
      explained: 'Manglar som er grunngjevne',
      lacks: {
        'sector-missing': of => `Ikkje med: ${of}.`,
        'private-owners-left-out': () => 'Private eigarar er ikkje med.',
        'no-anchoring-date': () => 'Ingen dato for forankring.',
        'partner-not-confirmed': () => 'Partnaren har ikkje sagt ja enno.',
        'partner-missing': () => 'Ingen partnar er vald.',
        'co-funding-low': of => `Eigendelen er under ${of} prosent.`,
      },
      history: 'Kva som er gjort',
      when: 'Når',
      what: 'Kva',
      why: 'Grunn',
    },

    overview: {
      title: number => `Oversikt over innhenting ${number}`,
      edge: number => `Innhenting ${number}`,
      asOf: when => `Slik det stod ${when}.`,
      scheme: 'Ordning',
      deadline: 'Frist',
      answered: 'Har svara',
      answeredOf: (answered, invited) => `${answered} av ${invited} inviterte`,
      entries: 'Meldingane',
      noEntries: 'Ingen meldingar er sendte.',
      coverage: 'Kven som har svara',
      county: 'Fylke',
      ownerType: 'Type eigar',
      invited: 'Inviterte',
      rank: 'Rang',
      reference: 'Melding',
      responsible: 'Ansvarleg',
      what: 'Tittel',
      period: 'Periode',
      sum: 'Sum',
      total: 'Til saman',
      kroner: 'Beløpa er i heile kroner.',
      none: '–',
    },
  },
  commands: {
    needFiles: { example: '1', does: 'gir tabell, dokument og oversikt over det som er meldt inn' },
  },
};
