/** The sentences about a roster: what is wrong in a file, what it changes, and what the command line answers. */
import type { SeatGroup, StandingRole } from '../features/networks/network.ts';
import type { RosterProblem, RosterProblemCode } from '../features/networks/roster.ts';
import type { RosterColumn } from '../features/networks/roster-columns.ts';
import type { RosterChange } from '../features/networks/roster-plan.ts';
import type { PlainDate } from '../world.ts';

/** How a change's groups, roles, days and lists are said. */
export type RosterWords = {
  readonly group: (group: SeatGroup) => string;
  readonly role: (role: StandingRole) => string;
  readonly day: (day: PlainDate) => string;
  readonly list: (words: readonly string[]) => string;
};

export type RosterTexts = {
  /** A column by the name that stands first in a file. */
  readonly columns: Readonly<Record<RosterColumn, string>>;
  readonly place: (line: number, column: string | undefined) => string;
  readonly problems: Readonly<Record<RosterProblemCode, string>>;
  readonly changes: {
    readonly [K in RosterChange['kind']]: (change: Extract<RosterChange, { kind: K }>, words: RosterWords) => string;
  };
  readonly untouched: (seats: readonly number[], words: RosterWords) => string;
  readonly commandLine: {
    readonly usage: string;
    readonly wouldChange: (network: string) => string;
    readonly changed: (network: string) => string;
    readonly nothingToChange: (network: string) => string;
    readonly badLines: (count: number) => string;
    readonly noFile: (file: string) => string;
    readonly noNetworks: string;
    readonly noSuchNetwork: string;
    readonly whichNetwork: string;
  };
};

/** «Linje 4, stemmerett: skriv ja eller nei.» */
export function rosterProblemLine(texts: RosterTexts, { line, column, code }: RosterProblem): string {
  return `${texts.place(line, column && texts.columns[column])}: ${texts.problems[code]}`;
}

export function rosterChangeLine(texts: RosterTexts, change: RosterChange, words: RosterWords): string {
  // The table's type ties each kind to its own change; looking up by a kind not known in advance loses that tie.
  const write = texts.changes[change.kind] as (change: RosterChange, words: RosterWords) => string;
  return write(change, words);
}
