/** What people type, in every language at once: a person may write nynorsk in a bokmål channel. */

import type { Language } from '../features/networks/network.ts';
import { agendaCommands } from './agenda-commands.ts';
import { deliveryCommands } from './delivery-commands.ts';
import { meetingCommands } from './meeting-commands.ts';
import { needCommands } from './need-commands.ts';
import { needFileCommands } from './need-file-commands.ts';
import { rankingCommands } from './ranking-commands.ts';
import { roundCommands } from './round-commands.ts';
import { setCommands } from './set-commands.ts';
import { termCommands } from './term-commands.ts';
import { totalsCommands } from './totals-commands.ts';
import type { TypedWords } from './typed-words.ts';
import { yearCommands } from './year-commands.ts';

/** The first word of each list is the one help shows. */
export const commandWords = {
  ...deliveryCommands,
  ...yearCommands,
  ...meetingCommands,
  ...agendaCommands,
  ...needCommands,
  ...needFileCommands,
  ...roundCommands,
  ...totalsCommands,
  ...setCommands,
  ...termCommands,
  ...rankingCommands,
  help: { nb: ['hjelp'], en: ['help'] },
  network: { nb: ['nettverk'], en: ['network'] },
  start: { nb: ['start'], en: ['start'] },
  members: { nb: ['medlemmer'], nn: ['medlemer', 'medlemmar'], en: ['members'] },
  link: { nb: ['koble'], nn: ['kople'], en: ['link'] },
  invite: { nb: ['inviter'], en: ['invite'] },
  myCode: { nb: ['min kode'], en: ['my code'] },
  language: { nb: ['språk'], en: ['language'] },
  roster: { nb: ['liste'], en: ['roster'] },
  saveRoster: { nb: ['lagre'], en: ['save'] },
  poll: { nb: ['avstemning', 'avstemming'], nn: ['røysting', 'avrøysting'], en: ['poll', 'vote'] },
  polls: { nb: ['avstemninger', 'avstemminger'], nn: ['røystingar', 'avrøystingar'], en: ['polls', 'votes'] },
  show: { nb: ['vis'], en: ['show'] },
  answer: { nb: ['svar', 'stem'], nn: ['svar', 'røyst'], en: ['answer'] },
  mine: { nb: ['mitt svar'], en: ['my answer'] },
  close: { nb: ['steng', 'lukk'], en: ['close'] },
  extend: { nb: ['forleng', 'flytt'], en: ['extend'] },
  remind: { nb: ['påminn', 'minn'], nn: ['minn', 'påminn'], en: ['remind'] },
  missing: { nb: ['mangler'], nn: ['manglar'], en: ['missing'] },
  export: { nb: ['eksport', 'eksporter'], en: ['export'] },
} as const satisfies Record<string, TypedWords>;

export type Command = keyof typeof commandWords;

/** Words within a command that choose: «avstemning … ; hemmelig ; frist 1.12.2026». */
export const optionWords = {
  formal: ['formell', 'formal'],
  secret: ['hemmelig', 'hemmeleg', 'secret'],
  several: ['flere', 'fleire', 'several'],
  ranked: ['prioritert', 'rangert', 'ranked'],
  hidden: ['skjult', 'gøymd', 'hidden'],
  deadline: ['frist', 'deadline', 'innen', 'innan'],
  deputy: ['vara', 'deputy'],
} as const;

/** The kinds of network by the names people begin a name with. */
export const kindWords = {
  cooperationForum: ['samarbeidsforum', 'cooperation forum'],
  epsLeaderNetwork: ['pp-ledernettverk', 'pp-leiarnettverk', 'eps leaders network'],
  competenceNetwork: ['kompetansenettverk', 'competence network'],
  steeringGroup: ['styringsgruppe', 'steering group'],
  workingGroup: ['arbeidsgruppe', 'working group'],
  referenceGroup: ['referansegruppe', 'reference group'],
} as const;

export const languageWords = {
  nb: ['nb', 'bokmål', 'bokmal'],
  nn: ['nn', 'nynorsk'],
  se: ['se', 'nordsamisk', 'davvisámegiella', 'davvisamegiella', 'northern sami'],
  en: ['en', 'engelsk', 'english'],
} as const satisfies Record<Language, readonly string[]>;

/** The word help shows for a command in a language; bokmål's where the language has none of its own. */
export function commandWord(command: Command, language: Language): string {
  const words: TypedWords = commandWords[command];
  return words[language]?.[0] ?? words.nb?.[0] ?? command;
}

/** Every way to say every command, longest first, so that «mitt svar» is found before «svar». */
export function everyCommandWord(): readonly { readonly word: string; readonly command: Command }[] {
  return (Object.keys(commandWords) as Command[])
    .flatMap(command => {
      const words: TypedWords = commandWords[command];
      return [...new Set(Object.values(words).flat())].map(word => ({ word, command }));
    })
    .toSorted((a, b) => b.word.length - a.word.length);
}
