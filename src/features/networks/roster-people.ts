import type { Kept } from '../../store/collection.ts';
import { freeId } from './free-id.ts';
import type { Member, MemberId, StandingRole } from './network.ts';
import type { Present, Wanted } from './roster.ts';
import { emailKey, peopleOf, type RosterPerson, type RosterRow, type SeatRow } from './roster.ts';
import { plainWord } from './roster-columns.ts';

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
  const find = finder(present, rows);
  for (const row of rows) {
    for (const person of peopleOf(row)) {
      const { id, kept } = find(row, person);
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

type Found = { readonly id: MemberId; readonly kept?: Kept<Member> | undefined };

function finder(
  { networkId, members, seats }: Present,
  rows: readonly RosterRow[],
): (row: RosterRow, person: RosterPerson) => Found {
  const places = rows.flatMap(row => peopleOf(row).map(person => ({ row, person })));
  const placesOf = Map.groupBy(places, ({ person }) => addressOf(person));
  const having = new Map(members.map(kept => [addressOf(kept.value), kept]));
  /** By which address, or none, each member was taken to be the one the file means. */
  const claims = new Map<MemberId, string>();

  function byName(row: RosterRow, person: RosterPerson): Kept<Member> | undefined {
    const [only, ...others] = members.filter(each => mayBe(each, person) && isKnownBy(row, person, each));
    return others.length === 0 ? only : undefined;
  }

  function mayBe({ value }: Kept<Member>, person: RosterPerson): boolean {
    const isNamedElsewhere = value.email !== undefined && placesOf.has(addressOf(value));
    const claim = claims.get(value.id) ?? addressOf(person);
    return plainWord(value.name) === plainWord(person.name) && !isNamedElsewhere && claim === addressOf(person);
  }

  function isKnownBy(row: RosterRow, { email }: RosterPerson, { value }: Kept<Member>): boolean {
    if (row.kind === 'member') return (!email || !value.email) && value.roles.some(role => row.roles.includes(role));
    const seat = seats.find(each => each.value.number === row.number)?.value;
    return seat?.holderId === value.id || (seat?.deputyIds.includes(value.id) ?? false);
  }

  /** The same each time the file is read, so that two who apply it at once conflict rather than make two of everyone. */
  function byFile(row: RosterRow, person: RosterPerson): Found {
    const place = row.kind === 'seat' ? `seat ${row.number}` : 'no seat';
    const words = person.email ? [addressOf(person)] : [place, plainWord(person.name)];
    const called = (id: string) => members.find(({ value }) => value.id === id);
    const isTaken = (id: string) => {
      const kept = called(id);
      return kept !== undefined && (person.email !== undefined || !mayBe(kept, person));
    };
    const id = freeId(isTaken, 'member', networkId, ...words) as MemberId;
    return { id, kept: called(id) };
  }

  function byAddress(address: string): Kept<Member> | undefined {
    const kept = having.get(address);
    const found = kept ? [kept] : (placesOf.get(address) ?? []).map(({ row, person }) => byName(row, person));
    return found.find(each => each !== undefined);
  }

  return (row, person) => {
    const address = addressOf(person);
    const kept = address ? byAddress(address) : byName(row, person);
    const found = kept ? { id: kept.value.id, kept } : byFile(row, person);
    claims.set(found.id, address);
    return found;
  };
}

/** Empty for one without. */
function addressOf({ email }: Pick<Member, 'email'>): string {
  return email ? emailKey(email) : '';
}
