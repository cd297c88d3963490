/** The words of a file of needs beside the fields' own labels. A public format: words are only ever added. */
import type { AboutColumn, AmountColumn } from '../features/needs/need-file.ts';

/** Case, accents, spaces and punctuation do not matter. */
export const aboutColumnWords: Readonly<Record<AboutColumn, readonly string[]>> = {
  municipality: ['kommunenummer', 'kommunenr', 'kommune', 'municipality number', 'municipality'],
  party: ['part', 'fra', 'frå', 'from', 'party', 'eier', 'eigar', 'ansvarlig eier', 'ansvarleg eigar', 'owner'],
  reference: ['nummer', 'referanse', 'meldings-id', 'number', 'reference'],
};

/** Beside a year: «eier 2027», «Beløp 2027, partner». */
export const amountColumnWords: Readonly<Record<AmountColumn['to'], readonly string[]>> = {
  owner: ['eier', 'eigar', 'owner'],
  partner: ['partner', 'partnar'],
  coordination: ['koordinering', 'coordination'],
};
