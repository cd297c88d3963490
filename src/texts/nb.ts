/** Bokmål: the source of every sentence Laget says, and the shape the other languages have. */
import type { Role, SeatGroup } from '../features/networks/network.ts';
import type { Deed } from '../features/networks/who-may.ts';
import type { FieldProblem } from '../intents/wire.ts';
import type { Command } from './commands.ts';
import { countIn } from './count.ts';
import type { Loosened } from './loosened.ts';
import { nbAgenda } from './nb-agenda.ts';
import { nbDelivery } from './nb-delivery.ts';
import { nbMeeting } from './nb-meeting.ts';
import { nbNeed } from './nb-need.ts';
import { nbNeedFiles } from './nb-need-files.ts';
import { nbNeedImport } from './nb-need-import.ts';
import { nbRanked } from './nb-ranked.ts';
import { nbRanking } from './nb-ranking.ts';
import { nbRound } from './nb-round.ts';
import { nbSet } from './nb-set.ts';
import { nbTerms } from './nb-terms.ts';
import { nbTotals } from './nb-totals.ts';
import { nbYear } from './nb-year.ts';
import type { RefusalTexts } from './refusal.ts';
import { sentenceCase } from './sentence-case.ts';

export type Texts = Loosened<typeof nb>;

type ByKind = Readonly<
  Record<
    'cooperationForum' | 'epsLeaderNetwork' | 'competenceNetwork' | 'steeringGroup' | 'workingGroup' | 'referenceGroup',
    string
  >
>;

const count = countIn('nb');

/** Who may do it, for a refusal: «Bare … kan …». */
const deeds = {
  ...nbDelivery.deeds,
  ...nbYear.deeds,
  ...nbMeeting.deeds,
  ...nbAgenda.deeds,
  ...nbRound.deeds,
  ...nbRanking.deeds,
  'channel.link': 'koordinatoren kan koble kanaler',
  'seat.invite': 'koordinatoren kan invitere til plasser',
  'member.invite': 'koordinatoren kan lage kode for andre',
  'roster.apply': 'koordinatoren kan endre medlemslista',
  'poll.answer-opinion': 'medlemmer kan svare',
  'poll.answer-formal': 'den som har en plass, eller er vara, kan stemme',
  'poll.open': 'koordinatoren og lederen kan åpne avstemninger',
  'poll.close': 'koordinatoren og lederen kan stenge avstemninger',
  'poll.extend': 'koordinatoren og lederen kan flytte fristen',
  'poll.remind': 'koordinatoren og lederen kan sende påminnelser',
  'poll.missing': 'koordinatoren og lederen kan se hvem som mangler',
  'poll.export': 'koordinatoren og lederen kan hente ut resultatet',
  'poll.post-again': 'koordinatoren og lederen kan legge ut en stengt avstemning på nytt',
} satisfies Record<Deed, string>;

const problems = {
  required: () => 'Fyll ut dette feltet.',
  'too-short': ({ min }) => (min ? `Teksten er for kort. Skriv minst ${min} tegn.` : 'Teksten er for kort.'),
  'too-long': ({ max }) => (max ? `Teksten er for lang. Det er plass til ${max} tegn.` : 'Teksten er for lang.'),
  'national-id': () =>
    'Her står det et fødselsnummer eller D-nummer. Det kan ikke lagres her. Ta det bort; resten av skjemaet er beholdt.',
  'too-few': () => 'Skriv minst to alternativer, ett på hver linje.',
  'too-many': ({ max }) => `Det er for mange alternativer. Det er plass til ${max ?? 10}.`,
  repeated: () => 'To alternativer er like. Gjør dem ulike.',
  'not-a-number': () => 'Skriv beløpet med tall, for eksempel 250 000.',
  negative: () => 'Beløpet kan ikke være negativt.',
  'not-whole': () => 'Skriv hele kroner, uten øre.',
  'too-much': () => 'Beløpet er for stort. Se over sifrene.',
  'no-count': () => 'Skriv et tall, for eksempel 40.',
  'no-month': () => 'Velg måneden fra lista, eller skriv den slik: 2027-08.',
  'no-date': () => 'Skriv datoen slik: 2027-02-08.',
  'no-year-line': () => 'Skriv året, kolon og beløpene, for eksempel 2027: 200 000 ; 150 000 ; 0.',
  invalid: () => 'Dette kunne ikke leses. Se over det du har skrevet.',
} satisfies Record<FieldProblem['problem'], (problem: FieldProblem) => string>;

