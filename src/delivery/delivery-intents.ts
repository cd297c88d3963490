import { z } from 'zod';

const about = z.object({ kind: z.string().min(1).max(40), id: z.string().min(1).max(200) });
/** Nothing else that stands in a thing's partition can be named. */
const delivery = z
  .string()
  .max(400)
  .regex(/^(?:words\||posting\||calendar-event$)/);
const sending = z.string().min(1).max(100);
/** A list goes on from here. */
const from = z.coerce.number().int().nonnegative().optional();

/** What a person can ask here. Only ever added to. */
export const deliveryIntents = {
  /** Sends once more, by hand, what did not arrive or may not have. */
  'delivery.repeat': z.object({ about, delivery }),
  /** Who was reached: about a thing, or the poll or else the meeting of a number, or the latest of either. */
  'delivery.reach': z.object({
    about: about.optional(),
    kind: z.enum(['poll', 'meeting', 'round']).optional(),
    number: z.coerce.number().int().positive().optional(),
    from,
  }),
  /** `text`: one of its texts alone, told by its place among them. */
  'sending.show': z.object({ about, sending, from, text: z.coerce.number().int().nonnegative().optional() }),
  /** `seen`: a digest of what was shown. */
  'sending.agree': z.object({ about, sending, seen: z.string().min(1).max(60) }),
  'sending.drop': z.object({ about, sending }),
  'route.choose-form': z.object({}),
  /** `by`: a platform's name, or `last` for where one last wrote. */
  'route.choose': z.object({ by: z.string().min(1).max(40) }),
} as const;
