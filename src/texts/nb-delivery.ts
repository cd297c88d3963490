import type { DeliveryRefusal } from '../delivery/delivery-refusal.ts';
import type { NotReached } from '../delivery/reach.ts';
import type { Loosened } from './loosened.ts';
import type { RefusalTextsOf } from './refusal.ts';

export type DeliveryTexts = Loosened<typeof nbDelivery>;

/** Looked up by what is not known in advance. */
type Names = Readonly<Record<string, string>>;

export const nbDelivery = {
  say: {
    buttons: {
      repeat: (where: string) => `Send på nytt: ${where}`,
      reach: 'Hvem er nådd?',
      send: (n: number) => `Send til ${n}`,
      drop: 'Ikke send',
      all: 'Vis alle',
      text: (languages: string, n: number) => `Vis teksten på ${languages}, til ${n}`,
      overview: 'Tilbake til oversikten',
      chooseRoute: 'Velg hvor',
    },

    /** What was sent, by its kind. */
    messages: {
      posting: 'oppslag',
      'calendar-event': 'kalenderoppføring',
      'poll-reminder': 'påminnelse',
      'meeting-proposal': 'spørsmål om møtetid',
      'meeting-invitation': 'innkalling',
      'meeting-moved': 'nytt møtetidspunkt',
      'meeting-cancelled': 'avlysning',
      'meeting-deputy': 'innkalling av vara',
      'meeting-released': 'beskjed til vara',
      'meeting-empty-seat': 'beskjed om tom plass',
      'meeting-answer-reminder': 'påminnelse',
      'meeting-attend-reminder': 'påminnelse',
      'meeting-representation': 'oversikt over hvem som kommer',
      'meeting-series': 'møtedatoer',
      'meeting-agenda': 'saksliste',
      'need-returned': 'beskjed om retting',
      'need-returned-reminder': 'påminnelse',
      'needs-unanswered': 'beskjed om retting',
      'round-invitation': 'invitasjon',
      'round-over': 'spørsmål om å stenge',
      'round-reminder': 'påminnelse',
      'need-withdrawn': 'beskjed om noe som er trukket',
      'need-bundled': 'beskjed om sammenslåing',
      'need-parted': 'beskjed om at noe er skilt igjen',
      minutes: 'referat',
      'minutes-late': 'påminnelse',
      'minutes-comment': 'ny merknad',
      'minutes-comments': 'beskjed om merknader',
      'follow-up': 'påminnelse',
      'follow-up-late': 'påminnelse',
      'sending-waiting': 'påminnelse',
      'sending-lapsed': 'beskjed',
    } as Names,
    otherMessage: 'melding',

    things: {
      poll: (number: number, question: string) => `Avstemning ${number}: ${question}`,
      meeting: (number: number, title: string) => `Møte ${number}: ${title}`,
      round: (number: number, what: string) => `Innhenting ${number}: ${what}`,
      series: (title: string) => `Møteserien ${title}`,
      followUp: (what: string) => `Oppfølging: ${what}`,
      milestone: (title: string) => `Milepæl: ${title}`,
      gone: 'Det utsendingen gjaldt, finnes ikke lenger',
    },
    formerMember: 'et tidligere medlem',
    calendar: 'kalenderen i Microsoft 365',

    why: {
      unknown: 'vi vet ikke om det kom fram',
      failed: 'lot seg ikke sende',
      blocked: 'har blokkert boten',
      left: 'har forlatt organisasjonen',
      deleted: 'er slettet, eller boten er fjernet derfra',
      'no-route': 'ingen konto, og ingen e-post jeg kan skrive til',
    } satisfies Record<NotReached, string>,

    whyCounted: {
      unknown: (n: number) => `${n} er kanskje nådd`,
      failed: (n: number) => `${n} lot seg ikke sende`,
      blocked: (n: number) => `${n} har blokkert boten`,
      left: (n: number) => `${n} har forlatt organisasjonen`,
      deleted: (n: number) => `${n} er slettet eller stengt for boten`,
      'no-route': (n: number) => `${n} har ingen vei`,
    } satisfies Record<NotReached, (n: number) => string>,

    toDo: {
      unknown: 'Der vi ikke vet: se etter på stedet, eller spør personen. Jeg sender ikke på nytt av meg selv.',
      failed:
        'Det som ikke lot seg sende, er prøvd mange ganger. Send på nytt om litt. Hjelper det ikke, spør den som drifter Laget.',
      blocked: 'Den som har blokkert boten, kan åpne for den igjen eller velge en annen vei med «skriv til meg».',
      left: 'Den som har forlatt organisasjonen, trenger en ny konto hos meg, eller en e-postadresse i medlemslista.',
      deleted: 'Er boten fjernet fra en kanal, legg den til igjen før du sender på nytt.',
      'no-route':
        'Den som ikke kan nås, trenger en kode fra «inviter», eller en e-postadresse i medlemslista der e-post er satt opp.',
    } satisfies Record<NotReached, string>,
    bringBack: (words: string) => `Et oppslag som mangler i en kanal, kommer også igjen når noen skriver der: ${words}`,

    trouble: {
      title: 'Ikke alt er kommet fram',
    },

    reach: {
      title: (reached: number, all: number) => `${reached} av ${all} nådd`,
      summary: (reached: number, all: number, others: string) =>
        others === '' ? `${reached} av ${all} nådd.` : `${reached} av ${all} nådd: ${others}.`,
      waiting: (n: number) => `${n} venter`,
      /** Beneath the title, which has said how many are reached. */
      others: (words: string) => `${words}.`,
      byMessage: (reached: number, all: number) => `${reached} av ${all}`,
      none: 'Ingenting er sendt ut ennå',
      shown: 'En utsending venter på at noen sier ja.',
    },

    repeated: {
      title: 'Sendes på nytt',
      text: (message: string, where: string) => `${message} til ${where}. Går det ikke nå heller, sier jeg fra.`,
    },

    /** How many by each way, by the platform's own name. */
    by: {
      teams: (n: number) => `${n} på Teams`,
      slack: (n: number) => `${n} i Slack`,
      mail: (n: number) => `${n} på e-post`,
    } as Readonly<Record<string, (n: number) => string>>,
    byOther: (n: number, name: string) => `${n} på ${name}`,
    routes: { teams: 'Teams', slack: 'Slack', mail: 'e-post' } as Names,

    dryRun: {
      title: 'Se over før det sendes',
      goesTo: (n: number, ways: string) => `Dette går til ${n}: ${ways}.`,
      goesToNobody: 'Ingen trenger dette lenger. Det er ingenting å sende.',
      notReached: (n: number, who: string) => `${n} nås ikke (${who}: ingen konto, og ingen e-post jeg kan skrive til)`,
      notReachedMany: (n: number) => `${n} nås ikke: de har ingen konto, og ingen e-post jeg kan skrive til`,
      channelNotReached: 'ingen vei dit nå',
      notYet: 'Ingenting er sendt ennå.',
      meanwhile: 'De som ikke trenger det lenger når det sendes, får ingenting.',
      whole: (languages: string, n: number) => `Slik står det på ${languages}, til ${n}:`,
      wholeTo: (languages: string, who: string) => `Slik står det på ${languages}, til ${who}:`,
      /** How what a few get differs from what most get. */
      differs: {
        without: (who: string, what: string, _n: number) => `${who} får det uten ${what}.`,
        also: (who: string, what: string, _n: number) => `${who} får også ${what}.`,
        instead: (who: string, what: string, other: string, _n: number) => `${who} får ${what} i stedet for ${other}.`,
        quoted: (words: string) => `«${words}»`,
        own: 'ordene om egen plass',
        link: (label: string) => `lenka ${label}`,
        buttons: (labels: string, n: number) => (n === 1 ? `knappen ${labels}` : `knappene ${labels}`),
      },
      own: (words: string) => `${words} (Her står hver sin plass.)`,
      who: 'Hvem som får det',
    },

    sent: {
      title: (n: number) => (n === 0 ? 'Ingenting å sende' : `Sendes nå til ${n}`),
      nobody: 'Ingen trengte det lenger.',
      unneeded: (n: number) => `${n} trengte det ikke lenger, og får ingenting.`,
      trouble: 'Kommer noe ikke fram, sier jeg fra.',
    },
    over: {
      notSent: 'Dette ble ikke sendt',
      agreed: {
        you: 'Du sendte dette',
        other: (who: string) => `${who} sendte dette`,
        at: (when: string) => `Sendt ${when}.`,
      },
      dropped: {
        you: (when: string) => `Du valgte ${when} å ikke sende det. Ingen fikk noe.`,
        other: (who: string, when: string) => `${who} valgte ${when} å ikke sende det. Ingen fikk noe.`,
      },
      lapsed: (when: string) => `Ingen bestemte seg, så det falt bort ${when}. Ingen fikk noe.`,
      overtaken: 'Det kom noe nyere i stedet. Ingen fikk dette.',
    },
    waiting: {
      title: 'En utsending venter på deg',
      text: (message: string, n: number) => `${message} til ${n}: ingenting er sendt, for ingen har sagt ja.`,
      until: (when: string) =>
        `Er det ikke bestemt innen ${when}, eller når ingen trenger det lenger, faller det bort.`,
    },
    lapsed: {
      title: 'En utsending falt bort',
      text: (message: string, n: number) =>
        `${message} til ${n}: ingen sa ja mens det var bruk for det. Ingenting er sendt.`,
    },
    rested: (n: number) => `${n} er minnet på dette nylig, eller ofte nok, og får ingen påminnelse nå.`,
    dropped: {
      title: 'Ikke sendt',
      text: 'Ingen får noe.',
      later: (words: string) => `Vil du sende det senere, skriv: ${words}`,
      postings: (words: string) => `Skal det stå i en kanal likevel, skriv der: ${words}`,
    },

    route: {
      title: 'Slik skriver jeg til deg',
      first: (name: string) => `Først prøver jeg ${name}.`,
      others: (names: string) => `Går ikke det, prøver jeg ${names}.`,
      chosen: 'Det har du valgt selv.',
      latest: 'Du har ikke valgt noe, så jeg skriver der du sist skrev til meg.',
      lost: (name: string) => `Du har valgt ${name}, men dit har jeg ingen vei nå.`,
      none: 'Jeg har ingen vei til deg alene ennå. Legg til appen Laget for deg selv, og skriv til meg der.',
      formTitle: 'Hvor skal jeg skrive?',
      submit: 'Velg',
      by: 'Skriv til meg',
      byHint: 'Går det ikke der, prøver jeg de andre veiene jeg har.',
      last: 'Der jeg sist skrev',
    },
  },
  /** Who may do it, for a refusal: «Bare … kan …». */
  deeds: {
    'delivery.send': 'koordinatoren og lederen kan sende ut',
    'delivery.reach': 'koordinatoren og lederen kan se hvem som er nådd',
    'delivery.repeat': 'koordinatoren og lederen kan sende på nytt',
  },
  /** What a field is called where it is named in a sentence. */
  fieldNames: {
    about: 'det utsendingen gjelder',
    delivery: 'utsendingen',
    number: 'nummeret',
    sending: 'utsendingen',
    seen: 'det du så',
    text: 'teksten',
    by: 'veien',
  },
  /** What help says of each command. */
  commands: {
    deliveries: { example: 'møte 1', does: 'viser hvem som er nådd med møte 1' },
    writeToMe: { example: 'på e-post', does: 'velger hvor jeg skriver til deg' },
  },
  refusals: {
    'no-delivery': () => 'Jeg finner ikke den utsendingen, eller så er det ikke lenger noe å si. Ingenting er sendt.',
    'already-delivered': () => 'Den er allerede kommet fram, eller på vei. Ingenting er sendt nå.',
    'no-sending': () => 'Jeg finner ikke den utsendingen. Ingenting er sendt.',
    'sending-over': () => 'Det er allerede bestemt om dette skal sendes. Ingenting er endret nå.',
    'sending-changed': () =>
      'Det som skulle sendes, er ikke lenger det du så. Ingenting er sendt. Se over på nytt, og velg igjen.',
    'no-such-route': ({ by }) => noSuchRoute[by] ?? 'Dit har jeg ingen vei. Ingenting er endret.',
    'reminded-lately': () =>
      'De som mangler, er minnet på dette nylig, eller ofte nok. Ingen påminnelse er sendt. Prøv igjen i morgen.',
    'no-such-thing': () =>
      'Jeg finner ikke det du spør om. Skriv «avstemninger» eller «møter» for å se det som finnes.',
  } satisfies RefusalTextsOf<DeliveryRefusal>,
};

const noSuchRoute: Readonly<Record<string, string>> = {
  teams: 'Jeg har ingen samtale med deg i Teams. Ingenting er endret. Skriv til meg der først, med «min kode» herfra.',
  slack: 'Jeg har ingen samtale med deg i Slack. Ingenting er endret. Skriv til meg der først, med «min kode» herfra.',
  mail: 'Jeg kan ikke skrive til deg på e-post: adressen mangler i medlemslista, eller e-post er ikke satt opp. Ingenting er endret. Spør koordinatoren.',
};
