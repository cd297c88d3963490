/** Nynorsk. */
import { countIn } from './count.ts';
import type { Texts } from './nb.ts';
import { nnAgenda } from './nn-agenda.ts';
import { nnDelivery } from './nn-delivery.ts';
import { nnMeeting } from './nn-meeting.ts';
import { nnNeed } from './nn-need.ts';
import { nnNeedFiles } from './nn-need-files.ts';
import { nnNeedImport } from './nn-need-import.ts';
import { nnRanked } from './nn-ranked.ts';
import { nnRanking } from './nn-ranking.ts';
import { nnRound } from './nn-round.ts';
import { nnSet } from './nn-set.ts';
import { nnTerms } from './nn-terms.ts';
import { nnTotals } from './nn-totals.ts';
import { nnYear } from './nn-year.ts';
import { sentenceCase } from './sentence-case.ts';

const count = countIn('nn');

const deeds: Texts['deeds'] = {
  ...nnDelivery.deeds,
  ...nnYear.deeds,
  ...nnMeeting.deeds,
  ...nnAgenda.deeds,
  ...nnRound.deeds,
  ...nnRanking.deeds,
  'channel.link': 'koordinatoren kan kople kanalar',
  'seat.invite': 'koordinatoren kan invitere til plassar',
  'member.invite': 'koordinatoren kan lage kode for andre',
  'roster.apply': 'koordinatoren kan endre medlemslista',
  'poll.answer-opinion': 'medlemer kan svare',
  'poll.answer-formal': 'den som har ein plass, eller er vara, kan røyste',
  'poll.open': 'koordinatoren og leiaren kan opne røystingar',
  'poll.close': 'koordinatoren og leiaren kan stengje røystingar',
  'poll.extend': 'koordinatoren og leiaren kan flytte fristen',
  'poll.remind': 'koordinatoren og leiaren kan sende påminningar',
  'poll.missing': 'koordinatoren og leiaren kan sjå kven som manglar',
  'poll.export': 'koordinatoren og leiaren kan hente ut resultatet',
  'poll.post-again': 'koordinatoren og leiaren kan leggje ut ei stengd røysting på nytt',
};

const problems: Texts['forms']['problems'] = {
  required: () => 'Fyll ut dette feltet.',
  'too-short': ({ min }) => (min ? `Teksten er for kort. Skriv minst ${min} teikn.` : 'Teksten er for kort.'),
  'too-long': ({ max }) => (max ? `Teksten er for lang. Det er plass til ${max} teikn.` : 'Teksten er for lang.'),
  'national-id': () =>
    'Her står det eit fødselsnummer eller D-nummer. Det kan ikkje lagrast her. Ta det bort; resten av skjemaet står som før.',
  'too-few': () => 'Skriv minst to alternativ, eitt på kvar linje.',
  'too-many': ({ max }) => `Det er for mange alternativ. Det er plass til ${max ?? 10}.`,
  repeated: () => 'To alternativ er like. Gjer dei ulike.',
  'not-a-number': () => 'Skriv beløpet med tal, til dømes 250 000.',
  negative: () => 'Beløpet kan ikkje vere negativt.',
  'not-whole': () => 'Skriv heile kroner, utan øre.',
  'too-much': () => 'Beløpet er for stort. Sjå over siffera.',
  'no-count': () => 'Skriv eit tal, til dømes 40.',
  'no-month': () => 'Vel månaden frå lista, eller skriv han slik: 2027-08.',
  'no-date': () => 'Skriv datoen slik: 2027-02-08.',
  'no-year-line': () => 'Skriv året, kolon og beløpa, til dømes 2027: 200 000 ; 150 000 ; 0.',
  invalid: () => 'Dette gjekk ikkje an å lese. Sjå over det du har skrive.',
};

