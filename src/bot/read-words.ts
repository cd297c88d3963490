/** What a person typed → what a button would have carried. Pure; tolerant of case, quotes, spaces and language. */
import { closest, distance } from 'fastest-levenshtein';
import {
  type Command,
  commandWords,
  everyCommandWord,
  kindWords,
  languageWords,
  optionWords,
} from '../texts/commands.ts';
import { helpTopicWords } from '../texts/help-topics.ts';
import { beginsWithMonth, type DeadlineWords, deadlineWords } from './deadline-words.ts';
import { deliveryReaders } from './deliveries/read-delivery-words.ts';
import { agendaReaders } from './meetings/read-agenda-words.ts';
import { meetingReaders } from './meetings/read-meeting-words.ts';
import { needFileReaders } from './needs/read-need-file-words.ts';
import { needReaders } from './needs/read-need-words.ts';
import { rankingReaders } from './needs/read-ranking-words.ts';
import { roundReaders } from './needs/read-round-words.ts';
import { setReaders } from './needs/read-set-words.ts';
import { totalsReaders } from './needs/read-totals-words.ts';
import { termReaders } from './networks/read-term-words.ts';
import type { Read, Reader } from './reader.ts';
import { yearReaders } from './year/read-year-words.ts';

const everyWord = everyCommandWord();

/** @returns what was asked for; help with what was typed when no command is recognised, help alone when nothing was */
export function readWords(typed: string): Read {
  const words = tidy(typed);
  if (words === '') return { type: 'help.show' };
  const lower = words.toLowerCase();
  const found = everyWord.find(({ word }) => lower === word || isFollowed(lower, word));
  if (!found) return { type: 'help.show', typed: words.slice(0, 80) };
  const rest = words.slice(found.word.length).replace(/^[\s:,.!]+/, '');
  return readers[found.command](rest, () => asTyped(typed, found.word));
}

/** The command nearest to what was typed, near enough that it may have been meant. */
export function nearestCommand(typed: string): string | undefined {
  const [first = ''] = typed.toLowerCase().split(/\s/);
  const words = everyWord.map(({ word }) => word);
  const nearest = closest(first, words);
  return distance(first, nearest) <= Math.max(1, Math.floor((first.length + 1) / 3)) ? nearest : undefined;
}

function isFollowed(text: string, word: string): boolean {
  return text.startsWith(word) && /[\s:;,.!?]/.test(text.charAt(word.length));
}

