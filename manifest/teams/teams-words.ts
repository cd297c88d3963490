/** What Teams shows of the app before anyone has written to it. Here because Teams reads it from the package. */
type Command = { readonly title: string; readonly description: string };

export type TeamsWords = {
  readonly name: string;
  /** At most 80 characters. */
  readonly short: string;
  readonly full: string;
  /** The titles are typed commands, so they must be words the bot knows. */
  readonly commands: readonly [poll: Command, network: Command, members: Command, link: Command, help: Command];
};

const nb: TeamsWords = {
  name: 'Laget',
  short: 'Holder tverrfaglige nettverk sammen, på tvers av kommuner, Teams og Slack',
  full:
    'Laget hjelper nettverk og samarbeidsforum som består av flere virksomheter. Still et spørsmål til forumet, og hver ' +
    'plass svarer én gang, fra Teams eller Slack. Svarene telles, fristen holdes, og kortet står likt i alle kanaler. ' +
    'Skriv «hjelp» til Laget for å begynne.',
  commands: [
    { title: 'avstemning', description: 'Still et spørsmål til nettverket' },
    { title: 'nettverk', description: 'Se eller start nettverket i denne kanalen' },
    { title: 'medlemmer', description: 'Se hvem som er med, og hvilke plasser de har' },
    { title: 'koble', description: 'Bruk en kode: koble kanalen, en plass eller en konto' },
    { title: 'hjelp', description: 'Se hva Laget kan' },
  ],
};

const nn: TeamsWords = {
  name: 'Laget',
  short: 'Held tverrfaglege nettverk saman, på tvers av kommunar, Teams og Slack',
  full:
    'Laget hjelper nettverk og samarbeidsforum der fleire verksemder er med. Still eit spørsmål til forumet, og kvar ' +
    'plass svarer éin gong, frå Teams eller Slack. Svara blir talde, fristen blir halden, og kortet står likt i alle ' +
    'kanalar. Skriv «hjelp» til Laget for å byrje.',
  commands: [
    { title: 'røysting', description: 'Still eit spørsmål til nettverket' },
    { title: 'nettverk', description: 'Sjå eller start nettverket i denne kanalen' },
    { title: 'medlemmer', description: 'Sjå kven som er med, og kva plassar dei har' },
    { title: 'kople', description: 'Bruk ein kode: kople kanalen, ein plass eller ein konto' },
    { title: 'hjelp', description: 'Sjå kva Laget kan' },
  ],
};

const en: TeamsWords = {
  name: 'Laget',
  short: 'Holds cross-sector networks together, across municipalities, Teams and Slack',
  full:
    'Laget helps networks and cooperation forums made up of several organisations. Put a question to the forum, and ' +
    'each seat answers once, from Teams or Slack. The answers are counted, the deadline is kept, and the card is the ' +
    'same in every channel. Write “help” to Laget to begin.',
  commands: [
    { title: 'poll', description: 'Put a question to the network' },
    { title: 'network', description: 'See or start the network in this channel' },
    { title: 'members', description: 'See who takes part, and which seats they hold' },
    { title: 'link', description: 'Use a code: link the channel, a seat or an account' },
    { title: 'help', description: 'See what Laget can do' },
  ],
};

/** Northern Sámi is left out until a speaker has written it: too few of these words are documented. */
export const teamsWords = { nb, nn, en } as const;
