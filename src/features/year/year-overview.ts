/** One year of a network: its milestones among the days that are no ordinary work days, month by month. Pure. */
import { schoolBreaks } from '../../reference/school-breaks.ts';
import type { PlainDate } from '../../world.ts';
import { daysFrom, daysLater } from './days.ts';
import type { Milestone } from './milestone.ts';
import { type Calendar, type DayReason, dayNotes, dayOff, unknownSchoolYears } from './work-days.ts';

/** A line of the year. @property from first day and `to` last, within the year */
export type YearLine = { readonly from: PlainDate; readonly to: PlainDate } & (
  | { readonly kind: 'milestone'; readonly milestone: Milestone }
  | { readonly kind: 'reason'; readonly reason: DayReason }
  /** What else the bot knows is on that day. */
  | { readonly kind: 'other'; readonly text: string }
);

export type YearOverview = {
  readonly year: number;
  readonly months: readonly { readonly month: number; readonly lines: readonly YearLine[] }[];
  /** `2027-2028`: whose school breaks nobody has put in. */
  readonly unknownSchoolYears: readonly string[];
};

/** @param milestones the year's own; @param others meetings and the like, in any order */
export function yearOverview(
  year: number,
  calendar: Calendar,
  milestones: readonly Milestone[],
  others: readonly YearLine[] = [],
): YearOverview {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`] as [PlainDate, PlainDate];
  const lines = [
    ...milestones.map(
      (milestone): YearLine => ({
        kind: 'milestone',
        from: milestone.on,
        to: milestone.on,
        milestone,
      }),
    ),
    ...others,
    ...daysFrom(first, last).flatMap(day => namedDays(day, calendar)),
    ...breaksBetween(first, last, calendar),
  ].toSorted(byDay);
  return {
    year,
    months: monthNumbers.map(month => ({
      month,
      lines: lines.filter(({ from }) => Number(from.slice(5, 7)) === month),
    })),
    unknownSchoolYears: unknownSchoolYears(first, last, { ...calendar, avoidsSchoolBreaks: true }),
  };
}

const monthNumbers = Array.from({ length: 12 }, (_, index) => index + 1);

/** Weekends and July need no line, and school breaks have one each. */
const isNamed: Readonly<Record<DayReason['kind'], boolean>> = {
  weekend: false,
  july: false,
  schoolBreak: false,
  holiday: true,
  eve: true,
  bridge: true,
  flagDay: true,
};

function namedDays(day: PlainDate, calendar: Calendar): readonly YearLine[] {
  return [...(dayOff(day, calendar) ?? []), ...dayNotes(day, calendar)]
    .filter(({ kind }) => isNamed[kind])
    .map(reason => ({ kind: 'reason', from: day, to: day, reason }));
}

function breaksBetween(first: PlainDate, last: PlainDate, { county }: Calendar): readonly YearLine[] {
  if (county === undefined) return [];
  const within = schoolBreaks(county)
    .map(({ kind, from, to }) => ({ of: kind, from: latest(from, first), to: earliest(to, last) }))
    .filter(({ from, to }) => from <= to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  // Summer stands in two school years.
  const joined: typeof within = [];
  for (const each of within) {
    const before = joined.at(-1);
    const goesOn = before?.of === each.of && daysLater(before.to, 1) === each.from;
    if (before && goesOn) joined[joined.length - 1] = { ...before, to: each.to };
    else joined.push(each);
  }
  return joined.map(({ of, from, to }) => ({
    kind: 'reason',
    from,
    to,
    reason: { kind: 'schoolBreak', breakKind: of, county },
  }));
}

function latest(a: string, b: PlainDate): PlainDate {
  return a > b ? (a as PlainDate) : b;
}

function earliest(a: string, b: PlainDate): PlainDate {
  return a < b ? (a as PlainDate) : b;
}

function byDay(a: YearLine, b: YearLine): number {
  return a.from === b.from ? 0 : a.from < b.from ? -1 : 1;
}
