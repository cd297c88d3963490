/**
 * Norway's public holidays: lov 24. februar 1995 nr. 12 om helligdager og helligdagsfred § 2, and 1 and 17 May, which lov
 * 26. april 1947 nr. 1 § 1 puts beside Sundays. Ordinary Sundays are left to the weekend.
 */
import type { PlainDate } from '../../world.ts';
import { daysLater, textOf } from './days.ts';

export const holidayNames = [
  'newYearsDay',
  'maundyThursday',
  'goodFriday',
  'easterSunday',
  'easterMonday',
  'labourDay',
  'constitutionDay',
  'ascensionDay',
  'whitSunday',
  'whitMonday',
  'christmasDay',
  'boxingDay',
] as const;
export type HolidayName = (typeof holidayNames)[number];

/** @property names two when holidays meet: 17 May 2027 is Whit Monday as well */
export type Holiday = { readonly on: PlainDate; readonly names: readonly HolidayName[] };

const fixed: Readonly<Record<string, HolidayName>> = {
  '01-01': 'newYearsDay',
  '05-01': 'labourDay',
  '05-17': 'constitutionDay',
  '12-25': 'christmasDay',
  '12-26': 'boxingDay',
};

/** By how many days after Easter Sunday. */
const moveable: Readonly<Record<number, HolidayName>> = {
  [-3]: 'maundyThursday',
  [-2]: 'goodFriday',
  0: 'easterSunday',
  1: 'easterMonday',
  39: 'ascensionDay',
  49: 'whitSunday',
  50: 'whitMonday',
};

/** Days no law closes but hardly anyone meets on. */
export const eveNames = ['christmasEve', 'newYearsEve'] as const;
export type EveName = (typeof eveNames)[number];

const eves: Readonly<Record<string, EveName>> = { '12-24': 'christmasEve', '12-31': 'newYearsEve' };

/** A day the flag is flown and work goes on. */
export const flagDayNames = ['samiNationalDay'] as const;
export type FlagDayName = (typeof flagDayNames)[number];

const flagDays: Readonly<Record<string, FlagDayName>> = { '02-06': 'samiNationalDay' };

/** In the order of the year, one row a date. */
export function holidaysIn(year: number): readonly Holiday[] {
  return [...namesByDay(year)].map(([on, names]) => ({ on, names }));
}

/** What the day is called in law; nothing on an ordinary day, Sundays included. */
export function holidaysOn(day: PlainDate): readonly HolidayName[] {
  return namesByDay(Number(day.slice(0, 4))).get(day) ?? [];
}

type NamesByDay = ReadonlyMap<PlainDate, readonly HolidayName[]>;

/** Asked of every day a calendar looks at. */
const known = new Map<number, NamesByDay>();
const mostKnown = 100;

function namesByDay(year: number): NamesByDay {
  const kept = known.get(year);
  if (kept) return kept;
  const names = workOutNames(year);
  if (known.size === mostKnown) known.clear();
  known.set(year, names);
  return names;
}

function workOutNames(year: number): NamesByDay {
  const easter = easterSunday(year);
  const dated = Object.entries(fixed).map(([date, name]) => ({
    on: `${easter.slice(0, 5)}${date}` as PlainDate,
    name,
  }));
  const moved = Object.entries(moveable).map(([days, name]) => ({ on: daysLater(easter, Number(days)), name }));
  const days = Map.groupBy([...dated, ...moved], ({ on }) => on);
  const inOrder = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  return new Map(inOrder.map(([on, named]) => [on, named.map(({ name }) => name)]));
}

export function eveOn(day: PlainDate): EveName | undefined {
  return eves[monthAndDay(day)];
}

export function flagDayOn(day: PlainDate): FlagDayName | undefined {
  return flagDays[monthAndDay(day)];
}

function monthAndDay(day: PlainDate): string {
  return day.slice(5);
}

/**
 * The first Sunday after the first full moon on or after 21 March, by the church's reckoned moon: the rule of § 2 e, in
 * the form Meeus gives it (Astronomical Algorithms, chapter 8), for Gregorian years.
 */
export function easterSunday(year: number): PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return textOf(Temporal.PlainDate.from({ year, month: 3, day: 22 }).add({ days: epact + toSunday - 7 * lateMoon }));
}
