/** Which days people can be asked to meet on, or are reminded on, and why not the others. */
import { hasSchoolBreaks, type SchoolBreakKind, schoolBreaks, schoolYearOf } from '../../reference/school-breaks.ts';
import type { PlainDate } from '../../world.ts';
import { daysFrom, daysLater, isWeekend } from './days.ts';
import { type EveName, eveOn, type FlagDayName, flagDayOn, type HolidayName, holidaysOn } from './holidays.ts';

/** What a network leaves out besides weekends, holidays and the two eves; the rest it is only told of. */
export type Calendar = {
  /** The number of the county whose school breaks count, `55`. */
  readonly county?: string | undefined;
  readonly avoidsSchoolBreaks: boolean;
  readonly avoidsJuly: boolean;
  /** A lone working day between days off: «inneklemt dag». */
  readonly avoidsBridgeDays: boolean;
};

/** What is to be said of a day. */
export type DayReason =
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly names: readonly HolidayName[] }
  | { readonly kind: 'eve'; readonly name: EveName }
  | { readonly kind: 'schoolBreak'; readonly breakKind: SchoolBreakKind; readonly county: string }
  | { readonly kind: 'july' }
  | { readonly kind: 'bridge' }
  | { readonly kind: 'flagDay'; readonly name: FlagDayName };

const makesDayOff: { readonly [K in DayReason['kind']]: (calendar: Calendar) => boolean } = {
  weekend: () => true,
  holiday: () => true,
  eve: () => true,
  schoolBreak: calendar => calendar.avoidsSchoolBreaks,
  july: calendar => calendar.avoidsJuly,
  bridge: calendar => calendar.avoidsBridgeDays,
  flagDay: () => false,
};

/** Why the calendar leaves the day out, the widest reason first; undefined when it does not. */
export function dayOff(day: PlainDate, calendar: Calendar): readonly DayReason[] | undefined {
  const reasons = reasonsOn(day, calendar).filter(({ kind }) => makesDayOff[kind](calendar));
  return reasons.length > 0 ? reasons : undefined;
}

/** What is worth knowing of the day although the calendar does not leave it out for that. */
export function dayNotes(day: PlainDate, calendar: Calendar): readonly DayReason[] {
  return reasonsOn(day, calendar).filter(({ kind }) => !makesDayOff[kind](calendar));
}

/** The day itself when it is a work day, otherwise the last one before it. */
export function workDayBefore(day: PlainDate, calendar: Calendar): PlainDate {
  return dayOff(day, calendar) ? workDayBefore(daysLater(day, -1), calendar) : day;
}

/**
 * The school years, `2027-2028`, from which days lie between the two while their breaks are not known, though the
 * calendar would avoid them: to be said beside whatever was found free there.
 */
export function unknownSchoolYears(from: PlainDate, to: PlainDate, calendar: Calendar): readonly string[] {
  const { county, avoidsSchoolBreaks } = calendar;
  if (county === undefined || !avoidsSchoolBreaks) return [];
  const unknown = daysFrom(from, to).filter(day => !hasSchoolBreaks(county, day));
  return [...new Set(unknown.map(schoolYearOf))];
}

function reasonsOn(day: PlainDate, { county }: Calendar): readonly DayReason[] {
  const names = holidaysOn(day);
  const eve = eveOn(day);
  const flagDay = flagDayOn(day);
  return [
    ...(county === undefined ? [] : schoolBreaksOn(day, county)),
    ...(day.slice(5, 7) === '07' ? [{ kind: 'july' } as const] : []),
    ...(names.length > 0 ? [{ kind: 'holiday', names } as const] : []),
    ...(eve ? [{ kind: 'eve', name: eve } as const] : []),
    ...(isWeekend(day) ? [{ kind: 'weekend' } as const] : []),
    ...(isBridge(day) ? [{ kind: 'bridge' } as const] : []),
    ...(flagDay ? [{ kind: 'flagDay', name: flagDay } as const] : []),
  ];
}

function schoolBreaksOn(day: PlainDate, county: string): readonly DayReason[] {
  return schoolBreaks(county)
    .filter(({ from, to }) => from <= day && day <= to)
    .map(({ kind }) => ({ kind: 'schoolBreak', breakKind: kind, county }));
}

/** Between days that are off for everyone: what one county's schools do makes no day a lone one. */
function isBridge(day: PlainDate): boolean {
  return !isOffForAll(day) && isOffForAll(daysLater(day, -1)) && isOffForAll(daysLater(day, 1));
}

function isOffForAll(day: PlainDate): boolean {
  return isWeekend(day) || eveOn(day) !== undefined || holidaysOn(day).length > 0;
}
