/** What a person typed about agendas, meetings under way, minutes and follow-ups → what a button would have carried. */
import { type agendaCommands, casePartWords, caseTypeWords, minuteWords } from '../../texts/agenda-commands.ts';
import type { Read, Reader } from '../reader.ts';

export const agendaReaders: Readonly<Record<keyof typeof agendaCommands, Reader>> = {
  agenda: rest => ({ type: 'agenda.show', ...meetingIn(rest) }),
  suggestCase: (_, asked) => readSuggestion(asked().trim()),
  showCase: rest => {
    const meant = caseIn(rest);
    return 'case' in meant ? { type: 'case.show', ...meant } : { type: 'agenda.show', ...meant };
  },
  editCase: rest => namedCase('case.edit-form', rest),
  acceptCase: rest => namedCase('case.accept', rest),
  withdrawCase: rest => namedCase('case.withdraw', rest),
  orderAgenda: rest => {
    const { meeting, rest: order } = addressed(rest);
    if (order === '') return { type: 'agenda.order-form', ...meeting };
    // A single number without more is a meeting's: there is nothing to order in one case.
    return /^\d+$/.test(order) && !('meeting' in meeting)
      ? { type: 'agenda.order-form', meeting: Number(order) }
      : { type: 'agenda.order', ...meeting, order };
  },
  sendAgenda: rest => {
    const [, number, reason] = /^(?:\p{L}+\s+)?#?(\d{1,6})?\s*[;:]?\s*(.*)$/su.exec(rest) ?? [];
    return { type: 'agenda.send', ...(number && { meeting: Number(number) }), ...(reason && { reason }) };
  },
  lead: rest => ({ type: 'meeting.lead', ...meetingIn(rest) }),
  // Without a number it is shown first which meeting it is, and whose voices lack.
  startMeeting: rest => {
    const meeting = meetingIn(rest);
    return { type: 'meeting' in meeting ? 'meeting.start' : 'meeting.start-form', ...meeting };
  },
  presence: rest => ({ type: 'presence.form', ...meetingIn(rest) }),
  conclude: rest => namedCase('case.conclude-form', rest),
  endMeeting: rest => ({ type: 'meeting.end-form', ...meetingIn(rest) }),
  minutes: rest => ({ type: 'minutes.show', ...meetingIn(rest) }),
  correct: rest => namedCase('minutes.form', rest),
  sendMinutes: rest => ({ type: 'minutes.send', ...meetingIn(rest) }),
  comment: (_, asked) => {
    const { meeting, rest } = addressed(asked().trim());
    return rest === ''
      ? { type: 'minutes.comment-form', ...meeting }
      : { type: 'minutes.comment', ...meeting, comment: rest };
  },
  // Without a number it is asked for once more: approving cannot be undone.
  approve: rest => {
    const meeting = meetingIn(rest);
    return { type: 'meeting' in meeting ? 'minutes.approve' : 'minutes.approve-form', ...meeting };
  },
  followUps: () => ({ type: 'follow-ups.show' }),
  closeFollowUp: (_, asked) => {
    const [, number, note] = /^#?(\d{1,6})\s*[;:]?\s*(.*)$/s.exec(asked().trim()) ?? [];
    if (number === undefined) return { type: 'follow-ups.show' };
    return note
      ? { type: 'follow-up.close', followUp: Number(number), note }
      : { type: 'follow-up.close-form', followUp: Number(number) };
  },
};

type Meeting = { readonly meeting?: number };

const meetingWord = String.raw`(?:(?:fra|frå|for|of|from)\s+)?(?:(?:møte|møtet|meeting|nr\.?|no\.?)\s+)?#?`;

/** «3», «møte 3», «#3.» */
function meetingIn(rest: string): Meeting {
  const number = new RegExp(`^${meetingWord}(\\d{1,6})[.:]?$`, 'iu').exec(rest.trim())?.[1];
  return number === undefined ? {} : { meeting: Number(number) };
}

