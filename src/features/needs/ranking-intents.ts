import { z } from 'zod';
import { freeText } from '../../privacy/free-text.ts';
import { plainDate } from '../networks/network.ts';
import { roundId } from './round.ts';

/** A round by its id (buttons), by its number in the network (typed), or the only one that is not closed. */
const round = z.union([roundId, z.int().positive()]).optional();

/** What a person can ask about which needs matter most. Only ever added to. */
export const rankingIntents = {
  'ranking.form': z.object({ round }),
  'ranking.open': z.object({
    round,
    /** The references of those that are to be ranked; without them all. */
    entries: freeText({ min: 0, max: 2000, multiline: true }).optional(),
    closesOn: plainDate,
    /** Without a time the day's last second. */
    closesTime: z.iso.time({ precision: -1 }).optional(),
    secrecy: z.enum(['open', 'secret']).default('open'),
    reveal: z.enum(['always', 'whenClosed']).default('whenClosed'),
    /** The poll of the ranking that this one takes the place of, as it was shown. */
    instead: z.string().max(100).optional(),
  }),
  'ranking.show': z.object({ round }),
} as const;
