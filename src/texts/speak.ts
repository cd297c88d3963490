import type { Language } from '../features/networks/network.ts';
import type { OwnTerms } from '../features/networks/own-terms.ts';
import type { Instant, PlainDate } from '../world.ts';
import { type Command, commandWord } from './commands.ts';
import { en } from './en.ts';
import { enRoster } from './en-roster.ts';
import { formatDay } from './format-day.ts';
import {
  formatDayInYear,
  formatDays,
  formatMonth,
  formatSpan,
  formatTimes,
  formatWeek,
  formatWeekday,
} from './format-span.ts';
import { formatInstant, formatList, formatShare } from './format-time.ts';
import { nb, type Texts } from './nb.ts';
import { nbRoster } from './nb-roster.ts';
import { nn } from './nn.ts';
import { nnRoster } from './nn-roster.ts';
import type { Refusal, RefusalTexts, Tell } from './refusal.ts';
import type { RosterTexts, RosterWords } from './roster-texts.ts';
import { besideSe, se } from './se.ts';
import { withFallback } from './with-fallback.ts';

/** One language in one zone: all that a card needs to be written in. */
export type Speech = {
  readonly language: Language;
  /** IANA name. */
  readonly zone: string;
  readonly say: Texts;
  /** The network's own words in the lists that needs are chosen from. */
  readonly terms: OwnTerms;
  readonly when: (instant: Instant) => string;
  /** «tirsdag 2. mars 2027 kl. 09.00–11.30» */
  readonly span: (startsAt: Instant, endsAt: Instant) => string;
  /** «18. januar og 24. januar kl. 09.00» */
  readonly times: (instants: readonly Instant[]) => string;
  /** «2. mars 2027» */
  readonly day: (day: PlainDate) => string;
  /** «tirsdag 2. mars 2027» */
  readonly weekday: (day: PlainDate) => string;
  /** «tirsdag 2. mars» */
  readonly dayInYear: (day: PlainDate) => string;
  /** «22.–26. februar» */
  readonly days: (from: PlainDate, to: PlainDate) => string;
  /** «uke 9», the day's */
  readonly week: (day: PlainDate) => string;
  /** «mars», of 1 to 12 */
  readonly month: (month: number) => string;
  readonly list: (words: readonly string[]) => string;
  readonly share: (share: number) => string;
  readonly command: (command: Command) => string;
  readonly refusal: (refusal: Refusal) => string;
  readonly roster: RosterTexts;
  readonly rosterWords: RosterWords;
};

const textsOf: Readonly<Record<Language, Texts>> = {
  nb,
  nn,
  se: withFallback(se, withFallback<Texts>(besideSe, nb)),
  en,
};

const rosterTextsOf: Readonly<Record<Language, RosterTexts>> = {
  nb: nbRoster,
  nn: nnRoster,
  se: nbRoster,
  en: enRoster,
};

/** @param zone IANA name: the network's, as are the terms */
export function speak(language: Language, zone: string, terms: OwnTerms = {}): Speech {
  const say = textsOf[language];
  const when = (instant: Instant) => formatInstant(instant, zone, language);
  const day = (on: PlainDate) => formatDay(on, language);
  const span = (startsAt: Instant, endsAt: Instant) => formatSpan(startsAt, endsAt, zone, language);
  const list = (words: readonly string[]) => formatList(words, language);
  return {
    language,
    zone,
    say,
    terms,
    when,
    span,
    times: instants => formatTimes(instants, zone, language),
    day,
    weekday: on => formatWeekday(on, language),
    dayInYear: on => formatDayInYear(on, language),
    days: (from, to) => formatDays(from, to, language),
    week: on => formatWeek(on, language),
    month: month => formatMonth(month, language),
    list,
    share: share => formatShare(share, language),
    command: command => commandWord(command, language),
    refusal: refusal => sentence(say.refusals, refusal, { when, span }),
    roster: rosterTextsOf[language],
    rosterWords: {
      group: group => say.seatGroups[group],
      role: role => say.roles[role],
      day,
      list,
    },
  };
}

/** The table's type ties each code to its own refusal; a look-up by a code not known in advance loses that tie. */
function sentence(texts: Texts['refusals'], refusal: Refusal, tell: Tell): string {
  const write = texts[refusal.code] as RefusalTexts[Refusal['code']] as (given: Refusal, tell: Tell) => string;
  return write(refusal, tell);
}
