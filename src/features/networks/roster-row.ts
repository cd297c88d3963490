/** Reads one line of a roster, cell by cell. Pure. */
import { theMunicipality } from '../../reference/find-municipality.ts';
import type { PlainDate } from '../../world.ts';
import type { StandingRole } from './network.ts';
import type { MemberRow, RosterPerson, RosterProblemCode, SeatRow } from './roster.ts';
import { groupOf, type RosterColumn, roleOf, saysNobody, votingOf } from './roster-columns.ts';

/** The cells of one line, and what was found wrong with them. */
export type Cells = {
  /** The tidied text of a cell; empty when the column or the cell is, or when it cannot be kept. */
  text(column: RosterColumn, max: number): string;
  wrong(code: RosterProblemCode, column?: RosterColumn): undefined;
};

const limits = { name: 120, party: 120, email: 254, word: 60 } as const;

/** @returns nothing when something it cannot be without is wrong */
export function readSeatRow(line: number, cells: Cells): SeatRow | undefined {
  const number = readNumber(cells);
  const party = required(cells, 'party', limits.party);
  const group = readWord(cells, 'group', groupOf, 'unknown-group');
  const isVoting = readWord(cells, 'voting', votingOf, 'voting-unclear');
  const municipalityNumber = readMunicipality(cells);
  const optional = {
    term: readTerm(cells),
    holder: readHolder(cells),
    deputies: readDeputies(cells),
    roles: readRoles(cells),
  };
  if (optional.roles && typeof optional.holder !== 'object') cells.wrong('required', 'holder');
  if (number === undefined || !party || !group || isVoting === undefined) return undefined;
  return { kind: 'seat', line, number, party, group, isVoting, ...present({ municipalityNumber, ...optional }) };
}

export function readMemberRow(line: number, cells: Cells): MemberRow | undefined {
  const name = required(cells, 'holder', limits.name);
  const email = readEmail(cells.text('holderEmail', limits.email), cells, 'holderEmail');
  const roles = readRoles(cells) ?? cells.wrong('required', 'role');
  return name && roles ? { kind: 'member', line, person: person(name, email), roles } : undefined;
}

/** The entries that have a value: absent means «as it was», which undefined would only blur. */
function present<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof present<T>
  >;
}

function required(cells: Cells, column: RosterColumn, max: number): string | undefined {
  return cells.text(column, max) || cells.wrong('required', column);
}

function readNumber(cells: Cells): number | undefined {
  const text = required(cells, 'seat', limits.word);
  if (!text) return undefined;
  return /^0*[1-9]\d{0,3}$/.test(text) ? Number(text) : cells.wrong('not-a-number', 'seat');
}

function readWord<T>(
  cells: Cells,
  column: RosterColumn,
  meaningOf: (word: string) => T | undefined,
  otherwise: RosterProblemCode,
): T | undefined {
  return meaningOf(cells.text(column, limits.word)) ?? cells.wrong(otherwise, column);
}

/**
 * From a number, old or new, or any of its names, when only one municipality can be meant. Answers the number as it is now:
 * a party is not found again by one that has passed to another.
 */
function readMunicipality(cells: Cells): string | undefined {
  const text = cells.text('municipality', limits.word);
  if (!text) return undefined;
  const found = theMunicipality(/^\d{3}$/.test(text) ? `0${text}` : text);
  return found?.number ?? cells.wrong('unknown-municipality', 'municipality');
}

function readTerm(cells: Cells): SeatRow['term'] {
  const from = readDate(cells, 'from');
  const to = readDate(cells, 'to');
  if (to && !from) return cells.wrong('required', 'from');
  if (from && to && to < from) return cells.wrong('term-ends-before-it-starts', 'to');
  return from && { from, ...(to && { to }) };
}

const writtenDates = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})$/,
];

function readDate(cells: Cells, column: 'from' | 'to'): PlainDate | undefined {
  const text = cells.text(column, limits.word);
  if (!text) return undefined;
  const parts = writtenDates.map(pattern => pattern.exec(text)?.groups).find(found => found !== undefined);
  try {
    const { year = '', month = '', day = '' } = parts ?? {};
    const date = Temporal.PlainDate.from(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    return date.toString() as PlainDate;
  } catch {
    return cells.wrong('bad-date', column);
  }
}

function readHolder(cells: Cells): SeatRow['holder'] {
  const name = cells.text('holder', limits.name);
  const email = readEmail(cells.text('holderEmail', limits.email), cells, 'holderEmail');
  if (saysNobody(name)) return 'nobody';
  if (!name) return email ? cells.wrong('required', 'holder') : undefined;
  return person(name, email);
}

const betweenPeople = '|';
const mostDeputies = 10;

function readDeputies(cells: Cells): readonly RosterPerson[] | undefined {
  const names = cells.text('deputy', limits.name * mostDeputies);
  const emails = cells.text('deputyEmail', limits.email * mostDeputies);
  if (saysNobody(names)) return [];
  if (!names) return emails ? cells.wrong('required', 'deputy') : undefined;
  const nameList = names.split(betweenPeople).map(name => name.trim());
  const emailList = emails ? emails.split(betweenPeople).map(email => email.trim()) : [];
  if (nameList.some(name => name === '')) return cells.wrong('required', 'deputy');
  if (nameList.length > mostDeputies || nameList.some(name => name.length > limits.name)) {
    return cells.wrong('too-long', 'deputy');
  }
  if (emailList.length > 0 && emailList.length !== nameList.length) {
    return cells.wrong('deputies-and-emails-differ', 'deputyEmail');
  }
  return nameList.map((name, index) => person(name, readEmail(emailList[index] ?? '', cells, 'deputyEmail')));
}

function readRoles(cells: Cells): readonly StandingRole[] | undefined {
  const text = cells.text('role', limits.word);
  if (!text) return undefined;
  if (saysNobody(text)) return [];
  const roles = text.split(betweenPeople).map(roleOf);
  return roles.every(role => role !== undefined) ? [...new Set(roles)] : cells.wrong('unknown-role', 'role');
}

/** Looser than RFC 5321, which allows what no public body uses, and refuses letters some of them do. */
const emailForm = /^[^\s@"<>()[\]\\,;:|]{1,64}@[^\s@"<>()[\]\\,;:|.]+(?:\.[^\s@"<>()[\]\\,;:|.]+)+$/u;

function readEmail(text: string, cells: Cells, column: RosterColumn): string | undefined {
  if (!text || saysNobody(text)) return undefined;
  return emailForm.test(text) && text.length <= limits.email ? text : cells.wrong('bad-email', column);
}

function person(name: string, email: string | undefined): RosterPerson {
  return { name, ...(email && { email }) };
}
