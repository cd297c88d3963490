import type { CoverageState } from '../features/needs/coverage.ts';
import type { RoundForm, RoundState } from '../features/needs/round.ts';
import type { RoundRefusal } from '../features/needs/round-refusal.ts';
import type { Deed } from '../features/networks/who-may.ts';
import { countIn } from './count.ts';
import type { Loosened } from './loosened.ts';
import type { RefusalTextsOf } from './refusal.ts';
import type { roundCommands } from './round-commands.ts';

export type RoundTexts = Loosened<typeof nbRound>;

const count = countIn('nb');

export const nbRound = {
  say: {
    title: (number: number, state: string) => `Innhenting ${number} · ${state}`,
    states: { coming: 'åpner senere', open: 'åpen', over: 'fristen er ute', closed: 'stengt' } satisfies Record<
      RoundState,
      string
    >,
    asks: {
      input: (scheme: string, year: number) => `Innspill til ${scheme} ${year}`,
      need: (scheme: string, year: number) => `Behovsmelding til ${scheme} ${year}`,
    } satisfies Record<RoundForm, unknown>,
    forms: {
      input: 'Innspill: seks felt, to minutter',
      need: 'Behovsmelding: alle feltene, over flere sider',
    } satisfies Record<RoundForm, string>,
    timing: {
      coming: (opens: string, closes: string) => `Åpner ${opens}. Fristen er ${closes}.`,
      open: (closes: string) => `Fristen er ${closes}.`,
      over: (closed: string) => `Fristen gikk ut ${closed}.`,
      closed: (closed: string) => `Stengt ${closed}.`,
    },
    answeredOf: (answered: number, invited: number) => `${answered} av ${invited} har svart.`,
    coverage: {
      answered: 'Har svart',
      draft: 'Har begynt',
      returned: 'Må rette det de sendte',
      missing: 'Har ikke begynt',
      unreachable: 'Kan ikke nås her',
    } satisfies Record<CoverageState, string>,
    of: (n: number, all: number, share: string) => `${n} av ${all} (${share})`,
    allInvited: 'Alle inviterte',
    byCounty: 'Har svart, etter fylke',
    byOwnerType: 'Har svart, etter type eier',
    noCounty: 'Nevnt ved navn',
    ownerTypes: {
      municipality: (n: number) => count(n, 'kommune', 'kommuner'),
      countyMunicipality: (n: number) => count(n, 'fylkeskommune', 'fylkeskommuner'),
      privateKindergarten: (n: number) => count(n, 'privat barnehageeier', 'private barnehageeiere'),
      privateSchool: (n: number) => count(n, 'friskole', 'friskoler'),
    } as Readonly<Record<string, (n: number) => string>>,
    otherOwners: (n: number) => count(n, 'annen eier', 'andre eiere'),

    buttons: {
      start: 'Meld inn',
      missing: 'Hvem mangler',
      extend: 'Forleng',
      close: 'Steng',
      remind: 'Minn om nå',
      open: 'Åpne innhentingen',
      show: (number: number) => `Vis innhenting ${number}`,
      create: 'Ny innhenting',
    },

    form: {
      title: 'Ny innhenting',
      submit: 'Se over',
      scheme: 'Ordning',
      year: 'Året tilskuddet gjelder',
      form: 'Hva skal de svare på?',
      invited: 'Hvem inviteres?',
      invitedHint:
        'Én på hver linje. Et fylke, eller Troms og Finnmark, er alle kommunene og fylkeskommunen. Ellers en kommune, et kommunenummer, en part i nettverket, privat: NAVN eller friskole: NAVN.',
      opensOn: 'Åpner',
      opensHint: 'Tomt: med det samme du åpner den.',
      closesOn: 'Frist',
      closesHint: 'Det er åpent til kl. 23.59.59 den dagen.',
    },
    extend: { title: 'Forleng innhentingen', submit: 'Forleng', closesOn: 'Ny frist' },
    close: {
      title: 'Steng innhentingen',
      submit: 'Steng nå',
      warning:
        'Etter dette kan ingen melde inn, heller ikke for sent, og ingen blir minnet på det. Det kan ikke gjøres om.',
    },

    preview: {
      title: 'Slik blir innhentingen',
      notYet: 'Ingenting er lagt ut ennå. Se over, og åpne den når alt stemmer.',
      scheme: 'Ordning',
      form: 'Skjema',
      opens: 'Åpner',
      opensNow: 'når du åpner den',
      closes: 'Frist',
      invited: 'Inviteres',
      invitedOf: (n: number, kinds: string) => `${n}: ${kinds}`,
      reach: (n: number, all: number, people: string) => `${n} av ${all} har folk her som kan nås: ${people}.`,
      people: (n: number, ways: string) => `${count(n, 'person', 'personer')} (${ways})`,
      reachNobody: 'Ingen av dem har folk her som kan nås.',
      unreached: (n: number, names: string) => `${n} kan ikke nås, og får ingen påminnelse: ${names}.`,
      andMore: (names: string, n: number) => `${names} og ${n} til`,
      toldNow: (n: number, isShown: boolean) =>
        `${count(n, 'person', 'personer')} leser ikke i noen kanal, og får invitasjonen hver for seg. ${isShown ? 'Du ser den før den sendes.' : 'Den sendes når du åpner.'}`,
      toldLater: (when: string, n: number) =>
        `Oppslaget kommer på nytt i kanalene ${when}, når det tar imot svar.${n > 0 ? ` Da får ${count(n, 'person', 'personer')} som ikke leser i noen kanal, invitasjonen.` : ''}`,
      postedIn: (n: number) => `Dette legges ut i ${count(n, 'kanal', 'kanaler')}:`,
    },
    made: (number: number) => `Innhenting ${number} er klar`,
    openedLater: (when: string) => `Den sier fra på nytt ${when}, når den tar imot svar.`,
    opened: (number: number) => `Innhenting ${number} er åpnet`,
    openedText: (channels: number, closes: string) =>
      `Den legges ut i ${count(channels, 'kanal', 'kanaler')}. Fristen er ${closes}.`,
    extended: (number: number, closes: string) => `Innhenting ${number} er forlenget til ${closes}`,
    closed: (number: number) => `Innhenting ${number} er stengt`,
    closedText: 'Ingen blir minnet på den mer, og oppslagene viser hvordan det gikk.',

    missingTitle: (n: number) => `${n} har ikke svart`,
    missingNone: 'Alle som er invitert, har svart',
    missingPart: (from: number, to: number, n: number) => `Nummer ${from} til ${to} av ${n}.`,
    countyTitle: (county: string, n: number) => `${county}: ${n}`,
    nobodyHere: 'ingen her kan nås',
    lacks: {
      begun: 'ikke begynt',
      draft: (day: string) => `utkast fra ${day}`,
      returned: (when: string) => `sendt tilbake, rettes innen ${when}`,
    },
    reminded: (n: number) => (n === 1 ? '1 blir minnet på det' : `${n} blir minnet på det`),
    remindedText: 'Bare folk hos dem som ikke har svart, får påminnelsen.',
    unreachable: (n: number) => `${n} av de inviterte kan ikke nås her. Legg inn folk hos dem med «liste», eller ring.`,

    which: (number: number, network: string) => `Innhenting ${number} i ${network}`,
    invitation: {
      text: (party: string) => `${party} er invitert til å svare.`,
      how: {
        input: 'Det er seks felt, og tar to minutter.',
        need: 'Du kan lagre underveis. Alle som svarer for dere, deler utkastet.',
      } satisfies Record<RoundForm, string>,
    },
    over: {
      title: (what: string) => `Ikke stengt: ${what}`,
      text: 'Steng innhentingen når alt er inne, eller forleng fristen. Den stenger ikke av seg selv.',
    },
    invitedWaits: (n: number, command: string) =>
      `Invitasjonen til ${count(n, 'person', 'personer')} utenfor kanalene er ikke sendt. Se den med «${command}».`,
    reminder: {
      title: (what: string) => `Påminnelse: ${what}`,
      text: (closes: string) => `Fristen er ${closes}.`,
      lacks: {
        begun: (party: string) => `${party} har ikke begynt.`,
        draft: (party: string, day: string) => `${party} har et utkast fra ${day} som ikke er sendt.`,
        returned: (party: string, when: string) => `${party} har fått sitt tilbake og må rette det innen ${when}.`,
      },
      more: (n: number) => `Det samme gjelder ${n} til.`,
    },

    rounds: { title: (network: string) => `Innhentinger i ${network}`, empty: 'Det er ingen innhentinger ennå.' },
    item: (number: number, what: string) => `${number}: ${what}`,
  },
  /** What help says of each command. */
  commands: {
    round: {
      example: 'kollektiv 2027 ; Troms og Finnmark ; privat: NAVN ; frist 1. februar ; innspill',
      does: 'viser en ny innhenting før den åpnes; med et nummer vises den; alene kommer et skjema',
    },
    rounds: { example: '', does: 'viser innhentingene' },
    roundMissing: { example: '1', does: 'viser hvem som ikke har svart på innhentingen' },
    remindRound: { example: '1', does: 'minner dem som ikke har svart på innhentingen' },
    extendRound: { example: '1 15. februar', does: 'flytter fristen' },
    closeRound: { example: '1', does: 'stenger innhentingen' },
  } satisfies Record<keyof typeof roundCommands, { example: string; does: string }>,
  deeds: {
    'round.open': 'koordinatoren kan åpne en innhenting',
    'round.close': 'koordinatoren og lederen kan stenge en innhenting',
    'round.extend': 'koordinatoren og lederen kan flytte fristen for en innhenting',
    'round.remind': 'koordinatoren og lederen kan minne om en innhenting',
    'round.missing': 'koordinatoren og lederen kan se hvem som mangler i en innhenting',
    'need.write': 'den som har en plass for den som er invitert, eller er vara, kan melde inn',
    'need.handle': 'koordinatoren og lederen kan behandle det som er meldt inn',
  } satisfies Partial<Record<Deed, string>>,
  fieldNames: {
    scheme: 'ordningen',
    year: 'året',
    invited: 'hvem som inviteres',
    opensOn: 'dagen det åpner',
    form: 'skjemaet',
    round: 'innhentingen',
  },
  refusals: {
    'no-round': () =>
      'Jeg finner ikke den innhentingen. Ingenting er endret. Skriv «innhentinger» for å se dem som finnes.',
    'no-rounds': () =>
      'Nettverket har ingen innhenting ennå. Ingenting er endret. Koordinatoren åpner en med «innhenting».',
    'which-round': ({ numbers }) =>
      `Det er flere innhentinger (${numbers.join(', ')}). Ingenting er endret. Skriv nummeret også.`,
    'round-closed': ({ number, at }, { when }) => `Innhenting ${number} ble stengt ${when(at)}. Ingenting er endret.`,
    'round-not-open': ({ number }) => `Innhenting ${number} er ikke åpen nå. Ingen er minnet på den.`,
    'round-all-answered': () => 'Alle har svart. Det er ingen å minne på det.',
    'unknown-scheme': () => 'Jeg kjenner ikke den ordningen. Ingenting er lagret. Velg en fra lista i skjemaet.',
    'scheme-closed': ({ year, instead }) =>
      instead
        ? `Den ordningen er ikke åpen i ${year}. Den er erstattet av ${instead.names.nb}. Ingenting er lagret. Velg den i stedet.`
        : `Den ordningen er ikke åpen i ${year}. Ingenting er lagret. Velg en annen ordning eller et annet år.`,
    'round-year': ({ first, last }) => `Velg et år fra ${first} til ${last}. Ingenting er lagret.`,
    'unknown-place': ({ line, words }) =>
      `Linje ${line} forsto jeg ikke: ${words}. Skriv et fylke, en kommune, et kommunenummer, en part i nettverket, eller privat: og et navn. Ingenting er lagret.`,
    'too-many-invited': ({ most }) => `Det er plass til ${most} inviterte. Ingenting er lagret. Del innhentingen i to.`,
    'nobody-invited': () => 'Ingen er invitert. Ingenting er lagret. Skriv én på hver linje, for eksempel et fylke.',
    'round-opens-past': () => 'Den dagen er passert. Ingenting er lagret. La feltet stå tomt for å åpne nå.',
    'round-opens-late': () => 'Innhentingen må åpne før fristen. Ingenting er lagret. Velg en tidligere dag.',
    'round-draft-gone': () => 'Det er for lenge siden innhentingen ble vist. Ingenting er åpnet. Begynn på nytt.',
    'round-draft-late': () =>
      'Fristen har gått ut siden innhentingen ble vist. Ingenting er åpnet. Begynn på nytt med en ny frist.',
  } satisfies RefusalTextsOf<RoundRefusal>,
};