const fieldNames: Texts['fieldNames'] = {
  ...nnNeed.fieldNames,
  ...nnNeedImport.fieldNames,
  ...nnSet.fieldNames,
  ...nnDelivery.fieldNames,
  ...nnYear.fieldNames,
  ...nnMeeting.fieldNames,
  ...nnAgenda.fieldNames,
  ...nnRound.fieldNames,
  ...nnTotals.fieldNames,
  ...nnTerms.fieldNames,
  ...nnRanking.fieldNames,
  question: 'spørsmålet',
  options: 'alternativa',
  closesOn: 'fristen',
  from: 'plassnummeret',
  closesTime: 'klokkeslettet',
  name: 'namnet',
  code: 'koden',
  csv: 'lista',
  member: 'namnet',
  words: 'svaret',
  seat: 'plassen',
  kind: 'typen',
  choice: 'kor mange ein kan velje',
  secrecy: 'open eller hemmeleg',
  first: 'førsteprioriteten',
  second: 'andreprioriteten',
  third: 'tredjeprioriteten',
  reveal: 'når svara skal visast',
  poll: 'røystinga',
  as: 'rolla',
  language: 'språket',
  secondLanguage: 'språk nummer to',
  draft: 'nøkkelen',
  topic: 'emnet',
  typed: 'teksten',
};

const fieldName = (field: string) => fieldNames[field] ?? field;

