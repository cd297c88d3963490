/** What one of the cast is in the forum, as the page words it. */
import { type CastPerson, castPeople, castSeats } from './cast.ts';
import type { RoleOnStage } from './playground-view.ts';

/** Empty for those without a seat. */
export function partyOf(key: string): string {
  const seat = castSeats.find(({ holder, deputies }) => holder === key || deputies.some(deputy => deputy === key));
  return seat?.party ?? '';
}

export function rolesOf(key: string): readonly RoleOnStage[] {
  const standing = Object.entries<CastPerson>(castPeople).find(([each]) => each === key)?.[1].roles ?? [];
  const isDeputy = castSeats.some(({ deputies }) => deputies.some(deputy => deputy === key));
  return isDeputy ? [...standing, 'deputy'] : standing;
}
