/** What lacks before a need can be sent: what blocks, what must be explained, and what is only noted. Pure. */
import type { GrantScheme } from '../../reference/grant-schemes.ts';
import type { NeedContent, NeedField } from './need-fields.ts';
import { monthsOf, totalAsked } from './need-money.ts';
import { tellingFields } from './need-telling.ts';

export type Severity = 'block' | 'explain' | 'note';

/** A word that texts/ has a sentence for: which field, and what to do. */
export type Lack = {
  readonly field: NeedField;
  readonly lack:
    | 'missing'
    | 'sector-missing'
    | 'private-owners-left-out'
    | 'no-anchoring-date'
    | 'partner-not-confirmed'
    | 'partner-missing'
    | 'co-funding-low'
    | 'period-wrong-way'
    | 'period-too-long'
    | 'starts-before-grant-year'
    | 'amount-outside-period'
    /** Words that may tell of one child. */
    | 'may-tell';
  readonly severity: Severity;
  /** For whoever words it: codes of sectors, or a number. */
  readonly of?: readonly string[] | number;
};

export type NeedAsked = {
  readonly form: 'input' | 'need';
  readonly scheme: GrantScheme;
  readonly year: number;
  readonly isAfterDeadline: boolean;
};

/** Kindergarten, school and PPT should all take part («fortrinnsvis»): one that does not is explained, never refused. */
const expectedSectors = ['kindergarten', 'primarySchool', 'eps'] as const;

/** What no need is sent without, in the order of the pages. */
const always = {
  input: ['title', 'sectors', 'themes', 'description', 'targetGroups', 'participantCount'],
  need: [
    'kind',
    'ownerType',
    'participants',
    'sectors',
    'privateOwners',
    'title',
    'themes',
    'description',
    'analysisBasis',
    'staffInvolvement',
    'anchoring',
    'targetGroups',
    'participantCount',
    'goal',
    'contact',
  ],
} as const satisfies Record<NeedAsked['form'], readonly NeedField[]>;

/**
 * What is asked for as soon as money is. Whoever reports only what it needs has no measure yet, and so neither months nor
 * anyone to agree with.
 */
const withMoney = ['plannedMeasure', 'partnerState', 'from', 'to', 'amounts'] as const satisfies readonly NeedField[];

type Rule = (content: NeedContent, asked: NeedAsked) => Lack | undefined;

const rules: readonly Rule[] = [
  ({ sectors = [], sectorExplanation }) => {
    const missing = expectedSectors.filter(sector => !sectors.includes(sector));
    if (sectors.length === 0 || missing.length === 0 || sectorExplanation) return undefined;
    return { field: 'sectorExplanation', lack: 'sector-missing', severity: 'explain', of: missing };
  },
  // Nobody here knows which municipalities have some: whoever has none says so, and a private owner leaves none out.
  ({ ownerType = '', privateOwners, privateOwnersText }) =>
    privateOwners === 'no' && !ownerType.startsWith('private') && !privateOwnersText
      ? { field: 'privateOwnersText', lack: 'private-owners-left-out', severity: 'explain' }
      : undefined,
  ({ anchoring, anchoredOn, explanation }) =>
    anchoring?.includes('leaderGroup') && !anchoredOn && !explanation
      ? { field: 'anchoredOn', lack: 'no-anchoring-date', severity: 'explain' }
      : undefined,
  ({ kind, partner, partnerState, explanation }, { isAfterDeadline }) =>
    kind !== 'needsOnly' &&
    !partner &&
    (isAfterDeadline || ((partnerState === undefined || partnerState === 'none') && !explanation))
      ? { field: 'partner', lack: 'partner-missing', severity: isAfterDeadline ? 'block' : 'explain' }
      : undefined,
  ({ kind, partner, partnerState, explanation }) =>
    kind !== 'needsOnly' && partner && partnerState === 'contacted' && !explanation
      ? { field: 'partnerState', lack: 'partner-not-confirmed', severity: 'explain' }
      : undefined,
  (content, { scheme: { coFundingPercent: percent } }) =>
    percent !== undefined && !content.explanation && (content.coFunding ?? 0) * 100 < totalAsked(content) * percent
      ? { field: 'coFunding', lack: 'co-funding-low', severity: 'explain', of: percent }
      : undefined,
  ({ from, to }) =>
    from && to && to < from ? { field: 'to', lack: 'period-wrong-way', severity: 'block' } : undefined,
  (content, { scheme: { mostMonths } }) =>
    monthsOf(content) > mostMonths
      ? { field: 'to', lack: 'period-too-long', severity: 'block', of: mostMonths }
      : undefined,
  ({ from }, { year }) =>
    from && Number(from.slice(0, 4)) < year
      ? { field: 'from', lack: 'starts-before-grant-year', severity: 'block', of: year }
      : undefined,
  ({ amounts = [], from, to }) => {
    const outside = amounts.find(({ year }) => (from && `${year}-12` < from) || (to && `${year}-01` > to));
    return outside && { field: 'amounts', lack: 'amount-outside-period', severity: 'block', of: outside.year };
  },
];

/** What must be filled in before it is sent, in the order of the form. */
export function neededFields(form: NeedAsked['form'], kind: NeedContent['kind']): readonly NeedField[] {
  return [...always[form], ...(form === 'need' && kind !== 'needsOnly' ? withMoney : [])];
}

/** In the order of the form; empty for what may be sent as it is. */
export function lacksOf(content: NeedContent, asked: NeedAsked): readonly Lack[] {
  const missing = neededFields(asked.form, content.kind)
    .filter(field => isEmpty(content[field]))
    .map(field => ({ field, lack: 'missing', severity: 'block' }) as const);
  const telling = tellingFields(content).map(({ field }) => ({ field, lack: 'may-tell', severity: 'note' }) as const);
  const ruled = asked.form === 'input' ? [] : rules.flatMap(rule => rule(content, asked) ?? []);
  return [...missing, ...ruled, ...telling];
}

/** What only needs an explanation is sent with one; what blocks is not sent. */
export function maySend(lacks: readonly Lack[]): boolean {
  return lacks.every(({ severity }) => severity === 'note');
}

function isEmpty(value: NeedContent[NeedField]): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
