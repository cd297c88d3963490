/** What the playground's page says, and how it writes the time. Read by the browser too, so it imports nothing. */

export type PageLanguage = 'nb' | 'nn' | 'en';

export type PlaygroundTexts = Loosened<typeof nb>;

type Loosened<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer A) => string
      ? (...given: A) => string
      : Loosened<T[K]>;
};

const nb = {
  started: 'Åpne adressen i nettleseren. Alt er oppdiktet og i minnet; neste start gir et nytt forum.',
  title: 'Laget – øvingsrom',
  heading: 'Øvingsrom',
  intro:
    'Teams og Slack side om side, med samme forum i begge. Alt er oppdiktet og i minnet: neste start gir et nytt forum.',
  skip: 'Hopp til Teams',
  skipToSlack: 'Hopp til Slack',
  pageLanguage: 'Sidens språk',
  clock: 'Klokka her',
  move: {
    minute: '+ 1 minutt',
    hour: '+ 1 time',
    day: '+ 1 døgn',
    deadline: 'Til neste frist',
  },
  moved: (when: string) => `Klokka er ${when}.`,
  noDeadline: 'Ingen avstemning er åpen.',
  nextDeadline: (when: string) => `Neste frist: ${when}`,
  person: 'Du er',
  noSeat: 'uten plass',
  locale: 'Språk i appen',
  locales: { 'nb-NO': 'Bokmål', 'nn-NO': 'Nynorsk', 'en-GB': 'Engelsk', 'se-NO': 'Nordsamisk' },
  slackLocale: 'Laget spør Slack om språket én gang i timen. Flytt klokka en time for å se endringen.',
  channel: 'Kanal',
  direct: 'Chat med Laget',
  directFor: (name: string) => `Bare ${name} og Laget ser dette`,
  messages: (place: string) => `Meldinger i ${place}`,
  messagesDirect: 'Meldinger i chatten med Laget',
  empty: 'Ingenting her ennå.',
  earlier: (n: number) => `Tidligere, da forumet ble samlet (${n})`,
  bot: 'Laget',
  app: 'APP',
  onlyYou: 'Bare du ser dette',
  hide: 'Skjul',
  deleted: 'Meldingen er slettet.',
  removed: 'Laget er fjernet herfra.',
  write: (place: string) => `Skriv til Laget i ${place}`,
  writeDirect: 'Skriv til Laget alene',
  how: 'Skrives som',
  mention: '@Laget',
  slash: '/laget',
  send: 'Send',
  suggestions: 'Prøv',
  newMessage: (place: string, summary: string) => `${place}: ${summary}`,
  newWhisper: (summary: string) => `Bare du ser dette: ${summary}`,
  newDirect: (summary: string) => `Chat med Laget: ${summary}`,
  unread: (n: number) => `${n} ny`,
  disturb: {
    title: 'Forstyrr',
    hint: 'Se hva som skjer når noe går galt i denne kanalen.',
    removeBot: 'Fjern Laget fra kanalen',
    addBot: 'Legg Laget til igjen',
    throttle: 'Avvis de tre neste sendingene',
    repeat: 'Send alt fire ganger',
    once: 'Send alt én gang igjen',
    delete: 'Slett Lagets siste oppslag',
    done: (what: string) => `Gjort: ${what}.`,
  },
  close: 'Lukk',
  cancel: 'Avbryt',
  failed: 'Dette gikk ikke. Se i loggen der du startet serveren.',
  unanswered: (status: number) => `Laget svarte ${status}.`,
  lost: 'Jeg får ikke kontakt med serveren. Er den stoppet?',
  unknownBlock: 'Denne delen kan ikke vises her.',
  problems: (n: number) => `Plattformene ville ha avvist ${n} av Lagets kall`,
  choose: 'Velg …',
};

