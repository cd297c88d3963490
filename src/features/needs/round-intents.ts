import { z } from 'zod';
import { freeText } from '../../privacy/free-text.ts';
import { totalLists } from './need-totals.ts';
import { roundForms, roundId } from './round.ts';

/** A round by its id (buttons), by its number in the network (typed), or the only one that is not closed. */
const round = z.union([roundId, z.int().positive()]).optional();

/** One a line: a list, or what was typed in a box with line breaks. */
const invited = z.preprocess(
  given => (typeof given === 'string' ? given.split('\n') : given),
  z.array(freeText({ min: 0, max: 200 })).max(2000),
);

/** In the person's own words, or an ISO date: read where the network's clock is known. */
const day = freeText({ max: 80 });

/** What a person can ask of a round. Only ever added to. */
export const roundIntents = {
  'round.form': z.object({}),
  'round.preview': z.object({
    /** Its code, or words that name it. */
    scheme: freeText({ max: 120 }),
    year: z.coerce.number().int(),
    form: z.enum(roundForms).default('input'),
    invited,
    /** Without it the round opens when it is opened. */
    opensOn: day.optional(),
    closesOn: day,
  }),
  /** One that was shown. */
  'round.open': z.object({ round: roundId }),
  'rounds.show': z.object({}),
  'round.show': z.object({ round }),
  /** `from`: after how many of them the list goes on. */
  'round.missing': z.object({ round, from: z.int().nonnegative().optional() }),
  /** `list`: of one alone, from after so many of it. */
  'round.totals': z.object({
    round,
    list: z.enum(totalLists).optional(),
    from: z.int().nonnegative().optional(),
  }),
  'round.remind': z.object({ round }),
  'round.extend-form': z.object({ round }),
  'round.extend': z.object({ round, closesOn: day }),
  'round.close-form': z.object({ round }),
  'round.close': z.object({ round }),
} as const;
