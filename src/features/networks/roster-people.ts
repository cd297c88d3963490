import type { Kept } from '../../store/collection.ts';
import { freeId } from './free-id.ts';
import type { Member, MemberId, StandingRole } from './network.ts';
import { emailKey, peopleOf, type RosterPerson, type RosterRow, type SeatRow } from './roster.ts';
import { plainWord } from './roster-columns.ts';
import type { Present, Wanted } from './roster-plan.ts';

export type People = {
  /** Everyone the file names, once each. */
  readonly all: readonly Wanted<Member>[];
  readonly untouched: readonly Kept<Member>[];
  holderOf(row: SeatRow): Member | undefined;
  deputiesOf(row: SeatRow): readonly Member[];
  nameOf(id: MemberId | undefined): string | undefined;
};

/** What the lines of one person say together. */
type Wish = {
  readonly kept: Kept<Member> | undefined;
  readonly person: RosterPerson;
  readonly roles?: StandingRole[] | undefined;
};

/**
 * Finds everyone the file names: by e-mail address; else as the one of that name who holds the seat or is its deputy, or
 * has the same role; else they are new. A name alone makes nobody the same person.
 */
export function matchPeople(present: Present, rows: readonly RosterRow[]): People {
  const ids = new Map<RosterPerson, MemberId>();
  const wishes = new Map<MemberId, Wish>();
  const addresses = new Set(rows.flatMap(peopleOf).flatMap(({ email }) => (email ? [emailKey(email)] : [])));
  for (const row of rows) {
    for (const person of peopleOf(row)) {
      const kept = keptMember(present, row, person, addresses);
      const id = kept?.value.id ?? newMemberId(present, row, person);
      ids.set(person, id);
      const earlier = wishes.get(id);
      const given = row.kind === 'member' || person === row.holder ? row.roles : undefined;
      const roles = given ? [...new Set([...(earlier?.roles ?? []), ...given])] : earlier?.roles;
      wishes.set(id, { kept, person: { ...earlier?.person, ...person }, roles });
    }
  }
  const wanted = new Map([...wishes].map(([id, wish]) => [id, { kept: wish.kept, after: granted(id, wish) }]));
  const memberOf = (person: RosterPerson) => wanted.get(ids.get(person) ?? ('' as MemberId))?.after;
  return {
    all: [...wanted.values()],
    untouched: present.members.filter(({ value }) => !wanted.has(value.id)),
    holderOf: ({ holder }) => (typeof holder === 'object' ? memberOf(holder) : undefined),
    deputiesOf: ({ deputies = [] }) => deputies.flatMap(person => memberOf(person) ?? []),
    nameOf: id => {
      const kept = present.members.find(({ value }) => value.id === id);
      return id && (wanted.get(id)?.after ?? kept?.value)?.name;
    },
  };
}

function granted(id: MemberId, { kept, person, roles }: Wish): Member {
  const before = kept?.value;
  const isSameAddress = before?.email && person.email && emailKey(before.email) === emailKey(person.email);
  const email = isSameAddress ? before.email : (person.email ?? before?.email);
  return {
    ...before,
    id,
    name: person.name,
    identities: before?.identities ?? [],
    roles: roles ?? before?.roles ?? [],
    ...(email && { email }),
  };
}

function keptMember(
  { members, seats }: Present,
  row: RosterRow,
  person: RosterPerson,
  addresses: ReadonlySet<string>,
): Kept<Member> | undefined {
  const { email } = person;
  const addressed = email && members.find(({ value }) => value.email && emailKey(value.email) === emailKey(email));
  if (addressed) return addressed;
  const isFree = ({ value }: Kept<Member>) => !value.email || !addresses.has(emailKey(value.email));
  const called = members.filter(each => plainWord(each.value.name) === plainWord(person.name) && isFree(each));
  const [only, ...others] = called.filter(({ value }) => {
    if (row.kind === 'member') return (!email || !value.email) && value.roles.some(role => row.roles.includes(role));
    const seat = seats.find(each => each.value.number === row.number)?.value;
    return seat?.holderId === value.id || seat?.deputyIds.includes(value.id);
  });
  return others.length === 0 ? only : undefined;
}

/** The same each time the file is read, so that two who apply it at once conflict rather than make two of everyone. */
function newMemberId({ networkId, members }: Present, row: RosterRow, { name, email }: RosterPerson): MemberId {
  const place = row.kind === 'seat' ? `seat ${row.number}` : 'no seat';
  const words = email ? [emailKey(email)] : [place, plainWord(name)];
  const isTaken = (id: string) => members.some(({ value }) => value.id === id);
  return freeId(isTaken, 'member', networkId, ...words) as MemberId;
}
