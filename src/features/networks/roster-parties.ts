import type { Kept } from '../../store/collection.ts';
import { freeId } from './free-id.ts';
import type { Party } from './network.ts';
import type { Present, SeatRow, Wanted } from './roster.ts';
import { plainWord } from './roster-columns.ts';

export type Owners = { readonly all: readonly Wanted<Party>[]; partyOf(row: SeatRow): Party };

/**
 * The party of each seat in the file: the one of that name, however it is spelled; else the seat's own party under a new
 * name, when the municipality number says it is the same; else a new one. A seat given to someone else never renames.
 */
export function matchParties(present: Present, rows: readonly SeatRow[]): Owners {
  const wanted = new Map<string, Wanted<Party>>();
  const idByLine = new Map<number, string>();
  const find = finder(present, rows);
  for (const row of rows) {
    const kept = find(row);
    const id = kept?.value.id ?? newPartyId(present, row);
    const { party: name, municipalityNumber } = row;
    const before = wanted.get(id)?.after ?? kept?.value;
    wanted.set(id, { kept, after: { ...before, id, name, ...(municipalityNumber && { municipalityNumber }) } });
    idByLine.set(row.line, id);
  }
  return {
    all: [...wanted.values()],
    partyOf: row => {
      const party = wanted.get(idByLine.get(row.line) ?? '');
      if (!party) throw new Error('The row is not of the file that was matched');
      return party.after;
    },
  };
}

/** All rows of one name mean one party, and at most one new name is given to each party there is. */
function finder({ parties, seats }: Present, rows: readonly SeatRow[]): (row: SeatRow) => Kept<Party> | undefined {
  const names = new Set(rows.map(row => plainWord(row.party)));
  const found = new Map([...names].map(name => [name, parties.find(({ value }) => plainWord(value.name) === name)]));
  for (const row of rows) {
    const name = plainWord(row.party);
    const own = ownParty(row);
    const isFree = own && !names.has(plainWord(own.value.name)) && ![...found.values()].includes(own);
    if (!found.get(name) && isFree) found.set(name, own);
  }

  function ownParty(row: SeatRow): Kept<Party> | undefined {
    const seat = seats.find(({ value }) => value.number === row.number);
    const own = parties.find(({ value }) => value.id === seat?.value.partyId);
    const isSame = row.municipalityNumber !== undefined && own?.value.municipalityNumber === row.municipalityNumber;
    return isSame ? own : undefined;
  }

  return row => found.get(plainWord(row.party));
}

/** The same for every row that names the party; a party that has since taken another name keeps its id to itself. */
function newPartyId({ parties }: Present, row: SeatRow): string {
  return freeId(id => parties.some(({ value }) => value.id === id), 'party', plainWord(row.party));
}