/** What a field is called where it is named in a sentence. */
const fieldNames: Readonly<Record<string, string>> = {
  ...nbNeed.fieldNames,
  ...nbNeedImport.fieldNames,
  ...nbSet.fieldNames,
  ...nbDelivery.fieldNames,
  ...nbYear.fieldNames,
  ...nbMeeting.fieldNames,
  ...nbAgenda.fieldNames,
  ...nbRound.fieldNames,
  ...nbTotals.fieldNames,
  ...nbTerms.fieldNames,
  ...nbRanking.fieldNames,
  question: 'spørsmålet',
  options: 'alternativene',
  closesOn: 'fristen',
  from: 'plassnummeret',
  closesTime: 'klokkeslettet',
  name: 'navnet',
  code: 'koden',
  csv: 'lista',
  member: 'navnet',
  words: 'svaret',
  seat: 'plassen',
  kind: 'typen',
  choice: 'hvor mange som kan velges',
  secrecy: 'åpen eller hemmelig',
  first: 'førsteprioriteten',
  second: 'andreprioriteten',
  third: 'tredjeprioriteten',
  reveal: 'når svarene vises',
  poll: 'avstemningen',
  as: 'rollen',
  language: 'språket',
  secondLanguage: 'språk nummer to',
  draft: 'nøkkelen',
  topic: 'emnet',
  typed: 'teksten',
};

const fieldName = (field: string) => fieldNames[field] ?? field;

