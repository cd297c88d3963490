/** Who in the network may answer for an invited party. Pure. */
import type { PlainDate } from '../../world.ts';
import { isInTerm, type Member, type MemberId, mayActFor, type Party, type Seat } from '../networks/network.ts';
import type { Invited } from './invited.ts';

/** What is known of the network's people. */
export type People = {
  readonly parties: readonly Party[];
  readonly seats: readonly Seat[];
  readonly members: readonly Member[];
  readonly day: PlainDate;
};

/**
 * The holders and deputies of the seats of the party's own municipality, in term: the owner's, its PPT office's and whoever
 * else sits for it. An owner without a municipality is known by its name.
 */
export function answerersOf(invited: Invited, people: People): readonly Member[] {
  const ids = new Set(seatsOf(invited, people).flatMap(peopleOf));
  return people.members.filter(({ id }) => ids.has(id));
}

/** The invited parties a member may answer for. */
export function answersFor(member: Member, invited: readonly Invited[], people: People): readonly Invited[] {
  return invited.filter(each => seatsOf(each, people).some(seat => mayActFor(member, seat, people.day)));
}

function seatsOf(invited: Invited, { parties, seats, day }: People): readonly Seat[] {
  const ids = new Set(parties.filter(party => isParty(invited, party)).map(({ id }) => id));
  return seats.filter(seat => ids.has(seat.partyId) && isInTerm(seat, day));
}

function isParty({ municipalityNumber, name }: Invited, party: Party): boolean {
  return municipalityNumber !== undefined && party.municipalityNumber !== undefined
    ? municipalityNumber === party.municipalityNumber
    : plain(name) === plain(party.name);
}

function plain(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('nb').replace(/\s+/g, ' ').trim();
}

function peopleOf({ holderId, deputyIds }: Seat): readonly MemberId[] {
  return [...(holderId ? [holderId] : []), ...deputyIds];
}
