import type { PlainDate } from '../../world.ts';
import { daysFrom, isWeekend } from './days.ts';
import { type IsoWeek, isoWeekOf } from './iso-weeks.ts';
import { type Calendar, type DayReason, dayNotes, dayOff, unknownSchoolYears } from './work-days.ts';

export type CandidateDay = {
  readonly on: PlainDate;
  readonly isoWeek: IsoWeek;
  /** A bridge day, a flag day, or a break the calendar does not avoid. */
  readonly notes: readonly DayReason[];
};

/** Days in a row left out for the same reason: «22.–26. februar: vinterferie i Troms». */
export type LeftOut = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly reason: DayReason;
  /** How many days from Monday to Friday this takes. */
  readonly weekdays: number;
};

export type CandidateDays = {
  readonly days: readonly CandidateDay[];
  /** Without the weekends as such. Each weekday between the two dates is among the days or in one of these. */
  readonly leftOut: readonly LeftOut[];
  /** `2027-2028`: school years the search reaches into whose breaks are not known. */
  readonly unknownSchoolYears: readonly string[];
};

/** In: the first and the last day, both included; the caller bounds how far they are apart. Empty when `to` comes first. */
export function candidateDays(from: PlainDate, to: PlainDate, calendar: Calendar): CandidateDays {
  const all = daysFrom(from, to).map(on => ({ on, off: dayOff(on, calendar) }));
  return {
    days: all
      .filter(({ off }) => off === undefined)
      .map(({ on }) => ({ on, isoWeek: isoWeekOf(on), notes: dayNotes(on, calendar) })),
    leftOut: rangesOf(all.map(({ on, off }) => ({ on, reason: off?.[0] }))),
    unknownSchoolYears: unknownSchoolYears(from, to, calendar),
  };
}

type DayWithReason = { readonly on: PlainDate; readonly reason: DayReason | undefined };

/** A break runs through its weekends, but neither begins nor ends in one: nobody misses those days. */
function rangesOf(days: readonly DayWithReason[]): readonly LeftOut[] {
  const runs: { readonly reason: DayReason; readonly days: PlainDate[] }[] = [];
  for (const [index, { on, reason }] of days.entries()) {
    if (!reason) continue;
    const run = runs.at(-1);
    const goesOn = isSame(days[index - 1]?.reason, reason);
    if (run && goesOn) run.days.push(on);
    else runs.push({ reason, days: [on] });
  }
  return runs.flatMap(run => {
    const worked = run.days.filter(on => !isWeekend(on));
    const [from] = worked;
    const to = worked.at(-1);
    return from && to ? [{ from, to, reason: run.reason, weekdays: worked.length }] : [];
  });
}

function isSame(one: DayReason | undefined, other: DayReason): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
