import { z } from 'zod';
import { freeText } from '../../privacy/free-text.ts';
import { ruleNumberNames, seatGroups } from './change-rules.ts';
import { milestoneId, mostInYear, mostNote, mostTitle } from './milestone.ts';
import { proposalSources } from './proposed-milestones.ts';

/** A milestone by its id (buttons), or by its number in the network (typed). */
const milestone = z.union([milestoneId, z.int().positive()]);

const content = {
  title: freeText({ max: mostTitle }),
  /** A day as people write it, or an ISO date. */
  on: freeText({ max: 80 }),
  /** «30, 7 dager før» */
  leadDays: freeText({ max: 80 }).optional(),
  note: freeText({ max: mostNote, multiline: true }).optional(),
};

/** This year unless said. */
const year = z.coerce.number().int().min(2020).max(2100).optional();
const source = z.enum(proposalSources).default('lastYear');
/** Read where it is known what it may be, so that a field can say so. */
const number = freeText({ max: 10 });
const clock = z.iso.time({ precision: -1 });

/** What a person can ask of the network's year and of its rules. Only ever added to. */
export const yearIntents = {
  'year.show': z.object({ year }),
  /** What the year may begin from. */
  'year.propose-form': z.object({ year, source }),
  'year.accept': z.object({
    year,
    source,
    which: z.preprocess(
      given => (typeof given === 'string' ? [given] : given),
      z.array(z.string().min(1).max(100)).min(1, 'required').max(mostInYear),
    ),
  }),
  /** `title`: what was typed already. */
  'milestone.form': z.object({ title: content.title.optional() }),
  'milestone.add': z.object(content),
  /** What cannot be read of it is answered in words. */
  'milestone.add-typed': z.object(content),
  'milestone.show': z.object({ milestone }),
  'milestone.change-form': z.object({ milestone }),
  'milestone.change': z.object({ milestone, ...content }),
  'milestone.remove-form': z.object({ milestone }),
  'milestone.remove': z.object({ milestone }),
  'rules.show': z.object({}),
  'rules.form': z.object({}),
  'rules.change': z.object({
    /** Its number, or `none`. */
    county: z.string().max(10),
    breaks: z.enum(['kept', 'used']),
    leadDays: freeText({ max: 80 }),
    remindedAt: clock,
    quietFrom: clock,
    quietTo: clock,
    ...numbersOf(ruleNumberNames, number),
    /** Forms of an earlier day do not ask for it. */
    roundOverDays: number.optional(),
    fewestShown: number.optional(),
  }),
  'rules.groups-form': z.object({}),
  'rules.groups': z.object(numbersOf(seatGroups, number.optional())),
} as const;

function numbersOf<K extends string, S>(names: readonly K[], schema: S): Readonly<Record<K, S>> {
  return Object.fromEntries(names.map(name => [name, schema])) as Record<K, S>;
}
