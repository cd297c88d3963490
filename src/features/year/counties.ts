import { counties as all } from '../../reference/municipalities.ts';

/** Norway's counties, by number, each called by the first of its names. */
export const counties: readonly { readonly number: string; readonly name: string }[] = all.map(({ number, names }) => ({
  number,
  name: names[0] ?? number,
}));

/** @returns the number itself for a county there is none of */
export function countyName(number: string): string {
  return counties.find(county => county.number === number)?.name ?? number;
}