export const nn: Texts = {
  languageName: 'Nynorsk',

  languages: { nb: 'bokmål', nn: 'nynorsk', se: 'nordsamisk', en: 'engelsk' },

  networkKinds: {
    cooperationForum: 'Samarbeidsforum',
    epsLeaderNetwork: 'PP-leiarnettverk',
    competenceNetwork: 'Kompetansenettverk',
    steeringGroup: 'Styringsgruppe',
    workingGroup: 'Arbeidsgruppe',
    referenceGroup: 'Referansegruppe',
  },

  seatGroups: {
    publicOwner: 'offentleg eigar',
    privateOwner: 'privat eigar',
    higherEducation: 'universitet og høgskule (UH)',
    municipalAssociation: 'KS',
    privateKindergartenAssociation: 'PBL',
    teachersOrganisation: 'lærarorganisasjon',
    epsNorth: 'PPT nord',
    epsSouth: 'PPT sør',
    statped: 'Statped',
    countyGovernor: 'statsforvaltar',
    other: 'anna',
  },

  roles: {
    coordinator: 'koordinator',
    chair: 'leiar',
    holder: 'innehavar av plass',
    deputy: 'vara',
    observer: 'observatør',
    member: 'medlem',
  },

  deeds,

  buttons: {
    more: 'Vis fleire',
    startNetwork: 'Start eit nettverk',
    haveCode: 'Eg har ein kode',
    help: 'Hjelp',
    addRoster: 'Legg inn medlemer',
    linkChannel: 'Kople til ein kanal',
    newPoll: 'Ny røysting',
    openForm: 'Opne skjemaet',
    polls: 'Røystingar',
    members: 'Medlemer',
    language: 'Språk',
    answer: 'Svar …',
    mine: 'Svaret mitt',
    close: 'Steng no',
    extend: 'Flytt fristen',
    remind: 'Send påminning',
    missing: 'Kven manglar?',
    export: 'Hent som CSV',
    download: 'Last ned',
    saveRoster: 'Lagre endringane',
    showPoll: 'Vis røysting',
  },

  fieldNames,
  delivery: nnDelivery.say,
  year: nnYear.say,
  meeting: nnMeeting.say,
  agenda: nnAgenda.say,
  need: nnNeed.say,
  needImport: nnNeedImport.say,
  set: nnSet.say,
  needFiles: nnNeedFiles.say,
  round: nnRound.say,
  ranking: nnRanking.say,
  ranked: nnRanked,
  totals: nnTotals.say,
  terms: nnTerms.say,

  forms: {
    cancel: 'Avbryt',
    whenMissing: 'Fyll ut dette feltet.',
    problems,
    network: {
      title: 'Start eit nettverk',
      submit: 'Start',
      name: 'Namn på nettverket',
      nameHint: 'Til dømes «PP-leiarnettverk nord».',
      kind: 'Type',
      language: 'Språk',
      secondLanguage: 'Språk nummer to',
      secondHint: 'Oppslag kjem på begge språka, det eine under det andre.',
      none: 'Ikkje noko',
    },
    code: { title: 'Bruk ein kode', submit: 'Bruk koden', code: 'Kode', codeHint: 'Til dømes K7FM-2QXD.' },
    roster: {
      title: 'Legg inn medlemer',
      submit: 'Sjå kva som blir endra',
      csv: 'Medlemsliste (CSV)',
      csvHint: 'Lim inn lista med overskriftslinje. Ingenting blir lagra før du har sett kva som blir endra.',
      example: 'Slik kan lista ta til:',
      exampleLines:
        'plass;part;gruppe;røysterett;frå;til;innehavar;e-post;vara;vara e-post\n1;Døme kommune;offentleg eigar;ja;2026-01-01;2029-12-31;Namn Namnesen;namn@eksempel.no;;',
    },
    poll: {
      title: 'Ny røysting',
      submit: 'Opne',
      kind: 'Kven skal svare?',
      kinds: { opinion: 'Alle medlemer (meiningsmåling)', formal: 'Plassar med røysterett (formell)' },
      question: 'Spørsmål',
      options: 'Alternativ',
      optionsHint: 'Eitt på kvar linje, frå to til ti. Skal dei prioriterast, er det plass til førti.',
      optionsValue: 'Ja\nNei',
      choice: 'Kor mange kan ein velje?',
      choices: { one: 'Eitt', several: 'Fleire', ranked: 'Opptil tre, i prioritert rekkjefølgje' },
      secrecy: 'Open eller hemmeleg?',
      secrecies: {
        open: 'Open: koordinatoren og leiaren ser kven som svara kva',
        secret: 'Hemmeleg: ingen kan sjå kven som svara kva',
      },
      reveal: 'Når skal svara visast?',
      reveals: { always: 'Heile tida', whenClosed: 'Først når røystinga er stengd' },
      closesOn: 'Frist, dato',
      closesTime: 'Frist, klokkeslett',
      closesHint: 'Utan klokkeslett gjeld heile dagen.',
    },
    extend: {
      title: 'Flytt fristen',
      submit: 'Flytt',
      closesOn: 'Ny frist, dato',
      closesTime: 'Ny frist, klokkeslett',
    },
    close: {
      title: 'Steng røystinga',
      submit: 'Steng no',
      warning:
        'Når røystinga er stengd, kan ingen svare, og ho kan ikkje opnast att. Resultatet blir vist i alle kanalane.',
    },
    answer: { title: 'Svar', submit: 'Send svaret', one: 'Vel eitt', several: 'Vel eitt eller fleire' },
  },

  introduction: {
    title: 'Hei, eg er Laget',
    text: 'Eg held nettverk saman på tvers av verksemder: røystingar der kvar plass tel éin gong, her og i dei andre kanalane nettverket har.',
    next: 'Start eit nettverk her, eller kople kanalen til eit som finst, med koden du har fått av koordinatoren.',
  },

  network: {
    started: name => `Nettverket ${name} er starta`,
    startedText: 'Du er koordinator. Det neste er å leggje inn kven som er med.',
    title: name => name,
    kind: 'Type',
    language: 'Språk',
    seats: 'Plassar',
    seatsValue: (all, voting) => `${all}, ${voting} med røysterett`,
    members: 'Medlemer',
    membersValue: (all, joined) => `${all}, ${joined} har meldt seg her`,
    channels: 'Kanalar',
    lostChannel: label => `${label} (eg er fjerna derifrå)`,
    openPolls: 'Opne røystingar',
    none: 'ingen',
    noNetwork: 'Denne kanalen høyrer ikkje til noko nettverk enno.',
  },

  members: {
    title: name => `Medlemer i ${name}`,
    seat: (number, party) => `${number} · ${party}`,
    vacant: 'ledig',
    deputy: names => `vara: ${names}`,
    notVoting: 'utan røysterett',
    notJoined: name => `${name} (har ikkje meldt seg)`,
    others: 'Utan plass',
    empty: 'Ingen plassar er lagde inn enno. Koordinatoren kan lime inn ei liste.',
    outOfTerm: 'utanfor perioden',
  },

  codes: {
    channelTitle: 'Kode for å kople til ein kanal',
    channelText: code => `Legg meg til i den andre kanalen, i Teams eller Slack, og skriv der: kople ${code}`,
    deputyTitle: (number, party) => `Kode for vara på plass ${number}, ${party}`,
    seatTitle: (number, party) => `Kode for plass ${number}, ${party}`,
    seatText: code => `Send koden til den det gjeld. Personen skriv til meg: kople ${code}`,
    memberTitle: name => `Kode for ${name}`,
    memberText: code => `Skriv dette til meg frå den andre kontoen, så er begge kontoane same medlem: kople ${code}`,
    once: until => `Koden verkar éin gong, til ${until}.`,
    channelLinked: name => `Kanalen er kopla til ${name}`,
    channelLinkedText: 'Oppslag frå nettverket kjem òg her.',
    seatTaken: (number, party) => `Du har plass ${number} for ${party}`,
    seatTakenText: name => `Det du svarar i ${name}, tel for denne plassen.`,
    deputyTaken: (number, party) => `Du er vara på plass ${number} for ${party}`,
    deputyTakenText: name => `Det du svarar i ${name}, tel for plassen. Plassen har éi røyst; den siste gyldige tel.`,
    accountLinked: name => `Kontoen er kopla til ${name}`,
    accountLinkedText: 'Du er same medlem frå begge kontoane, og svaret ditt tel éin gong.',
  },

  language: {
    title: 'Kva språk skal eg bruke til deg?',
    chosen: 'Eg skriv nynorsk til deg frå no av.',
    posting: 'Oppslag i kanalen følgjer språket til kanalen.',
  },

  roster: {
    previewTitle: 'Dette blir endra',
    nothing: 'Lista er lik det som er lagra. Ingenting blir endra.',
    untouched: n => `${count(n, 'plass', 'plassar')} står ikkje i lista og blir som før.`,
    notSaved: 'Ingenting er lagra enno.',
    badTitle: n => `${count(n, 'linje', 'linjer')} må rettast`,
    badText: 'Ingenting er lagra. Rett linjene og lim inn heile lista på nytt.',
    more: n => `… og ${n} til`,
    applied: n => `${count(n, 'endring er lagra', 'endringar er lagra')}`,
    invite: 'Lag kode til kvar plass med «inviter» og nummeret til plassen, til dømes: inviter 1',
  },

  poll: {
    title: (number, kind, state) => `${kind} ${number} · ${state}`,
    kinds: { opinion: 'Meiningsmåling', formal: 'Røysting' },
    states: { open: 'open', due: 'fristen er ute', closed: 'stengd' },
    answered: (answered, entitled) => `${answered} av ${entitled} har svara`,
    missing: parties => `Manglar: ${parties}`,
    missingMany: n => `${n} har ikkje svara.`,
    closes: when => `Frist: ${when}`,
    closedBy: {
      clock: when => `Stengd då fristen gjekk ut, ${when}`,
      hand: when => `Stengd ${when}`,
    },
    formal: 'Kvar plass med røysterett har éi røyst.',
    opinion: 'Alle medlemer kan svare, éin gong kvar.',
    several: 'Du kan velje fleire svar.',
    openVote: 'Open røysting: koordinatoren og leiaren ser kven som svara kva.',
    wasSecret: 'Røystinga var hemmeleg: kva kvar einskild svara, er ikkje lagra.',
    canChange: 'Du kan endre svaret fram til fristen.',
    secret: 'Hemmeleg: ingen kan sjå kven som svara kva. Svaret kan ikkje endrast når det er gitt.',
    hidden: 'Svara blir viste når røystinga er stengd.',
    votes: (n, share) => `${n} (${share})`,
    majority: (option, n, answered) => `${option} fekk fleirtal: ${n} av ${answered} svar.`,
    plurality: (option, n, answered) => `${option} fekk flest, men ikkje over halvparten: ${n} av ${answered} svar.`,
    tie: (options, n) => `Likt mellom ${options}: ${count(n, 'røyst', 'røyster')} kvar.`,
    tieFormal: 'Likt røystetal gir inga innstilling på dette punktet. Saka går tilbake til leiaren.',
    nobody: 'Ingen svara.',
    turnout: (answered, entitled, silent) => `${answered} av ${entitled} svara, ${silent} svara ikkje.`,
    severalArithmetic: 'Det var lov å velje fleire svar, så tala kan bli fleire enn dei som svara.',
  },

  polls: {
    title: name => `Røystingar i ${name}`,
    empty: 'Det er ingen røystingar enno.',
    item: (number, question) => `${number} · ${question}`,
  },

  whispers: {
    replaced: (options, name) => `Kjem i staden for svaret ${options}, gitt av ${name}.`,
    registered: 'Registrert',
    registeredAnswer: options => `Svar: ${options}`,
    forSeat: (number, party) => `Tel for plass ${number}, ${party}.`,
    forYou: 'Tel for deg.',
    untilWhen: when => `Du kan endre svaret til ${when}.`,
    secretRegistered:
      'Røysta di er lagd i urna. Kva du svara, er ikkje lagra saman med kven du er, og kan ikkje endrast.',
    alsoDeputy: 'Du kan òg svare for ein annan plass. Gi det same svaret for:',
    mine: 'Svaret mitt',
    mineNone: 'Du har ikkje svara enno.',
    mineSecret: 'Du har svara. Kva du svara, er ikkje lagra saman med kven du er.',
    castBy: (name, when) => `Gitt av ${name}, ${when}.`,
    whichSeat: 'Du kan røyste for fleire plassar. Vel kva for ein dette svaret gjeld.',
    seatButton: (number, party) => `Plass ${number}, ${party}`,
    opened: number => `Røysting ${number} er opna`,
    openedText: (channels, when) => `Ho kjem i ${count(channels, 'kanal', 'kanalar')} om litt. Frist: ${when}.`,
    closed: number => `Røysting ${number} er stengd`,
    closedText: 'Resultatet kjem i alle kanalane om litt.',
    extended: (number, when) => `Fristen for røysting ${number} er flytta til ${when}`,
    reminded: n => `${count(n, 'person får', 'personar får')} ei påminning no`,
    remindedText: 'Berre dei som ikkje har svara.',
    unreachable: n => `${n} kan ikkje nåast her, fordi ingen har meldt seg på plassen. Lag kode med «inviter».`,
    missingTitle: n => `${n} har ikkje svara`,
    missingNone: 'Alle har svara.',
    noHolder: 'ingen på plassen',
    exportTitle: number => `Røysting ${number} som CSV`,
    exportText: until =>
      `Lenkja verkar til ${until}. Ikkje del henne: den som har lenkja, kan hente fila. Fila kan opnast i Excel.`,
    unreachableTitle: 'Eg kan ikkje skrive til deg åleine',
    unreachableText: 'Legg til appen Laget for deg sjølv, og spør meg der, så får du svaret.',
  },

  file: {
    columns: ['Nummer', 'Part', 'Gruppe', 'Namn', 'Har svara', 'Svar', 'Tidspunkt', 'Gitt av', 'Gjeld'],
    yes: 'ja',
    no: 'nei',
    answered: 'har svara',
    total: 'sum',
  },

  notices: {
    reminderTitle: question => `Påminning: ${question}`,
    reminder: (question, when) => `Du har ikkje svara på «${question}». Frist: ${when}.`,
    postingLostTitle: 'Eit oppslag er borte',
    postingLost: label =>
      `Oppslaget i ${label} er sletta, eller eg er fjerna derifrå. Dei andre kanalane er som før. Legg meg til igjen og skriv «vis» der for å få det tilbake.`,
    postingUnknownTitle: 'Eit oppslag er usikkert',
    postingUnknown: label =>
      `Eg fekk ikkje svar då eg la ut oppslaget i ${label}. Sjå etter om det står der. Eg legg det ikkje ut på nytt av meg sjølv; står det ikkje der, skriv «vis» der.`,
  },

  help: {
    mostlyLeading: 'Det meste her er for koordinatoren og leiaren.',
    topics: {
      everyday: 'For alle',
      polls: 'Røystingar',
      meetings: 'Møte',
      agendas: 'Sakliste og referat',
      needs: 'Innhenting av behov',
      year: 'Årshjul og reglar',
      network: 'Nettverk og medlemer',
    },
    title: 'Dette kan eg',
    unknown: typed => `Eg kjenner ikkje «${typed}».`,
    nearest: command => `Meinte du «${command}»?`,
    text: 'Skriv kommandoen til meg, med @Laget i ein kanal eller /laget i Slack.',
    commands: {
      ...nnDelivery.commands,
      ...nnYear.commands,
      ...nnMeeting.commands,
      ...nnAgenda.commands,
      ...nnNeed.commands,
      ...nnNeedImport.commands,
      ...nnSet.commands,
      ...nnNeedFiles.commands,
      ...nnRound.commands,
      ...nnTotals.commands,
      ...nnTerms.commands,
      ...nnRanking.commands,
      network: { example: '', does: 'viser nettverket' },
      start: { example: 'samarbeidsforum NAMN', does: 'startar eit nettverk i kanalen' },
      members: { example: '', does: 'viser plassar og medlemer' },
      link: { example: 'KODE', does: 'bruker ein kode; utan kode lagar eg ein ny, for ein kanal til' },
      invite: { example: '7 vara', does: 'lagar kode til ein plass, eller til eit namn' },
      myCode: { example: '', does: 'lagar kode for din eigen konto nummer to' },
      language: { example: 'nn', does: 'vel språket eg skriv til deg' },
      roster: { example: '', does: 'legg inn medlemer frå ei liste' },
      saveRoster: { example: 'NØKKEL', does: 'lagrar lista du har sett på' },
      poll: {
        example: 'Spørsmål? ; Ja ; Nei ; frist 01.12.2026 12.00 ; formell ; hemmeleg ; fleire ; gøymd ; prioritert',
        does: 'opnar ei røysting; utan spørsmål kjem eit skjema',
      },
      polls: { example: '', does: 'viser røystingane' },
      show: { example: '7', does: 'viser røysting 7' },
      answer: { example: '7 ja', does: 'svarar på røysting 7' },
      mine: { example: '7', does: 'viser kva du har svara' },
      close: { example: '7', does: 'stengjer røysting 7 no' },
      extend: { example: '7 02.12.2026 12.00', does: 'flyttar fristen' },
      remind: { example: '7', does: 'minner dei som ikkje har svara, på røystinga' },
      missing: { example: '7', does: 'viser kven som ikkje har svara' },
      export: { example: '7', does: 'gir svara som CSV' },
      help: { example: '', does: 'viser denne lista' },
    },
  },

  install: {
    declined: 'Du sa nei, så Laget vart ikkje installert. Ingenting er lagra.',
    stale: 'Dette forsøket er for gammalt, eller starta i ein annan nettlesar. Start på nytt frå installasjonslenkja.',
    'not-allowed': 'Laget er ikkje opna for dette arbeidsområdet, og er ikkje installert. Spør den som driftar Laget.',
    'whole-organisation':
      'Laget blir installert i eitt arbeidsområde om gongen, ikkje i ein heil organisasjon. Vel eitt arbeidsområde.',
    refused: 'Slack godtok ikkje installasjonen, og ingenting er lagra. Prøv igjen.',
  },

  refusalTitle: 'Det gjekk ikkje',
  fault: code =>
    `Noko gjekk gale (kode ${code}), og ingenting er lagra. Prøv igjen om litt. Hjelper det ikkje, gi koden til den som driftar Laget.`,

  refusals: {
    ...nnDelivery.refusals,
    ...nnYear.refusals,
    ...nnMeeting.refusals,
    ...nnAgenda.refusals,
    ...nnRound.refusals,
    ...nnTotals.refusals,
    ...nnTerms.refusals,
    ...nnRanking.refusals,
    ...nnNeed.refusals,
    ...nnNeedImport.refusals,
    ...nnSet.refusals,
    'not-allowed': ({ deed }) => `Berre ${deeds[deed]}. Ingenting er endra.`,
    'not-member': () =>
      'Du er ikkje medlem i dette nettverket. Be koordinatoren om ein kode, og skriv «kople» og koden til meg.',
    'no-network': () => 'Her er det ikkje noko nettverk enno. Start eit, eller skriv «kople» og koden du har fått.',
    'which-network': ({ names }) =>
      `Du er med i fleire nettverk (${names.join(', ')}). Skriv i kanalen til det du meiner.`,
    'channel-taken': () => 'Denne kanalen høyrer allereie til eit nettverk. Ingenting er endra.',
    'unknown-seat': ({ number }) =>
      `Det finst ingen plass ${number}. Ingenting er endra. Skriv «medlemer» for å sjå plassane.`,
    'unknown-member': () =>
      'Eg fann ikkje akkurat éin medlem med det namnet. Ingenting er endra. Skriv namnet eller e-posten slik det står i «medlemer».',
    'code-unknown': () =>
      'Eg kjenner ikkje den koden. Ingenting er endra. Sjå etter om alle teikna er med, eller be om ein ny.',
    'code-expired': () => 'Koden er gått ut. Ingenting er endra. Be koordinatoren om ein ny.',
    'code-used': () => 'Koden er brukt før. Ingenting er endra no. Ein kode verkar berre éin gong; be om ein ny.',
    'channel-only': () => 'Denne koden koplar til ein kanal, og er ikkje brukt. Skriv han i kanalen, ikkje her.',
    'seat-taken': () =>
      'Ein annan har plassen. Ingenting er endra. Er det du som har han, frå ein annan konto? Skriv «min kode» der og bruk den koden her. Elles: spør koordinatoren.',
    'seat-out-of-term': () => 'Perioden for denne plassen er over. Ingenting er endra. Spør koordinatoren.',
    'already-member': () =>
      'Denne kontoen er allereie ein annan medlem i nettverket. Ingenting er endra. Spør koordinatoren.',
    'deadline-past': () => 'Tidspunktet er allereie passert. Ingenting er lagra. Vel eit seinare.',
    'deadline-far': () => 'Fristen er meir enn 400 dagar fram i tid. Ingenting er lagra. Vel ein nærare dato.',
    'no-such-time': () =>
      'Dette klokkeslettet finst ikkje den natta, for då blir klokka stilt. Ingenting er lagra. Vel eit anna.',
    'secret-hides-results': () =>
      'I ei hemmeleg røysting kan svara først visast når ho er stengd. Elles kunne nokon sjå kven som svara kva. Ingenting er lagra. Vel at svara skal visast først då.',
    'no-voting-seats': () =>
      'Ingen plass har røysterett i dag. Ingenting er lagra. Legg inn plassar først, eller spør alle medlemer.',
    'no-channel': () => 'Nettverket har ingen kanal eg kan skrive i. Ingenting er lagra. Kople til ein kanal først.',
    'which-poll': ({ numbers }) =>
      `Fleire røystingar er opne (${numbers.join(', ')}). Skriv nummeret òg. Ingenting er endra.`,
    'no-own-answer': () => 'Du har ingen plass med røysterett i denne røystinga, så det er ikkje noko svar å vise.',
    'no-poll': () => 'Eg finn ikkje den røystinga. Skriv «røystingar» for å sjå dei som finst.',
    'poll-closed': ({ number, at }, { when }) =>
      `Røysting ${number} vart stengd ${when(at)}. Det du gjorde no, er ikkje registrert.`,
    'unknown-option': () =>
      'Dette svaret finst ikkje i røystinga. Ingenting er registrert. Sjå på kortet og vel på nytt.',
    'no-choice': () => 'Du har ikkje valt noko. Ingenting er registrert.',
    'one-choice': () => 'Her kan du berre velje eitt svar. Ingenting er registrert.',
    'ranked-twice': () => 'Du har ført opp det same to gonger. Ingenting er registrert. Vel ulike.',
    'too-many-ranked': ({ most }) => `Du kan velje opptil ${most}. Ingenting er registrert. Ta bort nokre.`,
    'no-seat': () =>
      'Du har ingen plass i dette nettverket, så du kan ikkje røyste her. Ingenting er registrert. Er det feil, be koordinatoren om ein kode.',
    'seat-not-voting': () => 'Plassen din har ikkje røysterett i denne røystinga. Ingenting er registrert.',
    observer: () => 'Du er observatør og har ikkje røysterett. Ingenting er registrert.',
    'which-seat': () =>
      'Du kan røyste for fleire plassar. Ingenting er registrert enno. Vel kva for ein dette svaret gjeld.',
    'already-answered': () =>
      'Det er allereie gitt eit svar her, og ei hemmeleg røyst kan ikkje endrast. Det første svaret gjeld.',
    'not-later': ({ closesAt }, { when }) =>
      `Fristen er ${when(closesAt)}, og kan berre flyttast til seinare. Han er ikkje endra. Vil du slutte før, bruk «Steng no».`,
    'nobody-missing': () => 'Alle har svara. Inga påminning er send.',
    'unknown-intent': () =>
      'Knappen er frå ei anna utgåve av Laget og verkar ikkje lenger. Ingenting er lagra. Skriv «hjelp» for å sjå kva eg kan.',
    invalid: ({ fields: [first] }) =>
      first
        ? `${sentenceCase(fieldName(first.field))}: ${problems[first.problem](first)} Ingenting er lagra.`
        : problems.invalid(),
    'organisation-not-allowed': () => 'Laget er ikkje opna for denne verksemda. Spør den som driftar Laget.',
    'start-in-channel': () =>
      'Eit nettverk blir starta i ein kanal eller ein gruppechat. Legg meg til der, og skriv «nettverk».',
    'roster-bad': ({ problems: all }) => `Lista har ${all.length} feil. Ingenting er lagra.`,
    'national-id': () =>
      'Meldinga har eit fødselsnummer eller D-nummer i seg. Eg har ikkje lagra henne. Slett henne, og skriv henne på nytt utan nummeret.',
    'name-has-national-id': () =>
      'Namnet ditt eller namnet på kanalen har eit fødselsnummer eller D-nummer i seg. Ta det bort i Teams eller Slack, og prøv igjen. Ingenting er lagra.',
    'draft-gone': () => 'Det er for lenge sidan lista vart vist, eller ho er allereie lagra. Lim henne inn på nytt.',
  },
};
