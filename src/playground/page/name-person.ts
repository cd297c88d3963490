import type { PlaygroundTexts } from '../../texts/playground-texts.ts';
import type { PersonOnStage } from '../playground-view.ts';

/** «Per Askeland – Tromsø kommune, vara» */
export function namePerson(
  { name, party, roles }: Pick<PersonOnStage, 'name' | 'party' | 'roles'>,
  texts: PlaygroundTexts,
): string {
  const known = [party, ...roles.map(role => texts.roles[role])].filter(word => word !== '');
  return `${name} – ${known.join(', ') || texts.noSeat}`;
}
