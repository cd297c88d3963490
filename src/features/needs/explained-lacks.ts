/** What lacked of a need and was explained, so that it could be sent all the same. Pure. */
import type { Lack } from './completeness.ts';
import type { Need } from './need.ts';
import { lacksIn } from './need-check.ts';
import type { NeedContent } from './need-fields.ts';
import type { Round } from './round.ts';

export type ExplainableLack =
  | 'sector-missing'
  | 'private-owners-left-out'
  | 'no-anchoring-date'
  | 'partner-not-confirmed'
  | 'partner-missing'
  | 'co-funding-low';

/** Which field has the reason. */
const explainedIn = {
  'sector-missing': 'sectorExplanation',
  'private-owners-left-out': 'privateOwnersText',
  'no-anchoring-date': 'explanation',
  'partner-not-confirmed': 'explanation',
  'partner-missing': 'explanation',
  'co-funding-low': 'explanation',
} as const satisfies Record<ExplainableLack, keyof NeedContent>;

export type ExplainedLack = Pick<Lack, 'of'> & { readonly lack: ExplainableLack; readonly reason: string };

/** In: a need and its round. Out: what would lack of it without the reasons that were given, each with its reason. */
export function explainedLacks(
  { form, content }: Pick<Need, 'form' | 'content'>,
  round: Round,
): readonly ExplainedLack[] {
  const { explanation: _, sectorExplanation: __, privateOwnersText: ___, ...unexplained } = content;
  // As while it could be sent: what is explained before the deadline may block after it.
  return lacksIn({ form, content: unexplained }, round, round.closesAt).flatMap(({ lack, severity, of }) => {
    const reason = severity === 'explain' && isExplainable(lack) ? content[explainedIn[lack]] : undefined;
    return reason && isExplainable(lack) ? [{ lack, reason, ...(of !== undefined && { of }) }] : [];
  });
}

function isExplainable(lack: Lack['lack']): lack is ExplainableLack {
  return lack in explainedIn;
}
