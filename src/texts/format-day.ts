import type { Language } from '../features/networks/network.ts';
import type { PlainDate } from '../world.ts';

const locales = { nb: 'nb-NO', nn: 'nn-NO', se: 'se-NO', en: 'en-GB' } as const satisfies Record<Language, string>;

/** «31. desember 2029»: a calendar day, which has no zone. */
export function formatDay(day: PlainDate, language: Language): string {
  return Temporal.PlainDate.from(day).toLocaleString(locales[language], { dateStyle: 'long' });
}
