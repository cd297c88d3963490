/** Cases in words: the same on agendas, in whispers and in minutes. */
import type { CaseOnAgenda, SentLine } from '../../src/features/meetings/agenda-lines.ts';
import { type Case, caseNumberText } from '../../src/features/meetings/case.ts';
import type { Meeting } from '../../src/features/meetings/meeting.ts';
import { formatClock } from '../../src/texts/format-clock.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';

/** A title has at most 150 characters; only signs made of many code units come so far. */
const titleLength = 200;
const ownerLength = 120;
const basisLength = 200;

type Titled = { readonly title: string; readonly approves?: number | undefined };

export function caseTitle({ title, approves }: Titled, { say }: Speech): string {
  return approves === undefined ? shortened(title, titleLength) : say.agenda.approvalOf(approves);
}

export function titleOf({ title, approves }: Case, speech: Speech): string {
  return caseTitle({ title, approves: approves?.number }, speech);
}

/** `4/27`; before it has a number, its place on the list as it is shown. */
export function caseLabel({ number }: Pick<Case, 'number'>, place: number): string {
  return number ? caseNumberText(number) : String(place);
}

/** «4/27 · Behov for 2028» */
export function numberedTitle(each: Case, place: number, speech: Speech): string {
  return speech.say.agenda.numbered(caseLabel(each, place), titleOf(each, speech));
}

export function sentTitle({ number, title, approves }: SentLine, speech: Speech): string {
  const words = caseTitle({ title, approves }, speech);
  return number === undefined ? words : speech.say.agenda.numbered(number, words);
}

/** «kl. 09.10–09.30 · drøfting · 20 min · KS» */
export function caseDetails({ case: each, startsAt, endsAt, isUnsent }: CaseOnAgenda, speech: Speech): string {
  const texts = speech.say.agenda;
  const { caseType, minutes, owner, access } = each;
  return [
    ...(isUnsent ? [texts.unsent] : []),
    ...(startsAt ? [clockWords(startsAt, endsAt, speech)] : []),
    texts.caseTypes[caseType],
    ...(minutes === undefined ? [] : [texts.minutes(minutes)]),
    ...(owner === undefined ? [] : [shortened(owner, ownerLength)]),
    ...(access.level === 'exempt' ? [texts.exempt(shortened(access.basis, basisLength))] : []),
  ].join(' · ');
}

function clockWords(startsAt: Instant, endsAt: Instant | undefined, { say, zone, language }: Speech): string {
  const clock = (at: Instant) => formatClock(at, zone, language);
  return endsAt ? say.agenda.clock(clock(startsAt), clock(endsAt)) : say.agenda.clockFrom(clock(startsAt));
}

export function meetingWords({ number, title }: Pick<Meeting, 'number' | 'title'>, { say }: Speech): string {
  return shortened(say.agenda.meetingTitle(number, title), cardLimits.rowLabel);
}