const nn: PlaygroundTexts = {
  started: 'Opne adressa i nettlesaren. Alt er oppdikta og i minnet; neste start gir eit nytt forum.',
  title: 'Laget – øvingsrom',
  heading: 'Øvingsrom',
  intro:
    'Teams og Slack side om side, med same forum i begge. Alt er oppdikta og i minnet: neste start gir eit nytt forum.',
  skip: 'Hopp til Teams',
  skipToSlack: 'Hopp til Slack',
  pageLanguage: 'Språket på sida',
  clock: 'Klokka her',
  move: {
    minute: '+ 1 minutt',
    hour: '+ 1 time',
    day: '+ 1 døgn',
    deadline: 'Til neste frist',
  },
  moved: when => `Klokka er ${when}.`,
  noDeadline: 'Inga røysting er open.',
  nextDeadline: when => `Neste frist: ${when}`,
  person: 'Du er',
  noSeat: 'utan plass',
  locale: 'Språk i appen',
  locales: { 'nb-NO': 'Bokmål', 'nn-NO': 'Nynorsk', 'en-GB': 'Engelsk', 'se-NO': 'Nordsamisk' },
  slackLocale: 'Laget spør Slack om språket éin gong i timen. Flytt klokka ein time for å sjå endringa.',
  channel: 'Kanal',
  direct: 'Chat med Laget',
  directFor: name => `Berre ${name} og Laget ser dette`,
  messages: place => `Meldingar i ${place}`,
  messagesDirect: 'Meldingar i chatten med Laget',
  empty: 'Ingenting her enno.',
  earlier: n => `Tidlegare, då forumet vart samla (${n})`,
  bot: 'Laget',
  app: 'APP',
  onlyYou: 'Berre du ser dette',
  hide: 'Gøym',
  deleted: 'Meldinga er sletta.',
  removed: 'Laget er fjerna herifrå.',
  write: place => `Skriv til Laget i ${place}`,
  writeDirect: 'Skriv til Laget åleine',
  how: 'Skriven som',
  mention: '@Laget',
  slash: '/laget',
  send: 'Send',
  suggestions: 'Prøv',
  newMessage: (place, summary) => `${place}: ${summary}`,
  newWhisper: summary => `Berre du ser dette: ${summary}`,
  newDirect: summary => `Chat med Laget: ${summary}`,
  unread: n => `${n} ny`,
  disturb: {
    title: 'Uroe',
    hint: 'Sjå kva som skjer når noko går gale i denne kanalen.',
    removeBot: 'Fjern Laget frå kanalen',
    addBot: 'Legg til Laget att',
    throttle: 'Avvis dei tre neste sendingane',
    repeat: 'Send alt fire gonger',
    once: 'Send alt éin gong att',
    delete: 'Slett det siste oppslaget til Laget',
    done: what => `Gjort: ${what}.`,
  },
  close: 'Lukk',
  cancel: 'Avbryt',
  failed: 'Dette gjekk ikkje. Sjå i loggen der du starta serveren.',
  unanswered: status => `Laget svara ${status}.`,
  lost: 'Eg får ikkje kontakt med serveren. Er han stoppa?',
  unknownBlock: 'Denne delen kan ikkje visast her.',
  problems: n => `Plattformene ville ha avvist ${n} av kalla til Laget`,
  choose: 'Vel …',
};

const en: PlaygroundTexts = {
  started: 'Open the address in a browser. Everything is made up and in memory; the next start gives a new forum.',
  title: 'Laget – playground',
  heading: 'Playground',
  intro:
    'Teams and Slack side by side, with the same forum in both. Everything is made up and in memory: the next start gives a new forum.',
  skip: 'Skip to Teams',
  skipToSlack: 'Skip to Slack',
  pageLanguage: 'Language of this page',
  clock: 'The clock here',
  move: {
    minute: '+ 1 minute',
    hour: '+ 1 hour',
    day: '+ 1 day',
    deadline: 'To the next deadline',
  },
  moved: when => `The clock is ${when}.`,
  noDeadline: 'No poll is open.',
  nextDeadline: when => `Next deadline: ${when}`,
  person: 'You are',
  noSeat: 'no seat',
  locale: 'Language in the app',
  locales: { 'nb-NO': 'Bokmål', 'nn-NO': 'Nynorsk', 'en-GB': 'English', 'se-NO': 'Northern Sámi' },
  slackLocale: 'Laget asks Slack for the language once an hour. Move the clock an hour to see the change.',
  channel: 'Channel',
  direct: 'Chat with Laget',
  directFor: name => `Only ${name} and Laget see this`,
  messages: place => `Messages in ${place}`,
  messagesDirect: 'Messages in the chat with Laget',
  empty: 'Nothing here yet.',
  earlier: n => `Earlier, when the forum was gathered (${n})`,
  bot: 'Laget',
  app: 'APP',
  onlyYou: 'Only you see this',
  hide: 'Hide',
  deleted: 'The message is deleted.',
  removed: 'Laget has been removed from here.',
  write: place => `Write to Laget in ${place}`,
  writeDirect: 'Write to Laget alone',
  how: 'Written as',
  mention: '@Laget',
  slash: '/laget',
  send: 'Send',
  suggestions: 'Try',
  newMessage: (place, summary) => `${place}: ${summary}`,
  newWhisper: summary => `Only you see this: ${summary}`,
  newDirect: summary => `Chat with Laget: ${summary}`,
  unread: n => `${n} new`,
  disturb: {
    title: 'Disturb',
    hint: 'See what happens when something goes wrong in this channel.',
    removeBot: 'Remove Laget from the channel',
    addBot: 'Add Laget again',
    throttle: 'Refuse the next three sends',
    repeat: 'Send everything four times',
    once: 'Send everything once again',
    delete: 'Delete Laget’s last posting',
    done: what => `Done: ${what}.`,
  },
  close: 'Close',
  cancel: 'Cancel',
  failed: 'That did not work. See the log where you started the server.',
  unanswered: status => `Laget answered ${status}.`,
  lost: 'The server does not answer. Has it been stopped?',
  unknownBlock: 'This part cannot be shown here.',
  problems: n => `The platforms would have refused ${n} of Laget’s calls`,
  choose: 'Choose …',
};

export const playgroundTexts: Readonly<Record<PageLanguage, PlaygroundTexts>> = { nb, nn, en };

const locales = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const satisfies Record<PageLanguage, string>;

/** «man. 23. nov. 2026, 09:15» @param zone IANA name */
export function writeDayAndTime(instant: string, zone: string, language: PageLanguage): string {
  const options = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  };
  return new Intl.DateTimeFormat(locales[language], {
    ...options,
    timeZone: zone,
  } as Intl.DateTimeFormatOptions).format(new Date(instant));
}

/** «09:15» */
export function writeTime(instant: string, zone: string, language: PageLanguage): string {
  const options = { hour: '2-digit', minute: '2-digit', timeZone: zone } as const;
  return new Intl.DateTimeFormat(locales[language], options).format(new Date(instant));
}
