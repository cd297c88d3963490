/** Typed answers to proposed times: «1 ja, 2 om nødvendig, 3 nei», «1 og 3 ja», «alle», «ingen». Pure. */
import type { Availabilities } from '../../features/meetings/answer-times.ts';
import type { Availability, Meeting } from '../../features/meetings/meeting.ts';

const words: Readonly<Record<Availability, readonly string[]>> = {
  yes: ['ja', 'kan', 'ok', 'passer', 'passar', 'yes', 'can'],
  ifNeeded: [
    'om nødvendig',
    'om naudsynt',
    'hvis nødvendig',
    'viss naudsynt',
    'helst ikke',
    'helst ikkje',
    'kanskje',
    'if needed',
    'if need be',
    'rather not',
    'maybe',
  ],
  no: ['nei', 'kan ikke', 'kan ikkje', 'passer ikke', 'passar ikkje', 'no', 'cannot'],
};

const forAll: Readonly<Record<string, Availability>> = {
  alle: 'yes',
  'alle tidene': 'yes',
  all: 'yes',
  every: 'yes',
  ingen: 'no',
  none: 'no',
};

/** @returns what was said of each time that was named, or undefined when not all of it was understood */
export function readAvailabilities({ times }: Pick<Meeting, 'times'>, typed: string): Availabilities | undefined {
  const whole = tidy(typed);
  const all = forAll[whole] ?? availabilityIn(whole);
  if (all) return Object.fromEntries(times.map(({ id }) => [id, all]));
  const parts = whole.split(/[,;\n]/).filter(part => part.trim() !== '');
  const read = parts.map(part => readPart(times, part.trim()));
  if (read.length === 0 || read.some(each => each === undefined)) return undefined;
  return Object.fromEntries(read.flatMap(each => each ?? []));
}

type Told = readonly (readonly [string, Availability])[];

/** «1 og 3 ja» */
function readPart(times: Meeting['times'], part: string): Told | undefined {
  const found = /^((?:\d{1,2}[.):]?\s*(?:og|and|&|\+)?\s*)+)(\D+)$/.exec(part);
  const availability = availabilityIn(tidy(found?.[2] ?? ''));
  const numbers = found?.[1]?.match(/\d{1,2}/g) ?? [];
  const ids = numbers.flatMap(number => times.find(({ id }) => id === `t${Number(number)}`)?.id ?? []);
  return availability && ids.length === numbers.length ? ids.map(id => [id, availability]) : undefined;
}

function availabilityIn(text: string): Availability | undefined {
  return (Object.keys(words) as Availability[]).find(each => words[each].includes(text));
}

function tidy(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s:=–-]+|[\s.!]+$/g, '');
}
