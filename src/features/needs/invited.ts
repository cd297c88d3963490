/** Which parties a round asks: picked from the reference data, and owners named by hand. Pure. */
import { z } from 'zod';
import { done, type Outcome, refused } from '../../outcome.ts';
import { theMunicipality } from '../../reference/find-municipality.ts';
import { counties, governorsOffices, type Municipality, municipalities } from '../../reference/municipalities.ts';

export const invitedSchema = z.object({
  /** `kommune|5501`, `fylke|55`, `eier|<name>`: the same party has the same key in every round. */
  key: z.string().min(1).max(220),
  name: z.string(),
  ownerType: z.string(),
  /** Four digits, of today. */
  municipalityNumber: z.string().optional(),
  /** Two digits. */
  county: z.string().optional(),
});
export type Invited = z.infer<typeof invitedSchema>;

/** Norway's municipalities and counties, and as many named owners again. */
export const mostInvited = 800;

export type PickRefusal =
  | { readonly code: 'unknown-place'; readonly field: 'invited'; readonly line: number; readonly words: string }
  | { readonly code: 'too-many-invited'; readonly field: 'invited'; readonly most: number }
  | { readonly code: 'nobody-invited'; readonly field: 'invited' };

/**
 * In: one party a line, as people write it: a county or a county governor's office («Troms og Finnmark») stands for its
 * municipalities and its county municipality, «Tromsø kommune» or a number, also one of before 2024, for one; a line that
 * begins with «privat:» or «friskole:» names an owner, and one of `partyNames`, the network's own, a party of it that is
 * none of these, such as a PPT office of several municipalities. Out: each party once, in the order of their numbers, named owners
 * last. A line that means nothing is refused with its number and what stood there.
 */
export function pickInvited(
  lines: readonly string[],
  partyNames: readonly string[] = [],
): Outcome<readonly Invited[], PickRefusal> {
  const byName = new Map(partyNames.map(name => [plain(name), name]));
  const picked = new Map<string, Invited>();
  for (const [index, words] of lines.entries()) {
    if (words.trim() === '') continue;
    const meant = invitedBy(words.trim()) ?? ofParty(byName.get(plain(words)));
    if (!meant) return refused({ code: 'unknown-place', field: 'invited', line: index + 1, words });
    for (const each of meant) picked.set(each.key, each);
  }
  if (picked.size === 0) return refused({ code: 'nobody-invited', field: 'invited' });
  if (picked.size > mostInvited) return refused({ code: 'too-many-invited', field: 'invited', most: mostInvited });
  return done([...picked.values()].toSorted(byPlace));
}

function invitedBy(words: string): readonly Invited[] | undefined {
  const named = namedOwner(words);
  if (named) return [named];
  const areas = countiesIn(words);
  if (areas) return areas.flatMap(county => [countyMunicipality(county), ...municipalitiesOf(county)]);
  const municipality = theMunicipality(words);
  return municipality && [ofMunicipality(municipality)];
}

const ownerTypes: readonly (readonly [RegExp, string])[] = [
  [/^(?:private?(?: barnehage(?:eier|eigar)?)?|barnehage)\s*:\s*/iu, 'privateKindergarten'],
  [/^(?:friskole|friskule|privatskole|privatskule|independent school)\s*:\s*/iu, 'privateSchool'],
];

function namedOwner(words: string): Invited | undefined {
  for (const [begins, ownerType] of ownerTypes) {
    const name = begins.test(words) ? words.replace(begins, '').trim() : '';
    if (name !== '') return { key: ownerKey(name), name, ownerType };
  }
  return undefined;
}

/** What kind of owner it is it says itself; that of an office of several municipalities stands there first. */
function ofParty(name: string | undefined): readonly Invited[] | undefined {
  return name === undefined ? undefined : [{ key: ownerKey(name), name, ownerType: 'intermunicipal' }];
}

function ownerKey(name: string): string {
  return `eier|${name.toLocaleLowerCase('nb')}`;
}

/** The counties of an office, or one county; a county's number has two digits. */
function countiesIn(words: string): readonly string[] | undefined {
  const asked = plain(words.replace(/^(?:hele|heile|all of)\s+/iu, '').replace(/\s+fylke$/iu, ''));
  const office = governorsOffices.find(({ name }) => plain(name) === asked);
  if (office) return office.counties;
  const county = counties.find(({ number, names }) => number === asked || names.some(name => plain(name) === asked));
  return county && county.number !== oslo ? [county.number] : undefined;
}

/** Both a municipality and a county: it is asked once, as the municipality. */
const oslo = '03';

function countyMunicipality(number: string): Invited {
  const name = counties.find(county => county.number === number)?.names[0] ?? number;
  return { key: `fylke|${number}`, name: `${name} fylkeskommune`, ownerType: 'countyMunicipality', county: number };
}

function municipalitiesOf(county: string): readonly Invited[] {
  return municipalities.filter(each => each.county === county).map(ofMunicipality);
}

function ofMunicipality({ number, names, county }: Municipality): Invited {
  return {
    key: `kommune|${number}`,
    name: `${names.join(' – ')} kommune`,
    ownerType: 'municipality',
    municipalityNumber: number,
    county,
  };
}

/** By county, the county municipality first, then by number; named owners last, by name. */
function byPlace(one: Invited, other: Invited): number {
  const order = ({ county = '99', municipalityNumber = '', name }: Invited) =>
    `${county} ${municipalityNumber} ${name}`;
  return order(one).localeCompare(order(other), 'nb');
}

function plain(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('nb').replace(/\s+/g, ' ').trim();
}
