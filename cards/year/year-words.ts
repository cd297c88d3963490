/** Words for days: what they are, and what was read of what someone wrote. */
import { countyName } from '../../src/features/year/counties.ts';
import type { DayReason } from '../../src/features/year/work-days.ts';
import { formatSpan } from '../../src/texts/format-span.ts';
import { formatInstant } from '../../src/texts/format-time.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant, PlainDate } from '../../src/world.ts';

/** «vinterferie i Troms», «grunnlovsdagen og 2. pinsedag». */
export function reasonWords(reason: DayReason, { say: { year }, list }: Speech): string {
  switch (reason.kind) {
    case 'weekend':
      return year.weekend;
    case 'holiday':
      return list(reason.names.map(name => year.holidays[name]));
    case 'eve':
      return year.eves[reason.name];
    case 'schoolBreak':
      return year.inCounty(year.schoolBreaks[reason.breakKind], countyName(reason.county));
    case 'july':
      return year.july;
    case 'bridge':
      return year.bridge;
    case 'flagDay':
      return year.flagDays[reason.name];
  }
}

/** «mandag 1. februar 2027, uke 5» */
export function dayAndWeek(on: PlainDate, { say, weekday, week }: Speech): string {
  return say.year.dayAndWeek(weekday(on), week(on));
}

/** Of a moment that was read. @property from `HH:MM` as it was written, without a zone; @property to likewise */
export type Read = { readonly from?: string; readonly to?: string } & (
  | { readonly kind: 'moment'; readonly on: PlainDate }
  | { readonly kind: 'week'; readonly firstOn: PlainDate; readonly lastOn: PlainDate }
  | { readonly kind: 'before'; readonly days: number }
);

/** «Jeg leste: tirsdag 2. mars 2027 kl. 10.00–11.30, uke 9»: for whoever wrote it in their own words. */
export function readingOf(read: Read, speech: Speech): string {
  return speech.say.year.reading(whatWasRead(read, speech));
}

function whatWasRead(read: Read, speech: Speech): string {
  const { say, week, days } = speech;
  switch (read.kind) {
    case 'moment':
      return say.year.dayAndWeek(localTime(read.on, read, speech), week(read.on));
    case 'week':
      return say.year.weekAndDays(week(read.firstOn), days(read.firstOn, read.lastOn));
    case 'before':
      return say.year.daysBefore(read.days);
  }
}

/** Said in a zone where the clocks are never moved: nothing is known yet of whether they move over it. */
function localTime(on: PlainDate, { from, to }: Pick<Read, 'from' | 'to'>, { language, weekday }: Speech): string {
  const at = (time: string) => `${on}T${time}:00.000Z` as Instant;
  if (from === undefined) return weekday(on);
  return to === undefined ? formatInstant(at(from), 'UTC', language) : formatSpan(at(from), at(to), 'UTC', language);
}
