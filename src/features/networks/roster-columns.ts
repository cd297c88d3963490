/** The words of a roster file. A public format: words are only ever added, so that last year's file still reads. */
import type { SeatGroup, StandingRole } from './network.ts';

/** The first word of each is the one we write; case, accents, spaces and punctuation do not matter. */
const columnWords = {
  seat: ['plass', 'plassnummer', 'plassnr', 'nr', 'nummer', 'sete', 'seat', 'seat number', 'number'],
  party: ['part', 'virksomhet', 'verksemd', 'organisasjon', 'party', 'organisation', 'organization'],
  group: ['gruppe', 'group'],
  municipality: ['kommunenummer', 'kommunenr', 'municipality number', 'municipality'],
  voting: ['stemmerett', 'røysterett', 'har stemmerett', 'voting', 'voting right', 'may vote'],
  from: ['fra', 'frå', 'fra dato', 'frå dato', 'from', 'term from'],
  to: ['til', 'til dato', 'to', 'term to'],
  holder: ['innehaver', 'innehavar', 'representant', 'navn', 'namn', 'medlem', 'holder', 'name', 'member'],
  holderEmail: [
    'e-post',
    'e-post innehaver',
    'e-post innehavar',
    'innehaver e-post',
    'innehavar e-post',
    'e-mail',
    'holder e-mail',
  ],
  deputy: ['vara', 'varamedlem', 'vararepresentant', 'deputy', 'deputies'],
  deputyEmail: ['vara e-post', 'e-post vara', 'varas e-post', 'deputy e-mail', 'deputies e-mail'],
  role: ['rolle', 'role'],
} as const;

export type RosterColumn = keyof typeof columnWords;

/** Without these a file is not a roster; the others may be left out, and then say nothing. */
export const neededColumns = ['seat', 'party', 'group', 'voting', 'holder'] as const satisfies readonly RosterColumn[];

const groupWords: Readonly<Record<SeatGroup, readonly string[]>> = {
  publicOwner: ['offentlig eier', 'offentleg eigar', 'kommune', 'fylkeskommune', 'public owner'],
  privateOwner: ['privat eier', 'privat eigar', 'private owner'],
  higherEducation: ['UH', 'universitet', 'høgskole', 'høgskule', 'universitet og høgskole', 'higher education'],
  municipalAssociation: ['KS'],
  privateKindergartenAssociation: ['PBL', 'private barnehagers landsforbund'],
  teachersOrganisation: ['lærerorganisasjon', 'lærarorganisasjon', 'teachers organisation', 'union'],
  epsNorth: ['PPT nord', 'PPT nord-delen', 'EPS north'],
  epsSouth: ['PPT sør', 'PPT sør-delen', 'EPS south'],
  statped: ['Statped'],
  countyGovernor: ['Statsforvalter', 'Statsforvalteren', 'Statsforvaltar', 'Statsforvaltaren', 'county governor'],
  other: ['annet', 'anna', 'andre', 'other'],
};

const roleWords: Readonly<Record<StandingRole, readonly string[]>> = {
  coordinator: ['koordinator', 'sekretariat', 'sekretær', 'coordinator', 'secretariat'],
  chair: ['leder', 'leiar', 'møteleder', 'møteleiar', 'chair'],
  observer: ['observatør', 'observer'],
};

const votingWords = { yes: ['ja', 'yes', 'x', 'j', 'y'], no: ['nei', 'no', 'n'] } as const;

const noneWords: readonly string[] = ['-', '–', '—', 'ingen', 'ledig', 'vakant', 'none', 'vacant'];

export const columnOf = reader(columnWords);
export const groupOf = reader(groupWords);
export const roleOf = reader(roleWords);
const answerOf = reader(votingWords);

export function votingOf(word: string): boolean | undefined {
  const answer = answerOf(word);
  return answer && answer === 'yes';
}

/** Whether a cell says «nobody», which an empty cell does not: that one says nothing. */
export function saysNobody(cell: string): boolean {
  return noneWords.includes(cell.toLowerCase());
}

function reader<K extends string>(table: Readonly<Record<K, readonly string[]>>): (word: string) => K | undefined {
  const keyOf = new Map<string, K>();
  for (const key in table) for (const word of table[key]) keyOf.set(plainWord(word), key);
  return word => keyOf.get(plainWord(word));
}

/** «E-post (innehaver)» and «epost innehaver» are one word; «Frå» and «fra» too. */
export function plainWord(text: string): string {
  return text
    .toLocaleLowerCase('nb')
    .normalize('NFD')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/ŋ/g, 'n')
    .replace(/ŧ/g, 't')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