export const nb = {
  /** In its own language. */
  languageName: 'Bokmål',

  languages: { nb: 'bokmål', nn: 'nynorsk', se: 'nordsamisk', en: 'engelsk' },

  networkKinds: {
    cooperationForum: 'Samarbeidsforum',
    epsLeaderNetwork: 'PP-ledernettverk',
    competenceNetwork: 'Kompetansenettverk',
    steeringGroup: 'Styringsgruppe',
    workingGroup: 'Arbeidsgruppe',
    referenceGroup: 'Referansegruppe',
  } satisfies ByKind,

  seatGroups: {
    publicOwner: 'offentlig eier',
    privateOwner: 'privat eier',
    higherEducation: 'universitet og høgskole (UH)',
    municipalAssociation: 'KS',
    privateKindergartenAssociation: 'PBL',
    teachersOrganisation: 'lærerorganisasjon',
    epsNorth: 'PPT nord',
    epsSouth: 'PPT sør',
    statped: 'Statped',
    countyGovernor: 'statsforvalter',
    other: 'annet',
  } satisfies Record<SeatGroup, string>,

  roles: {
    coordinator: 'koordinator',
    chair: 'leder',
    holder: 'innehaver av plass',
    deputy: 'vara',
    observer: 'observatør',
    member: 'medlem',
  } satisfies Record<Role, string>,

  deeds,

  buttons: {
    more: 'Vis flere',
    startNetwork: 'Start et nettverk',
    haveCode: 'Jeg har en kode',
    help: 'Hjelp',
    addRoster: 'Legg inn medlemmer',
    linkChannel: 'Koble til en kanal',
    newPoll: 'Ny avstemning',
    openForm: 'Åpne skjemaet',
    polls: 'Avstemninger',
    members: 'Medlemmer',
    language: 'Språk',
    answer: 'Svar …',
    mine: 'Mitt svar',
    close: 'Steng nå',
    extend: 'Flytt fristen',
    remind: 'Send påminnelse',
    missing: 'Hvem mangler?',
    export: 'Hent som CSV',
    download: 'Last ned',
    saveRoster: 'Lagre endringene',
    showPoll: 'Vis avstemning',
  },

  fieldNames,
  delivery: nbDelivery.say,
  year: nbYear.say,
  meeting: nbMeeting.say,
  agenda: nbAgenda.say,
  need: nbNeed.say,
  needImport: nbNeedImport.say,
  set: nbSet.say,
  needFiles: nbNeedFiles.say,
  round: nbRound.say,
  ranking: nbRanking.say,
  ranked: nbRanked,
  totals: nbTotals.say,
  terms: nbTerms.say,

  forms: {
    cancel: 'Avbryt',
    whenMissing: 'Fyll ut dette feltet.',
    problems,
    network: {
      title: 'Start et nettverk',
      submit: 'Start',
      name: 'Navn på nettverket',
      nameHint: 'For eksempel «PP-ledernettverk nord».',
      kind: 'Type',
      language: 'Språk',
      secondLanguage: 'Språk nummer to',
      secondHint: 'Oppslag vises på begge språk, det ene under det andre.',
      none: 'Ikke noe',
    },
    code: { title: 'Bruk en kode', submit: 'Bruk koden', code: 'Kode', codeHint: 'For eksempel K7FM-2QXD.' },
    roster: {
      title: 'Legg inn medlemmer',
      submit: 'Se hva som endres',
      csv: 'Medlemsliste (CSV)',
      csvHint: 'Lim inn lista med overskriftslinje. Ingenting lagres før du har sett hva som endres.',
      example: 'Slik kan lista begynne:',
      exampleLines:
        'plass;part;gruppe;stemmerett;fra;til;innehaver;e-post;vara;vara e-post\n1;Eksempel kommune;offentlig eier;ja;2026-01-01;2029-12-31;Navn Navnesen;navn@eksempel.no;;',
    },
    poll: {
      title: 'Ny avstemning',
      submit: 'Åpne',
      kind: 'Hvem skal svare?',
      kinds: { opinion: 'Alle medlemmer (meningsmåling)', formal: 'Plasser med stemmerett (formell)' },
      question: 'Spørsmål',
      options: 'Alternativer',
      optionsHint: 'Ett på hver linje, fra to til ti. Skal de prioriteres, er det plass til førti.',
      optionsValue: 'Ja\nNei',
      choice: 'Hvor mange kan velges?',
      choices: { one: 'Ett', several: 'Flere', ranked: 'Opptil tre, i prioritert rekkefølge' },
      secrecy: 'Åpen eller hemmelig?',
      secrecies: {
        open: 'Åpen: koordinatoren og lederen ser hvem som svarte hva',
        secret: 'Hemmelig: ingen kan se hvem som svarte hva',
      },
      reveal: 'Når vises svarene?',
      reveals: { always: 'Hele tiden', whenClosed: 'Først når den er stengt' },
      closesOn: 'Frist, dato',
      closesTime: 'Frist, klokkeslett',
      closesHint: 'Uten klokkeslett gjelder hele dagen.',
    },
    extend: {
      title: 'Flytt fristen',
      submit: 'Flytt',
      closesOn: 'Ny frist, dato',
      closesTime: 'Ny frist, klokkeslett',
    },
    close: {
      title: 'Steng avstemningen',
      submit: 'Steng nå',
      warning:
        'Når avstemningen er stengt, kan ingen svare, og den kan ikke åpnes igjen. Resultatet vises i alle kanalene.',
    },
    answer: { title: 'Svar', submit: 'Send svar', one: 'Velg ett', several: 'Velg ett eller flere' },
  },

  introduction: {
    title: 'Hei, jeg er Laget',
    text: 'Jeg holder nettverk sammen på tvers av virksomheter: avstemninger som telles én gang per plass, her og i de andre kanalene nettverket har.',
    next: 'Start et nettverk her, eller koble kanalen til et som finnes, med koden du har fått av koordinatoren.',
  },

  network: {
    started: (name: string) => `Nettverket ${name} er startet`,
    startedText: 'Du er koordinator. Det neste er å legge inn hvem som er med.',
    title: (name: string) => name,
    kind: 'Type',
    language: 'Språk',
    seats: 'Plasser',
    seatsValue: (all: number, voting: number) => `${all}, ${voting} med stemmerett`,
    members: 'Medlemmer',
    membersValue: (all: number, joined: number) => `${all}, ${joined} har meldt seg her`,
    channels: 'Kanaler',
    lostChannel: (label: string) => `${label} (jeg er fjernet derfra)`,
    openPolls: 'Åpne avstemninger',
    none: 'ingen',
    noNetwork: 'Denne kanalen hører ikke til noe nettverk ennå.',
  },

  members: {
    title: (name: string) => `Medlemmer i ${name}`,
    seat: (number: number, party: string) => `${number} · ${party}`,
    vacant: 'ledig',
    deputy: (names: string) => `vara: ${names}`,
    notVoting: 'uten stemmerett',
    notJoined: (name: string) => `${name} (har ikke meldt seg)`,
    others: 'Uten plass',
    empty: 'Ingen plasser er lagt inn ennå. Koordinatoren kan lime inn en liste.',
    outOfTerm: 'utenfor perioden',
  },

  codes: {
    channelTitle: 'Kode for å koble til en kanal',
    channelText: (code: string) => `Legg meg til i den andre kanalen, i Teams eller Slack, og skriv der: koble ${code}`,
    deputyTitle: (number: number, party: string) => `Kode for vara på plass ${number}, ${party}`,
    seatTitle: (number: number, party: string) => `Kode for plass ${number}, ${party}`,
    seatText: (code: string) => `Send koden til den det gjelder. Personen skriver til meg: koble ${code}`,
    memberTitle: (name: string) => `Kode for ${name}`,
    memberText: (code: string) =>
      `Skriv dette til meg fra den andre kontoen, så regnes begge som samme medlem: koble ${code}`,
    once: (until: string) => `Koden virker én gang, til ${until}.`,
    channelLinked: (name: string) => `Kanalen er koblet til ${name}`,
    channelLinkedText: 'Oppslag fra nettverket kommer også her.',
    seatTaken: (number: number, party: string) => `Du har plass ${number} for ${party}`,
    seatTakenText: (name: string) => `Det du svarer i ${name}, telles for denne plassen.`,
    deputyTaken: (number: number, party: string) => `Du er vara på plass ${number} for ${party}`,
    deputyTakenText: (name: string) =>
      `Det du svarer i ${name}, telles for plassen. Plassen har én stemme; den siste gyldige teller.`,
    accountLinked: (name: string) => `Kontoen er koblet til ${name}`,
    accountLinkedText: 'Du er samme medlem fra begge kontoene, og svaret ditt telles én gang.',
  },

  language: {
    title: 'Hvilket språk skal jeg bruke til deg?',
    chosen: 'Jeg skriver bokmål til deg fra nå av.',
    posting: 'Oppslag i kanalen følger kanalens språk.',
  },

  roster: {
    previewTitle: 'Dette blir endret',
    nothing: 'Lista er lik det som er lagret. Ingenting blir endret.',
    untouched: (n: number) => `${count(n, 'plass', 'plasser')} står ikke i lista og blir som før.`,
    notSaved: 'Ingenting er lagret ennå.',
    badTitle: (n: number) => `${count(n, 'linje', 'linjer')} må rettes`,
    badText: 'Ingenting er lagret. Rett linjene og lim inn hele lista på nytt.',
    more: (n: number) => `… og ${n} til`,
    applied: (n: number) => `${count(n, 'endring er', 'endringer er')} lagret`,
    invite: 'Lag kode til hver plass med «inviter» og plassens nummer, for eksempel: inviter 1',
  },

  poll: {
    title: (number: number, kind: string, state: string) => `${kind} ${number} · ${state}`,
    kinds: { opinion: 'Meningsmåling', formal: 'Avstemning' },
    states: { open: 'åpen', due: 'fristen er ute', closed: 'stengt' },
    answered: (answered: number, entitled: number) => `${answered} av ${entitled} har svart`,
    missing: (parties: string) => `Mangler: ${parties}`,
    missingMany: (n: number) => `${n} har ikke svart.`,
    closes: (when: string) => `Frist: ${when}`,
    closedBy: {
      clock: (when: string) => `Stengt da fristen gikk ut, ${when}`,
      hand: (when: string) => `Stengt ${when}`,
    },
    formal: 'Hver plass med stemmerett har én stemme.',
    opinion: 'Alle medlemmer kan svare, én gang hver.',
    several: 'Flere svar kan velges.',
    openVote: 'Åpen avstemning: koordinatoren og lederen ser hvem som svarte hva.',
    wasSecret: 'Avstemningen var hemmelig: hva hver enkelt svarte, er ikke lagret.',
    canChange: 'Svaret kan endres til fristen.',
    secret: 'Hemmelig: ingen kan se hvem som svarte hva. Svaret kan ikke endres når det er gitt.',
    hidden: 'Svarene vises når avstemningen er stengt.',
    votes: (n: number, share: string) => `${n} (${share})`,
    majority: (option: string, n: number, answered: number) => `${option} fikk flertall: ${n} av ${answered} svar.`,
    plurality: (option: string, n: number, answered: number) =>
      `${option} fikk flest, men ikke over halvparten: ${n} av ${answered} svar.`,
    tie: (options: string, n: number) => `Likt mellom ${options}: ${count(n, 'stemme', 'stemmer')} hver.`,
    tieFormal: 'Stemmelikhet gir ingen innstilling på dette punktet. Saken går tilbake til lederen.',
    nobody: 'Ingen svarte.',
    turnout: (answered: number, entitled: number, silent: number) =>
      `${answered} av ${entitled} svarte, ${silent} svarte ikke.`,
    severalArithmetic: 'Flere svar kunne velges, så tallene kan bli flere enn de som svarte.',
  },

  polls: {
    title: (name: string) => `Avstemninger i ${name}`,
    empty: 'Det er ingen avstemninger ennå.',
    item: (number: number, question: string) => `${number} · ${question}`,
  },

  whispers: {
    replaced: (options: string, name: string) => `Erstatter svaret ${options}, gitt av ${name}.`,
    registered: 'Registrert',
    registeredAnswer: (options: string) => `Svar: ${options}`,
    forSeat: (number: number, party: string) => `Telles for plass ${number}, ${party}.`,
    forYou: 'Telles for deg.',
    untilWhen: (when: string) => `Du kan endre svaret til ${when}.`,
    secretRegistered:
      'Stemmen din er lagt i urna. Hva du svarte, er ikke lagret sammen med hvem du er, og kan ikke endres.',
    alsoDeputy: 'Du kan også svare for en annen plass. Gi det samme svaret for:',
    mine: 'Mitt svar',
    mineNone: 'Du har ikke svart ennå.',
    mineSecret: 'Du har svart. Hva du svarte, er ikke lagret sammen med hvem du er.',
    castBy: (name: string, when: string) => `Gitt av ${name}, ${when}.`,
    whichSeat: 'Du kan stemme for flere plasser. Velg hvilken dette svaret gjelder.',
    seatButton: (number: number, party: string) => `Plass ${number}, ${party}`,
    opened: (number: number) => `Avstemning ${number} er åpnet`,
    openedText: (channels: number, when: string) =>
      `Den kommer i ${count(channels, 'kanal', 'kanaler')} om et øyeblikk. Frist: ${when}.`,
    closed: (number: number) => `Avstemning ${number} er stengt`,
    closedText: 'Resultatet vises i alle kanalene om et øyeblikk.',
    extended: (number: number, when: string) => `Fristen for avstemning ${number} er flyttet til ${when}`,
    reminded: (n: number) => `${count(n, 'person får', 'personer får')} en påminnelse nå`,
    remindedText: 'Bare de som ikke har svart.',
    unreachable: (n: number) => `${n} kan ikke nås her, fordi ingen har meldt seg på plassen. Lag kode med «inviter».`,
    missingTitle: (n: number) => `${n} har ikke svart`,
    missingNone: 'Alle har svart.',
    noHolder: 'ingen på plassen',
    exportTitle: (number: number) => `Avstemning ${number} som CSV`,
    exportText: (until: string) =>
      `Lenka virker til ${until}. Del den ikke: den som har lenka, kan hente fila. Fila kan åpnes i Excel.`,
    unreachableTitle: 'Jeg kan ikke skrive til deg alene',
    unreachableText: 'Legg til appen Laget for deg selv, og spør meg der, så får du svaret.',
  },

  /** Headings and words of a poll's table. */
  file: {
    columns: [
      'Nummer',
      'Part',
      'Gruppe',
      'Navn',
      'Har svart',
      'Svar',
      'Tidspunkt',
      'Gitt av',
      'Gjelder',
    ] as readonly string[],
    yes: 'ja',
    no: 'nei',
    answered: 'har svart',
    total: 'sum',
  },

  notices: {
    reminderTitle: (question: string) => `Påminnelse: ${question}`,
    reminder: (question: string, when: string) => `Du har ikke svart på «${question}». Frist: ${when}.`,
    postingLostTitle: 'Et oppslag er borte',
    postingLost: (label: string) =>
      `Oppslaget i ${label} er slettet, eller jeg er fjernet derfra. De andre kanalene er ikke berørt. Legg meg til igjen og skriv «vis» der for å få det tilbake.`,
    postingUnknownTitle: 'Et oppslag er usikkert',
    postingUnknown: (label: string) =>
      `Jeg fikk ikke svar da jeg la ut oppslaget i ${label}. Se etter om det står der. Jeg legger det ikke ut på nytt av meg selv; står det ikke der, skriv «vis» der.`,
  },

  help: {
    mostlyLeading: 'Det meste her er for koordinatoren og lederen.',
    topics: {
      everyday: 'For alle',
      polls: 'Avstemninger',
      meetings: 'Møter',
      agendas: 'Saksliste og referat',
      needs: 'Innhenting av behov',
      year: 'Årshjul og regler',
      network: 'Nettverk og medlemmer',
    },
    title: 'Dette kan jeg',
    unknown: (typed: string) => `Jeg kjenner ikke «${typed}».`,
    nearest: (command: string) => `Mente du «${command}»?`,
    text: 'Skriv kommandoen til meg, med @Laget i en kanal eller /laget i Slack.',
    commands: {
      ...nbDelivery.commands,
      ...nbYear.commands,
      ...nbMeeting.commands,
      ...nbAgenda.commands,
      ...nbNeed.commands,
      ...nbNeedImport.commands,
      ...nbSet.commands,
      ...nbNeedFiles.commands,
      ...nbRound.commands,
      ...nbTotals.commands,
      ...nbTerms.commands,
      ...nbRanking.commands,
      network: { example: '', does: 'viser nettverket' },
      start: { example: 'samarbeidsforum NAVN', does: 'starter et nettverk i kanalen' },
      members: { example: '', does: 'viser plasser og medlemmer' },
      link: { example: 'KODE', does: 'bruker en kode; uten kode lager jeg en ny, for en kanal til' },
      invite: { example: '7 vara', does: 'lager kode til en plass, eller til et navn' },
      myCode: { example: '', does: 'lager kode for din egen konto nummer to' },
      language: { example: 'nn', does: 'velger språket jeg skriver til deg' },
      roster: { example: '', does: 'legger inn medlemmer fra en liste' },
      saveRoster: { example: 'NØKKEL', does: 'lagrer lista du har sett på' },
      poll: {
        example: 'Spørsmål? ; Ja ; Nei ; frist 01.12.2026 12.00 ; formell ; hemmelig ; flere ; skjult ; prioritert',
        does: 'åpner en avstemning; uten spørsmål kommer et skjema',
      },
      polls: { example: '', does: 'viser avstemningene' },
      show: { example: '7', does: 'viser avstemning 7' },
      answer: { example: '7 ja', does: 'svarer på avstemning 7' },
      mine: { example: '7', does: 'viser hva du har svart' },
      close: { example: '7', does: 'stenger avstemning 7 nå' },
      extend: { example: '7 02.12.2026 12.00', does: 'flytter fristen' },
      remind: { example: '7', does: 'minner dem som ikke har svart, på avstemningen' },
      missing: { example: '7', does: 'viser hvem som ikke har svart' },
      export: { example: '7', does: 'gir svarene som CSV' },
      help: { example: '', does: 'viser denne lista' },
    } satisfies Record<Command, { example: string; does: string }>,
  },

  /** Read in a browser by whoever adds Laget to a Slack workspace. */
  install: {
    declined: 'Du sa nei, så Laget ble ikke installert. Ingenting er lagret.',
    stale: 'Dette forsøket er for gammelt, eller begynt i en annen nettleser. Begynn på nytt fra installasjonslenka.',
    'not-allowed': 'Laget er ikke åpnet for dette arbeidsområdet, og er ikke installert. Spør den som drifter Laget.',
    'whole-organisation':
      'Laget installeres i ett arbeidsområde om gangen, ikke i en hel organisasjon. Velg ett arbeidsområde.',
    refused: 'Slack godtok ikke installasjonen, og ingenting er lagret. Prøv igjen.',
  },

  refusalTitle: 'Det gikk ikke',
  fault: (code: string) =>
    `Noe gikk galt (kode ${code}), og ingenting er lagret. Prøv igjen om litt. Hjelper det ikke, gi koden til den som drifter Laget.`,

  refusals: {
    ...nbDelivery.refusals,
    ...nbYear.refusals,
    ...nbMeeting.refusals,
    ...nbAgenda.refusals,
    ...nbRound.refusals,
    ...nbTotals.refusals,
    ...nbTerms.refusals,
    ...nbRanking.refusals,
    ...nbNeed.refusals,
    ...nbNeedImport.refusals,
    ...nbSet.refusals,
    'not-allowed': ({ deed }) => `Bare ${deeds[deed]}. Ingenting er endret.`,
    'not-member': () =>
      'Du er ikke medlem i dette nettverket. Be koordinatoren om en kode, og skriv «koble» og koden til meg.',
    'no-network': () => 'Her er det ikke noe nettverk ennå. Start et, eller skriv «koble» og koden du har fått.',
    'which-network': ({ names }) =>
      `Du er med i flere nettverk (${names.join(', ')}). Skriv i kanalen til det du mener.`,
    'channel-taken': () => 'Denne kanalen hører allerede til et nettverk. Ingenting er endret.',
    'unknown-seat': ({ number }) =>
      `Det finnes ingen plass ${number}. Ingenting er endret. Skriv «medlemmer» for å se plassene.`,
    'unknown-member': () =>
      'Jeg fant ikke akkurat ett medlem med det navnet. Ingenting er endret. Skriv navnet eller e-posten slik det står i «medlemmer».',
    'code-unknown': () =>
      'Jeg kjenner ikke den koden. Ingenting er endret. Se etter om alle tegnene er med, eller be om en ny.',
    'code-expired': () => 'Koden er gått ut. Ingenting er endret. Be koordinatoren om en ny.',
    'code-used': () => 'Koden er brukt før. Ingenting er endret nå. En kode virker bare én gang; be om en ny.',
    'channel-only': () => 'Denne koden kobler til en kanal, og er ikke brukt. Skriv den i kanalen, ikke her.',
    'seat-taken': () =>
      'En annen har plassen. Ingenting er endret. Er det du som har den, fra en annen konto? Skriv «min kode» der og bruk den koden her. Ellers: spør koordinatoren.',
    'seat-out-of-term': () => 'Perioden for denne plassen er over. Ingenting er endret. Spør koordinatoren.',
    'already-member': () =>
      'Denne kontoen er allerede et annet medlem i nettverket. Ingenting er endret. Spør koordinatoren.',
    'deadline-past': () => 'Tidspunktet er allerede passert. Ingenting er lagret. Velg et senere.',
    'deadline-far': () => 'Fristen er mer enn 400 dager fram i tid. Ingenting er lagret. Velg en nærmere dato.',
    'no-such-time': () =>
      'Dette klokkeslettet finnes ikke den natta, for da stilles klokka. Ingenting er lagret. Velg et annet.',
    'secret-hides-results': () =>
      'I en hemmelig avstemning kan svarene først vises når den er stengt. Ellers kunne noen se hvem som svarte hva. Ingenting er lagret. Velg at svarene vises først da.',
    'no-voting-seats': () =>
      'Ingen plass har stemmerett i dag. Ingenting er lagret. Legg inn plasser først, eller spør alle medlemmer.',
    'no-channel': () => 'Nettverket har ingen kanal jeg kan skrive i. Ingenting er lagret. Koble til en kanal først.',
    'which-poll': ({ numbers }) =>
      `Flere avstemninger er åpne (${numbers.join(', ')}). Skriv nummeret også. Ingenting er endret.`,
    'no-own-answer': () => 'Du har ingen plass med stemmerett i denne avstemningen, så det er ikke noe svar å vise.',
    'no-poll': () => 'Jeg finner ikke den avstemningen. Skriv «avstemninger» for å se dem som finnes.',
    'poll-closed': ({ number, at }, { when }) =>
      `Avstemning ${number} ble stengt ${when(at)}. Det du gjorde nå, er ikke registrert.`,
    'unknown-option': () =>
      'Dette svaret finnes ikke i avstemningen. Ingenting er registrert. Se på kortet og velg på nytt.',
    'no-choice': () => 'Du har ikke valgt noe. Ingenting er registrert.',
    'one-choice': () => 'Her kan bare ett svar velges. Ingenting er registrert.',
    'ranked-twice': () => 'Du har ført opp det samme to ganger. Ingenting er registrert. Velg ulike.',
    'too-many-ranked': ({ most }) => `Du kan velge opptil ${most}. Ingenting er registrert. Ta bort noen.`,
    'no-seat': () =>
      'Du har ingen plass i dette nettverket, så du kan ikke stemme her. Ingenting er registrert. Er det feil, be koordinatoren om en kode.',
    'seat-not-voting': () => 'Plassen din har ikke stemmerett i denne avstemningen. Ingenting er registrert.',
    observer: () => 'Du er observatør og har ikke stemmerett. Ingenting er registrert.',
    'which-seat': () =>
      'Du kan stemme for flere plasser. Ingenting er registrert ennå. Velg hvilken dette svaret gjelder.',
    'already-answered': () =>
      'Det er allerede gitt et svar her, og en hemmelig stemme kan ikke endres. Det første svaret gjelder.',
    'not-later': ({ closesAt }, { when }) =>
      `Fristen er ${when(closesAt)}, og kan bare flyttes til senere. Den er ikke endret. Vil du slutte før, bruk «Steng nå».`,
    'nobody-missing': () => 'Alle har svart. Ingen påminnelse er sendt.',
    'unknown-intent': () =>
      'Knappen er fra en annen utgave av Laget og virker ikke lenger. Ingenting er lagret. Skriv «hjelp» for å se hva jeg kan.',
    invalid: ({ fields: [first] }) =>
      first
        ? `${sentenceCase(fieldName(first.field))}: ${problems[first.problem](first)} Ingenting er lagret.`
        : problems.invalid(),
    'organisation-not-allowed': () => 'Laget er ikke åpnet for denne virksomheten. Spør den som drifter Laget.',
    'start-in-channel': () =>
      'Et nettverk startes i en kanal eller en gruppechat. Legg meg til der, og skriv «nettverk».',
    'roster-bad': ({ problems: all }) => `Lista har ${all.length} feil. Ingenting er lagret.`,
    'national-id': () =>
      'Meldingen har et fødselsnummer eller D-nummer i seg. Jeg har ikke lagret den. Slett den, og skriv den på nytt uten nummeret.',
    'name-has-national-id': () =>
      'Navnet ditt eller kanalens navn har et fødselsnummer eller D-nummer i seg. Ta det bort i Teams eller Slack, og prøv igjen. Ingenting er lagret.',
    'draft-gone': () => 'Det er for lenge siden lista ble vist, eller den er allerede lagret. Lim den inn på nytt.',
  } satisfies RefusalTexts,
};
