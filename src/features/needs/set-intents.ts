import { z } from 'zod';
import { freeText } from '../../privacy/free-text.ts';
import { holdsNationalId } from '../../privacy/national-id.ts';
import { mostInBundle } from './bundle.ts';
import { needId } from './need.ts';
import { roundId } from './round.ts';

/** A round by its id (buttons), by its number in the network (typed), or the one that is open. */
const round = z.union([roundId, z.int().positive()]).optional();
/** After how many the list goes on. */
const from = z.int().nonnegative().optional();
/** More than a bundle may hold is told of where it is counted. */
const most = mostInBundle * 5;

/** A list, or what was ticked, which some clients send as one text. */
const needs = z.preprocess(
  given => (typeof given === 'string' ? given.split(/[,\n]/) : given),
  z.array(needId.refine(id => /^[\w-]{1,100}$/.test(id) && !holdsNationalId(id))).max(most),
);
const title = freeText({ min: 5, max: 120 });
/** As people write them. */
const references = z.array(freeText({ max: 40 })).max(most);
/** A bundle's, within its round. */
const bundle = z.int().positive();

/** What the secretariat can ask of all that a round has brought. Only ever added to. */
export const setIntents = {
  'set.show': z.object({ round, from }),
  'set.accept': z.object({ round }),
  'set.bundle-form': z.object({ round, from }),
  /** Which, and what they are to be called; the next form asks who is responsible. */
  'set.choose': z.object({ round: roundId, from, needs, title }),
  /** `responsible`: one of the needs, whose party it is to be, or that party's key. */
  'set.bundle': z.object({ round: roundId, needs, title, responsible: freeText({ max: 220 }) }),
  /** Typed; what is left out is asked for. */
  'set.bundle-typed': z.object({
    references,
    title: title.optional(),
    responsible: freeText({ max: 220 }).optional(),
  }),
  'set.bundle-show': z.object({ round, bundle }),
  'set.undo': z.object({ round, bundle }),
  /** What would go, before it does. */
  'set.hand-over-preview': z.object({ round }),
  'set.hand-over': z.object({ round }),
  'set.take-back': z.object({ round }),
} as const;
