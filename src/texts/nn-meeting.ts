import type { BadTime } from '../features/meetings/read-times.ts';
import { countIn } from './count.ts';
import type { MeetingTexts } from './nb-meeting.ts';
import { timeProblems } from './time-problems.ts';

const count = countIn('nn');

const badTimes: Readonly<Record<BadTime, string>> = {
  'no-moment': 'eg fann ikkje noko tidspunkt',
  'no-day': 'dagen manglar',
  'no-such-day': 'den dagen finst ikkje',
  'no-such-week': 'den veka finst ikkje',
  'weekday-differs': 'vekedagen og datoen høyrer ikkje saman',
  'week-differs': 'veka og datoen høyrer ikkje saman',
  'several-days': 'her står fleire dagar; skriv éin på kvar linje',
  'no-such-clock': 'det klokkeslettet finst ikkje',
  'several-times': 'her står fleire klokkeslett; skriv eitt tidsrom på kvar linje',
  'ends-before-start': 'slutten er før starten',
  unread: 'eg forstod ikkje alle orda; skriv berre dag og klokkeslett',
  'no-one-day': 'skriv kva dag',
  'no-clock': 'skriv når det byrjar og sluttar, som kl. 10–11.30',
  'no-end': 'skriv òg når det sluttar, som kl. 10–11.30',
  past: 'tidspunktet er passert',
  far: 'det er meir enn eit år fram i tid',
  'time-does-not-exist': 'det klokkeslettet finst ikkje den natta, for då blir klokka stilt fram',
  'time-exists-twice': 'det klokkeslettet kjem to gonger den natta, for då blir klokka stilt tilbake',
  repeated: 'den same tida står to gonger',
};

