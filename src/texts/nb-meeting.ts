import type { MeetingRefusal } from '../features/meetings/meeting-refusal.ts';
import type { BadTime } from '../features/meetings/read-times.ts';
import { countIn } from './count.ts';
import type { Loosened } from './loosened.ts';
import type { RefusalTextsOf } from './refusal.ts';
import { timeProblems } from './time-problems.ts';

export type MeetingTexts = Loosened<typeof nbMeeting>;

const count = countIn('nb');

/** Why what was written is no time to meet. */
const badTimes = {
  'no-moment': 'jeg fant ikke noe tidspunkt',
  'no-day': 'dagen mangler',
  'no-such-day': 'den dagen finnes ikke',
  'no-such-week': 'den uka finnes ikke',
  'weekday-differs': 'ukedagen og datoen hører ikke sammen',
  'week-differs': 'uka og datoen hører ikke sammen',
  'several-days': 'her står flere dager; skriv én på hver linje',
  'no-such-clock': 'det klokkeslettet finnes ikke',
  'several-times': 'her står flere klokkeslett; skriv ett tidsrom på hver linje',
  'ends-before-start': 'slutten er før starten',
  unread: 'jeg forstod ikke alle ordene; skriv bare dag og klokkeslett',
  'no-one-day': 'skriv hvilken dag',
  'no-clock': 'skriv når det begynner og slutter, som kl. 10–11.30',
  'no-end': 'skriv også når det slutter, som kl. 10–11.30',
  past: 'tidspunktet er passert',
  far: 'det er mer enn et år fram i tid',
  'time-does-not-exist': 'det klokkeslettet finnes ikke den natta, for da stilles klokka fram',
  'time-exists-twice': 'det klokkeslettet kommer to ganger den natta, for da stilles klokka tilbake',
  repeated: 'den samme tiden står to ganger',
} satisfies Record<BadTime, string>;

