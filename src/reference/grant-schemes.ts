/** The grant schemes as dated data: which may be applied for in a year, and what each asks. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const day = z.iso.date();

const grantScheme = z
  .strictObject({
    code: z.string(),
    names: z.strictObject({ nb: z.string(), nn: z.string(), en: z.string() }),
    from: day,
    /** Its last day; absent while it runs. What was granted under it is read for ever. */
    to: day.optional(),
    replacedBy: z.string().optional(),
    mostMonths: z.int().positive(),
    /** Of the grant, to be paid by the owner. */
    coFundingPercent: z.int().min(1).max(100).optional(),
  })
  .refine(({ from, to }) => to === undefined || from < to, 'ends before it begins');

/** @property from ISO date, its first day; @property to its last */
export type GrantScheme = Readonly<z.infer<typeof grantScheme>>;

export const grantSchemes: readonly GrantScheme[] = z
  .object({ schemes: z.array(grantScheme).min(1) })
  .parse(JSON.parse(readFileSync(new URL('data/grant-schemes.json', import.meta.url), 'utf8'))).schemes;

export function schemeOf(code: string): GrantScheme | undefined {
  return grantSchemes.find(scheme => scheme.code === code);
}

/** In: a code, or a name in any language or the beginning of one, «kollektiv». Out: the scheme; of several the shortest named. */
export function schemeMeant(words: string): GrantScheme | undefined {
  const asked = words.trim().toLocaleLowerCase('nb');
  if (asked === '') return undefined;
  const said = grantSchemes.flatMap(scheme =>
    [scheme.code, ...Object.values(scheme.names)].map(name => ({ scheme, name: name.toLocaleLowerCase('nb') })),
  );
  const begun = said.filter(({ name }) => name.startsWith(asked)).toSorted((a, b) => a.name.length - b.name.length);
  const named =
    said.find(({ name }) => name === asked) ?? begun[0] ?? said.find(({ name }) => name.includes(`(${asked})`));
  return named?.scheme;
}

/** In: a calendar year. Out: the schemes that run on at least one of its days. */
export function schemesIn(year: number): readonly GrantScheme[] {
  return grantSchemes.filter(scheme => runsIn(scheme, year));
}

export function runsIn({ from, to }: GrantScheme, year: number): boolean {
  return from <= `${year}-12-31` && (to === undefined || to >= `${year}-01-01`);
}