export const nnMeeting: MeetingTexts = {
  say: {
    title: (number, state) => `Møte ${number} · ${state}`,
    states: {
      proposed: 'framlegg til tid',
      settled: 'fastsett',
      underWay: 'i gang',
      ended: 'avslutta',
      cancelled: 'avlyst',
    },
    place: 'Stad',
    when: 'Når',
    time: (number, span) => `${number} · ${span}`,
    inWeek: (span, week) => `${span}, ${week}`,
    named: (names, more) => (more > 0 ? `${names} og ${more} til` : names),

    ask: 'Når kan de? Kvar plass svarar ja, om naudsynt eller nei for kvar tid.',
    counts: (yes, ifNeeded, no) => `${yes} ja, ${ifNeeded} om naudsynt, ${no} nei`,
    groupsMissing: groups => `Kan ikkje: ${groups}.`,
    groupsIfNeeded: groups => `Berre om naudsynt: ${groups}.`,
    ranking: 'Øvst står tida der færrast grupper manglar.',
    leading: mark => `Ho er merkt med ${mark}.`,
    answered: (answered, asked) => `${answered} av ${asked} plassar har svara.`,
    partly: n => `${n} av dei berre på nokre av tidene.`,
    answersBy: when => `Svar innan ${when}`,
    silent: parties => `Har ikkje svara: ${parties}`,

    attendance: 'Oppmøte',
    attending: {
      coming: (n, asked) => `${n} av ${asked} plassar kjem.`,
      notComing: n => `${n} kjem ikkje.`,
      deputyAsked: n => `${n} har forfall, og vara er spurd.`,
      silent: n => `${n} har ikkje sagt frå.`,
    },
    moved: before => `Flytta frå ${before}.`,
    placeChanged: 'Staden er endra til det som står her.',
    wishes: 'Svara på tidene var ønske. Sei no om de kjem.',
    sayAgain: n => `${count(n, 'plass', 'plassar')} sa ja til den førre tida. Sei på nytt om de kjem.`,
    allHeard: 'Alle grupper blir representerte, slik det ser ut no.',
    missing: groups => `Ikkje representert: ${groups}.`,
    weak: groups => `Blir representert berre om fleire kjem: ${groups}.`,
    notSaid: parties => `Har ikkje sagt frå: ${parties}`,
    deputyAsked: parties => `Forfall, vara er spurd: ${parties}`,
    cancelledBecause: reason => `Avlyst: ${reason}`,
    lateBecause: reason => `Kort frist: ${reason}`,
    excused: {
      notice: (days, reason) => `Kalla inn ${count(days, 'dag', 'dagar')} før møtet. Grunngiving: ${reason}`,
      papers: (days, reason) => `Saklista gjekk ut ${count(days, 'dag', 'dagar')} før møtet. Grunngiving: ${reason}`,
    },

    availabilities: { yes: 'Ja', ifNeeded: 'Om naudsynt', no: 'Nei' },
    notAnswered: 'ikkje svara',
    attendances: { coming: 'Kjem', notComing: 'Kjem ikkje' },

    buttons: {
      answer: 'Svar …',
      allSuit: 'Alle tidene passar',
      mine: 'Sjå svara',
      coming: 'Kjem',
      notComing: 'Kjem ikkje',
      settle: (number, span) => `Fastset ${number}: ${span}`,
      invite: 'Send innkalling',
      move: 'Flytt møtet',
      cancel: 'Avlys møtet',
      show: number => `Vis møte ${number}`,
      propose: 'Føreslå møte',
      find: 'Finn dagar',
      earlier: 'Tidlegare møte',
      ahead: 'Møte framover',
      start: number => `Start møte ${number}`,
      callOff: number => `Avlys møte ${number}`,
      choose: 'Vel dagar og føreslå',
      createSeries: n => `Opprett ${n} møte`,
      calendar: 'Legg i kalenderen',
      uncalendar: 'Ta ut av kalenderen',
    },

    forms: {
      propose: {
        title: 'Føreslå møte',
        submit: 'Føreslå',
        name: 'Kva slags møte?',
        nameHint: 'Til dømes Styringsmøte eller Nettverksmøte.',
        place: 'Stad eller lenkje',
        times: 'Tider',
        timesHint:
          'Éi på kvar linje, frå éi til ti, med dine eigne ord: tysdag veke 9 kl. 10–11.30 eller 4. mars kl. 9–11.',
        chosenTimes: 'Dagar som blir føreslått',
        answersBy: 'Svar innan',
        answersByHint: 'Dei som ikkje har svara, får ei påminning før dette.',
      },
      find: {
        title: 'Finn møtedagar',
        submit: 'Finn',
        from: 'Frå og med',
        to: 'Til og med',
        minutes: 'Kor lenge varer møtet?',
        minutesOf: n => `${n} minutt`,
        hoursOf: n => `${n} timar`,
        hour: '1 time',
        earliest: 'Byrjar klokka',
        latest: 'Sluttar seinast klokka',
        count: 'Kor mange dagar skal føreslåast?',
        county: 'Skuleferiar å unngå',
        countyHint: 'Helger, heilagdagar og desse skuleferiane blir ikkje føreslått.',
        noCounty: 'Ta ikkje omsyn til skuleferiar',
      },
      answer: { title: 'Når kan de?', submit: 'Send svar' },
      settle: {
        title: 'Fastset med kort frist',
        submit: 'Fastset',
        reason: 'Kvifor blir det kalla inn så seint?',
        reasonHint: 'Alle som blir kalla inn, får lese det.',
        short: (days, rule) =>
          `Det er ${count(days, 'dag', 'dagar')} til møtet. Regelen i nettverket er at det blir kalla inn minst ${rule} dagar før.`,
      },
      move: {
        title: 'Flytt møtet',
        submit: 'Flytt',
        when: 'Ny tid',
        whenHint: 'Med dine eigne ord, til dømes tysdag 9. mars kl. 10–12. Utan slutt varer møtet like lenge som før.',
        place: 'Ny stad eller lenkje',
        placeHint: 'Lat stå tomt om staden er den same.',
        reason: 'Grunngiving om fristen blir kort',
      },
      cancel: {
        title: 'Avlys møtet',
        submit: 'Avlys',
        reason: 'Kvifor blir det avlyst?',
        reasonHint: 'Alle som er kalla inn, får lese det.',
        warning: 'Eit avlyst møte kan ikkje setjast opp igjen. Dei som er kalla inn, får melding.',
      },
      series: {
        title: 'Faste møte',
        submit: 'Sjå datoane',
        pattern: 'Kor ofte?',
        patterns: {
          week: 'Kvar veke',
          fortnight: 'Annakvar veke',
          first: 'Den første i kvar månad',
          second: 'Den andre i kvar månad',
          third: 'Den tredje i kvar månad',
          fourth: 'Den fjerde i kvar månad',
          last: 'Den siste i kvar månad',
        },
        weekday: 'Vekedag',
        starts: 'Byrjar klokka',
      },
    },

    whispers: {
      proposed: number => `Møte ${number} er føreslått`,
      proposedText: channels => `Det kjem i ${count(channels, 'kanal', 'kanalar')} om ein augneblink.`,
      askedApart: n => `${count(n, 'person', 'personar')} utanfor kanalane får spørsmålet på e-post.`,
      askedWaits: (n, command) =>
        `Spørsmålet til ${count(n, 'person', 'personar')} utanfor kanalane ventar òg på deg. Skriv «${command}» når du er ferdig her.`,
      unreached: (people, canMail) =>
        `Desse når eg verken i chat eller på e-post: ${people}. ${canMail ? 'Legg inn e-postadressa med «liste», eller lag kode med «inviter».' : 'Her er ikkje e-post sett opp. Lag kode med «inviter», så kan dei svare i chatten.'}`,
      reading: 'Slik las eg tidene:',
      settleHere: 'Når svara er komne, fastset tida her eller med «fastset».',
      registered: number => `Møte ${number} · registrert`,
      replaced: (name, when) => `Erstattar svaret som ${name} gav ${when}.`,
      forSeat: (number, party) => `Gjeld plass ${number}, ${party}.`,
      canChange: 'Svaret kan endrast til tida er fastsett.',
      canChangeUntil: when => `Du kan ombestemme deg til møtet byrjar, ${when}.`,
      alsoSeats: 'Du kan òg svare for ein annan plass:',
      whichSeat: 'Du kan svare for fleire plassar. Vel kva for ein dette gjeld.',
      seatName: (number, party) => (party === '' ? `plass ${number}` : `plass ${number}, ${party}`),
      seatButton: (number, party) => `Plass ${number}, ${party}`,
      youCome: number => `Du kjem på møte ${number}`,
      youDoNotCome: number => `Forfall til møte ${number} er registrert`,
      deputiesAsked: names => `Vara er spurd no: ${names}.`,
      deputiesWait: names => `Vara er spurd og har ikkje svara: ${names}.`,
      deputiesUnreached: names =>
        `Vara kan ikkje nåast, verken i chat eller på e-post: ${names}. Sei frå til koordinatoren.`,
      noDeputy: 'Det er ingen annan å spørje for plassen.',
      stillComes: name => `${name} kjem for plassen.`,
      comesAlready: name => `${name} kjem alt for plassen, så du trengst ikkje. Eg spør deg om det endrar seg.`,
      mine: number => `Svara til møte ${number}`,
      mineNone: 'Ikkje svara enno.',
      deputyAsked: 'Forfall, og vara er spurd.',
      someTimes: (n, of) => `Du har svara på ${n} av ${of} tider. Svar på resten òg, så blir plassen teld med på alle.`,
      everyone: 'Alle plassane',
      who: {
        all: n => `Svara på alle tidene (${n})`,
        some: n => `Svara på nokre av tidene (${n})`,
        none: n => `Ikkje svara (${n})`,
        coming: n => `Kjem (${n})`,
        notComing: n => `Kjem ikkje (${n})`,
        deputyAsked: n => `Forfall, vara er spurd (${n})`,
        silent: n => `Ikkje sagt frå (${n})`,
      },
      by: (name, when) => `Gitt av ${name}, ${when}.`,
      settled: (number, span) => `Møte ${number} er fastsett til ${span}.`,
      movedTo: (number, span) => `Møte ${number} er flytta til ${span}.`,
      cancelled: number => `Møte ${number} er avlyst.`,
      settledTitle: number => `Møte ${number} er fastsett`,
      movedTitle: number => `Møte ${number} er flytta`,
      cancelledTitle: number => `Møte ${number} er avlyst`,
      invitedTitle: number => `Kallar inn til møte ${number}`,
      goesTo: n => `${count(n, 'person får', 'personar får')} melding no.`,
      nobodyTold: 'Ingen var kalla inn, så ingen får melding utanom oppslaget.',
      unfilled: seats => `Ingen å kalle inn for ${seats}. Lag kode med «inviter».`,
      byAnswers: 'Etter svara på denne tida:',
    },

    list: {
      title: network => `Møte i ${network}`,
      empty: 'Ingen møte er føreslått eller fastsett framover.',
      unbegun: n =>
        n === 1
          ? 'Tida har passert for eit møte som ikkje er starta:'
          : `Tida har passert for ${n} møte som ikkje er starta:`,
      notBegun: 'ikkje starta',
      earlierTitle: network => `Tidlegare møte i ${network}`,
      noEarlier: 'Ingen møte er haldne eller avlyste enno.',
      item: (number, title) => `${number} · ${title}`,
      openTimes: (times, answered, asked) =>
        `${count(times, 'tid føreslått', 'tider føreslått')}, ${answered} av ${asked} har svara`,
    },

    found: {
      title: proposed =>
        proposed === 0 ? 'Eg fann ingen ledige dagar' : `Eg fann ${count(proposed, 'dag', 'dagar')} å føreslå`,
      free: (free, from) => `${count(free, 'dag', 'dagar')} er ledige ${from}.`,
      leftOut: 'Desse dagane fall ut:',
      leftOutDays: days => count(days, 'vekedag', 'vekedagar'),
      noCounty:
        'Skuleferiar er ikkje tekne med, for nettverket har ikkje valt fylke. Vel fylke i skjemaet, eller i «reglar».',
      unknownBreaks: years =>
        `Skuleferiane for ${years} er ikkje lagde inn for dette fylket, så nokre av dagane kan vere fri.`,
    },

    series: {
      previewTitle: n => `${count(n, 'møte', 'møte')} å opprette`,
      moved: (planned, why) => `flytta frå ${planned}: ${why}`,
      leftOut: n => `${count(n, 'dato', 'datoar')} går ut:`,
      tooSoon: 'For nært til å rekke fristen for innkalling. Kall inn til dette for seg.',
      passed: n => `${count(n, 'dato', 'datoar')} i tidsrommet har passert og er ikkje med.`,
      notSaved: 'Ingenting er oppretta enno.',
      invitations: 'Innkalling med kalenderfil går 30 dagar før kvart møte.',
      agreeing:
        'Sender du dette, går òg innkallingane: Innkalling til kvart møte med tid, stad, kalenderfil og spørsmål om kven som kjem, går av seg sjølv 30 dagar før. Sender du det ikkje, går ingen av dei før nokon kallar inn til møtet for seg.',
      created: n => `${count(n, 'møte er', 'møte er')} oppretta`,
      title: title => `${title}: datoane framover`,
    },

    messages: {
      which: (number, network) => `Møte ${number} i ${network}`,
      proposal: seats => `Kva for nokre av desse tidene passar? Du svarer for ${seats}.`,
      invitation: title => `Innkalling: ${title}`,
      moved: title => `Flytta: ${title}`,
      comeAgain: 'Har du sagt at du kjem, sei det på nytt for den nye tida.',
      cancelled: title => `Avlyst: ${title}`,
      cancelledText: span => `Møtet ${span} blir ikkje halde.`,
      wishes: 'Svara på tidene var ønske, så eg spør no.',
      doYouCome: seats => `Kjem du? Det gjeld ${seats}.`,
      deputy: title => `Kan du møte som vara? ${title}`,
      deputyText: seat => `Den som har ${seat}, kan ikkje komme.`,
      released: title => `Du trengst ikkje som vara: ${title}`,
      releasedText: seat => `Den som har ${seat}, kjem likevel.`,
      answerReminder: title => `Når kan de? ${title}`,
      answerReminderText: (seats, when) => `Eg manglar svar for ${seats}. Svar innan ${when}.`,
      attendReminder: title => `Kjem du? ${title}`,
      attendReminderText: seats => `Eg veit ikkje om nokon kjem for ${seats}.`,
      representation: number => `Møte ${number}: kven blir høyrde?`,
      emptySeat: seat => `Ingen kjem for ${seat}`,
      emptySeatText: title => `Det gjeld ${title}. Det er ingen fleire å spørje for plassen.`,
      groupNow: {
        ok: (group, coming) => `${group}: ${coming} kjem, så gruppa er framleis representert.`,
        weak: (group, coming, fewest) =>
          `${group}: gruppa blir representert berre om fleire kjem. ${coming} kjem, og minst ${fewest} må.`,
        missing: (group, _coming, fewest) => `${group}: gruppa blir ikkje representert. Minst ${fewest} må kome.`,
      },
      emptySeatDo:
        'Spør verksemda om ein annan kan kome, og gi den personen kode med «inviter». Går ikkje det, vurder å flytte møtet.',
      seat: (number, party) => (party === '' ? `plass ${number}` : `plass ${number} (${party})`),
    },

    calendarText: (network, number) =>
      `Møte ${number} i ${network}. Har du ein plass, svarer du med knappane i innkallinga frå Laget.`,
  },
  deeds: {
    'meeting.propose': 'koordinatoren og leiaren kan føreslå møte',
    'meeting.answer': 'den som har ein plass, eller er vara, kan svare på møtetider',
    'meeting.settle': 'koordinatoren og leiaren kan fastsetje møtetida',
    'meeting.move': 'koordinatoren og leiaren kan flytte møte',
    'meeting.cancel': 'koordinatoren og leiaren kan avlyse møte',
    'meeting.attend': 'den som har ein plass, eller er vara, kan melde seg på eller melde forfall',
  },
  fieldNames: {
    meeting: 'møtet',
    title: 'namnet på møtet',
    place: 'staden',
    times: 'tidene',
    answersBy: 'svarfristen',
    time: 'tida',
    when: 'den nye tida',
    reason: 'grunngivinga',
    answer: 'svaret',
    firstDay: 'frå-datoen',
    lastDay: 'til-datoen',
    minutes: 'lengda',
    earliest: 'starttida',
    latest: 'sluttida',
    count: 'talet',
    county: 'fylket',
    pattern: 'kor ofte',
    weekday: 'vekedagen',
    starts: 'starttida',
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
  commands: {
    meeting: {
      example: 'Styringsmøte ; tysdag veke 9 kl. 10–11.30 ; 4. mars kl. 9–11 ; stad Rådhuset ; svar innan 1. februar',
      does: 'føreslår tider for eit møte; utan ord kjem eit skjema, med eit nummer blir møtet vist',
    },
    meetings: { example: '', does: 'viser møta framover' },
    earlierMeetings: { example: '', does: 'viser møte som er haldne eller avlyste' },
    nextMeeting: { example: '', does: 'viser det neste møtet' },
    findTime: {
      example: '2. februar ; 15. mars ; 90 min ; kl. 9–15 ; 3 dagar',
      does: 'finn dagar utan helg, heilagdag og skuleferie; utan ord kjem eit skjema',
    },
    available: { example: '3: 1 ja, 2 om naudsynt, 3 nei', does: 'svarar når de kan, på møte 3' },
    coming: { example: '3', does: 'seier at du kjem på møte 3' },
    notComing: { example: '3', does: 'melder forfall til møte 3; vara blir spurd' },
    settle: { example: '3 2', does: 'fastset møte 3 til tid nummer 2' },
    inviteAll: { example: '3', does: 'kallar inn dei som ikkje er kalla inn til møte 3' },
    moveMeeting: { example: '3 ; tysdag 9. mars kl. 10–12', does: 'flyttar møte 3' },
    cancelMeeting: { example: '3 ; sjukdom', does: 'avlyser møte 3' },
    meetingSeries: {
      example: 'Nettverksmøte ; andre tysdag kvar månad ; 1. januar 2027 ; 31. desember 2027 ; kl. 9–11',
      does: 'set opp faste møte; utan ord kjem eit skjema',
    },
  },
  refusals: {
    'no-times': () => 'Skriv minst éi tid. Ingenting er lagra.',
    'too-many-times': ({ count: n, most }) =>
      `Her er det ${n} tider, og det er plass til ${most}. Vel ut dei beste. Ingenting er lagra.`,
    'bad-times': ({ problems, example: { startsAt, endsAt } }, { span }) =>
      `${timeProblems(problems, badTimes, 'Linje')} Slik kan ei linje vere: ${span(startsAt, endsAt)}. Ingenting er lagra.`,
    'answers-by-unread': () =>
      'Eg fann ikkje nokon dato i svarfristen. Skriv til dømes 1. februar. Ingenting er lagra.',
    'answers-by-too-late': ({ first }, { when }) =>
      `Svarfristen må vere fram i tid og før den første møtetida, ${when(first)}. Ingenting er lagra.`,
    'no-seats': () =>
      'Ingen plass i nettverket har byrja perioden sin, så det er ingen å spørje. Ingenting er lagra. Legg inn plassar med «liste».',
    'search-day-unread': () => 'Eg fann ikkje nokon dag her. Vel ein dato, eller skriv til dømes 1. mars.',
    'search-backwards': () => 'Til-datoen er før frå-datoen.',
    'search-past': () => 'Alle dagane er passerte. Vel eit seinare tidsrom.',
    'search-long': () => 'Eg leitar ikkje meir enn eit år fram i tid. Vel ein nærare dato.',
    'window-short': () => 'Møtet får ikkje plass mellom dei to klokkesletta. Gi meir tid, eller gjer møtet kortare.',
    'no-meeting-seat': () =>
      'Svara tel for plassar, og du har ingen plass i dette nettverket. Du ser her når møtet blir. Er det feil, be koordinatoren om ein kode.',
    'meeting-observer': () =>
      'Du er observatør og blir kalla inn, men svara tel for plassar. Ingenting er registrert, og du er velkommen.',
    'seat-not-invited': () =>
      'Plassen din er ikkje blant dei som vart spurde då møtet vart føreslått. Ingenting er registrert. Spør koordinatoren.',
    'which-meeting-seat': () => 'Du kan svare for fleire plassar. Ingenting er registrert enno. Vel kva for ein.',
    'no-meeting': () => 'Eg finn ikkje det møtet. Skriv «møter» for å sjå dei som finst.',
    'already-settled': ({ number, at, doer }, { when }) =>
      doer?.isSelf
        ? `Du har alt fastsett møte ${number} til ${when(at)}. Ingenting er endra no.`
        : `Møte ${number} er alt fastsett til ${when(at)}${doer?.name ? `, av ${doer.name}` : ''}. Det du gjorde no, er ikkje registrert.`,
    'meeting-cancelled': ({ number, doer }) =>
      doer?.isSelf
        ? `Du har alt avlyst møte ${number}. Ingenting er endra no.`
        : `Møte ${number} er avlyst${doer?.name ? ` av ${doer.name}` : ''}. Ingenting er registrert.`,
    'meeting-begun': ({ number }) => `Møte ${number} har byrja eller er over. Ingenting er registrert.`,
    'not-settled': ({ number }) => `Møte ${number} har inga fastsett tid enno. Ingenting er endra.`,
    'no-answer': () => 'Du har ikkje svara på nokon av tidene. Ingenting er registrert.',
    'answers-unread': () =>
      'Eg forstod ikkje svaret. Skriv til dømes kan 3: 1 ja, 2 om naudsynt, 3 nei. Passar alle tidene, skriv kan 3: alle. Ingenting er registrert.',
    'unknown-time': () => 'Den tida er ikkje blant framlegga. Ingenting er endra. Sjå på kortet og vel på nytt.',
    'time-passed': () => 'Den tida er passert. Ingenting er endra. Vel ei anna, eller føreslå møtet på nytt.',
    'notice-short': ({ days, rule }) =>
      `Det er ${count(days, 'dag', 'dagar')} til møtet, og regelen i nettverket er minst ${rule}. Skriv kvifor. Ingenting er endra enno.`,
    'all-invited': ({ number }) => `Alle som skal kallast inn til møte ${number}, er kalla inn. Ingenting er sendt.`,
    'bad-new-time': ({ why, example: { startsAt, endsAt } }, { span }) =>
      `Eg kan ikkje bruke den nye tida: ${badTimes[why]}. Skriv til dømes: ${span(startsAt, endsAt)}. Ingenting er endra.`,
    'not-moved': () => 'Det er tida og staden møtet har frå før. Ingenting er endra.',
    'series-day-unread': () => 'Eg fann ikkje nokon dag her. Vel ein dato, eller skriv til dømes 1. januar 2027.',
    'series-backwards': () => 'Til-datoen er før frå-datoen. Ingenting er lagra.',
    'series-long': () =>
      'Faste møte blir sette opp for høgst eit år om gongen. Ingenting er lagra. Vel ein nærare dato.',
    'series-empty': () =>
      'Ingen av dagane i tidsrommet er ledige og langt nok fram. Ingenting er lagra. Vel eit anna tidsrom eller ein annan vekedag.',
    'series-changed': () =>
      'Datoane eller klokkesletta kan vere andre enn dei du såg. Ingenting er oppretta. Sjå over og vel på nytt.',
    'which-meeting': ({ numbers }) => `Eg veit ikkje kva møte du meiner (${numbers.join(', ')}). Skriv nummeret òg.`,
  },
};
