import { countIn } from './count.ts';
import type { RoundTexts } from './nb-round.ts';

const count = countIn('nn');

export const nnRound: RoundTexts = {
  say: {
    title: (number, state) => `Innhenting ${number} · ${state}`,
    states: { coming: 'opnar seinare', open: 'open', over: 'fristen er ute', closed: 'stengd' },
    asks: {
      input: (scheme, year) => `Innspel til ${scheme} ${year}`,
      need: (scheme, year) => `Behovsmelding til ${scheme} ${year}`,
    },
    forms: { input: 'Innspel: seks felt, to minutt', need: 'Behovsmelding: alle felta, over fleire sider' },
    timing: {
      coming: (opens, closes) => `Opnar ${opens}. Fristen er ${closes}.`,
      open: closes => `Fristen er ${closes}.`,
      over: closed => `Fristen gjekk ut ${closed}.`,
      closed: closed => `Stengd ${closed}.`,
    },
    answeredOf: (answered, invited) => `${answered} av ${invited} har svara.`,
    coverage: {
      answered: 'Har svara',
      draft: 'Har byrja',
      returned: 'Må rette det dei sende',
      missing: 'Har ikkje byrja',
      unreachable: 'Kan ikkje nåast her',
    },
    of: (n, all, share) => `${n} av ${all} (${share})`,
    allInvited: 'Alle inviterte',
    byCounty: 'Har svara, etter fylke',
    byOwnerType: 'Har svara, etter type eigar',
    noCounty: 'Nemnde ved namn',
    ownerTypes: {
      municipality: n => count(n, 'kommune', 'kommunar'),
      countyMunicipality: n => count(n, 'fylkeskommune', 'fylkeskommunar'),
      privateKindergarten: n => count(n, 'privat barnehageeigar', 'private barnehageeigarar'),
      privateSchool: n => count(n, 'friskule', 'friskular'),
    },
    otherOwners: n => count(n, 'annan eigar', 'andre eigarar'),

    buttons: {
      start: 'Meld inn',
      missing: 'Kven manglar',
      extend: 'Forleng',
      close: 'Steng',
      remind: 'Minn om no',
      open: 'Opne innhentinga',
      show: number => `Vis innhenting ${number}`,
      create: 'Ny innhenting',
    },

    form: {
      title: 'Ny innhenting',
      submit: 'Sjå over',
      scheme: 'Ordning',
      year: 'Året tilskotet gjeld',
      form: 'Kva skal dei svare på?',
      invited: 'Kven blir invitert?',
      invitedHint:
        'Éin på kvar linje. Eit fylke, eller Troms og Finnmark, er alle kommunane og fylkeskommunen. Elles ein kommune, eit kommunenummer, ein part i nettverket, privat: NAMN eller friskule: NAMN.',
      opensOn: 'Opnar',
      opensHint: 'Tomt: med det same du opnar henne.',
      closesOn: 'Frist',
      closesHint: 'Det er ope til kl. 23.59.59 den dagen.',
    },
    extend: { title: 'Forleng innhentinga', submit: 'Forleng', closesOn: 'Ny frist' },
    close: {
      title: 'Steng innhentinga',
      submit: 'Steng no',
      warning:
        'Etter dette kan ingen melde inn, heller ikkje for seint, og ingen blir minna om det. Det kan ikkje gjerast om.',
    },

    preview: {
      title: 'Slik blir innhentinga',
      notYet: 'Ingenting er lagt ut enno. Sjå over, og opne henne når alt er rett.',
      scheme: 'Ordning',
      form: 'Skjema',
      opens: 'Opnar',
      opensNow: 'når du opnar henne',
      closes: 'Frist',
      invited: 'Blir inviterte',
      invitedOf: (n, kinds) => `${n}: ${kinds}`,
      reach: (n, all, people) => `${n} av ${all} har folk her som kan nåast: ${people}.`,
      people: (n, ways) => `${count(n, 'person', 'personar')} (${ways})`,
      reachNobody: 'Ingen av dei har folk her som kan nåast.',
      unreached: (n, names) => `${n} kan ikkje nåast, og får inga påminning: ${names}.`,
      andMore: (names, n) => `${names} og ${n} til`,
      toldNow: (n, isShown) =>
        `${count(n, 'person', 'personar')} les ikkje i nokon kanal, og får invitasjonen kvar for seg. ${isShown ? 'Du ser han før han blir send.' : 'Han blir send når du opnar.'}`,
      toldLater: (when, n) =>
        `Oppslaget kjem på nytt i kanalane ${when}, når det tek imot svar.${n > 0 ? ` Då får ${count(n, 'person', 'personar')} som ikkje les i nokon kanal, invitasjonen.` : ''}`,
      postedIn: n => `Dette blir lagt ut i ${count(n, 'kanal', 'kanalar')}:`,
    },
    made: number => `Innhenting ${number} er klar`,
    openedLater: when => `Ho seier frå på nytt ${when}, når ho tek imot svar.`,
    opened: number => `Innhenting ${number} er opna`,
    openedText: (channels, closes) => `Ho blir lagd ut i ${count(channels, 'kanal', 'kanalar')}. Fristen er ${closes}.`,
    extended: (number, closes) => `Innhenting ${number} er forlengd til ${closes}`,
    closed: number => `Innhenting ${number} er stengd`,
    closedText: 'Ingen blir minna om henne meir, og oppslaga viser korleis det gjekk.',

    missingTitle: n => `${n} har ikkje svara`,
    missingNone: 'Alle som er inviterte, har svara',
    missingPart: (from, to, n) => `Nummer ${from} til ${to} av ${n}.`,
    countyTitle: (county, n) => `${county}: ${n}`,
    nobodyHere: 'ingen her kan nåast',
    lacks: {
      begun: 'ikkje byrja',
      draft: day => `utkast frå ${day}`,
      returned: when => `send tilbake, skal rettast innan ${when}`,
    },
    reminded: n => (n === 1 ? '1 blir minna om det' : `${n} blir minna om det`),
    remindedText: 'Berre folk hos dei som ikkje har svara, får påminninga.',
    unreachable: n => `${n} av dei inviterte kan ikkje nåast her. Legg inn folk hos dei med «liste», eller ring.`,

    which: (number, network) => `Innhenting ${number} i ${network}`,
    invitation: {
      text: party => `${party} er invitert til å svare.`,
      how: {
        input: 'Det er seks felt, og tek to minutt.',
        need: 'Du kan lagre undervegs. Alle som svarar for dykk, deler utkastet.',
      },
    },
    over: {
      title: what => `Ikkje stengd: ${what}`,
      text: 'Steng innhentinga når alt er inne, eller forleng fristen. Ho stengjer ikkje av seg sjølv.',
    },
    invitedWaits: (n, command) =>
      `Invitasjonen til ${count(n, 'person', 'personar')} utanfor kanalane er ikkje send. Sjå han med «${command}».`,
    reminder: {
      title: what => `Påminning: ${what}`,
      text: closes => `Fristen er ${closes}.`,
      lacks: {
        begun: party => `${party} har ikkje byrja.`,
        draft: (party, day) => `${party} har eit utkast frå ${day} som ikkje er sendt.`,
        returned: (party, when) => `${party} har fått sitt tilbake og må rette det innan ${when}.`,
      },
      more: n => `Det same gjeld ${n} til.`,
    },

    rounds: { title: network => `Innhentingar i ${network}`, empty: 'Det er ingen innhentingar enno.' },
    item: (number, what) => `${number}: ${what}`,
  },
  commands: {
    round: {
      example: 'kollektiv 2027 ; Troms og Finnmark ; privat: NAMN ; frist 1. februar ; innspel',
      does: 'viser ei ny innhenting før ho blir opna; med eit nummer blir ho vist; åleine kjem eit skjema',
    },
    rounds: { example: '', does: 'viser innhentingane' },
    roundMissing: { example: '1', does: 'viser kven som ikkje har svara på innhentinga' },
    remindRound: { example: '1', does: 'minner dei som ikkje har svara på innhentinga' },
    extendRound: { example: '1 15. februar', does: 'flyttar fristen' },
    closeRound: { example: '1', does: 'stengjer innhentinga' },
  },
  deeds: {
    'round.open': 'koordinatoren kan opne ei innhenting',
    'round.close': 'koordinatoren og leiaren kan stengje ei innhenting',
    'round.extend': 'koordinatoren og leiaren kan flytte fristen for ei innhenting',
    'round.remind': 'koordinatoren og leiaren kan minne om ei innhenting',
    'round.missing': 'koordinatoren og leiaren kan sjå kven som manglar i ei innhenting',
    'need.write': 'den som har ein plass for den som er invitert, eller er vara, kan melde inn',
    'need.handle': 'koordinatoren og leiaren kan behandle det som er meldt inn',
  },
  fieldNames: {
    scheme: 'ordninga',
    year: 'året',
    invited: 'kven som blir invitert',
    opensOn: 'dagen det opnar',
    form: 'skjemaet',
    round: 'innhentinga',
  },
  refusals: {
    'no-round': () =>
      'Eg finn ikkje den innhentinga. Ingenting er endra. Skriv «innhentingar» for å sjå dei som finst.',
    'no-rounds': () =>
      'Nettverket har inga innhenting enno. Ingenting er endra. Koordinatoren opnar ei med «innhenting».',
    'which-round': ({ numbers }) =>
      `Det er fleire innhentingar (${numbers.join(', ')}). Ingenting er endra. Skriv nummeret òg.`,
    'round-closed': ({ number, at }, { when }) => `Innhenting ${number} vart stengd ${when(at)}. Ingenting er endra.`,
    'round-not-open': ({ number }) => `Innhenting ${number} er ikkje open no. Ingen er minna om henne.`,
    'round-all-answered': () => 'Alle har svara. Det er ingen å minne om det.',
    'unknown-scheme': () => 'Eg kjenner ikkje den ordninga. Ingenting er lagra. Vel ei frå lista i skjemaet.',
    'scheme-closed': ({ year, instead }) =>
      instead
        ? `Den ordninga er ikkje open i ${year}. Ho er erstatta av ${instead.names.nn}. Ingenting er lagra. Vel den i staden.`
        : `Den ordninga er ikkje open i ${year}. Ingenting er lagra. Vel ei anna ordning eller eit anna år.`,
    'round-year': ({ first, last }) => `Vel eit år frå ${first} til ${last}. Ingenting er lagra.`,
    'unknown-place': ({ line, words }) =>
      `Linje ${line} forstod eg ikkje: ${words}. Skriv eit fylke, ein kommune, eit kommunenummer, ein part i nettverket, eller privat: og eit namn. Ingenting er lagra.`,
    'too-many-invited': ({ most }) => `Det er plass til ${most} inviterte. Ingenting er lagra. Del innhentinga i to.`,
    'nobody-invited': () => 'Ingen er invitert. Ingenting er lagra. Skriv éin på kvar linje, til dømes eit fylke.',
    'round-opens-past': () => 'Den dagen er passert. Ingenting er lagra. La feltet stå tomt for å opne no.',
    'round-opens-late': () => 'Innhentinga må opne før fristen. Ingenting er lagra. Vel ein tidlegare dag.',
    'round-draft-gone': () => 'Det er for lenge sidan innhentinga vart vist. Ingenting er opna. Byrj på nytt.',
    'round-draft-late': () =>
      'Fristen har gått ut sidan innhentinga vart vist. Ingenting er opna. Byrj på nytt med ein ny frist.',
  },
};
