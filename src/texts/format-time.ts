/** Dates and times as people read them: the only place that formats any. */
import type { Language } from '../features/networks/network.ts';
import { epochMsOf, type Instant } from '../world.ts';

const locales = { nb: 'nb-NO', nn: 'nn-NO', se: 'se-NO', en: 'en-GB' } as const satisfies Record<Language, string>;

/** The clock as Norwegian public language writes it, 09.00; English has its colon. */
const clockFrom = {
  nb: (hour: string, minute: string) => `kl. ${hour}.${minute}`,
  nn: (hour: string, minute: string) => `kl. ${hour}.${minute}`,
  se: (hour: string, minute: string) => `${hour}.${minute}`,
  en: (hour: string, minute: string) => `at ${hour}:${minute}`,
} as const satisfies Record<Language, (hour: string, minute: string) => string>;

/** «tirsdag 2. mars 2027 kl. 09.00», in the zone given. */
export function formatInstant(instant: Instant, zone: string, language: Language): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const day = dayFormat(language, zone).format(epochMsOf(instant));
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${day} ${clockFrom[language](pad(at.hour), pad(at.minute))}`;
}

/** `2026-12-01 12:00`, for tables and files that machines sort. */
export function formatForTable(instant: Instant, zone: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return at.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(language: Language, zone: string): Intl.DateTimeFormat {
  const key = `${language} ${zone}`;
  const known = dayFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  });
  dayFormats.set(key, made);
  return made;
}

/** Making a formatter costs many times what formatting does. */
function inEach<T>(make: (locale: string) => T): Readonly<Record<Language, T>> {
  return { nb: make(locales.nb), nn: make(locales.nn), se: make(locales.se), en: make(locales.en) };
}

const lists = inEach(locale => new Intl.ListFormat(locale, { type: 'conjunction' }));
const shares = inEach(locale => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }));

/** Names that hold commas themselves are kept apart by semicolons. */
export function formatList(words: readonly string[], language: Language): string {
  return words.some(word => word.includes(',')) ? words.join('; ') : lists[language].format(words);
}

/** A share from 0 to 1, «57 %»: rounded for display only. */
export function formatShare(share: number, language: Language): string {
  return shares[language].format(share);
}
