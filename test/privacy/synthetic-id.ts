import { idnr } from '@navikt/fnrvalidator';
import fc from 'fast-check';

/** Synthetic numbers have 80 added to the month, so that no person can have one. */
const syntheticMonthShift = 80;

/** Any valid synthetic national identity number, fødselsnummer or D-number. */
export const syntheticId: fc.Arbitrary<string> = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    dayShift: fc.constantFrom(0, 40),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 0, max: 99 }),
    individual: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ day, dayShift, month, year, individual }) => {
    const start = [day + dayShift, month + syntheticMonthShift, year]
      .map(part => String(part).padStart(2, '0'))
      .join('');
    return start + String(individual).padStart(3, '0');
  })
  .chain(nine => fc.constantFrom(undefined, ...completions(nine)))
  .filter(id => id !== undefined);

function completions(nine: string): string[] {
  return Array.from({ length: 100 }, (_, check) => nine + String(check).padStart(2, '0')).filter(
    id => idnr(id).status === 'valid',
  );
}
