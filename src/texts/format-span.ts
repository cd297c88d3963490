/** Spans of time, days and weeks as people read them. */
import type { Language } from '../features/networks/network.ts';
import { dayOf, type Instant, type PlainDate } from '../world.ts';
import { formatClock } from './format-clock.ts';
import { formatInstant, formatList } from './format-time.ts';

const locales = { nb: 'nb-NO', nn: 'nn-NO', se: 'se-NO', en: 'en-GB' } as const satisfies Record<Language, string>;

/** «tirsdag 2. mars 2027 kl. 09.00–11.30»; the day said twice when it ends on another. @param zone IANA name */
export function formatSpan(startsAt: Instant, endsAt: Instant, zone: string, language: Language): string {
  const starts = formatInstant(startsAt, zone, language);
  return dayOf(startsAt, zone) === dayOf(endsAt, zone)
    ? `${starts}–${formatClock(endsAt, zone, language)}`
    : `${starts} – ${formatInstant(endsAt, zone, language)}`;
}

/** «18. januar og 24. januar kl. 09.00»: the clock once where it is the same for all. @param zone IANA name */
export function formatTimes(times: readonly Instant[], zone: string, language: Language): string {
  const clocks = new Set(times.map(time => formatClock(time, zone, language)));
  const [clock, ...others] = clocks;
  if (clock === undefined || others.length > 0) {
    return formatList(
      times.map(time => formatInstant(time, zone, language)),
      language,
    );
  }
  const days = times.map(time => dayOf(time, zone)).map(day => formatDays(day, day, language));
  return `${formatList(days, language)} ${clockWords[language]}${clock}`;
}

/** «22.–26. februar», «22. februar–5. mars», one day as «22. februar»; with the years when they differ. */
export function formatDays(from: PlainDate, to: PlainDate, language: Language): string {
  const isInOneYear = from.slice(0, 4) === to.slice(0, 4);
  const format = isInOneYear ? daysInYear[language] : daysOfYears[language];
  return plainSpaces(format.formatRange(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)));
}

/** «uke 9»: the week as Norwegian calendars number it, ISO 8601. */
export function formatWeek(day: PlainDate, language: Language): string {
  const { weekOfYear } = Temporal.PlainDate.from(day);
  return `${weekWords[language]} ${weekOfYear}`;
}

/** «tirsdag 2. mars 2027». */
export function formatWeekday(day: PlainDate, language: Language): string {
  return weekdays[language].format(Temporal.PlainDate.from(day));
}

/** «tirsdag 2. mars», where the year is known. */
export function formatDayInYear(day: PlainDate, language: Language): string {
  return weekdaysInYear[language].format(Temporal.PlainDate.from(day));
}

/** «mars». @param month 1 to 12 */
export function formatMonth(month: number, language: Language): string {
  return months[language].format(Temporal.PlainDate.from({ year: 2027, month, day: 1 }));
}

/** Unicode's data sets thin spaces around some dashes, which not every font has. */
function plainSpaces(text: string): string {
  return text.replace(/[\u2009\u202F]/g, ' ');
}

/** Making a formatter costs many times what formatting does. */
function inEach<T>(make: (locale: string) => T): Readonly<Record<Language, T>> {
  return { nb: make(locales.nb), nn: make(locales.nn), se: make(locales.se), en: make(locales.en) };
}

const formatter = (options: Intl.DateTimeFormatOptions) => inEach(locale => new Intl.DateTimeFormat(locale, options));

const clockWords = { nb: 'kl. ', nn: 'kl. ', se: '', en: 'at ' } as const satisfies Record<Language, string>;
const daysInYear = formatter({ day: 'numeric', month: 'long' });
const daysOfYears = formatter({ day: 'numeric', month: 'long', year: 'numeric' });
const weekdays = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const weekdaysInYear = formatter({ weekday: 'long', day: 'numeric', month: 'long' });
const months = formatter({ month: 'long' });
/** From Unicode's data, which has Northern Sámi's word too. */
const weekWords = inEach(locale => new Intl.DisplayNames(locale, { type: 'dateTimeField' }).of('weekOfYear') ?? '');
