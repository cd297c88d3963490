import type { ExplainableLack } from '../features/needs/explained-lacks.ts';
import type { YearAmount } from '../features/needs/need-money.ts';
import type { Loosened } from './loosened.ts';
import type { needFileCommands } from './need-file-commands.ts';

export type NeedFileTexts = Loosened<typeof nbNeedFiles>;

type Recipient = Exclude<keyof YearAmount, 'year'>;

export const nbNeedFiles = {
  say: {
    /** What files are called: as people read it, without blanks. */
    names: {
      bundle: (number: number) => `felles-behov-${number}`,
      draft: 'utkast',
      table: (round: string) => `behov-${round}`,
      overview: (round: string) => `oversikt-${round}`,
      documents: (round: string) => `dokumenter-${round}`,
      round: (number: number, year: number) => `innhenting-${number}-${year}`,
    },
    title: (number: number) => `Filer fra innhenting ${number}`,
    count: (needs: number) =>
      needs === 0
        ? 'Ingen meldinger er sendt ennå, så filene er tomme.'
        : `${needs} ${needs === 1 ? 'melding er sendt' : 'meldinger er sendt'}. Utkast er ikke med.`,
    overviewText: 'Oversikten er til møtet: hvem som ber om hva, når og hvor mye. Den kan sendes ut.',
    wholeText:
      'Tabellen og dokumentene har med alt som er skrevet. De er bare for dere som behandler meldingene. Ikke send dem videre.',
    until: (when: string) => `Lenkene virker til ${when}.`,
    links: {
      overview: { nb: 'Oversikt (bokmål)', nn: 'Oversikt (nynorsk)', en: 'Oversikt (engelsk)' },
      xlsx: 'Tabell (Excel)',
      csv: 'Tabell (CSV)',
      documents: (part: number, parts: number) =>
        parts === 1 ? 'Alle dokumentene (zip)' : `Dokumentene, del ${part} av ${parts} (zip)`,
    },
    ofNeed: (reference: string) => `${reference} som dokument`,
    ofNeedText: 'Alt som står i meldingen, og hva som er gjort med den.',
    button: 'Filer',
    documentButton: 'Dokument',

    sheet: 'Meldinger',
    /** Of the table. The fields have the names they have in the forms. */
    columns: {
      reference: 'Nummer',
      bundle: 'Slått sammen i',
      bundleOf: (number: number, title: string) => `${number}: ${title}`,
      responsible: 'Ansvarlig',
      party: 'Fra',
      municipalityNumber: 'Kommunenummer',
      county: 'Fylke',
      state: 'Status',
      sent: 'Sendt',
      late: 'Tatt imot for sent',
      amount: {
        owner: (year: number) => `${year}: til eier`,
        partner: (year: number) => `${year}: til partner`,
        coordination: (year: number) => `${year}: til koordinering`,
      } satisfies Record<Recipient, unknown>,
      asked: 'Søkt om til sammen',
    },

    document: {
      responsible: 'Ansvarlig',
      origins: 'Slått sammen av',
      sent: 'Sendt',
      late: (reason: string) => `Tatt imot etter fristen: ${reason}`,
      participants: 'Deltakere',
      amounts: 'Beløp det søkes om',
      year: 'År',
      recipients: { owner: 'Til eier', partner: 'Til partner', coordination: 'Til koordinering' } satisfies Record<
        Recipient,
        string
      >,
      sum: 'Til sammen',
      explained: 'Mangler som er begrunnet',
      lacks: {
        'sector-missing': (of: string) => `Ikke med: ${of}.`,
        'private-owners-left-out': () => 'Private eiere er ikke med.',
        'no-anchoring-date': () => 'Ingen dato for forankring.',
        'partner-not-confirmed': () => 'Partneren har ikke sagt ja ennå.',
        'partner-missing': () => 'Ingen partner er valgt.',
        'co-funding-low': (of: string) => `Egenandelen er under ${of} prosent.`,
      } satisfies Record<ExplainableLack, (of: string) => string>,
      history: 'Hva som er gjort',
      when: 'Når',
      what: 'Hva',
      why: 'Grunn',
    },

    overview: {
      title: (number: number) => `Oversikt over innhenting ${number}`,
      edge: (number: number) => `Innhenting ${number}`,
      asOf: (when: string) => `Slik det sto ${when}.`,
      scheme: 'Ordning',
      deadline: 'Frist',
      answered: 'Har svart',
      answeredOf: (answered: number, invited: number) => `${answered} av ${invited} inviterte`,
      entries: 'Meldingene',
      noEntries: 'Ingen meldinger er sendt.',
      coverage: 'Hvem som har svart',
      county: 'Fylke',
      ownerType: 'Type eier',
      invited: 'Invitert',
      rank: 'Rang',
      reference: 'Melding',
      responsible: 'Ansvarlig',
      what: 'Tittel',
      period: 'Periode',
      sum: 'Sum',
      total: 'Til sammen',
      kroner: 'Beløpene er i hele kroner.',
      none: '–',
    },
  },
  commands: {
    needFiles: { example: '1', does: 'gir tabell, dokumenter og oversikt over det som er meldt inn' },
  } satisfies Record<keyof typeof needFileCommands, { example: string; does: string }>,
};
