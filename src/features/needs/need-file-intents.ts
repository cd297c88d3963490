import { z } from 'zod';
import { freeText } from '../../privacy/free-text.ts';
import { needId } from './need.ts';
import { roundId } from './round.ts';

/** What a person can ask of the files that needs are given on in. Only ever added to. */
export const needFileIntents = {
  /** A round by its id (buttons), by its number in the network (typed), or the only one that is not closed. */
  'needs.files': z.object({ round: z.union([roundId, z.int().positive()]).optional() }),
  'need.document': z.object({ round: roundId, need: needId }),
  /** By its reference, as people write it. */
  'need.document-found': z.object({ reference: freeText({ max: 40 }) }),
} as const;
