import type { AgendaRefusal } from '../features/meetings/agenda-refusal.ts';
import type { CaseState, CaseType } from '../features/meetings/case.ts';
import type { ConclusionMethod } from '../features/meetings/case-conclusion.ts';
import type { MeetingState } from '../features/meetings/meeting.ts';
import type { MinutesState } from '../features/meetings/minutes.ts';
import { countIn } from './count.ts';
import type { Loosened } from './loosened.ts';
import type { RefusalTextsOf } from './refusal.ts';

export type AgendaTexts = Loosened<typeof nbAgenda>;

const count = countIn('nb');

/** Why something cannot be done with a meeting, after its number. */
const meetingStates = {
  proposed: 'er ikke fastsatt ennå',
  settled: 'er ikke begynt',
  underWay: 'er i gang',
  ended: 'er avsluttet',
  cancelled: 'er avlyst',
} satisfies Record<MeetingState, string>;

const caseStates = {
  suggested: 'Saken er bare foreslått, og står ikke på sakslista',
  onAgenda: 'Saken står allerede på sakslista',
  withdrawn: 'Saken er trukket',
} satisfies Record<CaseState, string>;

export const nbAgenda = {
  say: {
    caseTypes: {
      decision: 'beslutning',
      discussion: 'drøfting',
      information: 'orientering',
      approval: 'godkjenning',
      other: 'eventuelt',
    } satisfies Record<CaseType, string>,
    methods: {
      consensus: 'Enighet',
      noted: 'Tatt til orientering',
      postponed: 'Utsatt',
    } satisfies Record<ConclusionMethod, string>,
    minutesStates: {
      draft: 'utkast',
      sent: 'sendt ut til merknader',
      approved: 'godkjent',
    } satisfies Record<MinutesState, string>,
    languages: { nb: 'bokmål', nn: 'nynorsk' },

    meetingTitle: (number: number, title: string) => `Møte ${number}: ${title}`,
    approvalOf: (number: number) => `Godkjenning av referat fra møte ${number}`,
    numbered: (number: string, title: string) => `${number} · ${title}`,
    caseNumber: (number: string) => `Sak ${number}`,
    suggestedPlace: (place: number) => `Forslag ${place}`,
    clock: (from: string, to: string) => `${from}–${to}`,
    clockFrom: (from: string) => `fra ${from}`,
    minutes: (n: number) => `${n} min`,
    exempt: (basis: string) => `unntatt offentlighet, ${basis}`,
    paper: (number: string, title: string) => `${number}: ${title}`,
    morePapers: (n: number) => `… og ${count(n, 'sakspapir', 'sakspapirer')} til, i den enkelte saken.`,
    unsent: 'ikke sendt ut ennå',
    formerMember: 'et tidligere medlem',

    buttons: {
      suggest: 'Foreslå sak',
      agenda: 'Vis sakslista',
      order: 'Endre rekkefølgen',
      sendAgenda: 'Send sakslista',
      showCase: (number: string) => `Vis sak ${number}`,
      accept: 'Sett på sakslista',
      acceptOne: (place: string) => `Sett opp ${place}`,
      edit: 'Endre saken',
      withdraw: 'Trekk saken',
      lead: 'Led møtet',
      start: 'Start møtet',
      presence: 'Før oppmøte',
      presenceNext: 'Neste side',
      conclude: (number: string) => `Konkluder ${number}`,
      concludeAgain: (number: string) => `Rett ${number}`,
      end: 'Avslutt møtet',
      minutes: 'Vis referatet',
      readCase: (number: string) => `Les ${number}`,
      correct: (number: string) => `Rett ${number}`,
      reword: { nb: 'Skriv på bokmål', nn: 'Skriv på nynorsk' },
      sendMinutes: 'Send referatet',
      comment: 'Gi merknad',
      approve: 'Godkjenn referatet',
      document: 'Last ned som Word-fil',
      record: 'Last ned protokollen',
      followUps: 'Vis oppfølging',
      closeFollowUp: (place: string) => `Lukk ${place}`,
      closeThis: 'Lukk',
    },

    agenda: {
      title: 'Saksliste',
      titleOf: (number: number) => `Saksliste for møte ${number}`,
      empty: 'Ingen saker står på sakslista ennå.',
      comesFirst: (title: string) => `Kommer først når sakslista sendes: ${title}.`,
      suggested: 'Foreslått, venter på koordinatoren',
      suggestedToYou: 'Foreslått. Sett opp det som skal med, og trekk resten.',
      tooLong: (planned: number, available: number) =>
        `Sakene tar ${planned} minutter, men møtet varer bare ${available}.`,
      notSent: 'Sakslista er ikke sendt ut.',
      sent: (when: string) => `Sendt ut ${when}.`,
      papersBy: (day: string) => `Bør sendes senest ${day}.`,
      papersLate: (day: string) => `Sakspapirene skulle vært sendt senest ${day}.`,
      noMeeting: 'Ingen møter er satt opp',
      noMinutes: 'Ingen møter har referat ennå',
      noMeetingText: 'Her er det ikke noe møte å vise dette for ennå. Skriv «møter» for å se hva som finnes.',
      cancelled: 'Møtet er avlyst.',
      ordered: 'Rekkefølgen er endret.',
      changedSince: 'Endret siden sakslista sist ble sendt',
      changes: {
        added: (line: string) => `Ny: ${line}`,
        gone: (line: string) => `Trukket: ${line}`,
        renamed: (line: string) => `Nytt navn: ${line}`,
        moved: (line: string) => `Flyttet: ${line}`,
      },
      undecided: (n: number) =>
        `${count(n, 'foreslått sak venter', 'foreslåtte saker venter')} på svar og er ikke med.`,
      papers: 'Sakspapirer',
      justSent: 'Sakslista er nettopp sendt',
      sentTitle: (number: number) => `Sakslista for møte ${number} sendes`,
      sentText: (cases: number, people: number) =>
        `${count(cases, 'sak', 'saker')} går til ${count(people, 'person', 'personer')}.`,
    },

    oneCase: {
      waiting: (n: number) => `${count(n, 'foreslått sak', 'foreslåtte saker')} venter på deg`,
      suggestedTitle: 'Saken er foreslått',
      suggestedText: 'Koordinatoren får vite det, og setter den på sakslista eller tar den opp med deg.',
      leftOut:
        'Utsendingen av sakslista som venter på svar, har ikke med denne saken. Send sakslista på nytt når den skal ut.',
      unsent: 'Saken er ikke sendt ut ennå. Send sakslista på nytt når den skal ut.',
      acceptedTitle: 'Saken står på sakslista',
      editedTitle: 'Saken er endret',
      withdrawnTitle: 'Saken er trukket',
      withdrawnText: 'Nummeret blir ikke brukt på nytt.',
      withheld: 'Forslaget og sakspapirene er bare for dem som har plass i nettverket eller leder det.',
      type: 'Type',
      owner: 'Legges fram av',
      minutes: 'Varighet',
      access: 'Innsyn',
      public: 'offentlig',
      suggestedBy: 'Foreslått av',
      proposal: 'Forslag til konklusjon',
    },

    caseForm: {
      newTitle: 'Foreslå sak',
      editTitle: 'Endre saken',
      submit: 'Lagre',
      title: 'Tittel',
      titleHint: 'Tittelen står i kanalene. Skriv den slik at alle kan lese den.',
      type: 'Type sak',
      owner: 'Hvem legger fram saken?',
      ownerHint: 'Et medlem eller en virksomhet.',
      minutes: 'Minutter',
      minutesHint: 'Bare tallet, for eksempel 20.',
      links: 'Lenker til sakspapirer',
      linksHint: 'Én på hver linje, gjerne med tittel foran. Bare adresser som begynner med https.',
      proposal: 'Forslag til konklusjon',
      proposalHint: (most: number) => `Høyst ${most} tegn.`,
      access: 'Innsyn',
      accesses: { public: 'Offentlig', exempt: 'Unntatt offentlighet' },
      basis: 'Hjemmel, når saken er unntatt',
      basisHint:
        'For eksempel offl. § 14. Forslag og sakspapirer vises da bare for dem som har plass i nettverket eller leder det.',
    },
    orderForm: {
      title: 'Endre rekkefølgen',
      submit: 'Lagre',
      order: 'Ny rekkefølge',
      orderHint: 'Skriv tallene i den rekkefølgen sakene skal stå.',
    },
    sendForm: {
      title: 'Send sakslista',
      submit: 'Send',
      reason: 'Hvorfor kommer den sent?',
      late: (days: number, rule: number) =>
        `Det er ${count(days, 'dag', 'dager')} til møtet. Sakspapirer skal ut minst ${rule} dager før. Grunnen blir skrevet ned.`,
    },

    lead: {
      title: (number: number) => `Møte ${number} nå`,
      over: (number: number) => `Møte ${number} er over`,
      met: (met: number, seats: number) => `${met} av ${seats} møtte`,
      notStarted: 'Møtet er ikke startet.',
      present: (present: number, seats: number) => `${present} av ${count(seats, 'plass', 'plasser')} er til stede.`,
      noPresence: 'Oppmøtet er ikke ført.',
      allHeard: 'Alle gruppene er representert.',
      left: 'Gjenstår',
      concluded: 'Konkludert',
      allConcluded: 'Alle sakene er konkludert.',
      noCases: 'Møtet har ingen saker.',
      ended: 'Møtet er avsluttet.',
      started: 'Møtet er i gang.',
      doneByYou: {
        start: (when: string) => `Du har allerede startet møtet, ${when}.`,
        end: (when: string) => `Du har allerede avsluttet møtet, ${when}.`,
      },
      doneBy: {
        start: (name: string, when: string) => `${name} har allerede startet møtet, ${when}.`,
        end: (name: string, when: string) => `${name} har allerede avsluttet møtet, ${when}.`,
      },
    },
    startForm: {
      title: 'Start møtet',
      submit: 'Start',
      early: 'Det er mer enn et døgn til møtet. Starter du det nå, kan det verken flyttes eller avlyses.',
      chair: (name: string) => `${name} blir møteleder i referatet, om ikke lederen i nettverket føres opp som møtt.`,
      text: 'Sakene kan konkluderes én for én.',
      unnumbered: 'Sakene får nummer, og kan konkluderes én for én.',
    },
    presenceForm: {
      title: 'Oppmøte',
      submit: 'Lagre',
      present: 'Hvem er til stede?',
      presentHint: 'Én for hver plass. De andre plassene står i referatet med forfall eller som ikke møtt.',
      observers: 'Til stede uten plass',
      withRole: (name: string, role: string) => `${name} (${role})`,
      person: (party: string, name: string) => `${party}: ${name}`,
      deputy: (party: string, name: string) => `${party}: ${name} (vara)`,
      page: (from: number, to: number, all: number) => `Plass ${from} til ${to} av ${all} i lista`,
      recorded: 'Oppmøtet er ført.',
    },
    concludeForm: {
      title: 'Konkluder saken',
      correctTitle: 'Rett saken',
      submit: 'Lagre',
      method: 'Hva ble det til?',
      discussion: 'Kort om drøftingen',
      discussionHint: (most: number) => `Uten navn. Høyst ${most} tegn.`,
      conclusion: 'Konklusjon',
      conclusionHint: (most: number) => `Høyst ${most} tegn.`,
      dissent: 'Protokolltilførsel',
      dissentHint: (most: number) =>
        `Virksomheten først, for eksempel Utdanningsforbundet: Vi mener noe annet. Høyst ${most} tegn.`,
      followUps: 'Oppfølging',
      followUpsHint: (most: number) =>
        `Én på hver linje, for eksempel Kari Trestakk: sende brev ; 1. mars. Høyst ${most} tegn.`,
      corrected: 'Rettelsen blir en ny versjon, med navnet ditt og tidspunktet. Den gamle blir stående.',
    },
    concludedTitle: (number: string) => `Sak ${number} er konkludert`,
    endForm: {
      title: 'Avslutt møtet',
      submit: 'Avslutt',
      text: 'Referatet blir skrevet fra det som er ført. Sakene kan rettes til referatet er godkjent.',
      unconcluded: (cases: string) => `Ikke konkludert: ${cases}.`,
      noPresence: 'Oppmøtet er ikke ført. Det kan føres til referatet er godkjent.',
      language: 'Språk i referatet',
    },

    minutesCard: {
      title: (number: number) => `Referat fra møte ${number}`,
      titleOf: (number: number, state: string) => `Referat fra møte ${number} · ${state}`,
      state: 'Status',
      version: (number: number, when: string) => `Versjon ${number}, skrevet ${when}`,
      draft: 'Utkast, ikke sendt ut',
      sent: (when: string) => `Sendt ut ${when}`,
      approvedIn: (number: number, when: string) => `Godkjent i møte ${number}, ${when}`,
      approvedByHand: (when: string) => `Godkjent ${when}`,
      newer: 'Denne versjonen er nyere enn den som er sendt ut.',
      commentsUntil: (when: string) => `Merknader tas imot til ${when}.`,
      comments: 'Merknader',
      comment: (name: string, when: string) => `${name}, ${when}`,
      noComments: 'Ingen merknader er kommet.',
      answering:
        'En merknad besvares med en ny versjon: rett saken, og send referatet på nytt. Skal ingenting rettes, godkjennes referatet i neste møte.',
      newComments: (n: number, number: number) =>
        `${count(n, 'ny merknad', 'nye merknader')} til referatet fra møte ${number}`,
      unconcluded: 'ikke konkludert',
      present: 'Til stede',
      presentCount: (n: number) => count(n, 'plass', 'plasser'),
      absent: (names: string) => `Forfall: ${names}.`,
      unheard: (names: string) => `Ikke møtt, uten forfall: ${names}.`,
      deputies: (names: string) => `Møtte som vara: ${names}.`,
      deputyFor: (name: string, of: string) => `${name} for ${of}`,
      followUps: (n: number) => `${n} til oppfølging`,
      linkUntil: (when: string) => `Lenka virker til ${when}. Del den ikke: den som har lenka, kan hente fila.`,
      sentTitle: (number: number) => `Referatet fra møte ${number} sendes`,
      sentText: (people: number) => `Det går til ${count(people, 'person', 'personer')}.`,
      corrected: 'Saken er rettet. Referatet har fått en ny versjon.',
      reworded: 'Referatet har fått en ny versjon på det andre språket.',
      passedOver: (reason: string) => `Godkjent før alle merknader var kommet og besvart. Grunn: ${reason}`,
      approved: 'Referatet er godkjent. Fra nå av kan det bare leses.',
      lateTitle: (number: number) => `Referatet fra møte ${number} er ikke sendt`,
      lateText: (days: number) => `Det skulle ut innen ${count(days, 'dag', 'dager')} etter møtet.`,
      commentsTitle: (number: number) => `Tiden for merknader til referat ${number} er over`,
      commentsText: (n: number) =>
        `${count(n, 'merknad', 'merknader')} er kommet. Er noe rettet, send den nye versjonen; ellers godkjennes den i neste møte.`,
      posted: (when: string) => `Referatet er sendt ut ${when}.`,
      cut: 'Lange tekster er kortet her. Alt står i Word-fila.',
    },
    commentForm: {
      title: 'Merknad til referatet',
      submit: 'Send',
      comment: 'Merknad',
      commentHint: (most: number) => `Skriv hvilken sak det gjelder. Høyst ${most} tegn.`,
    },
    commented: {
      title: 'Merknaden er mottatt',
      text: 'De som skriver referatet, ser den. Godtas den, kommer det en ny versjon.',
    },
    approveForm: {
      title: 'Godkjenn referatet',
      submit: 'Godkjenn',
      warning:
        'Vanligvis godkjennes referatet i neste møte. Når det er godkjent, kan det ikke rettes, og ingen kan gi merknader.',
      reason: 'Hvorfor skal det godkjennes nå?',
      reasonHint: 'Grunnen står i referatet.',
    },

    followUps: {
      title: (n: number) => count(n, 'oppfølging er åpen', 'oppfølginger er åpne'),
      none: 'Ingen oppfølging er åpen.',
      heading: 'Åpen oppfølging',
      due: (day: string) => `frist ${day}`,
      late: (day: string) => `skulle vært gjort ${day}`,
      noDue: 'ingen frist',
      from: (caseNumber: string, meeting: number) => `sak ${caseNumber}, møte ${meeting}`,
      reminderTitle: 'Til oppfølging',
      lateTitle: 'Oppfølging over fristen',
      closedTitle: 'Oppfølgingen er lukket',
      formTitle: 'Lukk oppfølgingen',
      submit: 'Lukk',
      note: 'Hva ble gjort?',
      noteHint: 'Kan stå tomt.',
    },

    /** The words of the minutes as a document. */
    document: {
      titles: {
        minutes: (number: string) => `Referat fra møte ${number}`,
        record: (number: string) => `Protokoll fra møte ${number}`,
      },
      meeting: (number: string) => `Møte ${number}`,
      page: 'Side',
      pageOf: 'av',
      time: 'Tid',
      place: 'Sted',
      online: 'På nett',
      chair: 'Møteleder',
      secretary: 'Sekretær',
      present: 'Til stede',
      party: 'Virksomhet',
      attended: 'Møtte',
      nobody: 'Ingen er ført opp som møtt.',
      deputy: (name: string, of?: string) => (of ? `${name} (vara for ${of})` : `${name} (vara)`),
      onBehalf: (name: string, of: string) => `${name} (pva. ${of})`,
      withoutSeat: 'Uten plass',
      leads: {
        chair: (name: string) => `${name} (leder)`,
        coordinator: (name: string) => `${name} (koordinator)`,
      },
      absent: 'Forfall',
      unheard: 'Ikke møtt, uten forfall',
      observers: 'Observatører',
      caseTitle: (number: string, title: string) => `Sak ${number}: ${title}`,
      caseTypes: {
        decision: 'Beslutningssak',
        discussion: 'Drøftingssak',
        information: 'Orienteringssak',
        approval: 'Godkjenning',
        otherBusiness: 'Eventuelt',
      },
      recused: (seats: string) => `Inhabil, deltok ikke i saken: ${seats}.`,
      presented: 'Lagt fram',
      discussion: 'Drøfting',
      conclusion: 'Konklusjon',
      unconcluded: 'Ikke konkludert.',
      dissent: 'Protokolltilførsel',
      followUps: 'Oppfølging',
      methods: { consensus: 'Enighet', vote: 'Avstemning', noted: 'Tatt til orientering', postponed: 'Utsatt' },
      dissentOf: (party: string, text: string) => `${party}: ${text}`,
      what: 'Hva',
      who: 'Hvem',
      due: 'Frist',
      noDue: 'Ingen frist',
      next: 'Neste møte',
      versions: {
        draft: (number: number, when: string) => `Versjon ${number}, utkast ${when}.`,
        sent: (number: number, when: string) => `Versjon ${number}, sendt ut til merknader ${when}.`,
        final: (number: number, when: string) => `Versjon ${number}, skrevet ${when}.`,
      },
      approved: (inMeeting: string, when: string) => `Godkjent i møte ${inMeeting}, ${when}.`,
      approvedByHand: (when: string) => `Godkjent ${when}.`,
      notApproved: 'Ikke godkjent ennå.',
    },
  },

  /** Who may do it, for a refusal: «Bare … kan …». */
  deeds: {
    'meeting.lead': 'koordinatoren og lederen kan lede møter',
    'case.suggest': 'den som har en plass, koordinatoren og lederen kan foreslå saker',
    'case.read-exempt': 'de som har plass i nettverket eller leder det, kan lese saker som er unntatt offentlighet',
    'agenda.order': 'koordinatoren og lederen kan endre sakslista',
    'minutes.write': 'koordinatoren og lederen kan skrive referatet',
    'minutes.comment': 'medlemmer kan gi merknader til referatet',
    'follow-up.close': 'den som har oppfølgingen, koordinatoren og lederen kan lukke den',
  },

  /** What a field is called where it is named in a sentence. */
  fieldNames: {
    early: 'om møtet startes før tiden',
    meeting: 'møtet',
    case: 'saken',
    title: 'tittelen',
    caseType: 'typen',
    owner: 'hvem som legger fram',
    minutes: 'minuttene',
    links: 'lenkene',
    proposal: 'forslaget',
    access: 'innsyn',
    basis: 'hjemmelen',
    order: 'rekkefølgen',
    seen: 'det du så',
    reason: 'grunnen',
    present: 'oppmøtet',
    observers: 'de uten plass',
    discussion: 'drøftingen',
    conclusion: 'konklusjonen',
    method: 'hva det ble til',
    dissent: 'protokolltilførselen',
    followUps: 'oppfølgingen',
    comment: 'merknaden',
    followUp: 'oppfølgingen',
    note: 'merknaden',
  },

  /** What help says of each command. */
  commands: {
    agenda: { example: '3', does: 'viser sakslista for møte 3' },
    suggestCase: { example: '3: Tittel ; drøfting ; 20 min', does: 'foreslår en sak; uten tittel kommer et skjema' },
    showCase: { example: '3: 2', does: 'viser sak 2 på sakslista' },
    editCase: { example: '3: 2', does: 'endrer sak 2' },
    acceptCase: { example: '3: 4', does: 'setter forslag 4 på sakslista' },
    withdrawCase: { example: '3: 2', does: 'trekker sak 2' },
    orderAgenda: { example: '3: 2 1 3', does: 'setter sakene i ny rekkefølge' },
    sendAgenda: { example: '3', does: 'sender sakslista til alle som er innkalt' },
    lead: { example: '3', does: 'viser hvor møtet står, og hva som kommer nå' },
    startMeeting: { example: '3', does: 'starter møtet' },
    presence: { example: '3', does: 'fører opp hvem som er til stede' },
    conclude: { example: '3: 2', does: 'konkluderer sak 2' },
    endMeeting: { example: '3', does: 'avslutter møtet og lager referatet' },
    minutes: { example: '3', does: 'viser referatet fra møte 3' },
    correct: { example: '3: 2', does: 'retter sak 2 i referatet' },
    sendMinutes: { example: '3', does: 'sender referatet til alle som er innkalt' },
    comment: { example: '3: Tekst', does: 'gir en merknad til referatet' },
    approve: { example: '3', does: 'godkjenner referatet uten nytt møte' },
    followUps: { example: '', does: 'viser oppfølging som er åpen' },
    closeFollowUp: { example: '2 ; sendt', does: 'lukker nummer 2 på lista' },
  },

  refusals: {
    'meeting-state': ({ number, state }) =>
      `Møte ${number} ${meetingStates[state]}, så dette går ikke nå. Ingenting er lagret.`,
    'no-case': () => 'Jeg finner ikke den saken. Ingenting er endret. Skriv «saksliste» for å se sakene.',
    'case-state': ({ state }) => `${caseStates[state]}, så dette går ikke. Ingenting er endret.`,
    'case-concluded': () =>
      'Saken er allerede konkludert, så den kan verken endres eller trekkes. Ingenting er endret. Konklusjonen kan rettes.',
    'too-many-cases': ({ most }) =>
      `Møtet har allerede ${most} saker og forslag, og flere er det ikke plass til. Saken er ikke lagret. Foreslå den for et annet møte.`,
    'bad-link': ({ line }) =>
      `Linje ${line}: her må det stå én adresse som begynner med https. Andre adresser åpnes ikke fra et kort. Ingenting er lagret.`,
    'too-many-links': ({ most }) => `Det er plass til ${most} lenker. Ingenting er lagret.`,
    'basis-missing': () => 'Skriv hvilken paragraf som unntar saken. Ingenting er lagret.',
    'case-changed': () =>
      'Noen andre endret saken mens du skrev. Ingenting av ditt er lagret. Send én gang til om din tekst skal gjelde.',
    'agenda-changed': () =>
      'Noen andre endret sakslista samtidig. Din rekkefølge er ikke lagret. Se hvordan den står nå, og prøv igjen.',
    'bad-order': ({ count: cases }) =>
      `Skriv hvert tall fra 1 til ${cases} én gang, i den rekkefølgen sakene skal stå. Ingenting er endret.`,
    'no-cases': ({ number }) => `Møte ${number} har ingen saker på sakslista. Ingenting er sendt.`,
    'agenda-just-sent': ({ number, at }, { when }) =>
      `Sakslista for møte ${number} ble sendt ${when(at)}, og ingenting er endret siden. Den er ikke sendt en gang til.`,
    'papers-late': ({ days, rule }) =>
      `Det er ${count(days, 'dag', 'dager')} til møtet, og sakspapirer skal ut minst ${rule} dager før. Ingenting er sendt ennå. Skriv hvorfor den kommer sent, så går den.`,
    'presence-unknown': () =>
      'En av dem som er krysset av, har ingen plass som er innkalt til møtet. Ingenting er lagret. Åpne skjemaet på nytt.',
    'presence-changed': () =>
      'Noen andre førte oppmøtet mens du skrev. Ingenting av ditt er lagret. Send én gang til om ditt skal gjelde.',
    'presence-twice': ({ seat }) =>
      `Plass ${seat} har to som er krysset av, men bare én kan sitte der. Ingenting er lagret. Ta bort den ene.`,
    'conclusion-missing': () => 'Skriv hva dere ble enige om. Ingenting er lagret.',
    'conclusion-changed': () =>
      'Noen andre har konkludert saken mens du skrev. Ingenting av ditt er lagret. Send én gang til om din tekst skal gjelde.',
    'approval-stands': () =>
      'Referatet er allerede godkjent i denne saken, og det står ved lag. Ingenting er endret. Teksten kan du rette.',
    'follow-up-form': ({ line }) =>
      `Linje ${line}: skriv hvem, kolon, hva, og så semikolon og fristen om den har en. Ingenting er lagret.`,
    'follow-up-person': ({ line, name }) =>
      `Linje ${line}: jeg fant ikke akkurat ett medlem som heter ${name}. Ingenting er lagret. Skriv hele navnet slik det står i «medlemmer».`,
    'follow-up-due': ({ line }) =>
      `Linje ${line}: jeg kunne ikke lese fristen. Skriv en dag, for eksempel 1. mars eller 1.3.2027. Ingenting er lagret.`,
    'follow-up-past': ({ line }) => `Linje ${line}: fristen er allerede passert. Ingenting er lagret.`,
    'too-many-follow-ups': ({ most }) => `Én sak har plass til ${most} oppfølginger. Ingenting er lagret.`,
    'dissent-party': ({ line }) =>
      `Linje ${line}: skriv hvem det er sagt av, kolon, og så teksten. Ingenting er lagret.`,
    'dissent-unknown': ({ line, name }) =>
      `Linje ${line}: nettverket har ingen virksomhet som heter ${name}. Ingenting er lagret. Skriv navnet slik det står i nettverket, eller flytt teksten til drøftingen.`,
    'dissent-absent': ({ line, party }) =>
      `Linje ${line}: ${party} er ikke ført som til stede. Ingenting er lagret. Før oppmøtet på nytt, eller ta bort linja.`,
    'no-minutes': ({ number }) => `Møte ${number} har ikke noe referat ennå. Det blir laget når møtet avsluttes.`,
    'minutes-approved': ({ number, at }, { when }) =>
      `Referatet fra møte ${number} ble godkjent ${when(at)}, og kan bare leses nå. Ingenting er lagret.`,
    'minutes-not-sent': ({ number }) => `Referatet fra møte ${number} er ikke sendt ut ennå. Ingenting er lagret.`,
    'minutes-newer': ({ number }) =>
      `Referatet fra møte ${number} er rettet siden det sist ble sendt ut, og det er det utsendte som godkjennes. Ingenting er lagret. Send den nye versjonen først.`,
    'minutes-unheard': ({ number, comments, until }, { when }) =>
      [
        `Referatet fra møte ${number} er ikke godkjent ennå.`,
        ...(until ? [`Merknader tas imot til ${when(until)}.`] : []),
        ...(comments > 0 ? [`${count(comments, 'merknad', 'merknader')} er ikke besvart i en ny versjon.`] : []),
        'Skriv hvorfor det skal godkjennes nå, så blir det godkjent.',
      ].join(' '),
    'comments-over': ({ number, until }, { when }) =>
      `Merknader til referatet fra møte ${number} ble tatt imot til ${when(until)}. Denne er ikke lagret. Ta den opp når referatet skal godkjennes.`,
    'no-follow-up': () => 'Jeg finner ikke den oppfølgingen. Ingenting er endret. Skriv «oppfølging» for å se dem.',
    'follow-up-closed': ({ at }, { when }) => `Oppfølgingen ble lukket ${when(at)}. Ingenting er endret nå.`,
  } satisfies RefusalTextsOf<AgendaRefusal>,
};
