/** A roster: the file that says who sits in a network, as rows, and what it is held against. Pure. */
import type { Kept } from '../../store/collection.ts';
import type { PlainDate } from '../../world.ts';
import type { Member, NetworkId, Party, Seat, SeatGroup, StandingRole } from './network.ts';
import type { RosterColumn } from './roster-columns.ts';

export type RosterPerson = { readonly name: string; readonly email?: string };

export type SeatRow = {
  readonly kind: 'seat';
  readonly line: number;
  readonly number: number;
  readonly party: string;
  readonly municipalityNumber?: string;
  readonly group: SeatGroup;
  readonly isVoting: boolean;
  /** Absent: the term is as it was, or begins today. */
  readonly term?: { readonly from: PlainDate; readonly to?: PlainDate };
  /** Absent: as it was; `nobody`: vacant. */
  readonly holder?: RosterPerson | 'nobody';
  /** Absent: as they were. */
  readonly deputies?: readonly RosterPerson[];
  /** The holder's. Absent: as they were. */
  readonly roles?: readonly StandingRole[];
};

export type MemberRow = {
  readonly kind: 'member';
  readonly line: number;
  readonly person: RosterPerson;
  readonly roles: readonly StandingRole[];
};

export type RosterRow = SeatRow | MemberRow;

export type RosterProblemCode =
  /** Not UTF-8. */
  | 'unreadable-file'
  | 'empty-file'
  | 'too-many-rows'
  | 'missing-column'
  | 'repeated-column'
  /** A quotation mark is opened and never closed. */
  | 'open-quote'
  /** More cells than the header has. */
  | 'too-many-cells'
  | 'required'
  | 'too-long'
  | 'national-id'
  | 'not-a-number'
  | 'repeated-seat'
  | 'unknown-group'
  | 'unknown-role'
  | 'unknown-municipality'
  | 'voting-unclear'
  | 'bad-date'
  | 'term-ends-before-it-starts'
  | 'bad-email'
  /** One e-mail address, two names. */
  | 'email-of-two'
  /** Deputies' addresses, but not one for each. */
  | 'deputies-and-emails-differ'
  | 'no-coordinator';

/** Never holds what stood in the file. */
export type RosterProblem = {
  readonly code: RosterProblemCode;
  /** As an editor counts: the header is 1. */
  readonly line: number;
  readonly column?: RosterColumn;
};

/** The network as it stands. */
export type Present = {
  readonly networkId: NetworkId;
  readonly parties: readonly Kept<Party>[];
  readonly seats: readonly Kept<Seat>[];
  readonly members: readonly Kept<Member>[];
};

/** A document as it stands, when it does, and as the file wants it. */
export type Wanted<T> = { readonly kept?: Kept<T> | undefined; readonly after: T };

export function peopleOf(row: RosterRow): readonly RosterPerson[] {
  if (row.kind === 'member') return [row.person];
  return [...(typeof row.holder === 'object' ? [row.holder] : []), ...(row.deputies ?? [])];
}

/** Addresses are compared without regard to case. */
export function emailKey(email: string): string {
  return email.normalize('NFC').toLowerCase();
}