export const nbMeeting = {
  say: {
    title: (number: number, state: string) => `Møte ${number} · ${state}`,
    states: {
      proposed: 'forslag til tid',
      settled: 'fastsatt',
      underWay: 'pågår',
      ended: 'avsluttet',
      cancelled: 'avlyst',
    },
    place: 'Sted',
    when: 'Når',
    time: (number: string, span: string) => `${number} · ${span}`,
    inWeek: (span: string, week: string) => `${span}, ${week}`,
    named: (names: string, more: number) => (more > 0 ? `${names} og ${more} til` : names),

    ask: 'Når kan dere? Hver plass svarer ja, om nødvendig eller nei for hver tid.',
    counts: (yes: number, ifNeeded: number, no: number) => `${yes} ja, ${ifNeeded} om nødvendig, ${no} nei`,
    groupsMissing: (groups: string) => `Kan ikke: ${groups}.`,
    groupsIfNeeded: (groups: string) => `Bare om nødvendig: ${groups}.`,
    ranking: 'Øverst står tiden der færrest grupper mangler.',
    leading: (mark: string) => `Den er merket med ${mark}.`,
    answered: (answered: number, asked: number) => `${answered} av ${asked} plasser har svart.`,
    partly: (n: number) => `${n} av dem bare på noen av tidene.`,
    answersBy: (when: string) => `Svar innen ${when}`,
    silent: (parties: string) => `Har ikke svart: ${parties}`,

    attendance: 'Oppmøte',
    attending: {
      coming: (n: number, asked: number) => `${n} av ${asked} plasser kommer.`,
      notComing: (n: number) => `${n} kommer ikke.`,
      deputyAsked: (n: number) => `${n} har forfall, og vara er spurt.`,
      silent: (n: number) => `${n} har ikke sagt fra.`,
    },
    moved: (before: string) => `Flyttet fra ${before}.`,
    placeChanged: 'Stedet er endret til det som står her.',
    wishes: 'Svarene på tidene var ønsker. Si nå om dere kommer.',
    sayAgain: (n: number) => `${count(n, 'plass', 'plasser')} sa ja til den forrige tiden. Si på nytt om dere kommer.`,
    allHeard: 'Alle grupper blir representert, slik det ser ut nå.',
    missing: (groups: string) => `Ikke representert: ${groups}.`,
    weak: (groups: string) => `Blir representert bare om flere kommer: ${groups}.`,
    notSaid: (parties: string) => `Har ikke sagt fra: ${parties}`,
    deputyAsked: (parties: string) => `Forfall, vara er spurt: ${parties}`,
    cancelledBecause: (reason: string) => `Avlyst: ${reason}`,
    lateBecause: (reason: string) => `Kort frist: ${reason}`,
    excused: {
      notice: (days: number, reason: string) =>
        `Kalt inn ${count(days, 'dag', 'dager')} før møtet. Begrunnelse: ${reason}`,
      papers: (days: number, reason: string) =>
        `Sakslista gikk ut ${count(days, 'dag', 'dager')} før møtet. Begrunnelse: ${reason}`,
    },

    availabilities: { yes: 'Ja', ifNeeded: 'Om nødvendig', no: 'Nei' },
    notAnswered: 'ikke svart',
    attendances: { coming: 'Kommer', notComing: 'Kommer ikke' },

    buttons: {
      answer: 'Svar …',
      allSuit: 'Alle tidene passer',
      mine: 'Se svarene',
      coming: 'Kommer',
      notComing: 'Kommer ikke',
      settle: (number: string, span: string) => `Fastsett ${number}: ${span}`,
      invite: 'Send innkalling',
      move: 'Flytt møtet',
      cancel: 'Avlys møtet',
      show: (number: number) => `Vis møte ${number}`,
      propose: 'Foreslå møte',
      find: 'Finn dager',
      earlier: 'Tidligere møter',
      ahead: 'Møter framover',
      start: (number: number) => `Start møte ${number}`,
      callOff: (number: number) => `Avlys møte ${number}`,
      choose: 'Velg dager og foreslå',
      createSeries: (n: number) => `Opprett ${n} møter`,
      calendar: 'Legg i kalenderen',
      uncalendar: 'Ta ut av kalenderen',
    },

    forms: {
      propose: {
        title: 'Foreslå møte',
        submit: 'Foreslå',
        name: 'Hva slags møte?',
        nameHint: 'For eksempel Styringsmøte eller Nettverksmøte.',
        place: 'Sted eller lenke',
        times: 'Tider',
        timesHint:
          'Én på hver linje, fra én til ti, med dine egne ord: tirsdag uke 9 kl. 10–11.30 eller 4. mars kl. 9–11.',
        chosenTimes: 'Dager som foreslås',
        answersBy: 'Svar innen',
        answersByHint: 'De som ikke har svart, får en påminnelse før dette.',
      },
      find: {
        title: 'Finn møtedager',
        submit: 'Finn',
        from: 'Fra og med',
        to: 'Til og med',
        minutes: 'Hvor lenge varer møtet?',
        minutesOf: (n: number) => `${n} minutter`,
        hoursOf: (n: string) => `${n} timer`,
        hour: '1 time',
        earliest: 'Begynner klokka',
        latest: 'Slutter senest klokka',
        count: 'Hvor mange dager skal foreslås?',
        county: 'Skoleferier å unngå',
        countyHint: 'Helger, helligdager og disse skoleferiene foreslås ikke.',
        noCounty: 'Ta ikke hensyn til skoleferier',
      },
      answer: { title: 'Når kan dere?', submit: 'Send svar' },
      settle: {
        title: 'Fastsett med kort frist',
        submit: 'Fastsett',
        reason: 'Hvorfor kalles det inn så sent?',
        reasonHint: 'Alle som kalles inn, får lese det.',
        short: (days: number, rule: number) =>
          `Det er ${count(days, 'dag', 'dager')} til møtet. Nettverkets regel er at det kalles inn minst ${rule} dager før.`,
      },
      move: {
        title: 'Flytt møtet',
        submit: 'Flytt',
        when: 'Ny tid',
        whenHint:
          'Med dine egne ord, for eksempel tirsdag 9. mars kl. 10–12. Uten slutt varer møtet like lenge som før.',
        place: 'Nytt sted eller lenke',
        placeHint: 'La stå tomt om stedet er det samme.',
        reason: 'Begrunnelse om fristen blir kort',
      },
      cancel: {
        title: 'Avlys møtet',
        submit: 'Avlys',
        reason: 'Hvorfor avlyses det?',
        reasonHint: 'Alle som er kalt inn, får lese det.',
        warning: 'Et avlyst møte kan ikke settes opp igjen. De som er kalt inn, får beskjed.',
      },
      series: {
        title: 'Faste møter',
        submit: 'Se datoene',
        pattern: 'Hvor ofte?',
        patterns: {
          week: 'Hver uke',
          fortnight: 'Annenhver uke',
          first: 'Den første i hver måned',
          second: 'Den andre i hver måned',
          third: 'Den tredje i hver måned',
          fourth: 'Den fjerde i hver måned',
          last: 'Den siste i hver måned',
        },
        weekday: 'Ukedag',
        starts: 'Begynner klokka',
      },
    },

    whispers: {
      proposed: (number: number) => `Møte ${number} er foreslått`,
      proposedText: (channels: number) => `Det kommer i ${count(channels, 'kanal', 'kanaler')} om et øyeblikk.`,
      askedApart: (n: number) => `${count(n, 'person', 'personer')} utenfor kanalene får spørsmålet på e-post.`,
      askedWaits: (n: number, command: string) =>
        `Spørsmålet til ${count(n, 'person', 'personer')} utenfor kanalene venter også på deg. Skriv «${command}» når du er ferdig her.`,
      unreached: (people: string, canMail: boolean) =>
        `Disse når jeg verken i chat eller på e-post: ${people}. ${canMail ? 'Legg inn e-postadressen med «liste», eller lag kode med «inviter».' : 'Her er ikke e-post satt opp. Lag kode med «inviter», så kan de svare i chatten.'}`,
      reading: 'Slik leste jeg tidene:',
      settleHere: 'Når svarene er kommet, fastsett tiden her eller med «fastsett».',
      registered: (number: number) => `Møte ${number} · registrert`,
      replaced: (name: string, when: string) => `Erstatter svaret som ${name} ga ${when}.`,
      forSeat: (number: number, party: string) => `Gjelder plass ${number}, ${party}.`,
      canChange: 'Svaret kan endres til tiden er fastsatt.',
      canChangeUntil: (when: string) => `Du kan ombestemme deg til møtet begynner, ${when}.`,
      alsoSeats: 'Du kan også svare for en annen plass:',
      whichSeat: 'Du kan svare for flere plasser. Velg hvilken dette gjelder.',
      seatName: (number: number, party: string) => (party === '' ? `plass ${number}` : `plass ${number}, ${party}`),
      seatButton: (number: number, party: string) => `Plass ${number}, ${party}`,
      youCome: (number: number) => `Du kommer på møte ${number}`,
      youDoNotCome: (number: number) => `Forfall til møte ${number} er registrert`,
      deputiesAsked: (names: string) => `Vara er spurt nå: ${names}.`,
      deputiesWait: (names: string) => `Vara er spurt og har ikke svart: ${names}.`,
      deputiesUnreached: (names: string) =>
        `Vara kan ikke nås, verken i chat eller på e-post: ${names}. Si fra til koordinatoren.`,
      noDeputy: 'Det er ingen annen å spørre for plassen.',
      stillComes: (name: string) => `${name} kommer for plassen.`,
      comesAlready: (name: string) =>
        `${name} kommer allerede for plassen, så du trengs ikke. Jeg spør deg om det endrer seg.`,
      mine: (number: number) => `Svarene til møte ${number}`,
      mineNone: 'Ikke svart ennå.',
      deputyAsked: 'Forfall, og vara er spurt.',
      someTimes: (n: number, of: number) =>
        `Du har svart på ${n} av ${of} tider. Svar på resten også, så telles plassen med på alle.`,
      everyone: 'Alle plassene',
      who: {
        all: (n: number) => `Svart på alle tidene (${n})`,
        some: (n: number) => `Svart på noen av tidene (${n})`,
        none: (n: number) => `Ikke svart (${n})`,
        coming: (n: number) => `Kommer (${n})`,
        notComing: (n: number) => `Kommer ikke (${n})`,
        deputyAsked: (n: number) => `Forfall, vara er spurt (${n})`,
        silent: (n: number) => `Ikke sagt fra (${n})`,
      },
      by: (name: string, when: string) => `Gitt av ${name}, ${when}.`,
      settled: (number: number, span: string) => `Møte ${number} er fastsatt til ${span}.`,
      movedTo: (number: number, span: string) => `Møte ${number} er flyttet til ${span}.`,
      cancelled: (number: number) => `Møte ${number} er avlyst.`,
      settledTitle: (number: number) => `Møte ${number} er fastsatt`,
      movedTitle: (number: number) => `Møte ${number} er flyttet`,
      cancelledTitle: (number: number) => `Møte ${number} er avlyst`,
      invitedTitle: (number: number) => `Innkalling til møte ${number}`,
      goesTo: (n: number) => `${count(n, 'person får', 'personer får')} beskjed nå.`,
      nobodyTold: 'Ingen var kalt inn, så ingen får beskjed utenom oppslaget.',
      unfilled: (seats: string) => `Ingen å kalle inn for ${seats}. Lag kode med «inviter».`,
      byAnswers: 'Etter svarene på denne tiden:',
    },

    list: {
      title: (network: string) => `Møter i ${network}`,
      empty: 'Ingen møter er foreslått eller fastsatt framover.',
      unbegun: (n: number) =>
        n === 1
          ? 'Tiden er passert for et møte som ikke er startet:'
          : `Tiden er passert for ${n} møter som ikke er startet:`,
      notBegun: 'ikke startet',
      earlierTitle: (network: string) => `Tidligere møter i ${network}`,
      noEarlier: 'Ingen møter er holdt eller avlyst ennå.',
      item: (number: number, title: string) => `${number} · ${title}`,
      openTimes: (times: number, answered: number, asked: number) =>
        `${count(times, 'tid foreslått', 'tider foreslått')}, ${answered} av ${asked} har svart`,
    },

    found: {
      title: (proposed: number) =>
        proposed === 0 ? 'Jeg fant ingen ledige dager' : `Jeg fant ${count(proposed, 'dag', 'dager')} å foreslå`,
      free: (free: number, from: string) => `${count(free, 'dag', 'dager')} er ledige ${from}.`,
      leftOut: 'Disse dagene falt ut:',
      leftOutDays: (days: number) => count(days, 'ukedag', 'ukedager'),
      noCounty:
        'Skoleferier er ikke tatt med, for nettverket har ikke valgt fylke. Velg fylke i skjemaet, eller i «regler».',
      unknownBreaks: (years: string) =>
        `Skoleferiene for ${years} er ikke lagt inn for dette fylket, så noen av dagene kan være fri.`,
    },

    series: {
      previewTitle: (n: number) => `${count(n, 'møte', 'møter')} å opprette`,
      moved: (planned: string, why: string) => `flyttet fra ${planned}: ${why}`,
      leftOut: (n: number) => `${count(n, 'dato', 'datoer')} utgår:`,
      tooSoon: 'For nært til å rekke fristen for innkalling. Kall inn til dette for seg.',
      passed: (n: number) => `${count(n, 'dato', 'datoer')} i tidsrommet har passert og er ikke med.`,
      notSaved: 'Ingenting er opprettet ennå.',
      invitations: 'Innkalling med kalenderfil går 30 dager før hvert møte.',
      agreeing:
        'Sender du dette, går også innkallingene: Innkalling til hvert møte med tid, sted, kalenderfil og spørsmål om hvem som kommer, går av seg selv 30 dager før. Sender du det ikke, går ingen av dem før noen kaller inn til møtet for seg.',
      created: (n: number) => `${count(n, 'møte er', 'møter er')} opprettet`,
      title: (title: string) => `${title}: datoene framover`,
    },

    messages: {
      which: (number: number, network: string) => `Møte ${number} i ${network}`,
      proposal: (seats: string) => `Hvilke av disse tidene passer? Du svarer for ${seats}.`,
      invitation: (title: string) => `Innkalling: ${title}`,
      moved: (title: string) => `Flyttet: ${title}`,
      comeAgain: 'Har du sagt at du kommer, si det på nytt for den nye tiden.',
      cancelled: (title: string) => `Avlyst: ${title}`,
      cancelledText: (span: string) => `Møtet ${span} blir ikke holdt.`,
      wishes: 'Svarene på tidene var ønsker, så jeg spør nå.',
      doYouCome: (seats: string) => `Kommer du? Det gjelder ${seats}.`,
      deputy: (title: string) => `Kan du møte som vara? ${title}`,
      deputyText: (seat: string) => `Den som har ${seat}, kan ikke komme.`,
      released: (title: string) => `Du trengs ikke som vara: ${title}`,
      releasedText: (seat: string) => `Den som har ${seat}, kommer likevel.`,
      answerReminder: (title: string) => `Når kan dere? ${title}`,
      answerReminderText: (seats: string, when: string) => `Jeg mangler svar for ${seats}. Svar innen ${when}.`,
      attendReminder: (title: string) => `Kommer du? ${title}`,
      attendReminderText: (seats: string) => `Jeg vet ikke om noen kommer for ${seats}.`,
      representation: (number: number) => `Møte ${number}: hvem blir hørt?`,
      emptySeat: (seat: string) => `Ingen kommer for ${seat}`,
      emptySeatText: (title: string) => `Det gjelder ${title}. Det er ingen flere å spørre for plassen.`,
      groupNow: {
        ok: (group: string, coming: number) => `${group}: ${coming} kommer, så gruppa er fortsatt representert.`,
        weak: (group: string, coming: number, fewest: number) =>
          `${group}: gruppa blir representert bare om flere kommer. ${coming} kommer, og minst ${fewest} må.`,
        missing: (group: string, _coming: number, fewest: number) =>
          `${group}: gruppa blir ikke representert. Minst ${fewest} må komme.`,
      },
      emptySeatDo:
        'Spør virksomheten om en annen kan komme, og gi den personen kode med «inviter». Går ikke det, vurder å flytte møtet.',
      seat: (number: number, party: string) => (party === '' ? `plass ${number}` : `plass ${number} (${party})`),
    },

    /** What stands in a calendar beside the title. */
    calendarText: (network: string, number: number) =>
      `Møte ${number} i ${network}. Har du en plass, svarer du med knappene i innkallingen fra Laget.`,
  },
  /** Who may do it, for a refusal: «Bare … kan …». */
  deeds: {
    'meeting.propose': 'koordinatoren og lederen kan foreslå møter',
    'meeting.answer': 'den som har en plass, eller er vara, kan svare på møtetider',
    'meeting.settle': 'koordinatoren og lederen kan fastsette møtetiden',
    'meeting.move': 'koordinatoren og lederen kan flytte møter',
    'meeting.cancel': 'koordinatoren og lederen kan avlyse møter',
    'meeting.attend': 'den som har en plass, eller er vara, kan melde seg på eller melde forfall',
  },
  /** What a field is called where it is named in a sentence. */
  fieldNames: {
    meeting: 'møtet',
    title: 'navnet på møtet',
    place: 'stedet',
    times: 'tidene',
    answersBy: 'svarfristen',
    time: 'tiden',
    when: 'den nye tiden',
    reason: 'begrunnelsen',
    answer: 'svaret',
    firstDay: 'fra-datoen',
    lastDay: 'til-datoen',
    minutes: 'varigheten',
    earliest: 'starttiden',
    latest: 'sluttiden',
    count: 'antallet',
    county: 'fylket',
    pattern: 'hvor ofte',
    weekday: 'ukedagen',
    starts: 'starttiden',
    t1: 'tid 1',
    t2: 'tid 2',
    t3: 'tid 3',
    t4: 'tid 4',
    t5: 'tid 5',
    t6: 'tid 6',
    t7: 'tid 7',
    t8: 'tid 8',
    t9: 'tid 9',
    t10: 'tid 10',
  },
  /** What help says of each command. */
  commands: {
    meeting: {
      example: 'Styringsmøte ; tirsdag uke 9 kl. 10–11.30 ; 4. mars kl. 9–11 ; sted Rådhuset ; svar innen 1. februar',
      does: 'foreslår tider for et møte; uten ord kommer et skjema, med et nummer vises møtet',
    },
    meetings: { example: '', does: 'viser møtene framover' },
    earlierMeetings: { example: '', does: 'viser møter som er holdt eller avlyst' },
    nextMeeting: { example: '', does: 'viser det neste møtet' },
    findTime: {
      example: '2. februar ; 15. mars ; 90 min ; kl. 9–15 ; 3 dager',
      does: 'finner dager uten helg, helligdag og skoleferie; uten ord kommer et skjema',
    },
    available: { example: '3: 1 ja, 2 om nødvendig, 3 nei', does: 'svarer når dere kan, på møte 3' },
    coming: { example: '3', does: 'sier at du kommer på møte 3' },
    notComing: { example: '3', does: 'melder forfall til møte 3; vara blir spurt' },
    settle: { example: '3 2', does: 'fastsetter møte 3 til tid nummer 2' },
    inviteAll: { example: '3', does: 'kaller inn dem som ikke er kalt inn til møte 3' },
    moveMeeting: { example: '3 ; tirsdag 9. mars kl. 10–12', does: 'flytter møte 3' },
    cancelMeeting: { example: '3 ; sykdom', does: 'avlyser møte 3' },
    meetingSeries: {
      example: 'Nettverksmøte ; andre tirsdag hver måned ; 1. januar 2027 ; 31. desember 2027 ; kl. 9–11',
      does: 'setter opp faste møter; uten ord kommer et skjema',
    },
  },
  refusals: {
    'no-times': () => 'Skriv minst én tid. Ingenting er lagret.',
    'too-many-times': ({ count: n, most }) =>
      `Her er det ${n} tider, og det er plass til ${most}. Velg ut de beste. Ingenting er lagret.`,
    'bad-times': ({ problems, example: { startsAt, endsAt } }, { span }) =>
      `${timeProblems(problems, badTimes, 'Linje')} Slik kan en linje være: ${span(startsAt, endsAt)}. Ingenting er lagret.`,
    'answers-by-unread': () =>
      'Jeg fant ikke noen dato i svarfristen. Skriv for eksempel 1. februar. Ingenting er lagret.',
    'answers-by-too-late': ({ first }, { when }) =>
      `Svarfristen må være fram i tid og før den første møtetiden, ${when(first)}. Ingenting er lagret.`,
    'no-seats': () =>
      'Ingen plass i nettverket har begynt perioden sin, så det er ingen å spørre. Ingenting er lagret. Legg inn plasser med «liste».',
    'search-day-unread': () => 'Jeg fant ikke noen dag her. Velg en dato, eller skriv for eksempel 1. mars.',
    'search-backwards': () => 'Til-datoen er før fra-datoen.',
    'search-past': () => 'Alle dagene er passert. Velg et senere tidsrom.',
    'search-long': () => 'Jeg leter ikke mer enn et år fram i tid. Velg en nærmere dato.',
    'window-short': () => 'Møtet får ikke plass mellom de to klokkeslettene. Gi mer tid, eller gjør møtet kortere.',
    'no-meeting-seat': () =>
      'Svarene telles for plasser, og du har ingen plass i dette nettverket. Du ser her når møtet blir. Er det feil, be koordinatoren om en kode.',
    'meeting-observer': () =>
      'Du er observatør og blir innkalt, men svarene telles for plasser. Ingenting er registrert, og du er velkommen.',
    'seat-not-invited': () =>
      'Plassen din er ikke blant dem som ble spurt da møtet ble foreslått. Ingenting er registrert. Spør koordinatoren.',
    'which-meeting-seat': () => 'Du kan svare for flere plasser. Ingenting er registrert ennå. Velg hvilken.',
    'no-meeting': () => 'Jeg finner ikke det møtet. Skriv «møter» for å se dem som finnes.',
    'already-settled': ({ number, at, doer }, { when }) =>
      doer?.isSelf
        ? `Du har allerede fastsatt møte ${number} til ${when(at)}. Ingenting er endret nå.`
        : `Møte ${number} er allerede fastsatt til ${when(at)}${doer?.name ? `, av ${doer.name}` : ''}. Det du gjorde nå, er ikke registrert.`,
    'meeting-cancelled': ({ number, doer }) =>
      doer?.isSelf
        ? `Du har allerede avlyst møte ${number}. Ingenting er endret nå.`
        : `Møte ${number} er avlyst${doer?.name ? ` av ${doer.name}` : ''}. Ingenting er registrert.`,
    'meeting-begun': ({ number }) => `Møte ${number} har begynt eller er over. Ingenting er registrert.`,
    'not-settled': ({ number }) => `Møte ${number} har ingen fastsatt tid ennå. Ingenting er endret.`,
    'no-answer': () => 'Du har ikke svart på noen av tidene. Ingenting er registrert.',
    'answers-unread': () =>
      'Jeg forstod ikke svaret. Skriv for eksempel kan 3: 1 ja, 2 om nødvendig, 3 nei. Passer alle tidene, skriv kan 3: alle. Ingenting er registrert.',
    'unknown-time': () => 'Den tiden er ikke blant forslagene. Ingenting er endret. Se på kortet og velg på nytt.',
    'time-passed': () => 'Den tiden er passert. Ingenting er endret. Velg en annen, eller foreslå møtet på nytt.',
    'notice-short': ({ days, rule }) =>
      `Det er ${count(days, 'dag', 'dager')} til møtet, og nettverkets regel er minst ${rule}. Skriv hvorfor. Ingenting er endret ennå.`,
    'all-invited': ({ number }) => `Alle som skal kalles inn til møte ${number}, er kalt inn. Ingenting er sendt.`,
    'bad-new-time': ({ why, example: { startsAt, endsAt } }, { span }) =>
      `Jeg kan ikke bruke den nye tiden: ${badTimes[why]}. Skriv for eksempel: ${span(startsAt, endsAt)}. Ingenting er endret.`,
    'not-moved': () => 'Det er tiden og stedet møtet har fra før. Ingenting er endret.',
    'series-day-unread': () => 'Jeg fant ikke noen dag her. Velg en dato, eller skriv for eksempel 1. januar 2027.',
    'series-backwards': () => 'Til-datoen er før fra-datoen. Ingenting er lagret.',
    'series-long': () => 'Faste møter settes opp for høyst et år om gangen. Ingenting er lagret. Velg en nærmere dato.',
    'series-empty': () =>
      'Ingen av dagene i tidsrommet er ledige og langt nok fram. Ingenting er lagret. Velg et annet tidsrom eller en annen ukedag.',
    'series-changed': () =>
      'Datoene eller klokkeslettene kan være andre enn dem du så. Ingenting er opprettet. Se over og velg på nytt.',
    'which-meeting': ({ numbers }) =>
      `Jeg vet ikke hvilket møte du mener (${numbers.join(', ')}). Skriv nummeret også.`,
  } satisfies RefusalTextsOf<MeetingRefusal>,
};
