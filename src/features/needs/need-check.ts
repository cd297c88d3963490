/** A need held against what its round asks for. Pure. */
import { schemeOf } from '../../reference/grant-schemes.ts';
import type { Instant } from '../../world.ts';
import { type Lack, lacksOf } from './completeness.ts';
import type { Need } from './need.ts';
import type { Round } from './round.ts';

/** In the order of the form; empty for what may be sent as it is. */
export function lacksIn(need: Pick<Need, 'form' | 'content'>, round: Round, now: Instant): readonly Lack[] {
  const scheme = schemeOf(round.scheme);
  if (!scheme) throw new Error('A round for a scheme there is not');
  return lacksOf(need.content, {
    form: need.form,
    scheme,
    year: round.year,
    isAfterDeadline: now > round.closesAt,
  });
}
