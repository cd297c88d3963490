import type { DeliveryTexts } from './nb-delivery.ts';

const noSuchRoute: Readonly<Record<string, string>> = {
  teams: 'Eg har ingen samtale med deg i Teams. Ingenting er endra. Skriv til meg der først, med «min kode» herifrå.',
  slack: 'Eg har ingen samtale med deg i Slack. Ingenting er endra. Skriv til meg der først, med «min kode» herifrå.',
  mail: 'Eg kan ikkje skrive til deg på e-post: adressa manglar i medlemslista, eller e-post er ikkje sett opp. Ingenting er endra. Spør koordinatoren.',
};

export const nnDelivery: DeliveryTexts = {
  say: {
    buttons: {
      repeat: where => `Send på nytt: ${where}`,
      reach: 'Kven er nådd?',
      send: n => `Send til ${n}`,
      drop: 'Ikkje send',
      all: 'Vis alle',
      text: (languages, n) => `Vis teksten på ${languages}, til ${n}`,
      overview: 'Tilbake til oversikta',
      chooseRoute: 'Vel kvar',
    },

    messages: {
      posting: 'oppslag',
      'calendar-event': 'kalenderoppføring',
      'poll-reminder': 'påminning',
      'meeting-proposal': 'spørsmål om møtetid',
      'meeting-invitation': 'innkalling',
      'meeting-moved': 'nytt møtetidspunkt',
      'meeting-cancelled': 'avlysing',
      'meeting-deputy': 'innkalling av vara',
      'meeting-released': 'melding til vara',
      'meeting-empty-seat': 'melding om tom plass',
      'meeting-answer-reminder': 'påminning',
      'meeting-attend-reminder': 'påminning',
      'meeting-representation': 'oversikt over kven som kjem',
      'meeting-series': 'møtedatoar',
      'meeting-agenda': 'sakliste',
      'need-returned': 'beskjed om retting',
      'need-returned-reminder': 'påminning',
      'needs-unanswered': 'beskjed om retting',
      'round-invitation': 'invitasjon',
      'round-over': 'spørsmål om å stengje',
      'round-reminder': 'påminning',
      'need-withdrawn': 'beskjed om noko som er trekt',
      'need-bundled': 'beskjed om samanslåing',
      'need-parted': 'beskjed om at noko er skilt igjen',
      minutes: 'referat',
      'minutes-late': 'påminning',
      'minutes-comment': 'ny merknad',
      'minutes-comments': 'melding om merknader',
      'follow-up': 'påminning',
      'follow-up-late': 'påminning',
      'sending-waiting': 'påminning',
      'sending-lapsed': 'beskjed',
    },
    otherMessage: 'melding',

    things: {
      poll: (number, question) => `Røysting ${number}: ${question}`,
      meeting: (number, title) => `Møte ${number}: ${title}`,
      round: (number, what) => `Innhenting ${number}: ${what}`,
      series: title => `Møteserien ${title}`,
      followUp: what => `Oppfølging: ${what}`,
      milestone: title => `Milepæl: ${title}`,
      gone: 'Det utsendinga gjaldt, finst ikkje lenger',
    },
    formerMember: 'ein tidlegare medlem',
    calendar: 'kalenderen i Microsoft 365',

    why: {
      unknown: 'vi veit ikkje om det kom fram',
      failed: 'let seg ikkje sende',
      blocked: 'har blokkert boten',
      left: 'har forlate organisasjonen',
      deleted: 'er sletta, eller boten er fjerna derifrå',
      'no-route': 'ingen konto, og ingen e-post eg kan skrive til',
    },

    whyCounted: {
      unknown: n => `${n} er kanskje nådd`,
      failed: n => `${n} let seg ikkje sende`,
      blocked: n => `${n} har blokkert boten`,
      left: n => `${n} har forlate organisasjonen`,
      deleted: n => `${n} er sletta eller stengd for boten`,
      'no-route': n => `${n} har ingen veg`,
    },

    toDo: {
      unknown: 'Der vi ikkje veit: sjå etter på staden, eller spør personen. Eg sender ikkje på nytt av meg sjølv.',
      failed:
        'Det som ikkje let seg sende, er prøvd mange gonger. Send på nytt om litt. Hjelper det ikkje, spør den som driftar Laget.',
      blocked: 'Den som har blokkert boten, kan opne for han att eller velje ein annan veg med «skriv til meg».',
      left: 'Den som har forlate organisasjonen, treng ein ny konto hos meg, eller ei e-postadresse i medlemslista.',
      deleted: 'Er boten fjerna frå ein kanal, legg han til att før du sender på nytt.',
      'no-route':
        'Den som ikkje kan nåast, treng ein kode frå «inviter», eller ei e-postadresse i medlemslista der e-post er sett opp.',
    },
    bringBack: words => `Eit oppslag som manglar i ein kanal, kjem òg att når nokon skriv der: ${words}`,

    trouble: { title: 'Ikkje alt er kome fram' },

    reach: {
      title: (reached, all) => `${reached} av ${all} nådd`,
      summary: (reached, all, others) =>
        others === '' ? `${reached} av ${all} er nådd.` : `${reached} av ${all} er nådd: ${others}.`,
      waiting: n => `${n} ventar`,
      others: words => `${words}.`,
      byMessage: (reached, all) => `${reached} av ${all}`,
      none: 'Ingenting er sendt ut enno',
      shown: 'Ei utsending ventar på at nokon seier ja.',
    },

    repeated: {
      title: 'Blir sendt på nytt',
      text: (message, where) => `${message} til ${where}. Går det ikkje no heller, seier eg frå.`,
    },

    by: {
      teams: n => `${n} på Teams`,
      slack: n => `${n} i Slack`,
      mail: n => `${n} på e-post`,
    },
    byOther: (n, name) => `${n} på ${name}`,
    routes: { teams: 'Teams', slack: 'Slack', mail: 'e-post' },

    dryRun: {
      title: 'Sjå over før det blir sendt',
      goesTo: (n, ways) => `Dette går til ${n}: ${ways}.`,
      goesToNobody: 'Ingen treng dette lenger. Det er ingenting å sende.',
      notReached: (n, who) => `${n} kan ikkje nåast (${who}: ingen konto, og ingen e-post eg kan skrive til)`,
      notReachedMany: n => `${n} kan ikkje nåast: dei har ingen konto, og ingen e-post eg kan skrive til`,
      channelNotReached: 'ingen veg dit no',
      notYet: 'Ingenting er sendt enno.',
      meanwhile: 'Dei som ikkje treng det lenger når det blir sendt, får ingenting.',
      whole: (languages, n) => `Slik står det på ${languages}, til ${n}:`,
      wholeTo: (languages, who) => `Slik står det på ${languages}, til ${who}:`,
      differs: {
        without: (who, what) => `${who} får det utan ${what}.`,
        also: (who, what) => `${who} får òg ${what}.`,
        instead: (who, what, other) => `${who} får ${what} i staden for ${other}.`,
        quoted: words => `«${words}»`,
        own: 'orda om eigen plass',
        link: label => `lenkja ${label}`,
        buttons: (labels, n) => (n === 1 ? `knappen ${labels}` : `knappane ${labels}`),
      },
      own: (words: string) => `${words} (Her står kvar sin plass.)`,
      who: 'Kven som får det',
    },

    sent: {
      title: n => (n === 0 ? 'Ingenting å sende' : `Blir no sendt til ${n}`),
      nobody: 'Ingen trong det lenger.',
      unneeded: n => `${n} trong det ikkje lenger, og får ingenting.`,
      trouble: 'Kjem noko ikkje fram, seier eg frå.',
    },
    over: {
      notSent: 'Dette vart ikkje sendt',
      agreed: {
        you: 'Du sende dette',
        other: who => `${who} sende dette`,
        at: when => `Sendt ${when}.`,
      },
      dropped: {
        you: when => `Du valde ${when} å ikkje sende det. Ingen fekk noko.`,
        other: (who, when) => `${who} valde ${when} å ikkje sende det. Ingen fekk noko.`,
      },
      lapsed: when => `Ingen bestemte seg, så det fall bort ${when}. Ingen fekk noko.`,
      overtaken: 'Det kom noko nyare i staden. Ingen fekk dette.',
    },
    waiting: {
      title: 'Ei utsending ventar på deg',
      text: (message, n) => `${message} til ${n}: ingenting er sendt, for ingen har sagt ja.`,
      until: when => `Er det ikkje bestemt innan ${when}, eller når ingen treng det lenger, fell det bort.`,
    },
    lapsed: {
      title: 'Ei utsending fall bort',
      text: (message, n) => `${message} til ${n}: ingen sa ja medan det var bruk for det. Ingenting er sendt.`,
    },
    rested: n => `${n} er minte på dette nyleg, eller ofte nok, og får inga påminning no.`,
    dropped: {
      title: 'Ikkje sendt',
      text: 'Ingen får noko.',
      later: words => `Vil du sende det seinare, skriv: ${words}`,
      postings: words => `Skal det stå i ein kanal likevel, skriv der: ${words}`,
    },

    route: {
      title: 'Slik skriv eg til deg',
      first: name => `Først prøver eg ${name}.`,
      others: names => `Går ikkje det, prøver eg ${names}.`,
      chosen: 'Det har du valt sjølv.',
      latest: 'Du har ikkje valt noko, så eg skriv der du sist skreiv til meg.',
      lost: name => `Du har valt ${name}, men dit har eg ingen veg no.`,
      none: 'Eg har ingen veg til deg åleine enno. Legg til appen Laget for deg sjølv, og skriv til meg der.',
      formTitle: 'Kvar skal eg skrive?',
      submit: 'Vel',
      by: 'Skriv til meg',
      byHint: 'Går det ikkje der, prøver eg dei andre vegane eg har.',
      last: 'Der eg sist skreiv',
    },
  },
  deeds: {
    'delivery.send': 'koordinatoren og leiaren kan sende ut',
    'delivery.reach': 'koordinatoren og leiaren kan sjå kven som er nådd',
    'delivery.repeat': 'koordinatoren og leiaren kan sende på nytt',
  },
  fieldNames: {
    about: 'det utsendinga gjeld',
    delivery: 'utsendinga',
    number: 'nummeret',
    sending: 'utsendinga',
    seen: 'det du såg',
    text: 'teksten',
    by: 'vegen',
  },
  commands: {
    deliveries: { example: 'møte 1', does: 'viser kven som er nådd med møte 1' },
    writeToMe: { example: 'på e-post', does: 'vel kvar eg skriv til deg' },
  },
  refusals: {
    'no-delivery': () => 'Eg finn ikkje den utsendinga, eller så er det ikkje lenger noko å seie. Ingenting er sendt.',
    'already-delivered': () => 'Ho er alt komen fram, eller på veg. Ingenting er sendt no.',
    'no-sending': () => 'Eg finn ikkje den utsendinga. Ingenting er sendt.',
    'sending-over': () => 'Det er alt avgjort om dette skal sendast. Ingenting er endra no.',
    'sending-changed': () =>
      'Det som skulle sendast, er ikkje lenger det du såg. Ingenting er sendt. Sjå over på nytt, og vel igjen.',
    'no-such-route': ({ by }) => noSuchRoute[by] ?? 'Dit har eg ingen veg. Ingenting er endra.',
    'reminded-lately': () =>
      'Dei som manglar, er minte på dette nyleg, eller ofte nok. Inga påminning er send. Prøv igjen i morgon.',
    'no-such-thing': () => 'Eg finn ikkje det du spør om. Skriv «røystingar» eller «møter» for å sjå det som finst.',
  },
};
