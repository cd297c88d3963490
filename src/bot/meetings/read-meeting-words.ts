/** What people type of meetings → what a button would have carried. Pure; what stands in it is read by the workflows. */
import type { SeriesPattern } from '../../features/meetings/series.ts';
import { weekdayNamed } from '../../features/year/moment-words.ts';
import { readMoment } from '../../features/year/read-moment.ts';
import type { meetingCommands } from '../../texts/meeting-commands.ts';
import { instantOf } from '../../world.ts';
import type { Read, Reader } from '../reader.ts';

export const meetingReaders: Readonly<Record<keyof typeof meetingCommands, Reader>> = {
  meeting: readMeeting,
  meetings: () => ({ type: 'meetings.show' }),
  earlierMeetings: () => ({ type: 'meetings.show', which: 'earlier' }),
  // «vis møte 3»
  nextMeeting: rest => {
    const { number } = numbered(rest);
    return number ? { type: 'meeting.show', ...number } : { type: 'meeting.next' };
  },
  findTime: readSearch,
  available: rest => {
    const { number, more } = numbered(rest);
    return more === ''
      ? { type: 'meeting.answer-form', ...number }
      : { type: 'meeting.answer-typed', ...number, words: more };
  },
  coming: rest => ({ type: 'meeting.attend', ...numbered(rest).number, answer: 'coming' }),
  notComing: rest => ({ type: 'meeting.attend', ...numbered(rest).number, answer: 'notComing' }),
  settle: readSettle,
  inviteAll: rest => ({ type: 'meeting.invite', ...numbered(rest).number }),
  moveMeeting: readMove,
  cancelMeeting: rest => {
    const { number, more } = numbered(rest);
    return more === ''
      ? { type: 'meeting.cancel-form', ...number }
      : { type: 'meeting.cancel', ...number, reason: more };
  },
  meetingSeries: readSeries,
};