/** Quotes, odd spaces and a mention's leftovers are not what anyone means. */
function tidy(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(quotes, '')
    .replace(/[’‘]/g, "'")
    .replace(/[^\S\n]+/g, ' ')
    .replace(/^\s*\//, '')
    .trim();
}

const quotes = /[“”„«»"]/g;

/** What follows the command with its quotes and tabs, which a question and a pasted list may need. */
function asTyped(typed: string, word: string): string {
  const text = typed.normalize('NFC');
  const command = word.replaceAll(' ', '\\s+');
  const rest = text.replace(new RegExp(`^[\\s/“”„«»"]*${command}[“”„«»"]*[\\s:,.!]*`, 'iu'), '');
  const isQuotedWhole = new RegExp(`^[\\s/]*[“”„«»"]${command}(?![“”„«»"])`, 'iu').test(text);
  return isQuotedWhole ? rest.replace(/[“”„«»"]\s*$/u, '') : rest;
}

/** «"Ja"» is Ja; quotes within stay. */
function unquoted(text: string): string {
  return text.trim().replace(/^[“”„«»"]([^“”„«»"]*)[“”„«»"]$/, '$1');
}

const readers: Readonly<Record<Command, Reader>> = {
  ...deliveryReaders,
  ...yearReaders,
  ...meetingReaders,
  ...agendaReaders,
  ...needReaders,
  ...needFileReaders,
  ...roundReaders,
  ...totalsReaders,
  ...setReaders,
  ...termReaders,
  ...rankingReaders,
  help: rest => ({ type: 'help.show', topic: keyOf(helpTopicWords, rest) }),
  network: () => ({ type: 'network.show' }),
  start: readStart,
  members: rest => ({ type: 'members.show', ...(numbered(rest).poll && { from: numbered(rest).poll?.poll }) }),
  link: code => (code === '' ? { type: 'channel.invite' } : { type: 'code.redeem', code }),
  invite: readInvite,
  myCode: () => ({ type: 'member.invite' }),
  language: rest => {
    const language = keyOf(languageWords, rest);
    return language ? { type: 'language.choose', language } : { type: 'language.form' };
  },
  roster: (rest, csv) => (rest === '' ? { type: 'roster.form' } : { type: 'roster.preview', csv: csv() }),
  saveRoster: draft => ({ type: 'roster.apply', draft }),
  poll: (_, asked) => readPoll(asked()),
  polls: () => ({ type: 'polls.show' }),
  show: rest => ({ type: 'poll.show', ...numbered(rest).poll }),
  answer: rest => readAnswer(rest),
  mine: rest => ({ type: 'poll.mine', ...numbered(rest).poll }),
  // Without a number it is asked for once more: closing cannot be undone.
  close: rest => ({ type: numbered(rest).poll ? 'poll.close' : 'poll.close-form', ...numbered(rest).poll }),
  extend: readExtend,
  remind: rest => ({ type: 'poll.remind', ...numbered(rest).poll }),
  missing: rest => ({ type: 'poll.missing', ...numbered(rest).poll }),
  export: rest => ({ type: 'poll.export', ...numbered(rest).poll }),
};

/** «start samarbeidsforum Troms og Finnmark»: the kind's own name begins the name. */
function readStart(rest: string): Read {
  const name = rest.replace(new RegExp(`^(?:${networkWords.join('|')})\\s+`, 'i'), '');
  const lower = name.toLowerCase();
  const kinds = Object.entries(kindWords) as readonly [string, readonly string[]][];
  const kind = kinds.find(([, names]) => names.some(each => lower.startsWith(each)))?.[0];
  if (kind) return { type: 'network.start', name, kind };
  return name === '' ? { type: 'network.form' } : { type: 'network.form', name };
}

const networkWords: readonly string[] = Object.values(commandWords.network).flat();

/** «inviter 7 vara», «inviter Navn Navnesen». */
function readInvite(rest: string): Read {
  const { poll, rest: more } = numbered(rest);
  if (!poll) return rest === '' ? { type: 'seat.invite' } : { type: 'member.invite', member: rest };
  const as = more === '' ? 'holder' : isOneOf(optionWords.deputy, more) ? 'deputy' : more;
  return { type: 'seat.invite', seat: poll.poll, as };
}

/** «avstemning Skal vi …? ; Ja ; Nei ; frist 1.12.2026 12.00 ; formell»; parts by semicolons or lines. */
function readPoll(rest: string): Read {
  const [question = '', ...parts] = rest.split(/[;\n]/).map(unquoted);
  if (parts.length === 0 && question.replace(quotes, '') === '') return { type: 'poll.form' };
  if (parts.length === 0 && /^\d+$/.test(question)) return { type: 'poll.show', poll: Number(question) };
  // «Innen uke 9» may be an answer too: one deadline there is, and it is said last.
  const deadlineAt = parts.findLastIndex(part => deadlineIn(part) !== undefined);
  const isSetting = (part: string, at: number) => at === deadlineAt || isOneOf(switches, part);
  const options = parts.slice(0, parts.findLastIndex((part, at) => part !== '' && !isSetting(part, at)) + 1);
  const settings = parts.slice(options.length);
  const has = (words: readonly string[]) => settings.some(part => isOneOf(words, part));
  const secret = has(optionWords.secret);
  const deadline = deadlineAt < options.length ? undefined : deadlineIn(parts[deadlineAt] ?? '');
  return {
    type: deadline && 'closes' in deadline ? 'poll.open-typed' : 'poll.open',
    question,
    options: options.filter(part => part !== ''),
    kind: has(optionWords.formal) ? 'formal' : 'opinion',
    choice: has(optionWords.ranked) ? 'ranked' : has(optionWords.several) ? 'several' : 'one',
    secrecy: secret ? 'secret' : 'open',
    reveal: secret || has(optionWords.hidden) ? 'whenClosed' : 'always',
    ...deadline,
  };
}

/** What is said of the poll stands after its options: «Flere» among them is an option like any other. */
const switches: readonly string[] = [
  optionWords.formal,
  optionWords.secret,
  optionWords.several,
  optionWords.ranked,
  optionWords.hidden,
].flat();

const deadlineFirst = new RegExp(`^(?:${optionWords.deadline.join('|')})[\\s:]+`, 'i');

/** «frist fredag kl. 12», «innen 1.12.2026» */
function deadlineIn(part: string): DeadlineWords | undefined {
  const found = deadlineFirst.exec(part);
  return found ? deadlineWords(part.slice(found[0].length)) : undefined;
}

/** «svar 7 ja», «svar ja» when one poll is open, «svar 7: 1, 3» where several may be chosen. */
function readAnswer(rest: string): Read {
  const { poll, rest: words } = numbered(rest);
  return words === '' && poll === undefined
    ? { type: 'poll.answer-form' }
    : words === ''
      ? { type: 'poll.cast-typed', words: String(poll?.poll) }
      : { type: 'poll.cast-typed', ...poll, words };
}

/** «forleng 7 fredag kl. 12»; «forleng 7. mars» names a day and no poll. */
function readExtend(rest: string): Read {
  const named = numbered(rest);
  const { poll, rest: more } = beginsWithMonth(named.rest) ? { rest } : named;
  const deadline = deadlineWords(more);
  if (!deadline) return { type: 'poll.extend-form', ...poll };
  return { type: 'closes' in deadline ? 'poll.extend-typed' : 'poll.extend', ...poll, ...deadline };
}

/** A number as people name things by it: «7», «7.», «#7», «nr. 7», «avstemning 7»; not the beginning of a date or a list. */
const numberFirst =
  /^(?:(?:nr\.?|nummer|number|no\.?|plass|seat|avstemning|avstemming|meningsmåling|røysting|meiningsmåling|poll)\s+)*#?(\d{1,6})(?![\d/-]|[.,]\s*\d)[.,]?[\s:]*/i;

/** A leading poll number, «7», «7:» or «#7», but not the «1» of a date. */
function numbered(rest: string): { readonly poll?: { readonly poll: number }; readonly rest: string } {
  const found = numberFirst.exec(rest);
  return found ? { poll: { poll: Number(found[1]) }, rest: rest.slice(found[0].length) } : { rest };
}

function isOneOf(words: readonly string[], text: string): boolean {
  return words.includes(text.toLowerCase().trim());
}

function keyOf<K extends string>(table: Readonly<Record<K, readonly string[]>>, text: string): K | undefined {
  return (Object.keys(table) as K[]).find(key => isOneOf(table[key], text));
}
