import { z } from 'zod';
import { freeText } from '../../privacy/free-text.ts';
import { holdsNationalId } from '../../privacy/national-id.ts';
import { plainDate } from '../networks/network.ts';
import {
  fewestOptions,
  mostOptions,
  optionId,
  type PollChoice,
  pollChoices,
  pollId,
  pollKinds,
  rankPlaces,
} from './poll.ts';

/** A poll by its id (buttons), by its number in the network (typed), or the only open one. */
const poll = z.union([pollId, z.int().positive()]).optional();

/** One option a line: a list, or what was typed in a box with line breaks. */
const options = z
  .preprocess(
    given => (typeof given === 'string' ? given.split('\n').filter(line => line.trim() !== '') : given),
    z.array(freeText({ max: 60 })),
  )
  // Each option is looked through by itself; a number may also be split between lines.
  .refine(all => !holdsNationalId(all.join('\n')), { message: 'national-id' })
  .refine(all => all.length >= fewestOptions, { message: 'too-few' })
  .refine(all => new Set(all.map(text => text.toLowerCase())).size === all.length, { message: 'repeated' });

const day = plainDate;
const timeOfDay = z.iso.time({ precision: -1 }).optional();

const closes = freeText({ max: 80 });

const newPoll = {
  kind: z.enum(pollKinds),
  question: freeText({ max: 200 }),
  options,
  choice: z.enum(pollChoices).default('one'),
  secrecy: z.enum(['open', 'secret']).default('open'),
  reveal: z.enum(['always', 'whenClosed']).default('always'),
};

/** How many options there may be, once it is known how they are chosen. */
function checkOptions(
  { options: all, choice }: { options: readonly string[]; choice: PollChoice },
  context: z.RefinementCtx,
) {
  const max = mostOptions[choice];
  if (all.length > max) context.addIssue({ code: 'custom', path: ['options'], message: 'too-many', params: { max } });
}

/** A list that cannot be emptied again has a choice that says none. */
const ranked = z.preprocess(given => (given === 'none' ? undefined : given), optionId.optional());

/** The same option twice is told of at the later of the two. */
function checkRanked(places: Readonly<Partial<Record<string, unknown>>>, context: z.RefinementCtx) {
  for (const [at, place] of rankPlaces.entries()) {
    const isRepeated =
      places[place] !== undefined && rankPlaces.slice(0, at).some(each => places[each] === places[place]);
    if (isRepeated) context.addIssue({ code: 'custom', path: [place], message: 'repeated' });
  }
}

/** What a person can ask of a poll. Only ever added to. */
export const pollIntents = {
  'poll.form': z.object({}),
  'poll.open': z
    .object({
      ...newPoll,
      closesOn: day,
      /** Without a time the day's last second. */
      closesTime: timeOfDay,
    })
    .superRefine(checkOptions),
  /** `closes`: the deadline in the person's own words, read where the network's clock is known. */
  'poll.open-typed': z.object({ ...newPoll, closes }).superRefine(checkOptions),
  'polls.show': z.object({}),
  'poll.show': z.object({ poll }),
  'poll.answer-form': z.object({ poll, seat: z.string().optional() }),
  /** `options` by id; typed commands give numbers or words in `words`. `seat` chooses among those one may act for. */
  'poll.cast': z.object({
    poll,
    options: z.preprocess(
      given => (typeof given === 'string' ? [given] : given),
      z.array(optionId).max(mostOptions.several),
    ),
    seat: z.string().optional(),
  }),
  /** The form of a ranked poll. */
  'poll.rank': z
    .object({ poll, first: optionId, second: ranked, third: ranked, seat: z.string().optional() })
    .superRefine(checkRanked),
  'poll.cast-typed': z.object({ poll, words: freeText({ max: 700 }) }),
  'poll.mine': z.object({ poll }),
  /** Every option of a poll whose card has not room for all. */
  'poll.options': z.object({ poll }),
  'poll.close-form': z.object({ poll }),
  'poll.close': z.object({ poll }),
  'poll.extend-form': z.object({ poll }),
  'poll.extend': z.object({ poll, closesOn: day, closesTime: timeOfDay }),
  'poll.extend-typed': z.object({ poll, closes }),
  'poll.remind': z.object({ poll }),
  'poll.missing': z.object({ poll }),
  'poll.export': z.object({ poll }),
} as const;
