/** Norway's municipalities, counties and county governors' offices as they were on a day, with their parallel names. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const municipalityNumber = z.string().regex(/^\d{4}$/);
const countyNumber = z.string().regex(/^\d{2}$/);
const names = z.array(z.string().min(1)).min(1);

const municipality = z.strictObject({
  number: municipalityNumber,
  /** In the order they are shown: «Kárášjohka – Karasjok». */
  names,
  /** Found by, never shown. */
  otherNames: names.optional(),
  /** The målform chosen for letters from the state. */
  writtenLanguage: z.enum(['nb', 'nn', 'neutral']),
  county: countyNumber,
  population: z.int().positive(),
  /** Numbers it, or a municipality now within it, had before. */
  formerNumbers: z.array(municipalityNumber).optional(),
});
export type Municipality = Readonly<z.infer<typeof municipality>>;

const county = z.strictObject({ number: countyNumber, names });
type County = Readonly<z.infer<typeof county>>;

const governorsOffice = z.strictObject({ id: z.string(), name: z.string(), counties: z.array(countyNumber).min(1) });
type GovernorsOffice = Readonly<z.infer<typeof governorsOffice>>;

export const municipalities: readonly Municipality[] = z
  .object({ municipalities: z.array(municipality) })
  .parse(read('municipalities-2025.json')).municipalities;

export const counties: readonly County[] = z
  .object({ counties: z.array(county) })
  .parse(read('counties-2025.json')).counties;

export const governorsOffices: readonly GovernorsOffice[] = z
  .object({ offices: z.array(governorsOffice) })
  .parse(read('governors-offices-2025.json')).offices;

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8'));
}
