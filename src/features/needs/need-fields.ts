/**
 * The fields of a need, in the order they are asked for: the one schema behind a form, a command and a file. What must be
 * there before it is sent is completeness.ts's to say; a draft may lack anything.
 */
import { z } from 'zod';
import { freeText } from '../../privacy/free-text.ts';
import { holdsNationalId } from '../../privacy/national-id.ts';
import { plainDate } from '../networks/network.ts';
import { readKroner } from './kroner.ts';

export const needKinds = ['new', 'continuation', 'supplement', 'reduction', 'needsOnly'] as const;
export const privateOwnerAnswers = ['yes', 'invitedDeclined', 'noneInMunicipality', 'no'] as const;
export const analysisBases = [
  'standpointAnalysis',
  'surveyStaff',
  'qualityReport',
  'networkAnalysis',
  'supervision',
  'research',
  'other',
] as const;
export const anchorings = ['owner', 'leaderGroup', 'politicalCommittee', 'network', 'unionDialogue'] as const;
export const partnerStates = ['none', 'contacted', 'agreed', 'agreementSigned'] as const;

export const mostParticipants = 200;
/** What one field of a form holds, in UTF-16 units. */
const mostInField = 3000;
export const mostThemes = 3;
export const mostLinks = 5;
export const mostMonths = 36;

/** A word of ours; a field that is chosen in is a door like any other. */
const code = z
  .string()
  .max(60)
  .regex(/^[a-z][a-zA-Z0-9]*$/)
  .refine(given => !holdsNationalId(given), { message: 'national-id' });

/** A list, or what was ticked, which some clients send as one text. */
function ticked<T extends z.ZodType>(each: T) {
  return z.preprocess(
    given => (typeof given === 'string' ? given.split(/[,\n]/) : given),
    z.array(each).max(mostTicked),
  );
}

const mostTicked = 60;
const codes = ticked(code);

/** One a line: a list, or what was typed in a box with line breaks. Each is looked through, and so is what is split between lines. */
function lines<T extends z.ZodType>(each: T, most: number) {
  return z
    .preprocess(
      given => (typeof given === 'string' ? given.split('\n').filter(line => line.trim() !== '') : given),
      z.array(each),
    )
    .refine(all => !holdsNationalId(all.join('\n')), { message: 'national-id' })
    .refine(all => all.length <= most, { message: 'too-many', params: { max: most } });
}

/** `2027-08`: the first day of a month is a period's own. */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'no-month' });

const kroner = z.union([z.int().nonnegative(), z.string()]).transform((given, context) => {
  if (holdsNationalId(String(given))) {
    context.addIssue({ code: 'custom', message: 'national-id' });
    return z.NEVER;
  }
  const read = readKroner(String(given));
  if (read.ok) return read.value;
  context.addIssue({ code: 'custom', message: read.refusal });
  return z.NEVER;
});

/** «2027: 200 000 ; 150 000 ; 0»: what the owner, the partner and the coordination are to have, a line for each year. */
const yearLine = /^\s*(\d{4})\s*[:;]\s*(.*)$/;

function readYearLine(line: string): unknown {
  const [, year, rest = ''] = yearLine.exec(line) ?? [];
  const [owner, partner, coordination, ...others] = rest.split(/[;+]/).map(part => part.trim() || '0');
  return others.length > 0
    ? undefined
    : { year: Number(year), owner, partner: partner ?? '0', coordination: coordination ?? '0' };
}

const noYear = { error: 'no-year-line' } as const;

const amounts = z
  .unknown()
  .refine(given => typeof given !== 'string' || !holdsNationalId(given), { message: 'national-id', abort: true })
  .transform(given =>
    typeof given === 'string'
      ? given
          .split('\n')
          .filter(line => line.trim() !== '')
          .map(readYearLine)
      : given,
  )
  .pipe(
    z.array(z.object({ year: z.int(noYear), owner: kroner, partner: kroner, coordination: kroner }, noYear)).max(4),
  );

const unread = { error: 'no-count' } as const;

/** «1 200»: people part thousands. */
function count(most: number) {
  return z.preprocess(
    given => (typeof given === 'string' ? given.replace(/\s/gu, '') : given),
    z.coerce.number(unread).int(unread).min(1, unread).max(most, unread),
  );
}

const yes = z.preprocess(given => (given === 'yes' ? true : given === 'no' ? false : given), z.boolean());

const link = z.url({ protocol: /^https?$/ }).max(500);

export const needFields = {
  kind: z.enum(needKinds),
  ownerType: code,
  participants: lines(freeText({ max: 200 }), mostParticipants).refine(all => all.join('\n').length <= mostInField, {
    message: 'too-long',
    params: { max: mostInField },
  }),
  sectors: codes,
  sectorExplanation: freeText({ max: 1000, multiline: true }),
  privateOwners: z.enum(privateOwnerAnswers),
  privateOwnersText: freeText({ max: 500, multiline: true }),

  title: freeText({ min: 5, max: 120 }),
  themes: codes.refine(all => all.length <= mostThemes, { message: 'too-many', params: { max: mostThemes } }),
  description: freeText({ min: 50, max: 3000, multiline: true }),
  analysisBasis: ticked(z.enum(analysisBases)),
  analysisText: freeText({ max: 1000, multiline: true }),
  staffInvolvement: freeText({ min: 10, max: 1000, multiline: true }),
  anchoring: ticked(z.enum(anchorings)),
  anchoredOn: plainDate,
  targetGroups: codes,
  participantCount: count(100_000),
  levels: codes,
  goal: freeText({ min: 20, max: 1500, multiline: true }),

  plannedMeasure: freeText({ min: 20, max: 3000, multiline: true }),
  partner: freeText({ max: 200 }),
  partnerState: z.enum(partnerStates),
  wantsStatped: yes,
  from: month,
  to: month,
  /** Whole kroner for each calendar year. */
  amounts,
  coFunding: kroner,
  priority: count(20),
  samiPerspective: freeText({ max: 800, multiline: true }),
  links: lines(link, mostLinks),
  /** Why something that is asked for lacks: no day of anchoring, no partner yet, little of their own money. */
  explanation: freeText({ max: 1000, multiline: true }),
  contact: freeText({ max: 120 }),
  phone: freeText({ max: 30 }),
} as const;

export type NeedField = keyof typeof needFields;

/** Any of the fields, as far as they are filled in. */
export const needContent = z.object(needFields).partial();
export type NeedContent = z.infer<typeof needContent>;

export const needPages = ['who', 'what', 'how', 'check'] as const;
export type NeedPage = (typeof needPages)[number];

/** What each page of a behovsmelding asks for. */
export const fieldsOnPage = {
  who: ['kind', 'ownerType', 'participants', 'sectors', 'sectorExplanation', 'privateOwners', 'privateOwnersText'],
  what: [
    'title',
    'themes',
    'description',
    'analysisBasis',
    'analysisText',
    'staffInvolvement',
    'anchoring',
    'anchoredOn',
    'targetGroups',
    'participantCount',
    'levels',
    'goal',
  ],
  how: [
    'plannedMeasure',
    'partner',
    'partnerState',
    'wantsStatped',
    'from',
    'to',
    'amounts',
    'coFunding',
    'priority',
    'samiPerspective',
    'links',
    'explanation',
    'contact',
    'phone',
  ],
  check: [],
} as const satisfies Record<NeedPage, readonly NeedField[]>;

/** What an innspill asks for: six fields, two minutes. */
export const fieldsOfInput = [
  'title',
  'sectors',
  'themes',
  'description',
  'targetGroups',
  'participantCount',
] as const satisfies readonly NeedField[];
