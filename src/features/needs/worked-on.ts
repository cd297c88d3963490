import type { Member, MemberId } from '../networks/network.ts';
import type { Need } from './need.ts';

/** More than anyone has worked on one need; whoever else answers for the party sees it when they look. */
const mostTold = 5;

/** Of those who answer for its party the ones who began, saved or sent it; any of them where none of these is there any more. Pure. */
export function workedOn({ startedBy, pages, history }: Need, own: readonly Pick<Member, 'id'>[]): readonly MemberId[] {
  const worked = [startedBy, ...Object.values(pages).map(page => page.savedBy), ...history.map(({ by }) => by)];
  const ids = own.map(({ id }) => id);
  const known = ids.filter(id => worked.includes(id));
  return (known.length > 0 ? known : ids).slice(0, mostTold);
}
