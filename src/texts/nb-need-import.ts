import type { LineFate, NeedImportRefusal } from '../features/needs/import-needs.ts';
import type { AboutColumn, NeedLineProblem, NeedLineProblemCode } from '../features/needs/need-file.ts';
import type { Loosened } from './loosened.ts';
import type { RefusalTextsOf } from './refusal.ts';

export type NeedImportTexts = Loosened<typeof nbNeedImport>;

export const nbNeedImport = {
  say: {
    columns: { municipality: 'Kommunenummer', party: 'Part', reference: 'Nummer' } satisfies Record<
      AboutColumn,
      string
    >,
    place: (line: number, column: string) => (column ? `Linje ${line}, ${column}` : `Linje ${line}`),
    problems: {
      'unreadable-file': () => 'tegnene kan ikke leses. Lagre fila som CSV UTF-8.',
      'open-quote': () => 'et anførselstegn åpnes og lukkes ikke. Herfra er ingenting lest.',
      'empty-file': () => 'det er ingen linjer under overskriften.',
      'too-many-rows': ({ max = 500 }) => `det er plass til ${max} linjer. Herfra er ingenting lest.`,
      'missing-column': () => 'kolonnen mangler i overskriften.',
      'repeated-column': () => 'kolonnen står to ganger i overskriften.',
      'too-many-cells': () => 'det er flere celler enn i overskriften. Sett tekst med skilletegn i anførselstegn.',
      'no-party': () => 'det står ikke hvem den er fra. Skriv kommunenummeret eller navnet.',
      'unknown-municipality': ({ number }) =>
        number ? `det finnes ingen kommune med nummer ${number}.` : 'jeg kjenner ingen kommune som heter dette.',
      'not-invited': () => 'denne er ikke invitert til innhentingen.',
      'repeated-need': () => 'den samme parten har en melding med denne tittelen lenger opp.',
      'unknown-word': () => 'dette er ikke et av valgene. Skriv det som i skjemaet.',
      required: () => 'cellen er tom.',
      'too-short': ({ min = 5 }) => `teksten er for kort. Skriv minst ${min} tegn.`,
      'too-long': ({ max = 500 }) => `teksten er for lang. Det er plass til ${max} tegn.`,
      'national-id': () => 'her står det et fødselsnummer eller D-nummer. Det kan ikke lagres her. Ta det bort.',
      'too-many': ({ max = 500 }) => `det er for mange. Det er plass til ${max}.`,
      'not-a-number': () => 'skriv beløpet med tall, for eksempel 250 000.',
      negative: () => 'beløpet kan ikke være negativt.',
      'not-whole': () => 'skriv hele kroner, uten øre.',
      'too-much': () => 'beløpet er for stort. Se over sifrene.',
      invalid: () => 'dette kunne ikke leses. Se over det som står der.',
    } satisfies Record<NeedLineProblemCode, (problem: Pick<NeedLineProblem, 'number' | 'max' | 'min'>) => string>,

    form: {
      title: 'Importer meldinger',
      submit: 'Se over linjene',
      csv: 'Linjer fra et regneark',
      hint: 'Lim inn med overskriftslinja. Ingenting tas inn før du har sett det. Er det mer enn det er plass til her, skriv «importer meldinger» og lim inn linjene i en melding til meg.',
      example: 'Slik kan linjene begynne. Overskriftene er navnene på feltene, som i fila du henter ut:',
      exampleLines:
        'Kommunenummer;Tittel;Tema;Hva trenger dere å bli bedre på?\n5501;Trygge overganger;overganger;Personalet trenger felles kunnskap om overganger mellom barnehage og skole.',
    },

    preview: (good: number) => (good === 1 ? '1 melding kan tas inn' : `${good} meldinger kan tas inn`),
    notSaved: 'Ingenting er tatt inn ennå.',
    becomeDrafts: 'Det som tas inn, blir utkast hos partene. De ser over og sender selv.',
    fates: {
      new: (n: number) => `Nye (${n})`,
      changed: (n: number) => `Endres, for ingen har rørt dem siden sist (${n})`,
      same: (n: number) => `Er her fra før, helt like (${n})`,
      touched: (n: number) => `Parten har arbeidet videre med dem, så de blir stående (${n})`,
      'too-many': (n: number) => `Parten har allerede så mange som det er plass til, så de tas ikke inn (${n})`,
    } satisfies Record<LineFate, (n: number) => string>,
    bad: (n: number) => (n === 1 ? '1 linje tas ikke inn' : `${n} linjer tas ikke inn`),
    badText: 'Rett dem i fila, og lim den inn på nytt. Det som er tatt inn, tas ikke inn to ganger.',
    tellingTitle: 'Se over disse før du tar dem inn',
    telling: {
      'child-with-diagnosis': 'kan fortelle om ett barn.',
      'small-group': 'en så liten gruppe kan fortelle om ett barn.',
    },
    taken: (n: number) => (n === 1 ? '1 melding er tatt inn' : `${n} meldinger er tatt inn`),
    takenNone: 'Ingenting nytt er tatt inn',
    standIn: 'Disse har ingen her som kan sende. Du kan sende for dem, til fristen:',
    onlyFile: 'Ingen hos parten er her. Må noe rettes, rett det i fila og ta den inn på nytt.',
    takenIn: (who: string) => `Tatt inn fra fil av ${who}`,
    buttons: { import: 'Importer', takeIn: 'Ta inn' },
  },

  fieldNames: { rows: 'linjene' },

  commands: {
    importNeeds: { example: '1', does: 'tar inn meldinger fra et regneark; lim inn linjene under' },
    takeInNeeds: { example: 'NØKKEL', does: 'tar inn meldingene som er vist' },
  },

  refusals: {
    'need-import-gone': () =>
      'Det er for lenge siden linjene ble vist. Ingenting er tatt inn. Lim dem inn på nytt med «importer meldinger».',
    'need-file-bad': ({ problems }) =>
      problems.length === 1
        ? 'Linja kan ikke tas inn. Ingenting er lagret.'
        : `Ingen av linjene kan tas inn (${problems.length} feil). Ingenting er lagret.`,
  } satisfies RefusalTextsOf<NeedImportRefusal>,
};