/** «møte Styringsmøte ; tirsdag uke 9 kl. 10–11.30 ; 4. mars kl. 9–11 ; sted Rådhuset ; svar innen 1. februar» */
function readMeeting(rest: string): Read {
  const parts = partsOf(rest);
  const [first = ''] = parts;
  const [, number] = parts.length === 1 ? (/^#?(\d{1,6})$/.exec(first) ?? []) : [];
  if (number !== undefined) return { type: 'meeting.show', meeting: Number(number) };
  const isSaidOfIt = /^\s*;/.test(rest) && (placeWords.test(first) || answersByWords.test(first));
  const isNamed = first !== '' && !isSaidOfIt && !isTime(first);
  const said = isNamed ? parts.slice(1) : parts;
  const place = after(placeWords, said);
  const answersBy = after(answersByWords, said);
  const times = said.filter(part => !placeWords.test(part) && !answersByWords.test(part));
  return {
    type: isNamed && times.length > 0 ? 'meeting.propose' : 'meeting.form',
    ...(isNamed && { title: first }),
    ...(times.length > 0 && { times: times.join('\n') }),
    ...(place && { place }),
    ...(answersBy && { answersBy }),
  };
}

/** Whether it is a day, whichever: no name of a meeting. */
function isTime(words: string): boolean {
  const moment = readMoment(words, { now: instantOf(0), zone: 'UTC' });
  return moment.ok && moment.value.rest === '';
}

const placeWords = /^(?:sted|stad|place)\b[\s:]*/i;
const answersByWords =
  /^(?:svar(?:frist)?\s+inn[ea]n|svarfrist|svar\s+før|frist|innen|innan|answer\s+by|deadline)\b[\s:]*/i;

function after(words: RegExp, parts: readonly string[]): string | undefined {
  return parts.find(part => words.test(part))?.replace(words, '');
}

/** «finn tid 2. februar ; 15. mars ; 90 min ; kl. 9–15 ; 3 dager ; fylke 55»; what is not said is as usual. */
function readSearch(rest: string): Read {
  const parts = partsOf(rest);
  const minutes = parts.map(minutesIn).find(each => each !== undefined);
  const window = parts.map(clocksIn).find(each => each !== undefined);
  const count = parts
    .map(part => /^(\d{1,2})\s*(?:dag|dager|dagar|forslag|framlegg|days?|times?)$/i.exec(part)?.[1])
    .find(Boolean);
  const county = parts.map(part => /^(?:fylke|county)\s+(\d{2})$/i.exec(part)?.[1]).find(Boolean);
  const days = parts.filter(part => !isSetting(part)).flatMap(part => part.split(/\s+(?:-|–|til|to)\s+/));
  const [firstDay, lastDay] = days;
  if (firstDay === undefined || lastDay === undefined) return { type: 'meeting.find-form' };
  return {
    type: 'meeting.find',
    firstDay,
    lastDay,
    minutes: minutes ?? usual.minutes,
    earliest: window?.from ?? usual.earliest,
    latest: window?.to ?? usual.latest,
    count: count ?? usual.count,
    ...(county && { county }),
  };
}

/** As a form begins, too. */
export const usual = { minutes: 90, earliest: '09:00', latest: '15:00', count: 3 } as const;

function isSetting(part: string): boolean {
  const isCount = /^\d{1,2}\s*(?:dag|dager|dagar|forslag|framlegg|days?|times?)$/i.test(part);
  const isCounty = /^(?:fylke|county)\s/i.test(part);
  return isCount || isCounty || minutesIn(part) !== undefined || clocksIn(part) !== undefined;
}

/** «90 min», «1,5 time», «2 timer» */
function minutesIn(part: string): number | undefined {
  const found = /^(\d{1,3}(?:[.,]\d)?)\s*(?:(min(?:utt(?:er)?|utes?)?)|t(?:ime[rn]?|imar)?|hours?|h)$/i.exec(part);
  if (!found) return undefined;
  const amount = Number(found[1]?.replace(',', '.'));
  return found[2] ? amount : Math.round(amount * 60);
}

type Clocks = { readonly from: string; readonly to: string };

/** «kl. 9–15», «09.30-11» */
function clocksIn(part: string): Clocks | undefined {
  const found = /^(?:kl\.?\s*|at\s+)?(\d{1,2})(?:[.:](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[.:](\d{2}))?$/i.exec(part);
  if (!found) return undefined;
  const [, fromHour, fromMinute, toHour, toMinute] = found;
  return { from: clock(fromHour, fromMinute), to: clock(toHour, toMinute) };
}

function clock(hour = '', minute = '00'): string {
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** «fastsett 3 2», «fastsett 3 2 ; begrunnelse»; a single number is the time's, of the only meeting it can be. */
function readSettle(rest: string): Read {
  const found = /^#?(\d{1,6})(?:[\s:;,]+#?(\d{1,2}))?(?:[\s:;,]+(\S.*))?$/s.exec(rest);
  if (!found) return { type: 'meetings.show' };
  const [, first, second, reason] = found;
  const which = second === undefined ? { time: Number(first) } : { meeting: Number(first), time: Number(second) };
  return { type: 'meeting.settle', ...which, ...(reason && { reason }) };
}

/** «flytt møte 3 ; tirsdag 9. mars kl. 10–12 ; sted Rådhuset ; begrunnelse» */
function readMove(rest: string): Read {
  // A date begins with a number as well: the meeting's is followed by a mark, or by nothing.
  const found = /^#?(\d{1,6})\s*(?:[;:,]|\btil\b|\bto\b|$)\s*(.*)$/s.exec(rest);
  const number = found ? { meeting: Number(found[1]) } : {};
  const parts = partsOf(found ? (found[2] ?? '') : rest);
  const place = after(placeWords, parts);
  const [when, reason] = parts.filter(part => !placeWords.test(part));
  if (when === undefined) return { type: 'meeting.move-form', ...number };
  return { type: 'meeting.move', ...number, when, ...(place && { place }), ...(reason && { reason }) };
}

/** «møteserie Nettverksmøte ; andre tirsdag hver måned ; 1. januar 2027 ; 31. desember 2027 ; kl. 9–11 ; sted Teams» */
function readSeries(rest: string): Read {
  const [title = '', ...parts] = partsOf(rest);
  const rule = parts.map(ruleIn).find(each => each !== undefined);
  const clocks = parts.map(clocksIn).find(each => each !== undefined);
  const place = after(placeWords, parts);
  const [firstDay, lastDay] = parts.filter(part => !ruleIn(part) && !clocksIn(part) && !placeWords.test(part));
  if (!rule || !clocks || firstDay === undefined || lastDay === undefined) return { type: 'meeting.series-form' };
  return {
    type: 'meeting.series-preview',
    title,
    ...rule,
    firstDay,
    lastDay,
    starts: clocks.from,
    minutes: minutesOf(clocks.to) - minutesOf(clocks.from),
    ...(place && { place }),
  };
}

const patternWords: Readonly<Record<SeriesPattern, RegExp>> = {
  fortnight: /\b(?:annenhver|annakvar|every\s+other|every\s+second)\s+(?:uke|veke|week)|\b(?:annenhver|annakvar)\b/i,
  week: /\b(?:hver|kvar|every)\s+(?:uke|veke|week)\b/i,
  first: /\b(?:første|fyrste|first)\b/i,
  second: /\b(?:andre|second)\b/i,
  third: /\b(?:tredje|third)\b/i,
  fourth: /\b(?:fjerde|fourth)\b/i,
  last: /\b(?:siste|last)\b/i,
};

function ruleIn(part: string): { readonly pattern: SeriesPattern; readonly weekday: string } | undefined {
  const weekday = part.split(/\s+/).flatMap(word => weekdayNamed(word) ?? [])[0];
  const named = (Object.keys(patternWords) as SeriesPattern[]).find(each => patternWords[each].test(part));
  const isWeekly = /\b(?:hver|kvar|every)\s+\p{L}+$/iu.test(part.trim());
  const pattern = named ?? (isWeekly ? 'week' : undefined);
  return weekday && pattern && !/\d/.test(part) ? { pattern, weekday } : undefined;
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

function partsOf(rest: string): readonly string[] {
  return rest
    .split(/[;\n]/)
    .map(part => part.trim())
    .filter(part => part !== '');
}

/** A number as people name a meeting by it: «3», «3:», «#3», «møte 3»; not the beginning of a date. */
const numberFirst =
  /^(?:(?:nr\.?|nummer|number|no\.?|møte|møtet|meeting)\s+)*#?(\d{1,6})(?![\d/-]|[.,]\s*\d)[.,]?[\s:;]*/i;

type Numbered = { readonly number?: { readonly meeting: number }; readonly more: string };

function numbered(rest: string): Numbered {
  const found = numberFirst.exec(rest);
  return found
    ? { number: { meeting: Number(found[1]) }, more: rest.slice(found[0].length).trim() }
    : { more: rest.trim() };
}
