/** What Teams shows of the app before anyone has written to it. Here because Teams reads it from the package. */
import { type Command, commandWord } from '../../src/texts/commands.ts';

/** The commands Teams suggests, in its order; the bot knows more. */
const suggestedCommands = ['poll', 'network', 'members', 'link', 'help'] as const satisfies Command[];

type TeamsWords = {
  readonly name: string;
  /** At most 80 characters. */
  readonly short: string;
  readonly full: string;
  readonly commands: Readonly<Record<(typeof suggestedCommands)[number], string>>;
};

const nb: TeamsWords = {
  name: 'Laget',
  short: 'Holder tverrfaglige nettverk sammen, på tvers av kommuner, Teams og Slack',
  full:
    'Laget hjelper nettverk og samarbeidsforum som består av flere virksomheter. Still et spørsmål til forumet, og hver ' +
    'plass svarer én gang, fra Teams eller Slack. Svarene telles, fristen holdes, og kortet står likt i alle kanaler. ' +
    'Skriv «hjelp» til Laget for å begynne.',
  commands: {
    poll: 'Still et spørsmål til nettverket',
    network: 'Se eller start nettverket i denne kanalen',
    members: 'Se hvem som er med, og hvilke plasser de har',
    link: 'Koble til en kanal, eller bruk en kode du har fått',
    help: 'Se hva Laget kan',
  },
};

const nn: TeamsWords = {
  name: 'Laget',
  short: 'Held tverrfaglege nettverk saman, på tvers av kommunar, Teams og Slack',
  full:
    'Laget hjelper nettverk og samarbeidsforum der fleire verksemder er med. Still eit spørsmål til forumet, og kvar ' +
    'plass svarer éin gong, frå Teams eller Slack. Svara blir talde, fristen blir halden, og kortet står likt i alle ' +
    'kanalar. Skriv «hjelp» til Laget for å byrje.',
  commands: {
    poll: 'Still eit spørsmål til nettverket',
    network: 'Sjå eller start nettverket i denne kanalen',
    members: 'Sjå kven som er med, og kva plassar dei har',
    link: 'Kople til ein kanal, eller bruk ein kode du har fått',
    help: 'Sjå kva Laget kan',
  },
};

const en: TeamsWords = {
  name: 'Laget',
  short: 'Holds cross-sector networks together, across municipalities, Teams and Slack',
  full:
    'Laget helps networks and cooperation forums made up of several organisations. Put a question to the forum, and ' +
    'each seat answers once, from Teams or Slack. The answers are counted, the deadline is kept, and the card is the ' +
    'same in every channel. Write “help” to Laget to begin.',
  commands: {
    poll: 'Put a question to the network',
    network: 'See or start the network in this channel',
    members: 'See who takes part, and which seats they hold',
    link: 'Link another channel, or use a code you were given',
    help: 'See what Laget can do',
  },
};

/** Northern Sámi is left out until a speaker has written it: too few of these words are documented. */
export const teamsWords = { nb, nn, en } as const;

/** The suggested commands, each title the word the bot knows best in that language. */
export function commandsIn(language: keyof typeof teamsWords) {
  return suggestedCommands.map(command => ({
    title: commandWord(command, language),
    description: teamsWords[language].commands[command],
  }));
}
