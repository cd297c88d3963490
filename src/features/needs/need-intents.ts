import { z } from 'zod';
import { freeText } from '../../privacy/free-text.ts';
import { holdsNationalId } from '../../privacy/national-id.ts';
import { plainDate } from '../networks/network.ts';
import { needId } from './need.ts';
import { fieldsOfInput, fieldsOnPage, type NeedField, needFields } from './need-fields.ts';
import { roundId } from './round.ts';

/** A round by its id (buttons), by its number in the network (typed), or the one that is open. */
const round = z.union([roundId, z.int().positive()]).optional();
const party = z.string().min(1).max(220);
/** Named by us, in a form that may come back as anything: it is kept under the name it gives. */
const need = needId.refine(id => /^[\w-]{16}$/.test(id) && !holdsNationalId(id));
const ref = { round: roundId, need };
const reason = freeText({ max: 500, multiline: true });

/** More characters than a chat holds. */
const mostFile = 100_000;

/** What a form carries beside its fields. `revision`: of the page when it opened. `sure`: asked once, and meant. */
const saving = {
  ...ref,
  party,
  revision: z.coerce.number().int().nonnegative(),
  sure: z.enum(['no', 'yes']).default('no'),
};

function optional<const F extends NeedField>(fields: readonly F[]) {
  const entries = fields.map(field => [field, needFields[field].optional()] as const);
  return Object.fromEntries(entries) as { [K in F]: z.ZodOptional<(typeof needFields)[K]> };
}

function required<const F extends NeedField>(fields: readonly F[]) {
  const entries = fields.map(field => [field, needFields[field]] as const);
  return Object.fromEntries(entries) as { [K in F]: (typeof needFields)[K] };
}

/** What a person can ask of a need. Only ever added to. */
export const needIntents = {
  'need.start': z.object({ round, party: party.optional() }),
  'need.new': z.object({ round: roundId, party }),
  'need.copy': z.object({ round: roundId, party }),
  /** Without a page the first that nobody has saved; what lacks, where all of a draft are. */
  'need.open': z.object({ ...ref, page: z.enum(['who', 'what', 'how']).optional() }),
  /** An innspill: saved and sent at once. */
  'need.give': z.object({ ...saving, ...required(fieldsOfInput) }),
  /** A page of a behovsmelding: saved, and the next one opened. */
  'need.who': z.object({ ...saving, ...optional(fieldsOnPage.who) }),
  'need.what': z.object({ ...saving, ...optional(fieldsOnPage.what) }),
  'need.how': z.object({ ...saving, ...optional(fieldsOnPage.how) }),
  'need.check': z.object(ref),
  'need.submit': z.object(ref),
  'need.reopen': z.object(ref),
  'need.accept': z.object(ref),
  'need.return-form': z.object(ref),
  'need.return': z.object({ ...ref, reason, on: plainDate }),
  'need.withdraw-form': z.object(ref),
  'need.withdraw': z.object({ ...ref, reason }),
  'need.late-form': z.object(ref),
  'need.late': z.object({ ...ref, reason }),
  'need.show': z.object(ref),
  'need.history': z.object(ref),
  /** By its reference, as people write it. */
  'need.find': z.object({ reference: freeText({ max: 40 }) }),
  'needs.mine': z.object({}),
  /** A file of needs: looked through line by line, so that a broken one loses no good one; see read-need-file.ts. */
  'needs.import-form': z.object({ round }),
  'needs.import': z.object({ round, rows: z.string().min(1).max(mostFile) }),
  'needs.take-in': z.object({ draft: freeText({ max: 40 }) }),
} as const;
