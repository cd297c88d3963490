/** What a picture's address holds: all that is drawn, so nothing is read and nothing can be learnt beyond it. */
import { z } from 'zod';
import { barsPicture } from '../../cards/bars-picture.ts';
import { coverageGroupings, coveragePicture } from '../../cards/needs/coverage-picture.ts';
import { coverageStates } from '../features/needs/coverage.ts';
import { language } from '../features/networks/network.ts';
import { speak } from '../texts/speak.ts';

const numbers = z.array(z.int().nonnegative()).length(coverageStates.length);

/** Stands in postings for years: only ever added to. */
const coverage = z.object({
  picture: z.literal('coverage'),
  language,
  all: numbers,
  by: z.enum(coverageGroupings).optional(),
  groups: z.array(z.tuple([z.string(), numbers, z.string().optional()])),
});

/** In: what an address was signed for. @returns the picture; undefined when it was for something else */
export function openPicture(payload: unknown): string | undefined {
  const asked = coverage.safeParse(payload).data;
  // Nothing in a picture has a time, and so none of it a zone.
  return asked && barsPicture(coveragePicture(asked, speak(asked.language, 'UTC'))).svg;
}
