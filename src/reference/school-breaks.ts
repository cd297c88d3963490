/** School breaks by county and school year, as dated files: where nobody has put one in, nothing is known. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export const schoolBreakKinds = ['autumn', 'christmas', 'winter', 'easter', 'summer', 'planning'] as const;
export type SchoolBreakKind = (typeof schoolBreakKinds)[number];

const day = z.iso.date();

const schoolBreak = z
  .strictObject({ kind: z.enum(schoolBreakKinds), from: day, to: day })
  .refine(({ from, to }) => from <= to, 'ends before it begins');

/** @property from ISO date, the first day without school; @property to the last */
export type SchoolBreak = Readonly<z.infer<typeof schoolBreak>>;

const schoolYearBreaks = z
  .strictObject({
    /** Its number, `55`. */
    county: z.string().regex(/^\d{2}$/),
    /** `2026-2027`, from 1 August to 31 July. */
    schoolYear: z.string().regex(/^\d{4}-\d{4}$/),
    source: z.url(),
    asOf: day,
    /** What the source does not say plainly, and what was made of it. */
    note: z.string(),
    breaks: z.array(schoolBreak).min(1),
  })
  .refine(
    ({ schoolYear, breaks }) => breaks.every(each => isWithin(schoolYear, each)),
    'a break outside its school year',
  );
type SchoolYearBreaks = Readonly<z.infer<typeof schoolYearBreaks>>;

const folder = new URL('school-breaks/', import.meta.url);

/** Every file, for those who show where the dates come from. */
export const schoolYears: readonly SchoolYearBreaks[] = readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .sort()
  .map(file => schoolYearBreaks.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));

const breaksByCounty: ReadonlyMap<string, readonly SchoolBreak[]> = new Map(
  [...Map.groupBy(schoolYears, ({ county }) => county)].map(([county, years]) => [
    county,
    years.flatMap(({ breaks }) => breaks),
  ]),
);

/** In: a county's number. Out: what is known of its breaks, by school year; nothing for a county nobody has put in. */
export function schoolBreaks(county: string): readonly SchoolBreak[] {
  return breaksByCounty.get(county) ?? [];
}

/** Whether the breaks of the school year a day (ISO date) lies in are known: without them a free day proves nothing. */
export function hasSchoolBreaks(county: string, onDay: string): boolean {
  return schoolYears.some(year => year.county === county && year.schoolYear === schoolYearOf(onDay));
}

/** `2026-2027` for every day from 1 August 2026 to 31 July 2027. */
export function schoolYearOf(onDay: string): string {
  const year = Number(onDay.slice(0, 4));
  const begins = onDay.slice(5) < '08-01' ? year - 1 : year;
  return `${begins}-${begins + 1}`;
}

function isWithin(schoolYear: string, { from, to }: SchoolBreak): boolean {
  return schoolYearOf(from) === schoolYear && schoolYearOf(to) === schoolYear;
}