/** «3: …»: which meeting, and what is said of it. «3» alone is a meeting. */
function addressed(rest: string): { readonly meeting: Meeting; readonly rest: string } {
  const found = new RegExp(`^${meetingWord}(\\d{1,6})\\s*(?::(?!\\/\\/)\\s*|$)`, 'iu').exec(rest);
  return found
    ? { meeting: { meeting: Number(found[1]) }, rest: rest.slice(found[0].length).trim() }
    : { meeting: {}, rest: rest.trim() };
}

/** «3: 2», «3: 4/27», «2», «4/27»: a meeting's case by its place on the list or by its number. A number alone is a case's. */
function caseIn(rest: string): Meeting & { readonly case?: number | string } {
  const [, meeting, named] =
    new RegExp(`^(?:${meetingWord}(\\d{1,6})\\s*:\\s*)?(?:(?:sak|case)\\s+)?(\\d{1,6}(?:/\\d{2})?)?[.]?$`, 'iu').exec(
      rest.trim(),
    ) ?? [];
  return {
    ...(meeting !== undefined && { meeting: Number(meeting) }),
    ...(named !== undefined && { case: named.includes('/') ? named : Number(named) }),
  };
}

function namedCase(type: string, rest: string): Read {
  return { type, ...caseIn(rest) };
}

/** «3: Tittel ; drøfting ; 20 min ; lenke: https://… ; ved KS»; parts by semicolons or lines, in any order after the title. */
function readSuggestion(given: string): Read {
  const { meeting, rest } = addressed(given);
  const [title = '', ...parts] = rest.split(/[;\n]/).map(part => part.trim());
  if (/^\d{1,6}\/\d{2}$/.test(title)) return { type: 'case.show', ...meeting, case: title };
  if (title === '') return { type: 'case.form', ...meeting };
  return { type: 'case.suggest', ...meeting, title, ...readParts(parts.filter(part => part !== '')) };
}

type CaseParts = {
  readonly caseType?: string;
  readonly minutes?: number;
  readonly owner?: string;
  readonly links?: string;
  readonly proposal?: string;
};

function readParts(parts: readonly string[]): CaseParts {
  const read = {};
  for (const part of parts) Object.assign(read, readPart(part, read));
  return read;
}

/** What is not read as anything else is whoever presents the case, and after that the proposal: it is shown what was read. */
function readPart(part: string, before: CaseParts): CaseParts {
  const caseType = Object.entries(caseTypeWords).find(([, words]) => isOneOf(words, part))?.[0];
  if (caseType !== undefined) return { caseType };
  const [, count, word = ''] = /^(\d{1,3})\s*(\p{L}+)\.?$/u.exec(part) ?? [];
  if (count !== undefined && isOneOf(minuteWords, word)) return { minutes: Number(count) };
  const said = saidPart(part);
  const field =
    said?.field ?? (/\bhttps?:\/\//i.test(part) ? 'links' : before.owner === undefined ? 'owner' : 'proposal');
  const text = said?.text ?? part;
  const earlier = field === 'owner' ? undefined : before[field];
  return { [field]: earlier === undefined ? text : `${earlier}\n${text}` };
}

/** «lenke: …», «v/ KS», «ved KS» */
function saidPart(part: string): { readonly field: keyof typeof casePartWords; readonly text: string } | undefined {
  const fields = Object.keys(casePartWords) as (keyof typeof casePartWords)[];
  for (const field of fields) {
    const words = casePartWords[field].join('|');
    const text = new RegExp(`^(?:${words})(?:\\s*[:/]\\s*|\\s+)(?=\\S)(.+)$`, 'isu').exec(part)?.[1];
    if (text !== undefined) return { field, text: text.trim() };
  }
  return undefined;
}

function isOneOf(words: readonly string[], text: string): boolean {
  return words.includes(text.toLowerCase().trim());
}
